/** `POST /tickets/N/draft`: keeps what an agent has written so far, or throws it away. The page's script sends it as they type. */

import type { Context } from 'hono';
import * as v from 'valibot';
import { readCanned } from '../../directory/canned.ts';
import { filled } from '../../rules/canned.ts';
import { draftForms } from '../../rules/draft.ts';
import { readMinutes } from '../../rules/time-spent.ts';
import { keepFiles } from '../../ticket/keep-files.ts';
import { ticketOf } from '../../ticket/tickets.ts';
import { errorPage } from '../errors.tsx';
import type { PortalEnv } from '../portal-env.ts';
import { viewerOf } from '../reader.ts';
import { readForm } from '../sent-form.ts';
import { askedNumber, numberIn } from './asked-number.ts';
import { cannedFacts } from './canned-choice.tsx';
import { command, unlessMayChange } from './command.ts';
import { previewAddress } from './draft-parts.tsx';
import { keptFiles } from './kept-files.ts';
import { LONGEST_TEXT, MOST_FILES } from './limits.ts';
import { ticketPage } from './show-ticket.tsx';

export async function saveDraft(c: Context<PortalEnv>) {
  const no = await unlessMayChange(c);
  if (no !== null) return no;
  const form = await readForm(c);
  const box = v.safeParse(v.picklist(draftForms), form?.text('form') || 'reply');
  if (form === null || !box.success) return errorPage(c, 'badInput');
  const typed = { text: form.text('text'), seen: form.text('seen') };
  const asked = { form: box.output, typed, field: 'text' };
  if (form.has('discard')) return command(c, { kind: 'saveDraft', form: box.output, text: '', attachments: [], seen: 0 }, asked);

  const words = c.var.text.portal.newTicket.errors;
  const standing = await ticketOf(c.env, askedNumber(c) ?? 0).standingFor(viewerOf(c));
  const kept = keptFiles(standing, box.output, form);
  const files = form.files('files');
  if (typed.text.length > LONGEST_TEXT) return ticketPage(c, { ...asked, errors: { text: words.textLong } });
  if (kept.length + files.length > MOST_FILES) return ticketPage(c, { ...asked, errors: { files: words.filesMany } });
  const attachments = [...kept, ...(await keepFiles(c.env, files))];
  const text = form.has('insert') ? await withCanned(c, typed.text, form.text('canned')) : typed.text;
  return command(c, { kind: 'saveDraft', form: box.output, text, attachments, minutes: readMinutes(form.text('minutes')) ?? 0, seen: numberIn(typed.seen) ?? 0 }, { ...asked, ...(form.has('preview') ? { to: previewAddress(askedNumber(c) ?? 0, box.output) } : {}) });
}

/** The text with the canned answer beneath; without one of that name, as it is. */
async function withCanned(c: Context<PortalEnv>, text: string, shortcut: string): Promise<string> {
  const [page, answers] = await Promise.all([ticketOf(c.env, askedNumber(c) ?? 0).page(viewerOf(c), c.var.at), readCanned(c.env.DB)]);
  const chosen = answers.find((one) => one.shortcut === shortcut);
  if (page === null || chosen === undefined) return text;
  return [text.trimEnd(), filled(chosen, page.language, cannedFacts(page, c.var.person))].filter((part) => part !== '').join('\n\n');
}
