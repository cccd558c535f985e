/** Each field of a reading held against what is expected of it. */

import type { Reading } from '../read/reading.ts';
import { contains, hasAll, isSame, isSameSet, plain } from './compare.ts';
import type { Expected } from './expectations.ts';
import { checkPeople, checkSender } from './people.ts';
import { checkReply } from './reply.ts';

export const fields = ['subject', 'from', 'people', 'text', 'attachments', 'reply', 'automatic', 'bounce recipient', 'bounce kind'] as const;
export type Field = (typeof fields)[number];

/** `got` is what a person needs to see to understand a miss. */
export type Verdict = { right: boolean; got: unknown };

/** Null where nothing is expected. */
export type Check = (expected: Expected, reading: Reading) => Verdict | null;

export const checks: Record<Field, Check> = {
  subject: ({ subject }, reading) => (subject === undefined ? null : { right: isSame(subject, reading.subject), got: reading.subject }),
  from: checkSender,
  people: checkPeople,
  text: checkText,
  attachments: checkAttachments,
  reply: checkReply,
  automatic: checkAutomatic,
  'bounce recipient': checkBounceRecipients,
  'bounce kind': checkBounceKinds,
};

/** HTML is compared without its tags' white space, as everything is. */
function checkText(expected: Expected, { text, html }: Reading): Verdict | null {
  const { bodyText, bodyHtml, bodyContains = [], bodyNotContains = [], htmlContains = [] } = expected;
  const asked = bodyText !== undefined || bodyHtml !== undefined || bodyContains.length + bodyNotContains.length + htmlContains.length > 0;
  if (!asked) return null;
  const right =
    (bodyText === undefined || isSame(bodyText, text)) &&
    (bodyHtml === undefined || isSame(bodyHtml, html ?? '')) &&
    bodyContains.every((part) => contains(text, part)) &&
    !bodyNotContains.some((part) => contains(text, part)) &&
    htmlContains.every((part) => contains(html ?? '', part));
  return { right, got: { text, html } };
}

/** Images that stand in the HTML count apart: a list is right with or without them. */
function checkAttachments({ attachments, attachmentCount }: Expected, reading: Reading): Verdict | null {
  if (attachments === undefined && attachmentCount === undefined) return null;
  const all = reading.attachments;
  const apart = all.filter((file) => !file.inline);
  const named = (attachments ?? []).filter((file) => file.name !== null && file.name !== '');
  const sized = (attachments ?? []).filter((file) => file.size !== undefined);
  const right =
    hasAll(all.map((file) => file.name), named.map((file) => file.name ?? '')) &&
    hasAll(all.map((file) => String(file.size)), sized.map((file) => String(file.size))) &&
    (attachmentCount === undefined || attachmentCount === all.length || attachmentCount === apart.length);
  return { right, got: all };
}

/** Machine mail is kept and marked, so that refusing it elsewhere is our *automatic*. */
function checkAutomatic({ autoSubmitted, bounce, bounceReasons, accept }: Expected, reading: Reading): Verdict | null {
  const isAutomatic = autoSubmitted === true || bounce === true || (bounceReasons ?? []).length > 0;
  if (!isAutomatic && autoSubmitted !== false && bounce !== false && accept !== true) return null;
  return { right: isAutomatic === (reading.automatic !== null), got: reading.automatic };
}

/** `recipientsInDSN` are all that the report names of a person: where the mail was sent first, and where it ended. We give one. */
function checkBounceRecipients({ bounceRecipients, recipientsInDSN, bounceReasons = [] }: Expected, reading: Reading): Verdict | null {
  const wanted = [...new Set((bounceRecipients ?? recipientsInDSN ?? []).map((address) => address.toLowerCase()))];
  if (wanted.length === 0) return null;
  const got = [...new Set((reading.bounce?.recipients ?? []).map((recipient) => recipient.address.toLowerCase()))];
  const right = bounceRecipients === undefined ? got.length === Math.min(bounceReasons.length, wanted.length) && hasAll(wanted, got) : isSameSet(got, wanted);
  return { right, got: reading.bounce };
}

/** A reason is `STATUS CODE REASON [hard]`. A feedback report and an absence are no bounces; a delay is not hard. */
function checkBounceKinds({ bounceReasons }: Expected, reading: Reading): Verdict | null {
  const bounced = (bounceReasons ?? []).map((reason) => plain(reason).split(' ')).filter(([, , reason]) => reason !== 'feedback' && reason !== 'vacation');
  if (bounced.length === 0) return null;
  const wanted = bounced.map((words) => (words[3] === 'hard' ? 'hard' : 'soft'));
  const got = (reading.bounce?.recipients ?? []).map((recipient) => (recipient.kind === 'hard' ? 'hard' : 'soft'));
  return { right: isSameSet(got, wanted), got: reading.bounce };
}
