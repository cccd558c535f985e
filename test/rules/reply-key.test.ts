import { describe, expect, test } from 'vitest';
import { findReplyKey, ownAddress, replyAddress, replyReference, withoutReplyKeys } from '../../src/rules/reply-key.ts';
import { address } from '../support/builders.ts';

const support = address('support@dtnet.de');
const key = { number: 427637, pid: 3, secret: 'abcdefghijklmn27' };

describe('text that quotes the address a mail went to', () => {
  test.each([
    ['An: support+427637-3-abcdefghijklmn27@dtnet.de', 'An: support@dtnet.de'],
    ['<a href="mailto:support+427637-3-abcdefghijklmn27%40dtnet.de">', '<a href="mailto:support%40dtnet.de">'],
    ['References: <ticket-427637@dtnet.de> <427637-3-abcdefghijklmn27@dtnet.de>', 'References: <ticket-427637@dtnet.de> <…@dtnet.de>'],
  ])('%s is kept as %s (A01)', (text, kept) => {
    expect(withoutReplyKeys(text)).toBe(kept);
  });

  test.each(['anna+1-2@kunde.example', 'support+427637-3-abcdefghijklmn2@dtnet.de', '1-2-abcdefghijklmnop', 'x1-2-abcdefghijklmnop@y'])('%s is kept as it is', (text) => {
    expect(withoutReplyKeys(text)).toBe(text);
  });
});

describe('reply keys', () => {
  test('what is written into Reply-To is read from the recipient (A01)', () => {
    expect(replyAddress(support, key)).toBe('support+427637-3-abcdefghijklmn27@dtnet.de');
    expect(findReplyKey([replyAddress(support, key)], [], [support])).toEqual(key);
  });

  test('what is written into References is read where Reply-To was ignored (A01)', () => {
    expect(findReplyKey(['support@dtnet.de'], ['<ticket-427637@dtnet.de>', replyReference(support, key), '<x@y>'], [support])).toEqual(key);
  });

  test.each([
    'support+427637-3-ABCDEFGHIJKLMN27@dtnet.de',
    'support+427637-3-abcdefghijklmn2@dtnet.de',
    'support+427637-3-abcdefghijklmn277@dtnet.de',
    'support+427637-3-@dtnet.de',
    'support+0-3-abcdefghijklmn27@dtnet.de',
    'support+427637-3-abcdefghijklmn27%00@dtnet.de',
    'support+427637-3-abcdefghijklmn27@evil.example',
    'other+427637-3-abcdefghijklmn27@dtnet.de',
    'support@dtnet.de',
    '',
  ])('%s is no key (A01)', (recipient) => {
    expect(findReplyKey([recipient], [], [support])).toBeNull();
  });

  test('our addresses are ours with any detail, in any case (P04)', () => {
    expect(ownAddress('Support@DTNET.de', [support])).toBe(support);
    expect(ownAddress('support+anything@dtnet.de', [support])).toBe(support);
    expect(ownAddress('supporter@dtnet.de', [support])).toBeNull();
  });
});
