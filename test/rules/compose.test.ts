import { describe, expect, test } from 'vitest';
import { compose, type Making } from '../../src/outbox/compose.ts';
import { refusedByPlatform } from '../../src/outbox/platform-limits.ts';
import { letterKinds, type LetterKind } from '../../src/rules/letter-kinds.ts';
import { readSettings } from '../../src/settings.ts';
import { address, agent, anArticle, aParticipant, aQueue, aTicket, customer, now } from '../support/builders.ts';

const max = customer();
const anna = agent();
const boss = aParticipant('boss@kunde.example', { language: 'en' });
const ticket = aTicket({ people: [max, boss, anna], articleCount: 4 });
const articles = [
  anArticle({ id: 1, by: max, text: 'Der Drucker druckt nicht.', messageId: '<request@kunde.example>' }),
  anArticle({ id: 2, by: anna, kind: 'comment', channel: 'portal', text: 'CANARY', messageId: null, intake: null }),
  anArticle({ id: 3, by: boss, text: 'Bei mir auch.', messageId: '<boss@kunde.example>' }),
  anArticle({ id: 4, by: anna, channel: 'portal', text: 'Bitte neu starten.', messageId: null, intake: null }),
];
const settings = readSettings({
  SITE_NAME: 'dtnet Support', SUPPORT_ADDRESS: 'support@dtnet.de', SUBJECT_TAG: 'dtnet.de', PUBLIC_URL: 'https://help.example', DEFAULT_LANGUAGE: 'de',
  ZONE: 'Europe/Berlin', HOLIDAYS: 'none', HELP_CONTACT: 'Helpdesk', ADMINS: 'admin@dtnet.de', FIRST_TICKET_NUMBER: 1, MAIL_AUTHENTICATION: 'off',
});

function composed(kind: LetterKind, with_: Partial<Making> = {}) {
  const reader = { address: max.address, name: max.name, role: 'requester', language: 'de' } as const;
  return compose({ letter: { kind, article: 4 }, reader, by: anna, ticket, articles, sentBefore: [], queue: aQueue(), settings, html: null, files: new Map(), ...with_ });
}

const asAnna = { reader: { address: anna.address, name: anna.name, role: 'agent', language: 'de' } } as const;
const asBoss = { reader: { address: boss.address, name: boss.name, role: 'requester', language: 'en' } } as const;

test('a letter to somebody who is not on the ticket has the one article it brings, and no key (P07)', () => {
  const reader = { address: address('experte@hersteller.example'), name: '', role: 'requester', language: 'de' } as const;
  const { text, html, replyTo, headers } = composed('correspondence', { reader, once: true });

  expect(text).toContain('Bitte neu starten.');
  expect(text).toContain('Sie erhalten diese eine Mail zu Vorgang #427637');
  expect(text + html).not.toMatch(/druckt nicht\.|CANARY|Bei mir auch|help\.example\/tickets/);
  expect(replyTo).toBe('support@dtnet.de');
  expect(headers['References']).toBe('<ticket-427637@dtnet.de>');
});

describe('automatic letters', () => {
  test.each<[LetterKind, string]>([
    ['acknowledgement', 'auto-replied'],
    ['refused', 'auto-replied'],
    ['closed', 'auto-generated'],
    ['new-ticket', 'auto-generated'],
    ['owner-changed', 'auto-generated'],
    ['called', 'auto-generated'],
    ['overdue', 'auto-generated'],
  ])('%s says so: %s (P13)', (kind, value) => {
    expect(composed(kind).headers).toMatchObject({ 'Auto-Submitted': value, 'X-Auto-Response-Suppress': 'All' });
    expect(composed(kind).from.name).toBe('dtnet Support');
  });

  test.each<LetterKind>(['correspondence', 'comment', 'mentioned'])('%s is a person’s and does not (P13)', (kind) => {
    const { headers, from } = composed(kind, asAnna);

    expect(Object.keys(headers).filter((name) => /^(auto-|x-auto)/i.test(name))).toEqual([]);
    expect(from).toEqual({ address: 'support@dtnet.de', name: 'Anna Agentin (dtnet Support)' });
  });
});

describe('every letter', () => {
  test.each(letterKinds)('%s begins its References with the ticket’s one id and ends them with its reader’s key (P14, A01)', (kind) => {
    const references = [asBoss, {}].map((as) => composed(kind, as).headers['References']?.split(' ') ?? []);

    expect(references.map((ids) => ids[0])).toEqual(['<ticket-427637@dtnet.de>', '<ticket-427637@dtnet.de>']);
    expect(references.map((ids) => ids.at(-1))).toEqual([boss, max].map(({ pid, secret }) => `<427637-${pid}-${secret}${inside(kind)}@dtnet.de>`));
  });

  test.each(letterKinds)('%s is answered to its reader’s own address, which says so of a comment (A01, A07)', (kind) => {
    expect(composed(kind).replyTo).toBe(`support+427637-${max.pid}-${max.secret}${inside(kind)}@dtnet.de`);
    expect(composed(kind, asBoss).replyTo).toBe(`support+427637-${boss.pid}-${boss.secret}${inside(kind)}@dtnet.de`);
  });

  test.each(letterKinds)('%s names to nobody who else got it (S6)', (kind) => {
    const { headers, to } = composed(kind);

    expect(to).toBe(max.address);
    expect(Object.keys(headers).map((name) => name.toLowerCase())).not.toEqual(expect.arrayContaining([expect.stringMatching(/^(to|cc|bcc)$/)]));
    expect(JSON.stringify(headers)).not.toContain('boss');
  });

  test.each(letterKinds)('%s is in its reader’s language (P15)', (kind) => {
    expect(composed(kind).headers['Content-Language']).toBe('de');
    expect(composed(kind, asBoss).headers['Content-Language']).toBe('en');
    expect(composed(kind, asBoss).text).not.toContain('Vorgang');
  });

  test.each(letterKinds)('%s is one that the platform takes, however long the conversation (P14)', (kind) => {
    const long = Array.from({ length: 300 }, (_, n) => anArticle({ id: n + 1, messageId: `<${'m'.repeat(240)}${n}@x>`, text: 'lang '.repeat(5000) }));
    const sentBefore = Array.from({ length: 3 }, (_, n) => `<${'s'.repeat(240)}${n}@x>`);

    expect(refusedByPlatform(composed(kind, { articles: long, letter: { kind, article: 300 }, sentBefore }))).toBe(null);
  });

  test('is threaded under the newest letter its reader got, else under their own mail (P14)', () => {
    expect(composed('correspondence').headers['In-Reply-To']).toBe('<request@kunde.example>');
    expect(composed('correspondence', { sentBefore: ['<newest@dtnet.de>', '<older@dtnet.de>'] }).headers).toMatchObject({
      'In-Reply-To': '<newest@dtnet.de>',
      References: expect.stringContaining('<older@dtnet.de> <newest@dtnet.de>'),
    });
  });

  test('never repeats a Message-ID that could break a header (A18)', () => {
    const hostile = [anArticle({ by: max, messageId: '<a@b>\r\nBcc: x@y' }), anArticle({ id: 2, by: max, messageId: `<${'x'.repeat(3000)}@y>` })];

    expect(composed('correspondence', { articles: hostile }).headers).not.toHaveProperty('In-Reply-To');
  });
});

describe('a comment', () => {
  test.each(letterKinds)('is in no %s to the requester or the Cc, neither as its article nor quoted (P08)', (kind) => {
    for (const as of [{}, asBoss]) {
      for (const article of [1, 2, 3, 4]) {
        const { subject, text, html } = composed(kind, { ...as, letter: { kind, article } });
        expect(subject + text + html).not.toContain('CANARY');
      }
    }
  });

  test('is in the letters of agents (S13)', () => {
    expect(composed('comment', { ...asAnna, letter: { kind: 'comment', article: 2 } }).text).toContain('CANARY');
    expect(composed('correspondence', asAnna).text).toContain('CANARY');
  });

  test('is in no letter to somebody who is no agent any more, though they are on the ticket as one (P08)', () => {
    expect(composed('correspondence', { reader: { ...asAnna.reader, role: 'requester' } }).text).not.toContain('CANARY');
  });
});

describe('the conversation so far', () => {
  test('is newest first, below the answer (S5)', () => {
    const { text } = composed('correspondence');
    const places = ['Bitte neu starten.', 'Bei mir auch.', 'Der Drucker druckt nicht.'].map((part) => text.indexOf(part));

    expect(places).toEqual([...places].sort((one, other) => one - other));
    expect(places[0]).toBeGreaterThan(-1);
  });

  test('holds nothing from before its reader joined (SJ21)', () => {
    const late = { ...boss, fromArticle: 3 };

    const { text } = composed('correspondence', { ...asBoss, ticket: { ...ticket, people: [max, late, anna] } });

    expect(text).toContain('Bei mir auch.');
    expect(text).not.toContain('Der Drucker druckt nicht.');
  });

  test('holds nothing that came after the letter’s cause', () => {
    expect(composed('correspondence', { letter: { kind: 'correspondence', article: 3 } }).text).not.toContain('Bitte neu starten.');
  });

  test('holds no machine mail (A11)', () => {
    const noted = anArticle({ id: 3, by: max, automatic: 'machine', text: 'Bin im Urlaub.' });

    expect(composed('correspondence', { articles: [...articles.slice(0, 2), noted, ...articles.slice(3)] }).text).not.toContain('Bin im Urlaub.');
  });
});

test('a writer whose name looks like an address writes in the desk’s name (SJ16)', () => {
  expect(composed('correspondence', { by: { address: address('eve@evil.example'), name: 'boss@dtnet.de' } }).from.name).toBe('dtnet Support');
});

test('an agent who is told of a new ticket without being on it answers to the desk', () => {
  const bert = { address: address('bert@dtnet.de'), name: 'Bert', role: 'agent', language: 'de' } as const;

  const { replyTo, headers } = composed('new-ticket', { reader: bert, ticket: aTicket({ createdAt: now }), letter: { kind: 'new-ticket', article: 1 } });

  expect(replyTo).toBe('support@dtnet.de');
  expect(headers['References']).toBe('<ticket-427637@dtnet.de> <request@kunde.example>');
});

describe('a letter with an article that is more than text', () => {
  const html = '<p>Der <b>Drucker</b></p><img src="cid:shot@x" alt="Bild"><img src="https://cdn.example/a.png" alt="Logo"><script>alert(1)</script><div class="gmail_quote"><blockquote>Alte Mail</blockquote></div>';
  const picture = { id: 'f1', name: 'bild.png', type: 'image/png', size: 3, key: 'files/f1', contentId: 'shot@x' };
  const program = { ...picture, id: 'f2', name: 'setup.exe', type: 'application/octet-stream', contentId: null };
  const files = new Map([['f1', new Uint8Array([1, 2, 3])]]);
  const article = anArticle({ id: 4, by: max, text: 'Der Drucker', look: 'rich', attachments: [picture, program] });

  test('shows it as its sender meant it, cleaned, with its pictures in place and without old mails (M04, SH01)', () => {
    const letter = composed('correspondence', { articles: [article], html, files });

    expect(letter.html).toContain('<p>Der <b>Drucker</b></p><img src="cid:f1@vorgang" alt="Bild">');
    expect(letter.html).toContain('Logo');
    for (const part of ['cdn.example', '<script', 'Alte Mail', '<details']) expect(letter.html).not.toContain(part);
    expect(letter.enclosures).toEqual([{ name: 'bild.png', type: 'image/png', bytes: files.get('f1'), contentId: 'f1@vorgang' }]);
  });

  test('names the files that stay in the portal, and only those (SW12, P12)', () => {
    const letter = composed('correspondence', { articles: [article], html, files });

    expect(letter.text).toContain('- setup.exe (3 B)\n  https://help.example/tickets/427637/attachments/f2/file');
    expect(letter.text).not.toContain('bild.png');
  });

  test('brings no file of an article that its reader may not read (P08)', () => {
    const letter = composed('comment', { articles: [{ ...article, kind: 'comment' }], html, files });

    expect(letter.enclosures).toBeUndefined();
    expect(letter.html).not.toContain('Drucker</b>');
  });
});

/** What answers a comment is one. */
function inside(kind: LetterKind): string {
  return kind === 'comment' || kind === 'mentioned' ? '-c' : '';
}

describe('a signature', () => {
  const queue = aQueue({ signatureDe: 'dtnet GmbH', signatureEn: 'dtnet Ltd' });
  const signature = { signatureDe: 'Gruß, {{bearbeiter}}', signatureEn: '' };

  test('stands beneath an agent’s answer, in the language of the letter (P15)', () => {
    expect(composed('correspondence', { queue, signature }).text).toContain('Bitte neu starten.\n\nGruß, Anna Agentin\n\ndtnet GmbH\n');
    expect(composed('correspondence', { ...asBoss, queue, signature }).text).toContain('Gruß, Anna Agentin\n\ndtnet Ltd\n');
  });

  test('is the queue’s alone where the agent has none', () => {
    expect(composed('correspondence', { queue, signature: { signatureDe: '', signatureEn: '' } }).text).toContain('Bitte neu starten.\n\ndtnet GmbH\n');
  });

  test('stands beneath no comment, and beneath nothing that no agent wrote here', () => {
    const comment = composed('comment', { ...asAnna, letter: { kind: 'comment', article: 2 }, queue, signature });

    expect(comment.text + comment.html).not.toMatch(/Gruß|dtnet GmbH/);
    expect(composed('correspondence', { queue, signature: null }).text).not.toMatch(/Gruß|dtnet GmbH/);
  });
});
