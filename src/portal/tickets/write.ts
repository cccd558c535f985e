/** `POST /tickets/N/replies` and `/comments`: adds a text to the history. */

import type { Context } from 'hono';
import { knowStaff } from '../../directory/known-people.ts';
import { staffWanting } from '../../directory/people.ts';
import type { Standing } from '../../rules/page.ts';
import type { Attachment } from '../../rules/ticket.ts';
import { readMinutes } from '../../rules/time-spent.ts';
import { nameOfWarning, warningsOf } from '../../rules/warnings.ts';
import { keepFiles } from '../../ticket/keep-files.ts';
import { ticketOf } from '../../ticket/tickets.ts';
import { errorPage } from '../errors.tsx';
import type { FieldErrors } from '../parts/field.tsx';
import type { PortalEnv } from '../portal-env.ts';
import { actorOf, viewerOf } from '../reader.ts';
import { readForm, type SentForm } from '../sent-form.ts';
import { addressingIn, peopleOnce } from './asked-addressing.ts';
import { askedNumber, numberIn } from './asked-number.ts';
import { command } from './command.ts';
import { keptFiles } from './kept-files.ts';
import { LONGEST_TEXT, MOST_FILES } from './limits.ts';
import { ticketPage } from './show-ticket.tsx';

/** People who are not on the ticket and get one answer. */
const MOST_ONCE = 10;

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

  return kind === 'reply' ? sendReply(c, form, standing) : sendComment(c, form, standing);
}

async function sendComment(c: Context<PortalEnv>, form: SentForm, standing: Standing) {
  const typed = { text: form.text('text'), minutes: form.text('minutes') };
  const minutes = readMinutes(typed.minutes) ?? 0;
  const box = { form: 'comment', typed } as const;
  const errors = wrongIn(c, form, keptFiles(standing, 'comment', form).length);
  if (errors !== null) return ticketPage(c, { ...box, errors });
  const attachments = await allFiles(c, form, standing, 'comment');
  const colleagues = typed.text.includes('@') ? await knowStaff(c.env.DB) : [];
  return command(c, { kind: 'comment', text: typed.text.trim(), attachments, channel: 'portal', minutes, colleagues }, { ...box, field: 'text' });
}

/** Before an agent's answer is sent, they are told once of what they may have overlooked; its files are kept with the draft meanwhile. */
async function sendReply(c: Context<PortalEnv>, form: SentForm, standing: Standing) {
  const { except, once, wrong } = addressingIn(form);
  const typed = { text: form.text('text'), minutes: form.text('minutes'), seen: form.text('seen'), except: except.join(' '), once: form.text('once') };
  const box = { form: 'reply', typed } as const;
  if (!standing.rights.reply) return ticketPage(c, { ...box, errors: { text: c.var.text.words.refusal.closed } });
  const errors = wrongIn(c, form, keptFiles(standing, 'reply', form).length) ?? wrongOnce(c, once.length, wrong);
  if (errors !== null) return ticketPage(c, { ...box, errors });

  const attachments = await allFiles(c, form, standing, 'reply');
  const text = typed.text.trim();
  const minutes = readMinutes(typed.minutes) ?? 0;
  const seen = numberIn(typed.seen) ?? undefined;
  const warnings = standing.rights.comment ? warningsOf({ text, files: attachments.length, except }, standing).filter((warning) => !form.texts('warned').includes(nameOfWarning(warning))) : [];
  if (warnings.length > 0) {
    await ticketOf(c.env, standing.number).act({ kind: 'saveDraft', form: 'reply', text, attachments, minutes, seen: seen ?? 0 }, actorOf(c), c.var.at);
    return ticketPage(c, { ...box, errors: {}, warnings });
  }
  const watchful = standing.rights.comment ? [] : await staffWanting(c.env.DB, 'new');
  const given = { kind: 'reply', text, attachments, channel: 'portal', minutes, seen, except, once: await peopleOnce(c, once), watchful } as const;
  return command(c, given, { ...box, field: 'text', seen });
}

function wrongIn(c: Context<PortalEnv>, form: SentForm, kept: number): FieldErrors | null {
  const words = c.var.text.portal.newTicket.errors;
  const text = form.text('text');
  const files = form.files('files').length;
  if (text.trim() === '' && files + kept === 0) return { text: c.var.text.words.refusal.noText };
  if (readMinutes(form.text('minutes')) === null) return { minutes: c.var.text.portal.timeSpent.wrong };
  if (text.length > LONGEST_TEXT) return { text: words.textLong, ...(files > 0 ? { files: words.filesAgain } : {}) };
  return files + kept > MOST_FILES ? { files: words.filesMany } : null;
}

function wrongOnce(c: Context<PortalEnv>, count: number, wrong: string[]): FieldErrors | null {
  const words = c.var.text.portal.newTicket.errors;
  if (wrong.length > 0) return { once: words.cc(wrong.join(', ')) };
  return count > MOST_ONCE ? { once: words.ccMany } : null;
}

async function allFiles(c: Context<PortalEnv>, form: SentForm, standing: Standing, box: 'reply' | 'comment'): Promise<Attachment[]> {
  return [...keptFiles(standing, box, form), ...(await keepFiles(c.env, form.files('files')))];
}

/** The ticket, or the one that it became part of since its page was opened: what is written goes on there, nothing is lost. */
async function surviving(c: Context<PortalEnv>, number: number): Promise<Standing | null> {
  const standing = await ticketOf(c.env, number).standingFor(viewerOf(c));
  return standing === null || standing.mergedInto === null ? standing : surviving(c, standing.mergedInto);
}
