/** `POST /tickets/N/articles/ID/undo` and `/tickets/N/status/undo`: takes back what was just sent or closed, while nothing has left. */

import type { Context } from 'hono';
import type { PortalEnv } from '../portal-env.ts';
import { numberIn } from './asked-number.ts';
import { command, unlessMayChange } from './command.ts';

export async function undoReply(c: Context<PortalEnv>) {
  const no = await unlessMayChange(c);
  return no ?? command(c, { kind: 'undoReply', article: numberIn(c.req.param('id') ?? '') ?? 0 }, { form: 'reply', typed: {}, field: 'text' });
}

export async function undoClose(c: Context<PortalEnv>) {
  const no = await unlessMayChange(c);
  return no ?? command(c, { kind: 'undoClose' }, { form: 'status', typed: {}, field: 'status' });
}
