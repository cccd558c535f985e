import { beforeAll, describe, expect, test } from 'vitest';
import { compose } from '../../src/outbox/compose.ts';
import { refusedByPlatform } from '../../src/outbox/platform-limits.ts';
import type { OutgoingMail } from '../../src/outbox/send.ts';
import { MOST_BYTES } from '../../src/rules/relay.ts';
import { letterKinds } from '../../src/rules/letter-kinds.ts';
import type { Attachment, Language } from '../../src/rules/ticket.ts';
import { readSettings } from '../../src/settings.ts';
import { agent, anArticle, aParticipant, aQueue, aTicket } from '../support/builders.ts';
import { built, hasPython, plain, readByMailparser, readByPython, type SeenElsewhere } from '../support/elsewhere.ts';

const settings = readSettings({
  SITE_NAME: 'Bürohilfe, „dtnet“ <Support>', SUPPORT_ADDRESS: 'support@dtnet.de', SUBJECT_TAG: 'dtnet.de', PUBLIC_URL: 'https://help.example', DEFAULT_LANGUAGE: 'de',
  ZONE: 'Europe/Berlin', HOLIDAYS: 'none', HELP_CONTACT: 'Helpdesk', ADMINS: 'admin@dtnet.de', FIRST_TICKET_NUMBER: 1, MAIL_AUTHENTICATION: 'off',
});

/** What people write and are called. */
const ugly: Record<string, { text: string; subject?: string; name?: string; file?: string; html?: string }> = {
  plain: { text: 'Der Drucker druckt nicht.' },
  'a long subject': { text: 'x', subject: `${'Der Drucker im zweiten Obergeschoß druckt nur noch weiße Seiten, '.repeat(5)}und das seit heute.` },
  'emoji and other planes': { text: '🖨️ 👩‍💻 𝔘𝔫𝔦𝔠𝔬𝔡𝔢 '.repeat(300), subject: '🖨️👩‍💻'.repeat(60), name: '👩‍💻 Max 𝔐', file: '🖨️ Beleg.pdf' },
  'both directions': { text: 'שלום \u202emoc.elpmaxe\u202c مرحبا abc', subject: 'שלום \u202e abc مرحبا', name: 'מקס \u202exaM', file: 'דוח.pdf' },
  'lines without end': { text: `${'a'.repeat(5000)}\n${'ä'.repeat(5000)}\n${'漢'.repeat(5000)}\n${'https://a.example/'}${'b'.repeat(1500)}` },
  'lines that begin with a dot or From': { text: '.\n..\nFrom here\n.From\n\n.' },
  'injected headers': { text: 'x\r\n.\r\nBcc: eve@evil.example', subject: 'x\r\nBcc: eve@evil.example\r\n\r\n<script>', name: 'Max\r\nBcc: eve@evil.example', file: 'a"\r\nBcc: eve@evil.example.pdf' },
  'a name of three hundred characters': { text: 'x', name: 'Maximiliane '.repeat(25) },
  'a name with everything': { text: 'x', name: '"Muster, Max" <m@x.example>; (AG) \\' },
  'encoded words by hand': { text: '=?utf-8?Q?=0D=0ABcc:_x?= =20 =\n= 3D', subject: '=?utf-8?B?Qmx1Yg==?= =?x?=', name: '=?utf-8?Q?Eve?=', file: '=?utf-8?Q?a?=.pdf' },
  'controls and halves': { text: 'a\0b\x1b[31mc\ud83d d\x85e\u2028f', subject: '\ud83d\0\x1b', name: '\udc00 Max', file: '\ud83d.pdf' },
  'a big conversation': { text: `${'Zeile mit Wörtern. '.repeat(20)}\n`.repeat(300) },
  'HTML of its own': { text: 'Hallo', html: `<p style="color:red">Hallo <b>Wélt</b> ${'wort '.repeat(3000)}<a href="https://a.example/${'b'.repeat(1500)}">x</a></p>` },
  'long blanks': { text: `a${' '.repeat(3000)}b\n${'\t'.repeat(2000)}c` },
};

const cases = Object.keys(ugly).flatMap((name) => (['de', 'en'] satisfies Language[]).flatMap((language) => letterKinds.map((kind) => ({ name, language, kind }))));

function letterOf({ name, language, kind }: (typeof cases)[number]): OutgoingMail {
  const { text, subject = 'Drucker', name: called = 'Max Muster', file = 'Prüfbericht.pdf', html = null } = ugly[name] ?? { text: '' };
  const max = aParticipant('max@xn--mnchen-3ya.example', { name: called, role: 'requester', language });
  const anna = { ...agent(), name: called };
  const attachment: Attachment = { id: 'a'.repeat(32), name: file, type: 'application/pdf', size: 5, key: 'files/a', contentId: null };
  const picture: Attachment = { ...attachment, id: 'b'.repeat(32), name: 'Bild ä.png', type: 'image/png', contentId: 'x@y' };
  const articles = [1, 2, 3].map((id) => anArticle({ id, by: id === 2 ? anna : max, text, attachments: [attachment, picture], messageId: `<${'m'.repeat(240)}${id}@x.example>` }));
  const files = new Map([[attachment.id, Buffer.from('%PDF-')], [picture.id, Buffer.from('\x89PNG', 'latin1')]]);
  return compose({
    letter: { kind, article: 3 }, reader: { address: max.address, name: called, role: 'requester', language }, by: anna, ticket: aTicket({ subject, people: [max, anna], articleCount: 3 }),
    articles, sentBefore: ['<newest@dtnet.de>', '<older@dtnet.de>'], queue: aQueue(), settings, html, files,
  });
}

test.each(cases)('$kind in $language about $name: the platform takes it, its lines are short however it is encoded, and mailparser reads it as it was meant (SH06, RFC 5322 2.1.1)', async (one) => {
  const letter = letterOf(one);
  const raw = await built(letter);

  expect(refusedByPlatform(letter)).toBeNull();
  expect([letter.text, letter.html, raw.toString('latin1')].flatMap((text) => text.split(/\r?\n/)).filter((line) => Buffer.byteLength(line) > 998)).toEqual([]);
  expectMeant(await readByMailparser(raw), letter);
});

test.each(['"', '漢', '  a', '🖨️', '\n'])('with as many files as travel and the longest text (%j) a letter stays below what the platform takes (P12)', (piece) => {
  const max = aParticipant('max@kunde.example', { role: 'requester' });
  const file: Attachment = { id: 'a'.repeat(32), name: 'a.pdf', type: 'application/pdf', size: MOST_BYTES, key: 'files/a', contentId: null };
  const articles = [1, 2, 3].map((id) => anArticle({ id, by: max, text: piece.repeat(200_000), attachments: [file] }));
  const files = new Map([[file.id, new Uint8Array(MOST_BYTES)]]);

  const letter = compose({
    letter: { kind: 'correspondence', article: 3 }, reader: { ...max, role: 'requester' }, by: max, ticket: aTicket({ people: [max], articleCount: 3 }), articles, sentBefore: [], queue: aQueue(), settings, html: null, files,
  });

  expect(letter.enclosures?.[0]?.bytes.length).toBe(MOST_BYTES);
  expect(refusedByPlatform(letter)).toBeNull();
});

describe.runIf(hasPython)('Python', () => {
  const letters = cases.map(letterOf);
  let seen: SeenElsewhere[] = [];
  beforeAll(async () => {
    seen = await readByPython(await Promise.all(letters.map(built)));
  });

  test('reads every letter as it was meant, and complains of nothing', () => {
    expect(seen).toHaveLength(cases.length);
    letters.forEach((letter, at) => expectMeant(seen[at], letter));
    // nodemailer writes a file's name a second time, as old programs want it.
    expect(seen.flatMap(({ defects }) => defects).filter((defect) => !/encoded.word/.test(defect))).toEqual([]);
  });
});

function expectMeant(seen: SeenElsewhere | undefined, letter: OutgoingMail): void {
  const { subject, from, to, replyTo, text, html, headers, enclosures = [] } = letter;
  // Python keeps the blank between two encoded words of a name, against RFC 2047 section 6.2.
  expect(seen?.from.map(({ name }) => name.replaceAll(' ', ''))).toEqual([from.name.replaceAll(' ', '')]);
  expect(seen).toMatchObject({ subject, from: [{ address: from.address }], to: [to], replyTo: [replyTo], text: plain(text), html: plain(html) });
  expect(seen?.headers).toMatchObject(Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])));
  expect(Object.keys(seen?.headers ?? {})).not.toContain('bcc');
  expect(seen?.files).toEqual(expect.arrayContaining(enclosures.map(({ name, bytes, contentId }) => ({ name, size: bytes.length, contentId }))));
  expect(seen?.files).toHaveLength(enclosures.length);
}
