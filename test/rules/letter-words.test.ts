import { describe, expect, test } from 'vitest';
import { renderLetter, renderPasswordLetter } from '../../src/outbox/templates/render-letter.ts';
import { letterKinds, type LetterKind } from '../../src/rules/letter-kinds.ts';
import type { Language } from '../../src/rules/ticket.ts';
import { aQuotedArticle, letterFacts, passwordFacts } from '../support/letter-facts.ts';
import { address, now } from '../support/builders.ts';

const languages: Language[] = ['de', 'en'];
const everyLetter = letterKinds.flatMap((kind) => languages.map((language) => ({ kind, language })));
const bert = { address: address('bert@dtnet.de'), name: 'Bert Beispiel' };

describe('every letter', () => {
  test.each(everyLetter)('$kind in $language has the tag in its subject, the number and the portal in text and HTML (S3, S4)', (what) => {
    const { subject, text, html } = renderLetter(letterFacts(what));

    expect(subject).toBe('[dtnet.de #427637] Drucker druckt nicht');
    for (const part of [text, html]) {
      expect(part).toContain('427637');
      expect(part).toContain('https://help.example/tickets/427637');
      expect(flat(part)).toContain('dtnet Support · Helpdesk, Telefon 0231 999 0');
    }
    expect(html).toContain(`<html lang="${what.language}"`);
  });

  test.each(letterKinds)('%s says the same in text and HTML, and other words in the other language (P15)', (kind) => {
    const [german, english] = languages.map((language) => renderLetter(letterFacts({ kind, language })));

    expect(words(german?.html ?? '')).toEqual(expect.arrayContaining(firstWords(german?.text ?? '')));
    expect(german?.text).not.toEqual(english?.text);
    expect(english?.text).not.toMatch(/[äöüß]|Vorgang|Sie /);
  });
});

describe('the acknowledgement', () => {
  const said = (language: Language) => flat(renderLetter(letterFacts({ kind: 'acknowledgement', language, article: null, earlier: [] })).text);

  test('gives number, rule, link, the way to a first password, and the warning, in German (S3, S8, S18)', () => {
    expect(said('de')).toContain('Guten Tag Max Muster, vielen Dank für Ihre Nachricht. Ihre Anfrage hat die Nummer 427637');
    expect(said('de')).toMatch(/Im Betreff muss dabei stehen bleiben, .*: \[dtnet\.de #427637\]/);
    expect(said('de')).toContain('Noch kein Passwort? Wählen Sie „Passwort vergessen“ und geben Sie max@kunde.example ein.');
    expect(said('de')).toContain('https://help.example/password/forgotten');
    expect(said('de')).toContain('Bitte senden Sie niemals Passwörter oder andere Zugangsdaten per Mail.');
  });

  test('gives number, rule, link, the way to a first password, and the warning, in English (S3, S8, S18)', () => {
    expect(said('en')).toContain('Hello Max Muster, Thank you for writing to us. Your request has the number 427637');
    expect(said('en')).toMatch(/This must stay in the subject, .*: \[dtnet\.de #427637\]/);
    expect(said('en')).toContain('No password yet? Choose “Forgotten password”, enter max@kunde.example');
    expect(said('en')).toContain('https://help.example/password/forgotten');
    expect(said('en')).toContain('Please never send passwords or other credentials by mail.');
  });

  test('never repeats the request, even if it is given it (A10)', () => {
    const { text, html } = renderLetter(letterFacts({ kind: 'acknowledgement', article: aQuotedArticle({ text: 'Kauft hier' }), earlier: [aQuotedArticle({ text: 'Kauft hier' })] }));
    expect(text + html).not.toContain('Kauft hier');
  });
});

describe('a correspondence', () => {
  test('has the answer on top, who wrote it, how to reply, and the conversation below, newest first (S5, S6)', () => {
    const earlier = [aQuotedArticle({ id: 2, text: 'Seit heute.' }), aQuotedArticle({ id: 1, at: now - 3_600_000 })];
    const { text } = renderLetter(letterFacts({ earlier }));

    expect(inOrder(text, [
      'Anna Agentin <anna@dtnet.de>, Di 24.11.2026, 10:00',
      'Ist er eingeschaltet?',
      'Zum Antworten genügt eine Antwort auf diese Mail',
      'Bisheriger Verlauf, Neuestes zuerst',
      'Max Muster <max@kunde.example>, Di 24.11.2026, 10:00\n> Seit heute.',
      'Max Muster <max@kunde.example>, Di 24.11.2026, 09:00\n> Der Drucker druckt nicht.',
    ])).toBe(true);
  });

  test('names files that do not go along with their size, and where the portal has them (S5, SW12)', () => {
    const article = aQuotedArticle({ attachments: [{ name: 'Testseite.png', size: 184_320, url: null }, { name: 'log.zip', size: 820, url: 'https://help.example/f' }] });
    const { text, html } = renderLetter(letterFacts({ article }));

    expect(text).toContain('Dateien im Portal (mit Anmeldung):\n- Testseite.png (184 KB)\n- log.zip (820 B)\n  https://help.example/f');
    expect(html).toMatch(/<a\shref="https:\/\/help\.example\/f"[^>]*>log\.zip \(820 B\)<\/a>/);
  });

  test('does not show who else gets it (S6)', () => {
    const { text, html } = renderLetter(letterFacts({ owner: bert, requester: bert }));
    expect(text + html).not.toContain('bert@dtnet.de');
  });

  test('gives times in the reader’s language and the desk’s zone (W10)', () => {
    expect(renderLetter(letterFacts({ language: 'en', zone: 'America/New_York' })).text).toContain('Tue 24 Nov 2026, 04:00');
  });

  test('of files alone says that there is no text (M09)', () => {
    expect(renderLetter(letterFacts({ article: aQuotedArticle({ text: ' \n' }) })).text).toContain('(kein Text)');
  });

  test('of a mail that could not be read, or not wholly, says so (M10)', () => {
    const saying = (extent: 'nothing' | 'cut', text: string) => renderLetter(letterFacts({ language: 'en', article: aQuotedArticle({ extent, text }) })).text;

    expect(saying('nothing', '')).toContain('(This mail could not be displayed. The agents have the original.)');
    expect(saying('cut', 'The beginning.')).toMatch(/The beginning\.\n\n\(The mail is longer\. The agents have all of it\.\)/);
  });
});

describe('the other letters', () => {
  test.each<[LetterKind, Language, string]>([
    ['comment', 'de', '*** INTERNER KOMMENTAR: Nur Bearbeiter sehen ihn ***'],
    ['comment', 'de', 'Auch eine Antwort auf diese Mail ist ein Kommentar: Nur Bearbeiter sehen sie.'],
    ['comment', 'en', '*** INTERNAL COMMENT: only agents see this ***'],
    ['comment', 'en', 'A reply to this mail is a comment too: only agents see it.'],
    ['new-ticket', 'de', 'Max Muster hat Vorgang #427637 eröffnet.'],
    ['new-ticket', 'en', 'Max Muster has opened ticket #427637.'],
    ['mentioned', 'de', '*** INTERNER KOMMENTAR: Nur Bearbeiter sehen ihn ***'],
    ['mentioned', 'en', 'A reply to this mail is a comment too: only agents see it.'],
    ['called', 'de', 'Anna Agentin hat an Vorgang #427637 geschrieben, der noch keinen Besitzer'],
    ['called', 'en', 'puts you on it if you are not.'],
    ['overdue', 'de', 'Vorgang #427637 war am Di 24.11.2026, 10:00 fällig.'],
    ['overdue', 'en', 'Owner: Anna Agentin'],
    ['new-ticket', 'de', 'Eine Antwort auf diese Mail geht an alle am Vorgang'],
    ['owner-changed', 'de', 'Anna Agentin hat Ihnen Vorgang #427637 übergeben; Sie sind jetzt sein Besitzer.'],
    ['owner-changed', 'en', 'Anna Agentin has made you the owner of ticket #427637.'],
  ])('%s in %s tells staff: %s (S13, P01, P10)', (kind, language, words_) => {
    const article = aQuotedArticle({ comment: kind === 'comment' || kind === 'mentioned', text: 'Trommel tauschen.' });
    const { text } = renderLetter(letterFacts({ kind, language, to: bert, toStaff: true, article }));
    expect(flat(text)).toContain(words_);
  });

  test('closed tells who closed it and what to do if it is not solved (S15, S16)', () => {
    const { text, html } = renderLetter(letterFacts({ kind: 'closed', article: null }));

    expect(flat(text)).toContain('Anna Agentin hat Vorgang #427637 geschlossen.');
    expect(flat(text)).toContain('Schreiben Sie bitte eine neue Mail an support@dtnet.de, ohne die Nummer im Betreff.');
    expect(flat(text)).toContain('Ein geschlossener Vorgang nimmt keine Mails mehr an.');
    expect(html).toContain('href="https://help.example/tickets/new"');
  });

  test('closed tells what its queue does with replies (L06)', () => {
    const said = (closedReply: 'follow-up' | 'reopen') => flat(renderLetter(letterFacts({ kind: 'closed', language: 'en', closedReply })).text);
    expect(said('follow-up')).toContain('your reply opens a new ticket');
    expect(said('reopen')).toContain('your reply reopens the ticket');
    expect(said('follow-up') + said('reopen')).not.toContain('takes no more mails');
  });

  test('refused says what happened, that nothing is lost, and what to do instead (S16)', () => {
    const german = flat(renderLetter(letterFacts({ kind: 'refused', article: null, earlier: [] })).text);
    expect(german).toContain('Vorgang #427637 ist geschlossen und nimmt keine Mails mehr an. Ihre Mail wurde ihm deshalb nicht hinzugefügt');
    expect(german).toContain('Verloren ist nichts: Ihre Mail ist aufbewahrt');
    expect(german).toContain('Ein neues Problem ist ein neuer Vorgang. Schreiben Sie bitte eine neue Mail an support@dtnet.de, ohne die Nummer im Betreff.');
    const english = flat(renderLetter(letterFacts({ kind: 'refused', language: 'en', article: null, earlier: [] })).text);
    expect(english).toContain('Ticket #427637 is closed and takes no more mails. Your mail was therefore not added to it');
    expect(english).toContain('Nothing is lost: your mail is kept');
    expect(english).toContain('A new problem is a new ticket. Please write a new mail to support@dtnet.de, without the number in its subject.');
  });

  test('a ticket without subject has words for it (M09)', () => {
    expect(renderLetter(letterFacts({ subject: '' })).subject).toBe('[dtnet.de #427637] (kein Betreff)');
  });
});

describe('the letter with a password link', () => {
  test.each<[Language, string, string]>([
    ['de', 'Angefordert wurde er von der IP-Adresse 203.0.113.77.', 'Das waren nicht Sie? Dann brauchen Sie nichts zu tun'],
    ['en', 'It was asked for from the IP address 203.0.113.77.', 'Was it not you? Then you need not do anything'],
  ])('in %s names the address that asked, what to do if it was not you, and whom to tell (S8)', (language, origin, notYou) => {
    const { subject, text, html } = renderPasswordLetter(passwordFacts({ language }));

    expect(flat(text)).toContain(origin);
    expect(flat(text)).toContain(notYou);
    expect(flat(text)).toContain('Helpdesk, Telefon 0231 999 0');
    expect(text).toContain('\nhttps://help.example/password/new?token=abc\n');
    expect(html).toContain('href="https://help.example/password/new?token=abc"');
    expect(subject).not.toContain('#');
  });

  test('is another for a first password than for a forgotten one (S8)', () => {
    expect(renderPasswordLetter(passwordFacts({ first: true })).text).toContain('ein erstes Passwort');
    expect(renderPasswordLetter(passwordFacts()).text).toContain('ein neues Passwort');
  });
});

/** The text on one line. */
function flat(text: string): string {
  return text.replace(/\s+/g, ' ');
}

function inOrder(text: string, parts: string[]): boolean {
  const places = parts.map((part) => text.indexOf(part));
  return places.every((place, at) => place > (places[at - 1] ?? -1));
}

function words(text: string): string[] {
  return text.replace(/<style>.*?<\/style>|<[^>]*>/gs, ' ').replaceAll('&nbsp;', ' ').replaceAll('&lt;', '<').replaceAll('&gt;', '>').split(/[\s:,]+/);
}

/** The words of the letter's body, without what is only there in plain text. */
function firstWords(text: string): string[] {
  return text.split(/[\s:,]+/).filter((word) => /^[\p{L}\p{N}]/u.test(word) && !word.startsWith('http'));
}

