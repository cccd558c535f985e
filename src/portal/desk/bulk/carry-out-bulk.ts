/**
 * `POST /desk/bulk`: changes many tickets, each by its own command; `/desk/bulk/ID/go-on`: those that were left when something
 * went wrong; `/desk/bulk/ID/undo`: takes it back where nothing happened since.
 */

import type { Context } from 'hono';
import { beginBulk, beginUndo, findBulk, noteBulk, type BulkChange } from '../../../directory/bulk-changes.ts';
import { commandFor, MOST_AT_ONCE, readAct, writeAct, type BulkAct } from '../../../rules/bulk.ts';
import type { Command } from '../../../rules/commands.ts';
import { ticketOf } from '../../../ticket/tickets.ts';
import { errorPage } from '../../errors.tsx';
import type { PortalEnv } from '../../portal-env.ts';
import { actorOf, signedIn } from '../../reader.ts';
import { readForm } from '../../sent-form.ts';
import { numberIn } from '../../tickets/asked-number.ts';
import { personWith } from '../../tickets/command.ts';

/** Tickets that are told at the same time. */
const TOGETHER = 20;

export async function carryOutBulk(c: Context<PortalEnv>) {
  const form = await readForm(c);
  const act = readAct(form?.text('act') ?? '', form?.text('value') ?? '');
  const numbers = [...new Set((form?.text('numbers') ?? '').split(',').flatMap((one) => numberIn(one) ?? []))].slice(0, MOST_AT_ONCE);
  if (act === null || numbers.length === 0) return errorPage(c, 'badInput');
  const id = await beginBulk(c.env.DB, { personId: signedIn(c).id, ...writeAct(act), numbers }, c.var.at);
  await change(c, { id, at: c.var.at, numbers }, act);
  return c.redirect(`/desk/bulk/${id}`, 303);
}

export async function goOnWithBulk(c: Context<PortalEnv>) {
  const found = await asked(c);
  const act = found === null ? null : readAct(found.bulk.act, found.bulk.value);
  if (found === null || act === null) return errorPage(c, 'notFound');
  if (found.bulk.undoneAt === null) await change(c, { ...found.bulk, numbers: found.rows.filter((row) => row.outcome === null).map((row) => row.number) }, act);
  return c.redirect(`/desk/bulk/${found.bulk.id}`, 303);
}

export async function undoBulk(c: Context<PortalEnv>) {
  const found = await asked(c);
  if (found === null) return errorPage(c, 'notFound');
  const { bulk, rows } = found;
  await beginUndo(c.env.DB, bulk.id, c.var.at);
  const changed = rows.filter((row) => row.outcome === 'done' && row.undone === null).map((row) => row.number);
  await tell(c, { of: 'undone', bulk, numbers: changed, at: c.var.at }, { kind: 'undoAct', at: bulk.at });
  return c.redirect(`/desk/bulk/${bulk.id}`, 303);
}

async function asked(c: Context<PortalEnv>) {
  const id = numberIn(c.req.param('id') ?? '');
  return id === null ? null : findBulk(c.env.DB, { personId: signedIn(c).id, id });
}

async function change(c: Context<PortalEnv>, { id, at, numbers }: { id: number; at: number; numbers: number[] }, act: BulkAct): Promise<void> {
  const owner = act.kind === 'owner' && act.to !== null ? await personWith(c, act.to) : null;
  await tell(c, { of: 'outcome', bulk: { id }, numbers, at }, commandFor(act, owner));
}

type Telling = { of: 'outcome' | 'undone'; bulk: Pick<BulkChange, 'id'>; numbers: number[]; at: number };

/** Each ticket decides by itself; what became of it is noted as soon as some have, so that a fault leaves only the rest. */
async function tell(c: Context<PortalEnv>, { of, bulk, numbers, at }: Telling, command: Command): Promise<void> {
  const by = actorOf(c);
  for (let from = 0; from < numbers.length; from += TOGETHER) {
    const some = numbers.slice(from, from + TOGETHER);
    const became = await Promise.all(
      some.map(async (number) => {
        const outcome = await ticketOf(c.env, number).act(command, by, at);
        return { number, how: outcome.ok ? 'done' : outcome.refusal };
      }),
    );
    await noteBulk(c.env.DB, bulk.id, of, became);
  }
}
