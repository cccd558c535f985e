/** Mails of some days are read again with today's parser, step by step (M12). The mails at the door need none of it: they are read whenever somebody looks. */

import * as v from 'valibot';
import { filedMails, type FiledMail, type MailPlace } from '../directory/ledger.ts';
import { foreseeReading, readMailAgain } from '../inbound/read-again.ts';
import type { DaySpan } from '../rules/intake-search.ts';
import { differences, type ReadingPart } from '../rules/read-again.ts';
import type { Article, Instant } from '../rules/ticket.ts';
import { ticketOf } from '../ticket/tickets.ts';

const MAILS_A_STEP = 20;
/** Reading takes time by size: one of 25 MB is a step by itself. */
const BYTES_A_STEP = 16 * 1024 * 1024;
/** A survivor may be part of another ticket itself. */
const MOST_MERGES = 20;

/** After which mail a step begins. */
export const mailPlace = v.object({ receivedAt: v.pipe(v.number(), v.integer()), key: v.string() });

/** A mail that reads otherwise today, and what of it. `number`: the ticket that has it now. */
export type Differing = Pick<FiledMail, 'number' | 'sender' | 'subject'> & { article: number; parts: ReadingPart[] };

/**
 * `next` null: that was the last step. `left`: mails that stay as they are, because they are gone or something was taken out of them for good.
 * `faults`: keys of mails at which reading failed; they are reported.
 */
export type ReadAgain = { next: MailPlace | null; mails: number; differing: Differing[]; left: number; faults: string[] };

/** Notes that a mail will be changed, before it is; or null: nothing is to be changed. */
export type Noting = ((mail: Differing) => Promise<void>) | null;

/** Reads the next mails of these days again. Repeating a step changes nothing more. A mail that cannot be read is in nobody's way. */
export async function readAgainStep(env: Env, { span, after }: { span: Omit<DaySpan, 'day'>; after: MailPlace | null }, noting: Noting, at: Instant): Promise<ReadAgain> {
  const found = await filedMails(env.DB, span, { after, most: MAILS_A_STEP });
  const mails = withinBytes(found);
  const done: ReadAgain = { next: null, mails: mails.length, differing: [], left: 0, faults: [] };
  for (const mail of mails) {
    try {
      const became = await readOne(env, mail, noting, at);
      if (became === 'left') done.left += 1;
      else if (became !== 'same') done.differing.push(became);
    } catch (fault) {
      done.faults.push(mail.key);
      console.error('A mail could not be read again', { intake: mail.key, fault });
    }
  }
  const last = mails.at(-1);
  const isLast = last === undefined || (mails.length === found.length && found.length < MAILS_A_STEP);
  return { ...done, next: isLast ? null : { receivedAt: last.receivedAt, key: last.key } };
}

/** As many as may be read in one step; at least one. */
function withinBytes(mails: FiledMail[]): FiledMail[] {
  let bytes = 0;
  return mails.filter(({ size }, place) => {
    bytes += size;
    return place === 0 || bytes <= BYTES_A_STEP;
  });
}

async function readOne(env: Env, mail: FiledMail, noting: Noting, at: Instant): Promise<Differing | 'same' | 'left'> {
  const there = await findArticle(env, mail);
  const reading = there === null ? null : await (noting === null ? foreseeReading : readMailAgain)(env.BYTES, there.article);
  if (there === null || reading === null) return 'left';
  const parts = differences(there.article, reading);
  if (parts.length === 0) return 'same';
  const differing = { number: there.number, article: there.article.id, sender: mail.sender, subject: mail.subject, parts };
  if (noting === null) return differing;
  await noting(differing);
  const { kind } = await ticketOf(env, there.number).upkeep({ kind: 'readAgain', article: there.article.id, reading, at });
  return kind === 'done' ? differing : kind === 'unchanged' ? 'same' : 'left';
}

/** On the ticket that the ledger names, or on the one that this became part of. */
async function findArticle(env: Env, { number, key }: FiledMail): Promise<{ number: number; article: Article } | null> {
  let on = number;
  for (let merges = 0; merges <= MOST_MERGES; merges += 1) {
    const answer = await ticketOf(env, on).upkeep({ kind: 'articleOf', intake: key });
    if (answer.kind === 'article') return { number: on, article: answer.article };
    if (answer.kind !== 'mergedInto') return null;
    on = answer.number;
  }
  return null;
}
