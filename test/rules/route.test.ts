import { describe, expect, test } from 'vitest';
import { answeredIds, route, type Candidate, type Named } from '../../src/inbound/route.ts';
import type { Mail } from '../../src/rules/mail.ts';
import { isOurReference, replyReference, threadReference } from '../../src/rules/reply-key.ts';
import { address, aQueue } from '../support/builders.ts';

const support = aQueue({ formerTags: ['old.de'] });
const sales = aQueue({ id: 2, address: address('sales@verkauf.example'), tag: 'sales' });
const key = { number: 5, pid: 2, secret: 'abcdefghijklmnop' };
const keyAddress = 'support+5-2-abcdefghijklmnop@dtnet.de';

describe('the tickets that a mail names are asked', () => {
  test('in the order key, answered mails, tags, kin, each once (T08)', () => {
    const asked = routed({ subject: '[dtnet.de #5] [dtnet.de #9]', recipients: [keyAddress], referred: [7, 5], kin: [7, 8] });

    expect(asked.map((one) => [one.number, one.only])).toEqual([[9, 'tag'], [5, null], [7, null], [9, null], [8, 'kin']]);
    expect(asked[1]).toEqual({ number: 5, key, tagged: true, only: null });
  });

  test('by the tags of every queue, former ones too, whichever the mail was sent to (T12)', () => {
    const asked = routed({ subject: '[sales #3] (OLD.de #4) [retired #6]', recipients: ['support@dtnet.de'] });

    expect(asked.map((one) => one.number)).toEqual([3, 4]);
  });

  test('by a key in References of any queue’s domain, but of no other (T12, SJ05)', () => {
    expect(routed({ references: [replyReference(sales.address, key)] })[0]?.key).toEqual(key);
    expect(routed({ references: ['<5-2-abcdefghijklmnop@elsewhere.example>'] })).toEqual([]);
  });

  test('not at all, if it names none (T01)', () => {
    expect(routed({ subject: 'Drucker #12' })).toEqual([]);
  });
});

test('what a mail answers is told oldest first, each once', () => {
  expect(answeredIds({ references: ['<a@x>', '<b@x>'], inReplyTo: ['<b@x>', '<c@x>'] })).toEqual(['<a@x>', '<b@x>', '<c@x>']);
});

test('ids that we made for References are told from others (A01)', () => {
  const own = [support.address, sales.address];
  const ours = [threadReference(support.address, 5), replyReference(sales.address, key)];
  const others = ['<ticket-5@elsewhere.example>', '<abc@dtnet.de>', 'ticket-5@dtnet.de', ''];

  expect(ours.map((id) => isOurReference(id, own))).toEqual([true, true]);
  expect(others.map((id) => isOurReference(id, own))).toEqual([false, false, false, false]);
});

function routed(with_: Partial<Named> & { subject?: string; references?: string[] }): Candidate[] {
  const { subject = '', references = [], ...named } = with_;
  const mail: Pick<Mail, 'subject' | 'references' | 'inReplyTo' | 'to' | 'cc'> = { subject, references, inReplyTo: [], to: [], cc: [] };
  return route({ mail, recipients: [], referred: [], kin: [], queues: [support, sales], ...named });
}
