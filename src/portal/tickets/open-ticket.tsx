/** `POST /tickets`: opens a ticket from the form. */

import type { Context } from 'hono';
import { cleanLine, LONGEST_SUBJECT } from '../../rules/clean.ts';
import { parseAddress } from '../../rules/address.ts';
import { isStaff, type Address } from '../../rules/ticket.ts';
import type { Text } from '../../text/text.ts';
import { openFromPortal } from '../../ticket/open-from-portal.ts';
import { errorPage } from '../errors.tsx';
import type { FieldErrors } from '../parts/field.tsx';
import type { PortalEnv } from '../portal-env.ts';
import { actorOf, readerOf, signedIn } from '../reader.ts';
import { readForm, type SentForm } from '../sent-form.ts';
import { personWith } from './command.ts';
import { followed, helps, NewTicket } from './new-ticket.tsx';
import { readAddresses } from './read-addresses.ts';
import { LONGEST_TEXT, MOST_FILES } from './limits.ts';

/** Most people who join by one form, as by one mail (A08). */
const MOST_CC = 10;

export async function openTicket(c: Context<PortalEnv>) {
  const form = await readForm(c);
  if (form === null) return errorPage(c, 'badInput');
  const { text } = c.var;
  const { written, errors } = judge(form, text);
  const customer = await customerIn(c, form);
  if (customer === 'wrong') return c.html(<NewTicket reader={readerOf(c)} typed={typedIn(form)} errors={{ ...errors, for: text.portal.links.followUp.forWrong }} />, 422);
  if (written === null) return c.html(<NewTicket reader={readerOf(c)} typed={typedIn(form)} errors={errors} />, 422);

  const number = await openFromPortal(c.env, c.var.settings, { ...written, requester: actorOf(c), of: customer, follows: (await followed(c, form.text('follows')))?.number ?? null }, c.var.at);
  return c.redirect(`/tickets/${number}`, 303);
}

/** For whom an agent writes; null: for themselves. Others write for nobody else. Our own people and addresses are no customers. */
async function customerIn(c: Context<PortalEnv>, form: SentForm): Promise<Address | null | 'wrong'> {
  const typed = form.text('for').trim();
  if (typed === '' || !isStaff(signedIn(c).role)) return null;
  const address = parseAddress(typed);
  const person = address === null ? null : await personWith(c, address);
  return person === null || person.own || person.disabled || isStaff(person.role) ? 'wrong' : person.address;
}

type Written = { subject: string; text: string; cc: Address[]; files: File[] };

function judge(form: SentForm, text: Text): { written: Written; errors: FieldErrors } | { written: null; errors: FieldErrors } {
  const words = text.portal.newTicket.errors;
  const subject = cleanLine(form.text('subject'), LONGEST_SUBJECT + 1);
  const description = form.text('text').trim();
  const { addresses: cc, wrong } = readAddresses(form.text('cc'));
  const files = form.files('files');

  const errors: FieldErrors = {
    ...(subject === '' ? { subject: words.subject } : subject.length > LONGEST_SUBJECT ? { subject: words.subjectLong } : {}),
    ...(description === '' ? { text: words.text } : description.length > LONGEST_TEXT ? { text: words.textLong } : {}),
    ...(wrong.length > 0 ? { cc: words.cc(wrong.join(', ')) } : cc.length > MOST_CC ? { cc: words.ccMany } : {}),
    ...(files.length > MOST_FILES ? { files: words.filesMany } : {}),
  };
  if (Object.keys(errors).length === 0) return { written: { subject, text: withHelps(description, form, text), cc, files }, errors };
  return { written: null, errors: files.length > 0 && errors['files'] === undefined ? { ...errors, files: words.filesAgain } : errors };
}

/** The description, and below it each question that was answered. */
function withHelps(description: string, form: SentForm, text: Text): string {
  const answered = helps
    .map(({ name }) => ({ question: text.portal.newTicket.helps[name], answer: form.text(name).trim() }))
    .filter(({ answer }) => answer !== '')
    .map(({ question, answer }) => `${question}\n${answer}`);
  return [description, ...answered].join('\n\n');
}

function typedIn(form: SentForm): Record<string, string> {
  const names = ['subject', 'text', 'cc', 'for', 'follows', ...helps.map(({ name }) => name)];
  return Object.fromEntries(names.map((name) => [name, form.text(name)]));
}
