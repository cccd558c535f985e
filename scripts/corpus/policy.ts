/** Where another project decided otherwise than we do: a miss that is none. Never for a fault of ours. */

import type { Field } from './checks.ts';

type Difference = { source: string; file: string; field: Field; why: string };

const sisimai = (field: Field, files: string[], why: string): Difference[] => files.map((name) => ({ source: 'sisimai', file: `${name}.eml`, field, why }));
const discourse = (field: Field, files: string[], why: string): Difference[] => files.map((name) => ({ source: 'discourse', file: `${name}.eml`, field, why }));

const unknownUser = ['lhost-activehunter-02', 'lhost-amazonworkmail-02', 'lhost-gsuite-08', 'lhost-messagingserver-06', 'lhost-messagingserver-08', 'lhost-office365-04', 'lhost-postfix-07',
  'lhost-receivingses-01', 'lhost-receivingses-02', 'lhost-x2-01', 'lhost-x2-02', 'lhost-zoho-02', 'lhost-zoho-03', 'rfc3464-01', 'dos/rfc3464-01', 'rfc3464-35'];
const lists = ['mailinglist', 'mailinglist_reply', 'mailinglist_short_message', 'mailinglist_dmarc_fail', 'reply_to_different_to_from', 'reply_to_different_to_from_quoted_display_name', 'reply_to_different_to_from_x_original_different'];

export const differences: Difference[] = [
  ...sisimai('bounce kind', unknownUser, 'The server says that there is no such user; sisimai knows carriers that say so for a filter, or another reason by the host.'),
  ...sisimai('bounce kind', ['lhost-fml-02', 'lhost-fml-03', 'lhost-postfix-75'], 'A mailing list\'s answer, or a note to the postmaster: machine mail, but no mail of ours that did not get there.'),
  ...sisimai('automatic', ['lhost-fml-03'], 'Nothing in it tells a machine but the word *Alert*; at the worst it is a ticket.'),
  ...discourse('automatic', lists, 'A mail by way of a mailing list is machine mail (A11); Discourse can mirror lists.'),
  ...discourse('automatic', ['auto_generated_allowlisted', 'auto_generated_unblocked'], 'Discourse was told to take this sender\'s automatic mail.'),
];

/** The reason, or null. */
export function policyOn(source: string, file: string, field: Field): string | null {
  return differences.find((one) => one.source === source && one.file === file && one.field === field)?.why ?? null;
}
