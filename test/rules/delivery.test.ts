import { describe, expect, test } from 'vitest';
import { readBounce } from '../../src/rules/bounce.ts';
import { hear, namingOf, newsIn, type News, type SentLetter } from '../../src/rules/delivery.ts';
import { replyAddress, replyReference } from '../../src/rules/reply-key.ts';
import { letterStates, type Failure } from '../../src/rules/letter-kinds.ts';
import { address, agent, aParticipant, aTicket, customer, now } from '../support/builders.ts';
import { aStatusReport } from '../support/reports.ts';

const max = customer();
const boss = aParticipant('boss@kunde.example');
const ticket = aTicket({ people: [max, boss, agent()] });
const toMax: SentLetter = { id: 4, to: max.address, state: 'sent', messageId: '<four@dtnet.de>', handedAt: now };
const letters: SentLetter[] = [{ ...toMax, id: 5, to: boss.address, messageId: '<five@dtnet.de>' }, toMax, { ...toMax, id: 2, messageId: '<two@dtnet.de>' }];

const failure = (with_: Partial<Failure> = {}): Failure => ({ address: max.address, kind: 'hard', reason: 'userUnknown', status: '5.1.1', words: 'no such user', ...with_ });
const about = { ids: ['<four@dtnet.de>'], key: null, to: [max.address], happenedAt: null };
const bounced = (with_: Partial<Failure> = {}): News => ({ ...about, fate: 'undelivered', failure: failure(with_) });
const key = { number: ticket.number, pid: max.pid, secret: max.secret };

describe('news of a letter that we cannot name, from the platform', () => {
  const doubtful: SentLetter = { ...toMax, id: 6, state: 'unknown', messageId: null };
  const delivered = { ...about, ids: ['<six@dtnet.de>'], happenedAt: now + 1000, fate: 'delivered' as const };

  test('settle the one of unknown fate to that person, and tell its Message-ID (SR5)', () => {
    expect(hear(ticket, [doubtful, ...letters], delivered)).toEqual({ changes: [], states: [{ letter: 6, state: 'delivered', messageId: '<six@dtnet.de>' }] });
    expect(hear(ticket, [doubtful], { ...bounced(), ids: ['<six@dtnet.de>'], happenedAt: now }).changes[0]).toMatchObject({ kind: 'undelivered', letter: 6 });
  });

  test.each<[string, SentLetter, Partial<Pick<News, 'to' | 'happenedAt'>>]>([
    ['from before it was handed over', doubtful, { happenedAt: now - 60_000 }],
    ['about somebody else', doubtful, { to: [boss.address] }],
    ['that came as a mail, which anybody can write', doubtful, { happenedAt: null }],
    ['while no letter is in doubt', toMax, {}],
  ])('mean nothing %s (SR5, SL11)', (_, letter, with_) => {
    expect(hear(ticket, [letter], { ...delivered, ...with_ })).toEqual({ changes: [], states: [] });
  });

  test('about a letter that we know do not settle another', () => {
    expect(hear(ticket, [doubtful, toMax], { ...delivered, ids: ['<four@dtnet.de>'] }).states).toEqual([{ letter: 4, state: 'delivered' }]);
  });
});

describe('news of a letter', () => {
  test('that did not reach its reader stand at that letter and at the person (A14, P11)', () => {
    expect(hear(ticket, letters, bounced()).changes).toEqual([
      { kind: 'undelivered', letter: 4, to: max.address, failure: failure() },
      { kind: 'bounced', address: max.address, reason: 'userUnknown' },
    ]);
  });

  test('that failed for a soft reason leave the person alone (A14)', () => {
    expect(hear(ticket, letters, bounced({ kind: 'soft', reason: 'mailboxFull' })).changes.map((change) => change.kind)).toEqual(['undelivered']);
  });

  test('that it is late are no failure (A14)', () => {
    expect(hear(ticket, letters, bounced({ kind: 'delay' }))).toEqual({ changes: [], states: [{ letter: 4, state: 'deferred' }] });
  });

  test('by the reply key alone are about the newest letter to its person (A14)', () => {
    expect(hear(ticket, letters, { ...bounced(), ids: ['<other@x.example>'], key }).changes[0]).toMatchObject({ kind: 'undelivered', letter: 4 });
  });

  const forged: [string, News][] = [
    ['a Message-ID that is none of ours', { ...bounced(), ids: ['<other@x.example>'] }],
    ['no Message-ID and no key', { ...bounced(), ids: [] }],
    ['the Message-ID of a letter to somebody else', { ...bounced(), ids: ['<five@dtnet.de>'] }],
    ['an address to which that letter did not go', { ...bounced({ address: address('eve@evil.example') }), to: [address('eve@evil.example')] }],
    ['nobody', { ...bounced(), to: [] }],
    ['a wrong key', { ...bounced(), ids: [], key: { ...key, secret: 'aaaaaaaaaaaaaaaa' } }],
    ['the key of somebody else', { ...bounced(), ids: [], key: { ...key, pid: boss.pid, secret: boss.secret } }],
  ];
  test.each(forged)('that name %s change nothing (SL11)', (_, news) => {
    expect(hear(ticket, letters, news)).toEqual({ changes: [], states: [] });
  });

  test('come in any order and more than once, and never unsay what is known (SF24)', () => {
    const in_ = (state: SentLetter['state'], news: News) => hear(ticket, [{ ...toMax, state }], news);
    const delivered: News = { ...about, fate: 'delivered' };
    const late: News = { ...about, fate: 'deferred' };

    expect(letterStates.filter((state) => in_(state, delivered).states.length > 0)).toEqual(['sending', 'sent', 'deferred', 'unknown']);
    expect(letterStates.filter((state) => in_(state, late).states.length > 0)).toEqual(['sending', 'sent', 'unknown']);
    expect(letterStates.filter((state) => in_(state, bounced()).changes.length > 0)).toEqual(['queued', 'sending', 'sent', 'deferred', 'delivered', 'unknown']);
  });

  test('that somebody called it spam stand there once', () => {
    expect(hear(ticket, letters, { ...about, fate: 'complained' }).changes).toEqual([{ kind: 'complained', letter: 4, to: max.address }]);
    expect(hear(ticket, [{ ...toMax, state: 'complained' }], { ...about, fate: 'complained' }).changes).toEqual([]);
  });

  test('mark nobody twice, and nobody who left', () => {
    const marked = { ...max, bounced: 'userUnknown' } as const;
    expect(hear(aTicket({ people: [marked] }), letters, bounced()).changes).toHaveLength(1);
    expect(hear(aTicket({ people: [{ ...max, state: 'removed' }] }), letters, bounced()).changes).toHaveLength(1);
  });
});

describe('a report', () => {
  const queue = address('support@dtnet.de');
  const returned = `Message-ID: <four@dtnet.de>\nReply-To: ${replyAddress(queue, key)}\nReferences: <ticket-427637@dtnet.de> ${replyReference(queue, key)}\nTo: max@kunde.example`;
  const report = aStatusReport(['Original-Recipient: rfc822;max@kunde.example\nFinal-Recipient: rfc822;m.muster@mailbox.example\nAction: failed\nStatus: 5.1.1'], returned);

  test('brings news of the letter that came back, with its key and for whom it was', () => {
    const [news, ...others] = newsIn({ inReplyTo: [], report: report.report }, 'bounce', readBounce(report), [queue]);

    expect(others).toEqual([]);
    expect(news).toMatchObject({ ids: ['<four@dtnet.de>'], key, to: ['m.muster@mailbox.example', 'max@kunde.example'], fate: 'undelivered', failure: { kind: 'hard', reason: 'userUnknown' } });
  });

  test('names the ticket as an answer to that letter would', () => {
    const naming = namingOf({ subject: 'Undelivered', references: [], inReplyTo: [], to: [], cc: [] }, readBounce(report));

    expect(naming.references.at(-1)).toBe('<four@dtnet.de>');
    expect(naming.to.map((person) => person.address)).toEqual([replyAddress(queue, key)]);
  });

  test('that names no letter that came back is about the mail that it answers', () => {
    const [news] = newsIn({ inReplyTo: ['<four@dtnet.de>'], report: null }, 'bounce', readBounce({ ...report, report: { status: report.report?.status ?? [], feedback: [], returned: [] } }), [queue]);

    expect(news?.ids).toEqual(['<four@dtnet.de>']);
  });
});
