/**
 * A ticket beside a model of it that knows the promises in a few lines: whatever people do, in any order, both are in the same state, answer the same,
 * and write the same letters. The seed stands in the test's name.
 */

import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import type { Command } from '../../src/rules/commands.ts';
import { statuses, type AccountRole, type Actor } from '../../src/rules/ticket.ts';
import { address, everywhere } from '../support/builders.ts';
import { chance, type Chance } from '../support/chance.ts';
import { bringToTicket, plainMail, ticketPage } from './inbox.ts';
import { aModel, step, type Act, type Model } from './model.ts';

const ACTS = 120;
const people: [string, AccountRole][] = [['anna@dtnet.de', 'agent'], ['berta@dtnet.de', 'agent'], ['max@kunde.example', 'requester'], ['karla@kunde.example', 'requester'], ['eva@fremd.example', 'requester']];
const outside = people.slice(3).map(([who]) => who);

test.each([1, 2, 3, 4])(`a ticket is what its model is after each of ${ACTS} acts (seed %i, SF31)`, { timeout: 600_000 }, async (seed) => {
  const dice = chance(seed);
  const number = await bringToTicket(plainMail({ from: 'max@kunde.example', subject: `Modell ${seed}` }));
  const model = aModel('max@kunde.example');
  const acts: string[] = [];

  for (let done = 0; done < ACTS; done += 1) {
    const act = done === 0 ? { by: 'anna@dtnet.de', staff: true, kind: 'reply' } as const : anAct(dice);
    const before = await lastEvent(number);
    const outcome = await env.TICKETS.getByName(String(number)).act(asCommand(act, done), actor(act.by), Date.now());
    const expected = step(model, act);
    acts.push(JSON.stringify(act));

    const after = acts.slice(-3).join(' ');
    expect([after, outcome.ok ? null : outcome.refusal]).toEqual([after, expected.refusal]);
    expect([after, await lettersAfter(number, before)]).toEqual([after, expected.letters.toSorted()]);
    expect([after, await stateOf(number)]).toEqual([after, shown(model)]);
  }
});

function anAct(dice: Chance): Act {
  const [by, role] = dice.of(people);
  const who = { by, staff: role === 'agent' };
  switch (dice.of(['reply', 'reply', 'comment', 'status', 'status', 'owner', 'priority', 'add', 'remove', 'remove'] as const)) {
    case 'reply':
      return { ...who, kind: 'reply' };
    case 'comment':
      return { ...who, kind: 'comment' };
    case 'status':
      return { ...who, kind: 'status', to: dice.of(statuses) };
    case 'owner':
      return { ...who, kind: 'owner', to: dice.of([null, 'anna@dtnet.de', 'berta@dtnet.de', 'karla@kunde.example']) };
    case 'priority':
      return { ...who, kind: 'priority', to: dice.below(50) };
    case 'add':
      return { ...who, kind: 'add', whom: dice.of(outside) };
    case 'remove':
      return { ...who, kind: 'remove', whom: dice.of(people)[0] };
  }
}

function asCommand(act: Act, at: number): Command {
  switch (act.kind) {
    case 'reply':
    case 'comment':
      return { kind: act.kind, text: `Text ${at}.`, attachments: [], channel: 'portal' };
    case 'status':
      return { kind: 'changeStatus', to: act.to };
    case 'owner':
      return { kind: 'changeOwner', to: act.to === null ? null : known(act.to) };
    case 'priority':
      return { kind: 'changePriority', priority: act.to, finalPriority: 50 };
    case 'add':
      return { kind: 'addWatcher', person: known(act.whom), role: 'cc' };
    case 'remove':
      return { kind: 'removeWatcher', address: address(act.whom), role: roleOnTicket(act.whom) };
  }
}

function roleOnTicket(who: string): 'agent' | 'requester' | 'cc' {
  if (people.some(([one, role]) => one === who && role === 'agent')) return 'agent';
  return who === 'max@kunde.example' ? 'requester' : 'cc';
}

function actor(who: string): Actor {
  return { address: address(who), name: '', role: people.find(([one]) => one === who)?.[1] ?? 'requester', language: 'de', reach: everywhere };
}

function known(who: string) {
  return { ...actor(who), own: false, disabled: false };
}

async function stateOf(number: number) {
  const { fields, people: shownPeople, entries } = await ticketPage(number);
  const { status, owner, priority } = fields;
  const articles = entries.flatMap((entry) => (entry.kind === 'article' ? [entry.article.kind] : [])).toReversed();
  return { status, owner, priority, articles, people: shownPeople.map((person) => `${person.address} ${person.role}`).toSorted() };
}

function shown({ status, owner, priority, articles, people: there }: Model) {
  return { status, owner, priority, articles, people: [...there].map(([who, role]) => `${who} ${role}`).toSorted() };
}

function lastEvent(number: number): Promise<number> {
  return rows(number, 'select max(seq) as seq from events').then(([row]) => Number(row?.['seq']));
}

async function lettersAfter(number: number, seq: number): Promise<string[]> {
  return (await rows(number, `select kind, recipient from letters where seq > ${seq}`)).map(({ kind, recipient }) => `${kind} ${recipient}`).toSorted();
}

function rows(number: number, query: string): Promise<Record<string, SqlStorageValue>[]> {
  return runInDurableObject(env.TICKETS.getByName(String(number)), (_, { storage }) => storage.sql.exec(query).toArray());
}
