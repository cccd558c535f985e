import { describe, expect, test } from 'vitest';
import { readDeliveryEvent } from '../../src/outbox/delivery-events.ts';
import { now } from '../support/builders.ts';

function anEvent(type: string, payload: object = {}, metadata: object = { eventTimestamp: new Date(now - 1000).toISOString() }) {
  const about = { eventId: 'e-1', messageId: '<one@dtnet.de>', sender: 'support@dtnet.de', recipient: 'Max@Kunde.example', subject: '[dtnet.de #427637] x', terminal: true };
  return { type: `cf.email.sending.message.${type}`, source: { type: 'email.sending', domain: 'dtnet.de' }, payload: { ...about, ...payload }, metadata };
}

const refusal = { delivery: { status: 'bounced', smtpStatusCode: '550', smtpEnhancedStatusCode: '5.1.1', smtpResponse: '550 5.1.1 User unknown' }, bounce: { type: 'hard', classification: 'permanent_failure', reason: '550 5.1.1 User unknown' } };

describe('an event of the platform', () => {
  test('names the letter, its reader and when it happened', () => {
    expect(readDeliveryEvent(anEvent('delivered'), now)).toEqual({
      eventId: 'e-1',
      messageId: '<one@dtnet.de>',
      subject: '[dtnet.de #427637] x',
      news: { ids: ['<one@dtnet.de>'], key: null, to: ['max@kunde.example'], happenedAt: now - 1000, fate: 'delivered' },
      at: now - 1000,
    });
  });

  test('of a failure is judged like a report that comes as a mail (A14)', () => {
    const failure = (payload: object) => readDeliveryEvent(anEvent('bounced', payload), now)?.news;

    expect(failure(refusal)).toMatchObject({ fate: 'undelivered', failure: { kind: 'hard', reason: 'userUnknown', status: '5.1.1', words: '550 5.1.1 User unknown' } });
    expect(failure({ bounce: { type: 'hard', reason: '552 5.2.2 Over quota' } })).toMatchObject({ failure: { kind: 'soft', reason: 'mailboxFull' } });
    expect(failure({ delivery: { status: 'bounced', smtpResponse: 'Permanent: no available upstream: unknown public suffix: example.invalid' } })).toMatchObject({ failure: { kind: 'hard', reason: 'hostUnknown' } });
    expect(failure({ bounce: { type: 'hard', reason: 'x' } })).toMatchObject({ failure: { kind: 'hard', reason: 'unknown' } });
    expect(failure({ bounce: { type: 'soft', reason: 'x' } })).toMatchObject({ failure: { kind: 'soft', reason: 'unknown' } });
  });

  test.each([['failed', 'undelivered'], ['rejected', 'undelivered'], ['deferred', 'deferred'], ['complained', 'complained']])('%s is %s', (type, fate) => {
    expect(readDeliveryEvent(anEvent(type), now)?.news.fate).toBe(fate);
  });

  test('takes a Message-ID without brackets, nulls and fields that we do not know', () => {
    expect(readDeliveryEvent(anEvent('deferred', { messageId: 'one@dtnet.de', delivery: null, bounce: null, extra: 1 }, {}), now)).toMatchObject({ messageId: '<one@dtnet.de>', at: now });
  });

  test.each([
    ['nothing', null], ['a text', 'x'], ['another kind', { ...anEvent('delivered'), type: 'cf.r2.object.created' }], ['an unknown fate', anEvent('opened')],
    ['no Message-ID', anEvent('delivered', { messageId: undefined })], ['no address', anEvent('delivered', { recipient: 'nobody' })],
  ])('of which we have no use is null: %s', (_, body) => {
    expect(readDeliveryEvent(body, now)).toBe(null);
  });

  test('that claims to come from the future happened now', () => {
    expect(readDeliveryEvent(anEvent('delivered', {}, { eventTimestamp: '2099-01-01T00:00:00Z' }), now)?.at).toBe(now);
  });
});
