/** Sends each agent the one letter of the day, in the morning of their zone. */

import { claimDigest, digestNotSent, digestReaders, digestSent, forgetOldDigests, readDigestNotes, releaseDigest } from '../directory/digests.ts';
import type { DirectoryPerson } from '../directory/people.ts';
import { sendDigest } from '../outbox/send-digest.ts';
import { digestOf, dueDigest } from '../rules/digest.ts';
import type { Instant } from '../rules/ticket.ts';
import type { Settings } from '../settings.ts';
import { ticketsNumbered } from '../ticket-index/named.ts';

/** What became of somebody's digest in this run. `early`: it is not morning there yet; `done`: today's was sent before; `nothing`: there is nothing to say; `later`: it was not taken. */
type Fate = 'sent' | 'early' | 'done' | 'nothing' | 'later' | 'failed' | 'inDoubt';

/** Returns how many had each fate. A fault with one digest keeps nobody else's; the first one is thrown when all had their turn. */
export async function sendDigests(env: Env, settings: Settings, at: Instant): Promise<Record<Fate, number>> {
  const fates: Record<Fate, number> = { sent: 0, early: 0, done: 0, nothing: 0, later: 0, failed: 0, inDoubt: 0 };
  const faults: unknown[] = [];
  for (const reader of await digestReaders(env.DB)) {
    try {
      fates[await sendTo(env, settings, reader, at)] += 1;
    } catch (fault) {
      console.error('A digest could not be sent', { person: reader.id, fault });
      faults.push(fault);
    }
  }
  await forgetOldDigests(env.DB, at);
  if (faults.length > 0) throw faults[0];
  return fates;
}

async function sendTo(env: Env, settings: Settings, reader: DirectoryPerson, at: Instant): Promise<Fate> {
  const zone = reader.zone ?? settings.zone;
  const due = dueDigest(at, zone);
  if (due === null) return 'early';
  const notes = await readDigestNotes(env.DB, reader.address, due.until);
  const tickets = await ticketsNumbered(env.DB, notes.map((note) => note.number));
  const sections = digestOf(notes, tickets, { role: reader.role, reach: { queues: reader.queues, domains: [] } });
  if (sections.length === 0) return 'nothing';

  const own = { person: reader.id, day: due.day };
  if (!(await claimDigest(env.DB, own, at))) return 'done';
  const { address, name, language } = reader;
  const result = await sendDigest(env, settings, { to: { address, name }, language, zone, at, sections });
  switch (result.kind) {
    case 'sent':
      await digestSent(env.DB, own, { to: address, upTo: notes.at(-1)?.id ?? 0, until: due.until });
      return 'sent';
    case 'retry':
      await releaseDigest(env.DB, own);
      return 'later';
    case 'failed':
      await digestNotSent(env.DB, own, 'failed', result.reason);
      return 'failed';
    case 'unknown':
      await digestNotSent(env.DB, own, 'unknown', result.reason);
      return 'inDoubt';
  }
}
