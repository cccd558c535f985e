/** Whom the next letter to the requester announces (SJ26): read from the ticket's own history. */

import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { broughtBetween } from '../../src/ticket/people-store.ts';
import { causeOfLast } from '../../src/ticket/outbox-store.ts';
import { openDatabase, type Database } from '../../src/ticket/ticket-store.ts';
import { address } from '../support/builders.ts';
import { anna, bring, plainMail, stamped } from './inbox.ts';
import { signedIn } from './portal-visitor.ts';
import { act, aTicket, boss, keyOf, max } from './vector-scene.ts';

beforeAll(() => signedIn(anna.address, 'agent'));

test('those whom mails brought into Cc since the last letter that left, with who brought them (SJ26)', async () => {
  const number = await aTicket();
  const to = await keyOf(boss, number);
  await env.TICKETS.getByName(String(number)).drain();
  await bring(stamped(plainMail({ from: boss, to, subject: 'Re', headers: ['Cc: neu@kunde.example'] }), { to }), { to, authentication: 'cloudflare' });
  await act(number, { kind: 'addWatcher', person: { ...anna, address: address('vendor@firm.example'), role: 'requester', own: false, disabled: false }, role: 'cc' });
  await act(number, { kind: 'reply', text: 'Noch da?', attachments: [], channel: 'portal' });

  const told = await within(number, (db) => causeOfLast(db, { recipient: address(max), kinds: ['correspondence', 'closed'], before: 1000 }));
  const inAll = await within(number, (db) => broughtBetween(db, 0, 1000));

  expect(inAll).toEqual([{ address: boss, by: max }, { address: 'neu@kunde.example', by: boss }]);
  expect(told).not.toBe(null);
  const first = await within(number, (db) => causeOfLast(db, { recipient: address(max), kinds: ['correspondence', 'closed'], before: 4 }));
  expect(await within(number, (db) => broughtBetween(db, first ?? 0, 1000))).toEqual([{ address: 'neu@kunde.example', by: boss }]);
});

function within<Answer>(number: number, ask: (db: Database) => Answer): Promise<Answer> {
  return runInDurableObject(env.TICKETS.getByName(String(number)), (_, { storage }) => ask(openDatabase(storage)));
}
