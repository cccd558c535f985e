import { expect, test } from 'vitest';
import { parseMail } from '../../src/inbound/parse.ts';
import { compose } from '../../src/outbox/compose.ts';
import { refusedByPlatform } from '../../src/outbox/platform-limits.ts';
import type { Mail } from '../../src/rules/mail.ts';
import { letterKinds } from '../../src/rules/letter-kinds.ts';
import { readSettings } from '../../src/settings.ts';
import { agent, anArticle, aQueue, aTicket, customer } from '../support/builders.ts';
import { chance, type Chance } from '../support/chance.ts';

const MAILS = 400;
const control = /[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;
const pieces = ['Drucker', ' ', '\r\n', '\n', '\r', '\0', '\x1b[31m', '\x85', '\u2028', '\u2029', '\u202e', '\u200b', '\r\nBcc: eve@evil.example', '\r\nContent-Type: text/html\r\n\r\n<script>', '%0d%0aBcc: eve@evil.example', '=0D=0A', '"', '<', '>', ',', ';', '\\', '=?utf-8?Q?=0D=0ABcc:_x?=', 'ä', '中', '\ud83d', '🎉', '../', 'x'.repeat(300)];
const settings = readSettings({
  SITE_NAME: 'dtnet Support', SUPPORT_ADDRESS: 'support@dtnet.de', SUBJECT_TAG: 'dtnet.de', PUBLIC_URL: 'https://help.example', DEFAULT_LANGUAGE: 'de',
  ZONE: 'Europe/Berlin', HOLIDAYS: 'none', HELP_CONTACT: 'Helpdesk', ADMINS: 'admin@dtnet.de', FIRST_TICKET_NUMBER: 1, MAIL_AUTHENTICATION: 'off',
});

const hostile = (dice: Chance) => Array.from({ length: 1 + dice.below(6) }, () => dice.of(pieces)).join('');
const base64 = (text: string) => `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`;
const quoted = (text: string) => `=?utf-8?Q?${[...Buffer.from(text)].map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('')}?=`;
const raw = (text: string) => text.replace(/[\r\n]+/g, '\r\n ');

/** A mail whose every header field that we keep holds something hostile, in one of the ways in which it can be written. */
function hostileMail(dice: Chance): Uint8Array<ArrayBuffer> {
  const word = () => dice.of([base64, quoted, raw])(hostile(dice));
  const id = () => dice.of([`<${hostile(dice).replace(/[\r\n]/g, '')}@kunde.example>`, '<a\x0bb@kunde.example>', `<${'x'.repeat(400)}@kunde.example>`, '<plain@kunde.example>']);
  const lines = [
    `From: "${word()}" <max@kunde.example>`, 'To: support@dtnet.de', `Cc: ${word()} <boss@kunde.example>`, `Subject: ${word()}`, `Message-ID: ${id()}`, `References: ${id()} ${id()}`, `In-Reply-To: ${id()}`,
    'MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary=b', '', '--b', 'Content-Type: text/plain', '', hostile(dice),
    '--b', `Content-Type: application/pdf; name="${word()}"`, `Content-Disposition: attachment; filename*=utf-8''${encodeURIComponent(hostile(dice).toWellFormed())}`, `Content-ID: ${id()}`, '', 'x', '--b--', '',
  ];
  return new Uint8Array(Buffer.from(lines.join('\r\n')));
}

const dice = chance(20_261_124);
const mails = await Promise.all(Array.from({ length: MAILS }, () => parseMail(hostileMail(dice))));

test('nothing decoded from a mail holds a control character, a line break or a hidden one: subject, names, ids, file names (A18, SH06)', () => {
  const kept = (mail: Mail) => [mail.subject, mail.fromText, mail.from?.name ?? '', ...mail.cc.map((person) => person.name), ...mail.files.map((file) => file.name), ...mail.headers.map((header) => header.value)];

  expect(mails.filter((mail) => mail.displayed).length).toBeGreaterThan(MAILS / 2);
  expect(mails.flatMap(kept).filter((text) => control.test(text))).toEqual([]);
  expect(mails.flatMap((mail) => mail.headers.map(({ name }) => name)).filter((name) => name === 'bcc')).toEqual([]);
});

test('no header of any letter about such a mail holds one, and the platform takes every letter (A18, SH06)', () => {
  const anna = agent();
  const letters = mails.flatMap((mail, place) => {
    const max = { ...customer(), name: mail.from?.name ?? '' };
    const ticket = aTicket({ subject: mail.subject, people: [max, anna], articleCount: 2 });
    const articles = [anArticle({ id: 1, by: max, text: mail.text, messageId: mail.messageId }), anArticle({ id: 2, by: max, text: mail.text, messageId: mail.references[0] ?? null })];
    const reader = { address: anna.address, name: anna.name, role: 'agent', language: 'de' } as const;
    const kind = letterKinds[place % letterKinds.length] ?? 'correspondence';
    return [compose({ letter: { kind, article: 2 }, reader, by: max, ticket, articles, sentBefore: [], queue: aQueue(), settings, html: null, files: new Map() })];
  });
  const values = letters.flatMap(({ subject, from, replyTo = '', to, headers }) => [subject, from.name, replyTo, to, ...Object.values(headers)]);

  expect(values.filter((value) => control.test(value))).toEqual([]);
  expect(letters.map(refusedByPlatform).filter((reason) => reason !== null)).toEqual([]);
  expect(letters.flatMap(({ text }) => text.match(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e]/g) ?? [])).toEqual([]);
});
