import { expect, test } from 'vitest';
import { refusedByPlatform } from '../../src/outbox/platform-limits.ts';
import { send, type OutgoingMail } from '../../src/outbox/send.ts';
import { address } from '../support/builders.ts';

const MiB = 1024 * 1024;

function aMail(with_: Partial<OutgoingMail> = {}): OutgoingMail {
  return {
    from: { address: address('support@dtnet.de'), name: 'dtnet' }, to: address('max@kunde.example'), replyTo: 'support+7-1-abcdefghijklmnop@dtnet.de', subject: '[dtnet.de #7] Grüße 🖨️', text: 'x', html: '<p>x</p>',
    headers: { 'In-Reply-To': '<a@b.example>', References: '<a@b.example>', 'Auto-Submitted': 'auto-replied', 'X-Loop': 'support@dtnet.de', 'Content-Language': 'de' }, ...with_,
  };
}

const aFile = (with_ = {}) => ({ name: 'ä.pdf', type: 'application/pdf', bytes: new Uint8Array(10), contentId: null, ...with_ });
const headers = (more: Record<string, string>) => ({ headers: { ...aMail().headers, ...more } });
const many = (name: string, count: number) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`${name}-${at}`, 'x']));

test('a letter of ours is one that the platform takes', () => {
  expect(refusedByPlatform(aMail({ enclosures: [aFile(), aFile({ type: 'image/png', contentId: 'a1@vorgang' })] }))).toBeNull();
});

test.each<[string, Partial<OutgoingMail>, string]>([
  ['a Message-ID of ours', headers({ 'Message-ID': '<a@b.example>' }), 'E_HEADER_NOT_ALLOWED'],
  ['a Date', headers({ Date: 'Tue, 24 Nov 2026 09:00:00 +0000' }), 'E_HEADER_NOT_ALLOWED'],
  ['a Content-Type', headers({ 'content-type': 'text/plain' }), 'E_HEADER_NOT_ALLOWED'],
  ['a Return-Path', headers({ 'Return-Path': '<a@b.example>' }), 'E_HEADER_NOT_ALLOWED'],
  ['a Received', headers({ Received: 'x' }), 'E_HEADER_NOT_ALLOWED'],
  ['a Feedback-ID', headers({ 'Feedback-ID': 'x' }), 'E_HEADER_NOT_ALLOWED'],
  ['a Bcc', headers({ Bcc: 'a@b.example' }), 'E_HEADER_NOT_ALLOWED'],
  ['a header in two spellings', headers({ references: '<a@b.example>' }), 'E_HEADER_NOT_ALLOWED'],
  ['a line break in a header', headers({ 'X-A': 'x\r\nBcc: a@b.example' }), 'E_HEADER_VALUE_INVALID'],
  ['an umlaut in a header', headers({ 'X-A': 'ä' }), 'E_HEADER_VALUE_INVALID'],
  ['an Auto-Submitted of its own', headers({ 'Auto-Submitted': 'no' }), 'E_HEADER_VALUE_INVALID'],
  ['a header of 2,049 bytes', headers({ References: 'x'.repeat(2049) }), 'E_HEADER_VALUE_TOO_LONG'],
  ['twenty-one headers that are not X-', { headers: many('List', 21) }, 'E_HEADERS_TOO_MANY'],
  ['a line break in the subject', { subject: 'a\nb' }, 'E_VALIDATION_ERROR'],
  ['half a character in the subject', { subject: '\ud83d' }, 'E_VALIDATION_ERROR'],
  ['no subject', { subject: '' }, 'E_VALIDATION_ERROR'],
  ['a subject too long once it is encoded', { subject: '漢'.repeat(500) }, 'E_HEADER_VALUE_TOO_LONG'],
  ['a control in the sender’s name', { from: { address: address('support@dtnet.de'), name: 'a\x1bb' } }, 'E_VALIDATION_ERROR'],
  ['two addresses to reply to', { replyTo: 'a@b.example, c@d.example' }, 'E_VALIDATION_ERROR'],
  ['a file without a name', { enclosures: [aFile({ name: '' })] }, 'E_VALIDATION_ERROR'],
  ['a line break in a file’s name', { enclosures: [aFile({ name: 'a\r\nb' })] }, 'E_VALIDATION_ERROR'],
  ['a Content-ID that ends its header', { enclosures: [aFile({ contentId: 'a>\r\nb' })] }, 'E_VALIDATION_ERROR'],
  ['text of five MiB', { text: 'x'.repeat(5 * MiB) }, 'E_CONTENT_TOO_LARGE'],
  ['files of five MiB once they are encoded', { enclosures: [aFile({ bytes: new Uint8Array(4 * MiB) })] }, 'E_CONTENT_TOO_LARGE'],
])('%s fails with a reason, and the simulator never sees it', async (_, wrong, code) => {
  const handedOver: unknown[] = [];
  const mailer = { send: async (mail: unknown) => ({ messageId: `<${handedOver.push(mail)}@test>` }) };

  const result = await send(mailer, aMail(wrong));

  expect(result).toMatchObject({ kind: 'failed', reason: expect.stringMatching(`^${code}: `) });
  expect(handedOver).toEqual([]);
});

test.each([{ to: address('max@sender_domain.example') }, { to: address('jürgen@kunde.example') }, headers(many('X-A', 100)), headers({ References: 'x'.repeat(2048) }), { headers: many('List', 20) }, { enclosures: [aFile({ bytes: new Uint8Array(3_000_000) })] }])('what is just allowed is handed over', (allowed) => {
  expect(refusedByPlatform(aMail(allowed))).toBeNull();
});
