import { describe, expect, test } from 'vitest';
import { rebuildHtml } from '../../src/mail-html/rebuild.ts';
import { textOfHtml } from '../../src/mail-html/text.ts';
import { compose } from '../../src/outbox/compose.ts';
import { foldReply } from '../../src/rules/reply-text.ts';
import { commentLetters, insideLetters, letterKinds, type LetterKind } from '../../src/rules/letter-kinds.ts';
import type { Language } from '../../src/rules/ticket.ts';
import { readSettings } from '../../src/settings.ts';
import { agent, anArticle, aQueue, aTicket, customer } from '../support/builders.ts';

const shown = (text: string): string => foldReply(text).filter((part) => part.shown).map((part) => part.text).join('').trim();
const words = { quote: 'Zitierter Text', signature: 'Signatur' };
const seen = (html: string): string => (rebuildHtml(html, { attached: () => null, elsewhere: 'blocked' }, { forwarded: false, words })?.html ?? '')
  .replace(/<details[^>]*>.*?<\/details>/gs, '').replace(/<[^>]*>/g, ' ').replace(/&nbsp;|\s+/g, ' ').trim();

const max = customer();
const anna = agent();
const ticket = aTicket({ people: [max, anna], articleCount: 4 });
const articles = [
  anArticle({ id: 1, by: max, text: 'Der Drucker druckt nicht.\n\nMit freundlichen Grüßen\nMax Muster' }),
  anArticle({ id: 2, by: anna, text: 'Ist er eingeschaltet, und steht im Bedienfeld etwas anderes als sonst, wenn Sie einen Auftrag senden?\n\n---\nAm 3. Mai um 10:00 schrieb Herr Muster:\n> Hilfe' }),
  anArticle({ id: 3, by: max, text: 'Ja.' }),
  anArticle({ id: 4, by: anna, text: 'Dann kommen wir morgen vorbei.\n\n-- \nAnna' }),
];
const settings = readSettings({
  SITE_NAME: 'dtnet Support', SUPPORT_ADDRESS: 'support@dtnet.de', SUBJECT_TAG: 'dtnet.de', PUBLIC_URL: 'https://help.example', DEFAULT_LANGUAGE: 'de',
  ZONE: 'Europe/Berlin', HOLIDAYS: 'none', HELP_CONTACT: 'Helpdesk', ADMINS: 'admin@dtnet.de', FIRST_TICKET_NUMBER: 1, MAIL_AUTHENTICATION: 'off',
});

/** A letter as its reader gets it: an answer with a conversation in which somebody quoted, signed and drew a rule. */
function letterTo(kind: LetterKind, language: Language) {
  const toStaff = insideLetters.includes(kind);
  const reader = toStaff ? ({ address: anna.address, name: anna.name, role: 'agent', language } as const) : ({ address: max.address, name: max.name, role: 'requester', language } as const);
  const said = articles.map((article) => (commentLetters.includes(kind) && article.id === 4 ? { ...article, kind: 'comment' as const } : article));
  return compose({ letter: { kind, article: 4 }, reader, by: anna, ticket, articles: said, sentBefore: [], queue: aQueue(), settings, html: null, files: new Map() });
}

const answer = 'Danke, gern.';
const quoted = (text: string) => text.trimEnd().split('\n').map((line) => (line === '' ? '>' : `> ${line}`)).join('\n');
/** As programs do that fold lines after they have quoted them. */
const broken = (text: string) => quoted(text).split('\n').map((line) => (line.length <= 72 ? line : `${line.slice(0, line.lastIndexOf(' ', 72))}\n${line.slice(line.lastIndexOf(' ', 72) + 1)}`)).join('\n');
const head = { de: 'Von: dtnet Support <support@dtnet.de>\nGesendet: Dienstag, 4. Mai 2021 10:00\nAn: Max Muster\nBetreff: [dtnet.de #427637] Drucker', en: 'From: dtnet Support <support@dtnet.de>\nSent: Tuesday, May 4, 2021 10:00 AM\nTo: Max Muster\nSubject: [dtnet.de #427637] Printer' };
const wrote = { de: 'Am Di., 4. Mai 2021 um 10:00 Uhr schrieb dtnet Support <\nsupport@dtnet.de>:', en: 'On Tue, May 4, 2021 at 10:00 AM dtnet Support <support@dtnet.de> wrote:' };

const plainReplies: [program: string, reply: (letter: string, language: Language) => string][] = [
  ['Gmail', (letter, language) => `${answer}\n\n${wrote[language]}\n\n${quoted(letter)}\n`],
  ['Apple Mail', (letter, language) => `${answer}\n\n${quoted(`${wrote[language].replace('\n', '')}\n\n${letter}`)}\n`],
  ['Thunderbird', (letter, language) => `${answer}\n\n${language === 'de' ? 'Am 04.05.21 um 10:00 schrieb dtnet Support:' : 'On 04/05/2021 10:00, dtnet Support wrote:'}\n${quoted(letter)}\n`],
  ['Thunderbird, below the quote', (letter, language) => `${language === 'de' ? 'Am 04.05.21 um 10:00 schrieb dtnet Support:' : 'On 04/05/2021 10:00, dtnet Support wrote:'}\n${quoted(letter)}\n\n${answer}\n`],
  ['Outlook', (letter, language) => `${answer}\n\n${head[language]}\n\n${letter}\n`],
  ['Outlook on a telephone', (letter, language) => `${answer}\n\nHolen Sie sich Outlook für iOS<https://aka.ms/o0ukef>\n${'_'.repeat(32)}\n${head[language]}\n\n${letter}\n`],
  ['a Samsung', (letter, language) => `${answer}\n\n-------- ${language === 'de' ? 'Ursprüngliche Nachricht' : 'Original message'} --------\n${head[language]}\n\n${letter}\n`],
  ['a program that breaks quoted lines', (letter, language) => `${answer}\n\n${wrote[language]}\n\n${broken(letter)}\n`],
];

const htmlReplies: [program: string, reply: (letter: string, language: Language) => string][] = [
  ['Gmail', (letter, language) => `<div dir="ltr">${answer}</div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">${escaped(wrote[language])}<br></div><blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex">${letter}</blockquote></div>`],
  ['Apple Mail', (letter, language) => `${answer}<br><div><br><blockquote type="cite"><div>${escaped(wrote[language])}</div><br><div>${letter}</div></blockquote></div>`],
  ['Thunderbird', (letter, language) => `<p>${answer}</p><div class="moz-cite-prefix">${escaped(wrote[language])}</div><blockquote type="cite" cite="mid:x">${letter}</blockquote>`],
  ['Outlook', (letter, language) => `<div class="WordSection1"><p class="MsoNormal">${answer}</p><p class="MsoNormal">&nbsp;</p><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p class="MsoNormal">${headHtml(language)}</p></div><p class="MsoNormal">&nbsp;</p>${letter}</div>`],
  ['Outlook on the web', (letter, language) => `<div>${answer}</div><div id="appendonsend"></div><hr><div id="divRplyFwdMsg">${headHtml(language)}</div><div>${letter}</div>`],
  ['GMX and web.de', (letter, language) => `<div><div>${answer}</div><div name="quote"><div>${headHtml(language)}</div><div name="quoted-content">${letter}</div></div></div>`],
];

describe.each(['de', 'en'] as const)('a reply to a letter in %s', (language) => {
  describe.each(letterKinds)('that is of the kind %s', (kind) => {
    const letter = letterTo(kind, language);
    const body = /<body[^>]*>(.*)<\/body>/s.exec(letter.html)?.[1] ?? '';

    test.each(plainReplies)('with %s is the answer alone (M08)', (_program, reply) => {
      expect(shown(reply(letter.text, language))).toBe(answer);
    });

    test.each(htmlReplies)('with %s in HTML is the answer alone, as text and as shown (M08)', (_program, reply) => {
      expect(body).toContain('427637');
      expect(shown(textOfHtml(reply(body, language)))).toBe(answer);
      expect(seen(reply(body, language))).toBe(answer);
    });
  });
});

test('an answer between the lines of our letter stays with what it answers, and the rest of the letter is folded (M08)', () => {
  const carried = '> Dann kommen wir morgen vorbei.';
  const inline = `${wrote.de}\n\n${quoted(letterTo('correspondence', 'de').text).replace(carried, `${carried}\n\n${answer}\n`)}`;

  expect(shown(inline)).toBe(inline.slice(0, inline.indexOf(answer) + answer.length));
});

function headHtml(language: Language): string {
  return escaped(head[language]).replaceAll('\n', '<br>').replaceAll(/^|<br>/g, (start) => `${start}<b></b>`);
}

function escaped(text: string): string {
  return text.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
