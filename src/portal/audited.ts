/** Which requests are worth an entry in the audit log, told by address and answer. */

import type { NewAuditEntry } from '../rules/audit.ts';

/** A request and its answer. `shownInPage`: a picture within a page; `everyTicket`: who asked works on all of them. */
export type Answered = { method: string; path: string; status: number; to: string | null; form: Record<string, string>; shownInPage: boolean; everyTicket: boolean };

/** `open`: also by somebody who is not signed in. `personId`: whom it was done to. */
export type Done = Pick<NewAuditEntry, 'action' | 'ticket' | 'target'> & { open?: boolean; personId?: number };

/** What was done, or null if it is nothing of weight. Whoever was sent to prove themselves first has done nothing yet. */
export function audited(answered: Answered): Done | null {
  const { method, path, status, to } = answered;
  const done = status === 200 || status === 206 || (status === 303 && !(to ?? '').startsWith('/sign-in'));
  const kept = failed(answered) ?? refused(answered);
  if (kept !== null || !done) return kept;
  return method === 'POST' ? changed(answered) : method === 'GET' ? read(path, answered.shownInPage) : null;
}

/** Tries that were slowed down (429) are not noted: whoever makes thousands of them would fill the log. */
function failed({ method, path, status, form }: Answered): Done | null {
  const tried = (action: Done['action'], target: string): Done => ({ action, ticket: null, target, open: true });
  switch (`${method} ${path} ${status}`) {
    case 'POST /sign-in 401':
      return tried('signInFailed', form['address'] ?? '');
    case 'POST /sign-in/again 401':
      return tried('signInFailed', 'again');
    case 'POST /sign-in/second 401':
      return tried('secondFactorFailed', '');
    case 'POST /sign-in/passkey 401':
      return tried('signInFailed', 'passkey');
    case 'POST /sign-in/link/open 410':
    case 'POST /password/new 410':
      return tried('signInFailed', 'link');
    case 'GET /sign-in/company/back 403':
      return tried('signInFailed', 'company');
    default:
      return null;
  }
}

/** Somebody who is signed in asked for what is not theirs: a page of staff, or a ticket that is none for them. Whoever works on all of them only mistyped its number. */
function refused({ method, path, status, everyTicket }: Answered): Done | null {
  const number = /^\/tickets\/([1-9]\d{0,9})(?:\/|$)/.exec(path)?.[1];
  const isRefused = status === 403 ? /^\/(tickets|desk|admin|profile)(\/|$)/.test(path) : status === 404 && number !== undefined && !everyTicket;
  if (!isRefused) return null;
  return { action: 'refused', ticket: number === undefined ? null : Number(number), target: `${method} ${path.replaceAll(/[^\w/.-]/g, '').slice(0, 100)}` };
}

function changed({ path, status, to, form }: Answered): Done | null {
  const plain = (action: Done['action'], target = ''): Done => ({ action, ticket: null, target });
  const [, area = '', first = '', second = '', third = '', fourth = ''] = path.split('/');
  if (area === 'profile' && first === 'security' && status === 303 && second === 'password') return plain('passwordSet');
  if (area === 'profile' && first === 'security' && second === 'sessions') return plain('sessionsEnded');
  if (area === 'profile' && first === 'security' && third !== 'options') return plain('secondFactorChanged', [second, third].filter((one) => one !== '').join(' '));
  if (area === 'admin' && first === 'people' && status === 303) return second === '' ? plain('personAdded', `${form['address'] ?? ''} ${form['role'] ?? ''}`.trim()) : person(Number(second), third, form);
  if (area === 'admin' && first === 'queues' && status === 303) return plain('queueChanged', second);
  if (area === 'admin' && first === 'organisations' && status === 303) return plain('organisationChanged', second);
  if (area === 'desk' && first === 'door' && status === 303) return { action: 'doorDecided', ticket: ticketIn(to ?? ''), target: `${form['decision'] ?? ''} ${second.slice(0, 12)}`.trim() };
  if (area === 'tickets' && second === 'secrets' && third === '' && status === 303) return { action: 'secretAsked', ticket: Number(first), target: '' };
  if (area === 'tickets' && second === 'secrets' && fourth === 'see' && status === 200) return { action: 'secretSeen', ticket: Number(first), target: third };
  if (area === 'tickets' && second === 'secrets' && fourth === 'withdraw' && status === 303) return { action: 'secretWithdrawn', ticket: Number(first), target: third };
  if (area === 'tickets' && second === 'articles' && fourth === 'redact' && status === 303) return { action: 'redacted', ticket: Number(first), target: third };
  if (area === 'tickets' && second === 'articles' && fourth === 'read-again' && status === 303) return { action: 'mailReadAgain', ticket: Number(first), target: third };
  if (area === 'tickets' && second === 'letters' && status === 303) return letterSettled(Number(first), third, to ?? '');
  if (area === 'secrets' && status === 303) return { action: 'secretGiven', ticket: Number(first.split('-')[0]), target: first.split('-')[1] ?? '', open: true };
  return null;
}

/** The list to which it leads back says what was done; nothing was where it says a refusal. */
function letterSettled(ticket: number, letter: string, to: string): Done | null {
  const did = to.endsWith('said=again') ? 'resent' : to.endsWith('said=aside') ? 'aside' : null;
  return did === null ? null : { action: 'letterSettled', ticket, target: `${did} ${letter}` };
}

/** `what`: of a form of their own page. */
function person(personId: number, what: string, form: Record<string, string>): Done {
  const of = (action: Done['action'], target = ''): Done => ({ action, ticket: null, target, personId });
  if (what === 'queues') return of('rightsChanged', 'queues');
  switch (form['account']) {
    case 'disable':
      return of('disabled');
    case 'enable':
      return of('enabled');
    case 'lost-devices':
      return of('devicesForgotten');
    default:
      return of('rightsChanged', form['role']);
  }
}

/** Raw mails and files that staff open; a picture within a shown mail is part of reading it. */
function read(path: string, shownInPage: boolean): Done | null {
  const source = /^\/tickets\/(\d{1,10})\/articles\/(\d{1,10})\/source$/.exec(path);
  if (source !== null) return { action: 'sourceRead', ticket: Number(source[1]), target: source[2] ?? '' };
  const door = /^\/desk\/door\/(\w{12})\w*\/(source|files\/)/.exec(path);
  if (door !== null && !shownInPage) return { action: 'sourceRead', ticket: null, target: door[1] ?? '' };
  const file = /^\/tickets\/(\d{1,10})\/attachments\/([\w-]{1,60})\//.exec(path);
  if (file !== null && !shownInPage) return { action: 'fileRead', ticket: Number(file[1]), target: file[2] ?? '' };
  if (path === '/profile/download') return { action: 'ownDownloaded', ticket: null, target: '' };
  return /^\/admin\/audit\.(csv|jsonl)$/.test(path) ? { action: 'logExported', ticket: null, target: path.slice(-5).replace('.', '') } : null;
}

function ticketIn(to: string): number | null {
  const found = /^\/tickets\/(\d{1,10})$/.exec(to);
  return found === null ? null : Number(found[1]);
}
