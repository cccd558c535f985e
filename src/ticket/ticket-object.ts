/** One ticket: its truth, its history, its outbox. Every command is one step: read, let a rule decide, record. */

import { DurableObject } from 'cloudflare:workers';
import { migrate } from 'drizzle-orm/durable-sqlite/migrator';
import migrations from '../../migrations/ticket/migrations.js';
import { readQueues } from '../directory/queues.ts';
import type { LeaveLink } from '../outbox/leave-link.ts';
import { filesFor, maySee, mayRead, rightsOn } from '../rules/access.ts';
import { receive } from '../rules/arrival.ts';
import type { Arrival, ArrivalOutcome, Command, CommandOutcome, MergeOutcome, Opening, SecretTaken } from '../rules/commands.ts';
import { hear, type News } from '../rules/delivery.ts';
import { lettersFor } from '../rules/letters.ts';
import { decide } from '../rules/lifecycle.ts';
import type { Standing, Takeover } from '../rules/merge.ts';
import { newTicket, openingChanges } from '../rules/opening.ts';
import type { TicketPage, Viewer } from '../rules/page.ts';
import { secretAt, secretsOver } from '../rules/secrets.ts';
import type { Actor, Article, AskedSecret, Attachment, Change, Instant, Person, Ticket } from '../rules/ticket.ts';
import { settings } from '../settings-of-worker.ts';
import { knownAbout, outcomeBefore } from './arrival-facts.ts';
import { sendLetters } from './letter-sending.ts';
import { bringIndexUpToDate } from './index-refreshing.ts';
import { hasOpenTakeover, readMerged } from './merge-store.ts';
import { handOver, merge, unmerge, type Merging } from './merging.ts';
import { leaverBy, type Leaver } from './leaving.ts';
import { markHeard, nextDue, queueLetter, queueRefresh, readLetters, readSentLetters } from './outbox-store.ts';
import { readSealed } from './secret-store.ts';
import { showTicket } from './show.ts';
import { giveBack, takeOver, type GivenBack, type TakeoverAnswer } from './taking-over.ts';
import * as store from './ticket-store.ts';
import { AFTER_FAULT_MS, wakeAt } from './wake-up.ts';

/** What portal and inbound know of a ticket. */
export type TicketRpc = Pick<TicketObject, 'open' | 'receive' | 'hear' | 'act' | 'leaver' | 'askedSecret' | 'takeSecret' | 'mentionedBy' | 'page' | 'article' | 'attachment' | 'source' | Merges>;
type Merges = 'merge' | 'unmerge' | 'standing' | 'takeOver' | 'giveBack';

export class TicketObject extends DurableObject<Env> {
  #db: store.Database;
  #handingOver: Promise<void> | null = null;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.#db = store.openDatabase(ctx.storage);
    if (store.hasTables(ctx.storage)) void ctx.blockConcurrencyWhile(() => this.#migrate());
  }

  /** Opens the ticket. The same opening again (a retry) changes nothing and answers the same. */
  async open(opening: Opening, claim: string, at: Instant): Promise<{ number: number; article: number }> {
    if (!store.hasTables(this.ctx.storage)) await this.ctx.blockConcurrencyWhile(() => this.#migrate());
    this.ctx.storage.transactionSync(() => {
      if (this.#ticket() !== null) return;
      store.insertTicket(this.#db, newTicket(opening, at), claim);
      this.#record(openingChanges(opening), opening.requester, at);
    });
    if (store.readOpenedBy(this.#db) !== claim) throw new Error(`Ticket ${opening.number} was opened by something else`);
    await this.#settle();
    return { number: opening.number, article: 1 };
  }

  /** What becomes of a mail that names this ticket. The same mail again changes nothing and answers the same (T10). */
  async receive(arrival: Arrival, at: Instant): Promise<ArrivalOutcome> {
    await this.#survivorKnows();
    const outcome = this.ctx.storage.transactionSync((): ArrivalOutcome => {
      const ticket = this.#ticket();
      if (ticket === null) return { kind: 'missing' };
      const before = outcomeBefore(this.#db, arrival);
      if (before !== null) return before;
      const received = receive(ticket, arrival, knownAbout(this.#db, arrival, at), at);
      this.#record(received.changes, arrival.sender, at);
      markHeard(this.#db, received.states, at);
      return received.outcome;
    });
    await this.#settle();
    return outcome;
  }

  async act(command: Command, by: Actor, at: Instant): Promise<CommandOutcome> {
    const outcome = this.ctx.storage.transactionSync(() => this.#carryOut(command, by, at));
    await this.#settle();
    return outcome;
  }

  /** Whose link it is (SJ24); null: a wrong one. */
  async leaver(link: LeaveLink): Promise<Leaver | null> {
    const ticket = this.#ticket();
    return ticket === null ? null : leaverBy(ticket, link);
  }

  /** What was asked for under this number (S18), for whoever has its link; null if nothing was. */
  async askedSecret(id: number, at: Instant): Promise<AskedSecret | null> {
    const ticket = this.#ticket();
    return ticket === null ? null : secretAt(ticket, id, at);
  }

  /** Hands out what was given, still sealed, to the agent who asked, and has it no longer. */
  async takeSecret(id: number, by: Actor, at: Instant): Promise<SecretTaken> {
    const taken = this.ctx.storage.transactionSync((): SecretTaken => {
      const sealed = this.#ticket() === null ? null : readSealed(this.#db, id);
      const outcome = this.#carryOut({ kind: 'seeSecret', secret: id }, by, at);
      return outcome.ok ? { ok: true, sealed: sealed ?? '' } : outcome;
    });
    await this.#settle();
    return taken;
  }

  /** News of a letter of this ticket (A14). The same news again change nothing. `known` false: no letter of ours is meant. */
  async hear(news: News, at: Instant): Promise<{ known: boolean }> {
    const known = this.ctx.storage.transactionSync((): boolean => {
      const ticket = this.#ticket();
      if (ticket === null) return false;
      const letters = readSentLetters(this.#db);
      const heard = hear(ticket, letters, news);
      this.#record(heard.changes, null, at);
      markHeard(this.#db, heard.states, at);
      return letters.some((letter) => letter.messageId !== null && news.ids.includes(letter.messageId));
    });
    await this.#settle();
    return { known };
  }

  /** Another ticket names this one (A06). Only agents see it. */
  async mentionedBy(number: number, at: Instant): Promise<void> {
    this.ctx.storage.transactionSync(() => {
      const noted = this.#ticket() === null || store.isMentionedBy(this.#db, number);
      if (!noted) this.#record([{ kind: 'mentionedBy', number }], null, at);
    });
    await this.#settle();
  }

  /** Makes the ticket part of another one; the survivor has everything when this returns, or soon after a fault. */
  async merge(into: number, by: Actor, at: Instant): Promise<MergeOutcome> {
    const outcome = await merge(this.#merging(), into, by, at);
    return this.#told(outcome);
  }

  async unmerge(by: Actor, at: Instant): Promise<MergeOutcome> {
    return this.#told(unmerge(this.#merging(), by, at));
  }

  async standing(): Promise<Standing | null> {
    const ticket = this.#ticket();
    return ticket === null ? null : { number: ticket.number, status: ticket.status, mergedInto: ticket.mergedInto };
  }

  /** A merged ticket hands over a part of what it has. */
  async takeOver(from: Takeover): Promise<TakeoverAnswer> {
    const answer = takeOver(this.#merging(), from);
    await this.#settle();
    return answer;
  }

  async giveBack(given: GivenBack): Promise<void> {
    giveBack(this.#merging(), given);
    await this.#settle();
    // Not awaited: two tickets that tell each other would wait for each other.
    this.ctx.waitUntil(this.#handOver());
  }

  /** The ticket as the viewer may see it; null if there is none or they may not (W05). */
  async page(viewer: Viewer, at: Instant): Promise<TicketPage | null> {
    const visible = this.#visibleTo(viewer);
    if (visible === null) return null;
    const queues = await readQueues(this.env.DB, settings, at);
    const ticket = this.#ticket() ?? visible;
    const contents = { ticket, events: store.readEvents(this.#db), articles: store.readArticles(this.#db), letters: readLetters(this.#db), merged: readMerged(this.#db) };
    return showTicket(contents, viewer, { at, queues });
  }

  /** One article as its sender wrote it; null if there is none or the viewer may not read it. */
  async article(id: number, viewer: Viewer): Promise<Article | null> {
    const ticket = this.#visibleTo(viewer);
    const found = ticket === null ? null : store.readArticle(this.#db, id);
    return ticket !== null && found !== null && mayRead(ticket, viewer, found) ? found : null;
  }

  async attachment(id: string, viewer: Viewer): Promise<Attachment | null> {
    const ticket = this.#visibleTo(viewer);
    const found = ticket === null ? null : store.readAttachment(this.#db, id);
    if (ticket === null || found === null || !mayRead(ticket, viewer, found.article)) return null;
    return filesFor(viewer, { ...found.article, attachments: [found.file] })[0] ?? null;
  }

  /** The intake key of the mail an article came by; null without one or without the right. */
  async source(article: number, viewer: Viewer): Promise<string | null> {
    const ticket = this.#visibleTo(viewer);
    return ticket !== null && rightsOn(ticket, viewer).source ? store.readIntake(this.#db, article) : null;
  }

  override async alarm(): Promise<void> {
    await this.drain();
  }

  /** Sends what is due and brings the index up to date. Never throws: what failed is due again later. */
  async drain(): Promise<void> {
    await this.#handOver();
    try {
      this.#endSecrets(Date.now());
      await sendLetters(this.#db, this.env, settings);
      await bringIndexUpToDate(this.#db, this.env.DB);
    } catch (fault) {
      console.error('The outbox could not be drained', { ticket: this.#ticket()?.number, fault });
      return wakeAt(this.ctx.storage, Date.now() + AFTER_FAULT_MS);
    }
    await wakeAt(this.ctx.storage, nextDue(this.#db));
  }

  #ticket(): Ticket | null {
    return store.hasTables(this.ctx.storage) ? store.readTicket(this.#db) : null;
  }

  #carryOut(command: Command, by: Actor, at: Instant): CommandOutcome {
    const ticket = this.#ticket();
    if (ticket === null || !maySee(ticket, by)) return { ok: false, refusal: 'notFound' };
    const decision = decide(ticket, command, by, at);
    if (decision.kind === 'refusal') return { ok: false, refusal: decision.refusal };
    return { ok: true, version: this.#record(decision.changes, by, at) ?? ticket.version };
  }

  /** Deletes what nobody gave or saw in time. */
  #endSecrets(at: Instant): void {
    this.ctx.storage.transactionSync(() => {
      const ticket = this.#ticket();
      if (ticket !== null) this.#record(secretsOver(ticket, at), null, at);
    });
  }

  #visibleTo(viewer: Viewer): Ticket | null {
    const ticket = this.#ticket();
    return ticket !== null && maySee(ticket, viewer) ? ticket : null;
  }

  #merging(): Merging {
    return {
      db: this.#db,
      env: this.env,
      atOnce: (work) => this.ctx.storage.transactionSync(work),
      ticket: () => this.#ticket(),
      record: (changes, by, at) => this.#record(changes, by, at),
    };
  }

  /** The alarm is set first: whatever happens now, the other ticket is told. */
  async #told(outcome: MergeOutcome): Promise<MergeOutcome> {
    await this.#settle();
    await this.#handOver();
    return outcome;
  }

  /** One at a time, so that no part comes after what undoes it. */
  async #handOver(): Promise<void> {
    if (!store.hasTables(this.ctx.storage)) return;
    this.#handingOver ??= handOver(this.#merging()).finally(() => (this.#handingOver = null));
    await this.#handingOver;
  }

  /** A mail to a merged ticket is judged by the survivor, who has to know its people first. Throws if it cannot be told: the mail comes again. */
  async #survivorKnows(): Promise<void> {
    const waits = () => this.#ticket()?.mergedInto != null && hasOpenTakeover(this.#db);
    if (!waits()) return;
    await this.#handOver();
    if (waits()) throw new Error(`Ticket ${this.#ticket()?.number} could not be handed over yet`);
  }

  /** Records changes, the letters they cause and the index refresh. Returns the number of the last event, if any. */
  #record(changes: Change[], by: Person | null, at: Instant): number | null {
    const recorded = changes.map((change) => ({ change, seq: store.record(this.#db, change, by, at) }));
    const last = recorded.at(-1);
    const after = this.#ticket();
    if (last === undefined || after === null) return null;
    for (const { change, seq } of recorded) {
      for (const letter of lettersFor(after, change, by?.address ?? null)) queueLetter(this.#db, letter, { seq, at });
    }
    queueRefresh(this.#db, last.seq, at);
    return last.seq;
  }

  /** After a command: the writer finds it in lists at once, letters leave with the alarm. */
  async #settle(): Promise<void> {
    if (!store.hasTables(this.ctx.storage)) return;
    await wakeAt(this.ctx.storage, nextDue(this.#db));
    await bringIndexUpToDate(this.#db, this.env.DB);
  }

  async #migrate(): Promise<void> {
    await migrate(this.#db, migrations);
  }
}
