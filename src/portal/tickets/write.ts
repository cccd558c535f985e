/** `POST /tickets/N/replies` and `/comments`: adds a text to the history. */

import type { Context } from 'hono';
import type { Standing } from '../../rules/page.ts';
import { keepFiles } from '../../ticket/keep-files.ts';
import { ticketOf } from '../../ticket/tickets.ts';
import { errorPage } from '../errors.tsx';
import type { PortalEnv } from '../portal-env.ts';
import { viewerOf } from '../reader.ts';
import { readForm } from '../sent-form.ts';
import { askedNumber, numberIn } from './asked-number.ts';
import { command } from './command.ts';
import { keptFiles } from './kept-files.ts';
import { LONGEST_TEXT, MOST_FILES } from './limits.ts';
import { ticketPage } from './show-ticket.tsx';

export const reply = (c: Context<PortalEnv>) => write(c, 'reply');
export const comment = (c: Context<PortalEnv>) => write(c, 'comment');

async function write(c: Context<PortalEnv>, kind: 'reply' | 'comment') {
  const form = await readForm(c);
  const number = askedNumber(c);
  const standing = number === null ? null : await surviving(c, number);
  if (standing === null) return errorPage(c, 'notFound');
  if (kind === 'comment' && !standing.rights.comment) return errorPage(c, 'forbidden');
  if (standing.number !== number && form !== null) {
    const errors = { text: c.var.text.portal.ticket.mergedMeanwhile(number ?? 0) };
    return ticketPage(c, { form: kind, typed: { text: form.text('text') }, errors }, standing.number);
  }
  if (form === null) return errorPage(c, 'badInput');

  const words = c.var.text.portal.newTicket.errors;
  const typed = { text: form.text('text'), seen: form.text('seen') };
  const seen = numberIn(typed.seen) ?? undefined;
  const files = form.files('files');
  const kept = keptFiles(standing, kind, form);
  const again = files.length > 0 ? { files: words.filesAgain } : {};
  if (kind === 'reply' && !standing.rights.reply) return ticketPage(c, { form: kind, typed, errors: { text: c.var.text.words.refusal.closed } });
  if (typed.text.trim() === '' && files.length + kept.length === 0) return ticketPage(c, { form: kind, typed, errors: { text: c.var.text.words.refusal.noText } });
  if (typed.text.length > LONGEST_TEXT) return ticketPage(c, { form: kind, typed, errors: { text: words.textLong, ...again } });
  if (files.length + kept.length > MOST_FILES) return ticketPage(c, { form: kind, typed, errors: { files: words.filesMany } });

  const attachments = [...kept, ...(await keepFiles(c.env, files))];
  const written = { text: typed.text.trim(), attachments, channel: 'portal' } as const;
  return command(c, kind === 'reply' ? { kind, ...written, seen } : { kind, ...written }, { form: kind, typed, field: 'text', seen });
}

/** The ticket, or the one that it became part of since its page was opened: what is written goes on there, nothing is lost. */
async function surviving(c: Context<PortalEnv>, number: number): Promise<Standing | null> {
  const standing = await ticketOf(c.env, number).standingFor(viewerOf(c));
  return standing === null || standing.mergedInto === null ? standing : surviving(c, standing.mergedInto);
}
