/** Who vouches for a sender, read from the raw bytes, failing closed (SA01-SA05). */

import { describe, expect, test } from 'vitest';
import { readStamp, senderPart } from '../../src/inbound/screen.ts';
import { address } from '../support/builders.ts';

const max = address('max@kunde.example');
const to = 'support@dtnet.de';
const received = `Received: from mail.example (192.0.2.1) by cloudflare-email.net (cloudflare) id aBc for <${to}>; Tue, 24 Nov 2026 09:00:00 +0000`;
const score = 'X-CF-SpamH-Score: 0';
const results = (said: string) => `Authentication-Results: mx.cloudflare.net; ${said}`;
const passes = 'dmarc=pass header.from=kunde.example policy.dmarc=none';
const sent = ['From: max@kunde.example', `To: ${to}`, 'Subject: Drucker', 'Message-ID: <1@kunde.example>'];

function verdict(lines: string[], { from = max as typeof max | null, envelopeTo = to } = {}) {
  const raw = new TextEncoder().encode([...lines, '', 'Text', ''].join('\r\n'));
  return readStamp(raw, { from: 'max@kunde.example', to: envelopeTo }, from).verdict;
}
const stamped = (said: string, headers = sent) => verdict([received, results(said), score, ...headers]);

describe('the domain of the sender vouches', () => {
  test.each([
    passes,
    'dkim=none; DMARC=PASS header.from=KUNDE.example',
    'dmarc=none header.from=kunde.example; dkim=pass header.d=kunde.example',
    'spf=pass smtp.mailfrom=max@kunde.example',
    'spf=none smtp.helo=mail.example; spf=pass smtp.mailfrom=kunde.example',
    'dmarc=pass (p=none; sp=none) header.from=kunde.example',
  ])('by %s (SA01, SA03)', (said) => {
    expect(stamped(said)).toBe('pass');
  });
});

describe('nobody vouches', () => {
  test.each([
    'dmarc=pass header.from=evil.example',
    'dmarc=pass header.from=sub.kunde.example',
    'dmarc=pass',
    'dkim=pass header.d=evil.example; spf=pass smtp.mailfrom=evil.example',
    'spf=pass smtp.helo=kunde.example',
    'spf=pass smtp.helo=kunde.example smtp.mailfrom=kunde.example',
    'dmarc=pass header.from=kunde.example; dmarc=fail header.from=kunde.example',
    'dmarc=pass header.from=kunde.example header.from=evil.example',
    'dmarc=pass header.from=kunde.example (never ends',
    'dmarc=pass header.from=kunde.example"',
    'dmarc=temperror header.from=kunde.example',
    `${'spf=none; '.repeat(25)}${passes}`,
    `${passes} reason="${'x'.repeat(9000)}"`,
    'none',
    '',
  ])('by %s (SA01, SA03)', (said) => {
    expect(stamped(said)).toBe('none');
  });

  test('where DMARC failed, and that is more than nothing (SA01)', () => {
    expect(stamped('dmarc=fail header.from=kunde.example; dkim=pass header.d=kunde.example')).toBe('fail');
  });

  test.each([
    ['without a trace block', [results(passes), ...sent]],
    ['where the block has no end', [received, results(passes), ...sent]],
    ['below the block', [received, score, results(passes), ...sent]],
    ['above it', [results(passes), received, score, ...sent]],
    ['by two results', [received, results(passes), results(passes), score, ...sent]],
    ['by another server', [received, results(passes).replace('mx.cloudflare.net', 'mx.evil.example'), score, ...sent]],
    ['by a block that another server began', [received.replace('cloudflare-email.net (cloudflare)', 'mail.evil.example'), results(passes), score, ...sent]],
    ['by a block made for somebody else', [received.replace(to, 'other@dtnet.de'), results(passes), score, ...sent]],
    ['by nothing at all', sent],
  ])('%s (SA02, SA05)', (_, lines) => {
    expect(verdict(lines)).toBe('none');
  });

  test('for a block that is right but came to another of our addresses (SA02)', () => {
    expect(verdict([received, results(passes), score, ...sent], { envelopeTo: 'sales@dtnet.de' })).toBe('none');
  });

  test('where nobody is the sender (SJ09)', () => {
    expect(verdict([received, results(passes), score, ...sent], { from: null })).toBe('none');
  });

  test.each(['From', 'Sender', 'Reply-To', 'To', 'Cc', 'Subject', 'Date', 'Message-ID', 'In-Reply-To', 'References', 'MIME-Version', 'Content-Type'])('for a mail with two %s (SA04, SJ09)', (name) => {
    const twice = sent.filter((line) => !line.startsWith(`${name}:`));

    expect(stamped(passes, [...twice, `${name}: a`, `${name.toLowerCase()}: b`])).toBe('none');
  });
});

test('the part below the block is what the sender sent, and a block the sender wrote is part of it (SA02, SO03)', () => {
  const lines = [received, results(passes), score, 'X-CF-SpamH-Score: 9', ...sent, '', 'Text'];
  const part = new TextDecoder().decode(senderPart(new TextEncoder().encode(lines.join('\r\n'))));

  expect(part.replace(/^\r\n/, '')).toBe(lines.slice(3).join('\r\n'));
});
