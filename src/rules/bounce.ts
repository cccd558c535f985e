/** What a delivery report says: who did not get which mail, and why (A14). */

import { cleanLine } from './clean.ts';
import type { Header, Mail } from './mail.ts';
import type { Failure } from './letter-kinds.ts';
import type { Address } from './ticket.ts';
import { addressIn, statusIn, type Finding } from './bounce/finding.ts';
import { namedInWords } from './bounce/named-in-words.ts';
import { kindOf, reasonOf } from './bounce/reason.ts';
import { splitReturned } from './bounce/returned-part.ts';
import { findingsInGroups, groupsInText } from './bounce/status-groups.ts';

/** What of a mail is read. */
export type Reporting = Pick<Mail, 'headers' | 'from' | 'to' | 'subject' | 'text' | 'report'>;

/** An address that a mail did not reach, or not yet. `also`: others that the report gives for the same person. */
export type Undelivered = Failure & { also: Address[] };

/** `returned`: the header of the mail it is about, as far as that came back. */
export type Bounce = { recipients: Undelivered[]; returned: Header[] };

/** Characters kept of a server's answer. */
const MOST_WORDS = 300;
/** And read of it. */
const MOST_READ = 2000;

/**
 * The report, whatever wrote it: the fields of RFC 3464 first, then the same written into its text, then
 * X-Failed-Recipients, then its plain words, then whom the returned mail was for. `recipients` is empty if it names nobody, or tells only of
 * deliveries. Reads nothing but what is given; linear.
 */
export function readBounce(mail: Reporting): Bounce {
  const { said, returned } = splitReturned(mail.text);
  const fields = mail.report?.returned ?? [];
  const header = fields.length > 0 ? fields : returned;
  const written = said.join('\n');
  const late = isWarning(mail.subject, written);
  const recipients = findingsIn(mail, said, header)
    .filter(({ action }) => !DELIVERED.has(action))
    .map((finding, _, all) => judged(all.length === 1 ? withStatus(finding, written) : finding, written, late));
  return { recipients, returned: header };
}

const DELIVERED = new Set(['delivered', 'relayed', 'expanded']);

function findingsIn(mail: Reporting, said: string[], returned: Header[]): Finding[] {
  const others = [...mail.to, ...(mail.from === null ? [] : [mail.from])].map((person) => person.address);
  const groups = mail.report?.status ?? [];
  const ways = [
    () => findingsInGroups(groups),
    () => findingsInGroups(groupsInText(said)),
    () => inFailedRecipients(mail.headers, said, others),
    () => namedInWords(said, others),
    () => namedInWords(said, []),
    () => addressees(returned),
  ];
  for (const way of ways) {
    const found = way();
    if (found.length > 0) return found;
  }
  return [];
}

/** Exim and Google name them in a header; what happened stands in the text. */
function inFailedRecipients(headers: Header[], said: string[], others: Address[]): Finding[] {
  const named = headers.filter(({ name }) => name === 'x-failed-recipients').flatMap(({ value }) => value.split(','));
  const addresses = [...new Set(named.map(addressIn).filter((address) => address !== null))];
  const told = addresses.length === 0 ? [] : namedInWords(said, others);
  return addresses.map((address) => told.find((one) => one.address === address) ?? { address, also: [], action: '', status: '', words: '' });
}

function addressees(returned: Header[]): Finding[] {
  const to = returned.filter(({ name }) => name === 'to' || name === 'x-original-to').flatMap(({ value }) => value.split(','));
  const addresses = [...new Set(to.map((one) => addressIn(/<([^<>]+)>/.exec(one)?.[1] ?? one)).filter((address) => address !== null))];
  return addresses.slice(0, 10).map((address) => ({ address, also: [], action: '', status: '', words: '' }));
}

/** What the report says of the only address may stand anywhere in it. */
function withStatus(finding: Finding, written: string): Finding {
  return finding.status !== '' || finding.action !== '' ? finding : { ...finding, status: statusIn(written) };
}

function judged(finding: Finding, written: string, late: boolean): Undelivered {
  const { address, also, action, status, words } = finding;
  const reason = reasonOf(finding, written);
  const delayed = action === 'delayed' || (action === '' && late);
  return { address, also, kind: kindOf(reason, { status, words, written, delayed }), reason, status: status === '' ? null : status, words: shortened(words) };
}

/** What a server's answer about one address means, however we heard of it. `permanent`: whoever asked the server calls it that. */
export function failureOf({ address, status, words }: { address: Address; status: string; words: string }, { permanent }: { permanent: boolean }): Failure {
  const finding = { status: statusIn(status, words), words: words.slice(0, MOST_READ) };
  const reason = reasonOf(finding, '');
  const kind = kindOf(reason, { ...finding, written: permanent ? 'permanent' : '', delayed: false });
  return { address, kind, reason, status: finding.status === '' ? null : finding.status, words: shortened(words) };
}

function shortened(words: string): string {
  return cleanLine(words, MOST_WORDS);
}

/** A warning that a mail is late is no failure (A14). */
function isWarning(subject: string, written: string): boolean {
  return /\b(?:delay|delayed|warning|verzögert|verzögerung|retardé|retraso|ritardo|vertraagd|opóźni)/i.test(subject) || WARNINGS.test(written);
}

const WARNINGS = /warning message only|do not need to resend|no action is required|will (?:continue to )?(?:be )?(?:retr|try)|has been delayed|delivery (?:is )?delayed|has not yet been delivered|still being|will keep trying|wird (?:weiter|erneut) versuch|noch nicht zugestellt|verzögert/i;
