/** Which tickets a mail names, in the order in which they are asked (section T). */

import type { OnlyWay } from '../rules/commands.ts';
import type { Naming } from '../rules/delivery.ts';
import type { Mail, ReplyKey } from '../rules/mail.ts';
import { addressesOf, tagsOf, type Queue } from '../rules/queues.ts';
import { findReplyKey } from '../rules/reply-key.ts';
import { tagsIn } from '../rules/subject-tag.ts';

/** A ticket that the mail may belong to. */
export type Candidate = { number: number; key: ReplyKey | null; tagged: boolean; only: OnlyWay };

export type Named = {
  mail: Naming;
  /** The addresses of ours it was sent to, details after `+` included. */
  recipients: string[];
  /** Tickets that its References and In-Reply-To belong to, best first. */
  referred: number[];
  /** Tickets with a mail that is kin to it. */
  kin: number[];
  queues: Queue[];
};

/** Every Message-ID the mail says it answers, oldest first. */
export function answeredIds(mail: Pick<Mail, 'references' | 'inReplyTo'>): string[] {
  return [...new Set([...mail.references, ...mail.inReplyTo])];
}

/**
 * The candidates, best first: a tag that names another ticket than the key, if it alone would admit; reply key; known
 * Message-IDs; tags; kin. A ticket stands there once for each way that differs.
 */
export function route({ mail, recipients, referred, kin, queues }: Named): Candidate[] {
  const tags = tagsIn(mail.subject, tagsOf(queues)).map((found) => found.number);
  const to = [...recipients, ...mail.to.map((person) => person.address), ...mail.cc.map((person) => person.address)];
  const key = findReplyKey(to, answeredIds(mail), addressesOf(queues));

  const ordered = key === null ? [] : [key.number];
  const numbers = [...new Set([...ordered, ...referred, ...tags])];
  const candidates = numbers.map((number): Candidate => ({
    number,
    key: key?.number === number ? key : null,
    tagged: tags.includes(number),
    only: null,
  }));
  const elsewhere = key === null ? [] : tags.filter((number) => number !== key.number);
  return [
    ...elsewhere.map((number): Candidate => ({ number, key: null, tagged: true, only: 'tag' })),
    ...candidates,
    ...kin.filter((number) => !numbers.includes(number)).map((number): Candidate => ({ number, key: null, tagged: false, only: 'kin' })),
  ];
}
