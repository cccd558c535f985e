/** Which requests are worth an entry in the audit log, told by address and answer. */

import type { NewAuditEntry } from '../rules/audit.ts';

/** A request and its answer. `shownInPage`: a picture within a page. */
export type Answered = { method: string; path: string; status: number; to: string | null; form: Record<string, string>; shownInPage: boolean };

/** `open`: also by somebody who is not signed in. `personId`: whom it was done to. */
export type Done = Pick<NewAuditEntry, 'action' | 'ticket' | 'target'> & { open?: boolean; personId?: number };

/** What was done, or null if it is nothing of weight. Whoever was sent to prove themselves first has done nothing yet. */
export function audited(answered: Answered): Done | null {
  const { method, path, status, to } = answered;
  const done = status === 200 || status === 206 || (status === 303 && !(to ?? '').startsWith('/sign-in'));
  if (method === 'POST') return failed(answered) ?? (done ? changed(answered) : null);
  return method === 'GET' && done ? read(path, answered.shownInPage) : null;
}

/** Tries that were slowed down (429) are not noted: whoever makes thousands of them would fill the log. */
function failed({ path, status, form }: Answered): Done | null {
  if (status !== 401 && status !== 422) return null;
  if (path === '/sign-in' && status === 401) return { action: 'signInFailed', ticket: null, target: form['address'] ?? '', open: true };
  return path === '/sign-in/second' ? { action: 'secondFactorFailed', ticket: null, target: '', open: true } : null;
}

function changed({ path, status, to, form }: Answered): Done | null {
  const plain = (action: Done['action'], target = ''): Done => ({ action, ticket: null, target });
  const [, area = '', first = '', second = '', third = '', fourth = ''] = path.split('/');
  if (area === 'profile' && first === 'security' && status === 303 && second === 'password') return plain('passwordSet');
  if (area === 'profile' && first === 'security' && second === 'sessions') return plain('sessionsEnded');
  if (area === 'profile' && first === 'security' && third !== 'options') return plain('secondFactorChanged', [second, third].filter((one) => one !== '').join(' '));
  if (area === 'admin' && first === 'people' && status === 303) return second === '' ? plain('personAdded', `${form['address'] ?? ''} ${form['role'] ?? ''}`.trim()) : person(Number(second), form);
  if (area === 'admin' && first === 'queues' && status === 303) return plain('queueChanged', second);
  if (area === 'desk' && first === 'door' && status === 303) return { action: 'doorDecided', ticket: ticketIn(to ?? ''), target: `${form['decision'] ?? ''} ${second.slice(0, 12)}`.trim() };
  if (area === 'tickets' && second === 'secrets' && third === '' && status === 303) return { action: 'secretAsked', ticket: Number(first), target: '' };
  if (area === 'tickets' && second === 'secrets' && fourth === 'see' && status === 200) return { action: 'secretSeen', ticket: Number(first), target: third };
  if (area === 'tickets' && second === 'articles' && fourth === 'redact' && status === 303) return { action: 'redacted', ticket: Number(first), target: third };
  if (area === 'secrets' && status === 303) return { action: 'secretGiven', ticket: Number(first.split('-')[0]), target: first.split('-')[1] ?? '', open: true };
  return null;
}

function person(personId: number, form: Record<string, string>): Done {
  const of = (action: Done['action'], target = ''): Done => ({ action, ticket: null, target, personId });
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
  return /^\/admin\/audit\.(csv|jsonl)$/.test(path) ? { action: 'logExported', ticket: null, target: path.slice(-5).replace('.', '') } : null;
}

function ticketIn(to: string): number | null {
  const found = /^\/tickets\/(\d{1,10})$/.exec(to);
  return found === null ? null : Number(found[1]);
}
