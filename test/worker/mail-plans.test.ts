/** How SQLite goes about a mail: what it reads must not grow with the tickets, mails and people that there are. */

import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { receiveMail } from '../../src/inbound/receive.ts';
import { settings } from '../../src/settings-of-worker.ts';
import { refreshIndex } from '../../src/ticket-index/refresh.ts';
import { headWords } from '../../src/ticket-index/searchable.ts';
import { summarize } from '../../src/ticket-index/summarize.ts';
import { aTicket } from '../support/builders.ts';
import { anna, asBrought, bytesOf, plainMail } from './inbox.ts';

const max = 'max@kunde.example';
const statements: string[] = [];
/** The database, with a list of what it was asked. */
const DB = new Proxy(env.DB, {
  get(target, name) {
    const member: unknown = Reflect.get(target, name);
    if (name === 'prepare') return (statement: string) => (statements.push(statement), target.prepare(statement));
    return typeof member === 'function' ? member.bind(target) : member;
  },
});

test('a mail, and the lists that follow it, look through no table that grows', async () => {
  const ticket = aTicket({ number: 7, version: 1 });
  const said = { inside: false, article: 1, at: ticket.createdAt, byName: '', text: 'Drucker', words: 'drucker' };
  await receiveMail(asBrought(bytesOf(plainMail({ from: max, subject: 'Drucker' })), { from: max, to: 'support@dtnet.de' }), { ...env, DB }, settings, Date.now());
  await refreshIndex(DB, summarize(ticket), { named: [], ever: [anna.address], searchable: { head: headWords(ticket), said: [said], anew: true, forgotten: [] }, letters: [], filed: null });

  const plans = await Promise.all(statements.map(planOf));

  expect(plans.length).toBeGreaterThan(20);
  for (const [at, plan] of plans.entries()) expect(plan, statements[at]).not.toMatch(/SCAN (?!json_each|CONSTANT ROW|queues|\(subquery|ticket_words VIRTUAL TABLE INDEX 0:=)/);
});

async function planOf(statement: string): Promise<string> {
  const given = new Array<null>(statement.split('?').length - 1).fill(null);
  const { results } = await env.DB.prepare(`explain query plan ${statement}`).bind(...given).all<{ detail: string }>();
  return results.map((row) => row.detail).join(' | ');
}
