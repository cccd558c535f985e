/** Words of the admins' page with the audit log (SW18). */

import type { AuditAction } from '../../rules/audit.ts';

const kinds: Record<AuditAction, string> = {
  signedIn: 'signed in',
  signInFailed: 'failed to sign in',
  secondFactorFailed: 'failed at the second factor',
  passwordSet: 'set a password',
  secondFactorChanged: 'changed a second factor',
  sessionsEnded: 'ended sessions',
  personAdded: 'added a person',
  rightsChanged: 'changed rights',
  disabled: 'disabled an account',
  enabled: 'enabled an account',
  devicesForgotten: 'removed all second factors',
  queueChanged: 'set up a queue',
  doorDecided: 'decided about a mail at the door',
  secretAsked: 'asked for a credential',
  secretGiven: 'entered a credential',
  secretSeen: 'looked at a credential',
  sourceRead: 'opened a raw mail',
  fileRead: 'opened a file',
  logExported: 'exported the audit log',
};

export const audit = {
  title: 'Audit log',
  lead: 'Who did what of weight, newest first. Entries are only ever added; each is tied to the one before.',
  kinds,
  says: (who: string, did: string, target: string) => `${who} ${did}${target === '' ? '' : `: ${target}`}`,
  somebody: 'Somebody not signed in',
  everything: 'Everything',
  by: 'Person (e-mail address)',
  action: 'What',
  ticket: 'Ticket',
  from: 'From day',
  until: 'To day',
  find: 'Filter',
  empty: 'There are no such entries.',
  check: 'Verify the chain',
  csv: 'Export as CSV',
  lines: 'Export as JSON lines',
  holds: (entries: number) => `The chain holds: ${entries} entries, none changed and none missing between them.`,
  broken: (seq: number) => `The chain breaks at entry ${seq}: it was changed or is missing. Entries before it are as they were written.`,
};
