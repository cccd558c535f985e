/** An agent answers a letter that carried a comment: the answer stays among agents (A07, P08). */

import { describe, expect, test } from 'vitest';
import { asComment, isMarkedComment } from '../../src/rules/comment-mark.ts';
import { receive } from '../../src/rules/arrival.ts';
import { findReplyKey, replyAddress, replyReference, withoutReplyKeys } from '../../src/rules/reply-key.ts';
import { address, agent, aKnownPerson, anActor, aNewArticle, anArrival, annaTheAgent, aTicket, customer, now } from '../support/builders.ts';

const support = address('support@dtnet.de');
const anna = agent();
const ticket = aTicket({ people: [customer(), anna], status: 'new', startedAt: null });
const key = { number: 427637, pid: anna.pid, secret: anna.secret };
const known = { lettersTo: [], mail: false, kin: false, recent: [], letters: [], told: null };
const annas = (with_ = {}) => anArrival({ sender: annaTheAgent(), tagged: false, ...with_ });

describe('the reply address of a comment', () => {
  test('says that the answer is one, in Reply-To and in References', () => {
    const comment = { ...key, comment: true };

    expect(replyAddress(support, comment)).toBe(`support+427637-${anna.pid}-${anna.secret}-c@dtnet.de`);
    expect(findReplyKey([replyAddress(support, comment)], [], [support])).toEqual(comment);
    expect(findReplyKey([], [replyReference(support, comment)], [support])).toEqual(comment);
    expect(withoutReplyKeys(`An: ${replyAddress(support, comment)}`)).toBe('An: support@dtnet.de');
  });

  test.each(['-C', '-cc', '-', 'c', '-c-c'])('with “%s” at its end is none (SJ05)', (end) => {
    expect(findReplyKey([`support+427637-${anna.pid}-${anna.secret}${end}@dtnet.de`], [], [support])).toBe(null);
  });
});

describe('an answer to a comment', () => {
  test('is a comment, brings nobody along and opens nothing', () => {
    const { outcome, changes } = receive(ticket, annas({ key: { ...key, comment: true }, named: [aKnownPerson('it@kunde.example')] }), known, now);

    expect(outcome.kind).toBe('filed');
    expect(changes.map((change) => change.kind)).toEqual(['article']);
    expect(changes[0]).toMatchObject({ kind: 'article', article: { kind: 'comment' } });
  });

  test('that has only the letter’s Message-ID is one, one with another reply address is not', () => {
    const byLetter = receive(ticket, annas(), { ...known, lettersTo: [anna.address], comment: true }, now);
    const byAddress = receive(ticket, annas({ key }), { ...known, lettersTo: [anna.address], comment: true }, now);

    expect(byLetter.changes).toContainEqual(expect.objectContaining({ kind: 'article', article: expect.objectContaining({ kind: 'comment' }) }));
    expect(byAddress.changes).toContainEqual(expect.objectContaining({ kind: 'article', article: expect.objectContaining({ kind: 'correspondence' }) }));
  });

  test('is one on a closed ticket too, as in the portal', () => {
    expect(receive({ ...ticket, status: 'closed', closedAt: now }, annas({ key: { ...key, comment: true } }), known, now).outcome.kind).toBe('filed');
  });

  test('that an agent lets in from the door stays one, whoever wrote it', () => {
    for (const sender of [annaTheAgent(), anActor('anna.privat@elsewhere.example')]) {
      const { changes } = receive(ticket, annas({ sender, key: { ...key, comment: true }, admittedBy: annaTheAgent() }), known, now);
      expect(changes.filter((change) => change.kind !== 'engaged')).toMatchObject([{ kind: 'article', article: { kind: 'comment' } }]);
    }
  });

  test('of somebody who is no agent any more waits at the door', () => {
    const was = anActor('anna@dtnet.de');

    expect(receive(ticket, annas({ sender: was, key: { ...key, comment: true } }), known, now)).toMatchObject({ outcome: { kind: 'door' }, changes: [] });
  });

  test('to a ticket that became part of another is one there (T13)', () => {
    const passed = receive({ ...ticket, mergedInto: 7 }, annas({ key: { ...key, comment: true } }), known, now).outcome;
    if (passed.kind !== 'merged') throw new Error('It is passed on');

    const { changes } = receive(aTicket({ number: 7, people: [customer(), anna] }), annas({ key: null, proof: passed.proof }), known, now);
    expect(changes).toContainEqual(expect.objectContaining({ kind: 'article', article: expect.objectContaining({ kind: 'comment' }) }));
  });
});

describe('the mark of a comment', () => {
  test.each(['#comment\nFrag Bernd.', '#Kommentar\r\nFrag Bernd.', '\n \u00a0#KOMMENTAR: \nFrag Bernd.', '#comment Frag Bernd.', '#kommentar: Frag Bernd.'])('in the first line goes, and what is said stays: %j', (text) => {
    expect(asComment(aNewArticle({ text, html: '<p>#comment</p>', look: 'rich' }))).toMatchObject({ kind: 'comment', text: 'Frag Bernd.', html: null, look: 'plain' });
  });

  test.each(['Hallo\n#comment\nFrag Bernd.', '#comments', '#kommentare', '> #comment', 'comment', '# comment'])('is not in %j', (text) => {
    expect(isMarkedComment(text)).toBe(false);
  });

  const marked = aNewArticle({ text: '#kommentar\nDem sagen wir nichts.' });
  const secretly = { kind: 'article', article: { kind: 'comment', text: 'Dem sagen wir nichts.' } };

  test('makes an agent’s answer to any letter a comment, on a closed ticket too, and changes nothing else (P08)', () => {
    expect(receive(ticket, annas({ key, article: marked }), known, now).changes).toMatchObject([secretly]);
    expect(receive({ ...ticket, status: 'closed', closedAt: now }, annas({ key, article: marked }), known, now).changes).toMatchObject([secretly]);
  });

  test('is a customer’s own word where a customer writes it', () => {
    const { changes } = receive({ ...ticket, status: 'open' }, anArrival({ article: marked }), known, now);
    expect(changes[0]).toMatchObject({ kind: 'article', article: { kind: 'correspondence', text: marked.text } });
  });

  test('keeps among agents what waits at the door, whoever lets it in, and what an agent of other queues writes (P08)', () => {
    const { changes } = receive(ticket, annas({ article: marked, verdict: 'fail', admittedBy: annaTheAgent() }), known, now);
    expect(changes).toContainEqual(expect.objectContaining({ article: expect.objectContaining({ kind: 'comment' }) }));

    const seller = anActor('anna@dtnet.de', { role: 'agent', reach: { queues: [2], domains: [] } });
    const asCustomer = { ...ticket, people: [customer(), { ...anna, role: 'cc' as const }] };
    expect(receive(asCustomer, annas({ sender: seller, key, article: marked }), known, now)).toMatchObject({ outcome: { kind: 'door' }, changes: [] });
  });
});

describe('an agent who is not on the ticket, but was written to about it', () => {
  const bert = anActor('bert@dtnet.de', { name: 'Bert', role: 'agent' });
  const toldBert = { ...known, lettersTo: [bert.address] };

  test('answers it by mail, and is on it from then on (A07, P01)', () => {
    const { outcome, changes } = receive(ticket, annas({ sender: bert }), toldBert, now);

    expect(outcome.kind).toBe('filed');
    expect(changes).toContainEqual(expect.objectContaining({ kind: 'joined', person: expect.objectContaining({ address: bert.address, role: 'agent' }) }));
    expect(changes).toContainEqual(expect.objectContaining({ kind: 'article', article: expect.objectContaining({ kind: 'correspondence' }) }));
  });

  test.each(['none', 'fail'] as const)('waits at the door with verdict %s (A07)', (verdict) => {
    expect(receive(ticket, annas({ sender: bert, verdict }), toldBert, now)).toMatchObject({ outcome: { kind: 'door', reason: 'agentWithoutKey' }, changes: [] });
  });

  test.each([['a colleague’s letter', [anna.address]], ['no letter', []]])('waits at the door with %s (A07)', (_, lettersTo) => {
    expect(receive(ticket, annas({ sender: bert }), { ...known, lettersTo }, now).outcome.kind).toBe('door');
  });

  test('is nobody there once they work in other queues (SJ07)', () => {
    const seller = { ...bert, reach: { queues: [2], domains: [] } };
    expect(receive(ticket, annas({ sender: seller }), toldBert, now).outcome.kind).not.toBe('filed');
  });

  test('answers the survivor of a merge as well (T13)', () => {
    const passed = receive({ ...ticket, mergedInto: 7 }, annas({ sender: bert }), toldBert, now).outcome;
    if (passed.kind !== 'merged') throw new Error('It is passed on');

    expect(receive(aTicket({ number: 7 }), annas({ sender: bert, proof: passed.proof }), known, now).outcome.kind).toBe('filed');
  });
});
