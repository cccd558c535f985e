/** `POST /upkeep/read-again`: mails of these days, as the desk's clocks have them, are read again. */

import type { Context } from 'hono';
import * as v from 'valibot';
import { dayNumber, daySpan } from '../../rules/intake-search.ts';
import { mailPlace, readAgainStep } from '../../upkeep/read-again-step.ts';
import { auditFirst } from '../audit.ts';
import { errorPage } from '../errors.tsx';
import type { PortalEnv } from '../portal-env.ts';

/** `from` and `to` are days (`2026-11-20`), both included. `after` null: from the first mail on. `apply` false: it is only told what would change. */
const asked = v.object({ from: v.string(), to: v.string(), after: v.nullable(mailPlace), apply: v.boolean() });

export async function readMailsAgain(c: Context<PortalEnv>) {
  const sent = v.safeParse(asked, await c.req.json());
  if (!sent.success) return errorPage(c, 'badInput');
  const { from, to, after, apply } = sent.output;
  const [first, last] = [dayNumber(from), dayNumber(to)];
  if (first === null || last === null || last < first) return errorPage(c, 'badInput');
  const { zone } = c.var.settings;
  const span = { from: daySpan(first, zone).from, until: daySpan(last, zone).until };
  const note = ({ number, article }: { number: number; article: number }) => auditFirst(c, { action: 'mailReadAgain', ticket: number, target: `${article} command` });
  return c.json(await readAgainStep(c.env, { span, after }, apply ? note : null, c.var.at));
}
