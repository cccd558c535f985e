/** One ticket: its truth, its history, its outbox. Every command is one step: read, let a rule decide, record. */

import { DurableObject } from 'cloudflare:workers';
import { watcherIn } from '../live/watching.ts';
import type { LeaveLink } from '../outbox/leave-link.ts';
import type { Filed, Filing } from '../directory/intake.ts';
import { failPoint } from '../fail-points.ts';
import { maySee } from '../rules/access.ts';
import type { Arrival, ArrivalOutcome, Command, CommandOutcome, MergeOutcome, Opening, Redaction, SecretTaken } from '../rules/commands.ts';
import type { News } from '../rules/delivery.ts';
import type { Connection } from '../rules/links.ts';
import type { Standing, Takeover } from '../rules/merge.ts';
import type { OwnPage, Part, Standing as ViewersStanding, Viewer } from '../rules/page.ts';
import { secretAt } from '../rules/secrets.ts';
import type { AskedSecret } from '../rules/asked-secret.ts';
import type { OpenedArticle } from '../rules/read-again.ts';
import type { Actor, Attachment, Instant, Ticket } from '../rules/ticket.ts';
import { settings } from '../settings-of-worker.ts';
import { filedBy, takeMail, takeNews } from './arriving.ts';
import { drainOutbox } from './draining.ts';
import { passAnswerOn, relate } from './relating.ts';
import { bringIndexUpToDate } from './index-refreshing.ts';
import { announce, hear as hearPage, tellPresence, watchTicket, type Here } from './live.ts';
import { handOver, merge, standingOf, survivorKnows, unmerge, type Merging } from './merging.ts';
import { leaverBy, type Leaver } from './leaving.ts';
import { oneAfterAnother } from './one-after-another.ts';
import { nextDue } from './outbox-store.ts';
import { migrateTables } from './migrating.ts';
import { articleFor, attachmentFor, pageFor, sourceFor, standingFor } from './reading.ts';
import { begin, carryOut, recordAll } from './recording.ts';
import { redact } from './redacting.ts';
import { readSealed } from './secret-store.ts';
import { giveBack, takeOver, type GivenBack, type TakeoverAnswer } from './taking-over.ts';
import * as store from './ticket-store.ts';
import { upkeep, type Upkeep, type Upkept } from './upkeep.ts';
import { AFTER_FAULT_MS, wakeAt } from './wake-up.ts';

/** What portal and inbound know of a ticket. */
export type TicketRpc = Pick<TicketObject, 'open' | 'wasOpenedBy' | 'receive' | 'hear' | 'act' | 'leaver' | 'askedSecret' | 'takeSecret' | 'redact' | 'relate' | 'page' | 'standingFor' | 'article' | 'attachment' | 'source' | 'fetch' | Merges>;
type Merges = 'merge' | 'unmerge' | 'standing' | 'takeOver' | 'giveBack' | 'upkeep';

export class TicketObject extends DurableObject<Env> {
  #db: store.Database;
  #here: Here;
  /** One at a time, so that no part comes after what undoes it. */
  #handOver = oneAfterAnother(async () => void (store.hasTables(this.ctx.storage) && (await handOver(this.#merging()))));
  /** One at a time: a letter that another drain is sending would look like one left from a crash, or be sent twice. */
  #drainInTurn = oneAfterAnother(() => this.#drain());

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.#db = store.openDatabase(ctx.storage);
    this.#here = { ctx, env, db: this.#db };
    if (store.hasTables(ctx.storage)) migrateTables(ctx.storage);
  }

  /** Opens the ticket. The same opening again (a retry) changes nothing and answers the same. `inLedger`: the ledger has the `filing` by now. */
  async open(opening: Opening, claim: string, at: Instant, filing: Filing | null = null): Promise<{ number: number; article: number; inLedger: boolean }> {
    this.ctx.storage.transactionSync(() => begin(this.#db, opening, claim, at));
    if (store.readOpenedBy(this.#db) !== claim) throw new Error(`Ticket ${opening.number} was opened by something else`);
    return { number: opening.number, article: 1, inLedger: await this.#settle(filing === null ? null : { ...filing, article: 1, at }) };
  }

  /** Whether this claim opened the ticket. Whoever asks died before they heard it, so lists and Message-IDs may not know it yet. */
  async wasOpenedBy(claim: string): Promise<boolean> {
    await this.#settle();
    return store.hasTables(this.ctx.storage) && store.readOpenedBy(this.#db) === claim;
  }

  /** What becomes of a mail that names this ticket. The same mail again changes nothing and answers the same (T10). */
  async receive(arrival: Arrival, at: Instant, filing: Filing | null = null): Promise<{ outcome: ArrivalOutcome; inLedger: boolean }> {
    await survivorKnows(this.#merging(), () => this.#handOver());
    const outcome = this.#atOnce<ArrivalOutcome>({ kind: 'missing' }, (ticket) => takeMail(this.#db, ticket, arrival, at));
    this.ctx.waitUntil(passAnswerOn(this.#here, outcome, arrival.sender, at));
    return { outcome, inLedger: await this.#settle(filedBy(outcome, filing, at)) };
  }

  async act(command: Command, by: Actor, at: Instant): Promise<CommandOutcome> {
    return this.#settled(this.ctx.storage.transactionSync(() => this.#carryOut(command, by, at)));
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
    return this.#settled(this.ctx.storage.transactionSync((): SecretTaken => {
      const sealed = this.#ticket() === null ? null : readSealed(this.#db, id);
      const outcome = this.#carryOut({ kind: 'seeSecret', secret: id }, by, at);
      return outcome.ok ? { ok: true, sealed: sealed ?? '' } : outcome;
    }));
  }

  /** Takes passages out of an article for good, and out of what it is a copy of. */
  async redact(asked: Redaction, by: Actor, at: Instant): Promise<CommandOutcome> {
    return this.#settled(await redact(this.#merging(), asked, by, at));
  }

  /** News of a letter of this ticket (A14). The same news again change nothing. `known` false: no letter of ours is meant. */
  async hear(news: News, at: Instant): Promise<{ known: boolean }> {
    return this.#settled({ known: this.#atOnce(false, (ticket) => takeNews(this.#db, ticket, news, at)) });
  }

  /** Another ticket has to do with this one in some way, or no longer. The same again changes nothing. `by` null: the desk itself. */
  async relate(connection: Connection, by: Actor | null, at: Instant): Promise<CommandOutcome> {
    return this.#settled(this.#atOnce<CommandOutcome>({ ok: false, refusal: 'notFound' }, (ticket) => relate(this.#db, ticket, connection, { by, at })));
  }

  /** Makes the ticket part of another one; the survivor has everything when this returns, or soon after a fault. */
  async merge(into: number, by: Actor, at: Instant): Promise<MergeOutcome> {
    return this.#told(await merge(this.#merging(), into, by, at));
  }

  async unmerge(by: Actor, at: Instant): Promise<MergeOutcome> {
    return this.#told(unmerge(this.#merging(), by, at));
  }

  /** What the desk's upkeep asks of every ticket. */
  async upkeep(asked: Upkeep): Promise<Upkept> {
    return this.#settled(await upkeep(this.#merging(), asked));
  }

  async standing(): Promise<Standing | null> {
    return standingOf(this.#ticket());
  }

  /** A merged ticket hands over a part of what it has. */
  async takeOver(from: Takeover): Promise<TakeoverAnswer> {
    return this.#settled(takeOver(this.#merging(), from));
  }

  async giveBack(given: GivenBack): Promise<void> {
    giveBack(this.#merging(), given);
    await this.#settle();
    // Not awaited: two tickets that tell each other would wait for each other.
    this.ctx.waitUntil(this.#handOver());
  }

  /** A part of the ticket's page as the viewer may see it, the newest if none is named; null if there is none or they may not (W05). */
  async page(viewer: Viewer, at: Instant, part: Part = { kind: 'newest' }): Promise<OwnPage | null> {
    return this.#shown(viewer, (ticket) => pageFor(this.#db, ticket, { viewer, part, at }));
  }

  async standingFor(viewer: Viewer): Promise<ViewersStanding | null> {
    return this.#shown(viewer, (ticket) => standingFor(this.#db, ticket, viewer));
  }

  async article(id: number, viewer: Viewer): Promise<OpenedArticle | null> {
    return this.#shown(viewer, (ticket) => articleFor(this.#db, ticket, viewer, id));
  }

  async attachment(id: string, viewer: Viewer): Promise<Attachment | null> {
    return this.#shown(viewer, (ticket) => attachmentFor(this.#db, ticket, viewer, id));
  }

  async source(article: number, viewer: Viewer): Promise<string | null> {
    return this.#shown(viewer, (ticket) => sourceFor(this.#db, ticket, viewer, article));
  }

  /** A page that wants to be told when something changes; it asked the portal for it. */
  override async fetch(request: Request): Promise<Response> {
    const watcher = watcherIn(request);
    return this.#shown(watcher.viewer, (ticket) => watchTicket(this.#here, ticket, watcher)) ?? new Response(null, { status: 404 });
  }

  override webSocketMessage(socket: WebSocket, said: string | ArrayBuffer): void {
    hearPage(this.ctx, socket, said);
  }

  override webSocketClose(): void {
    tellPresence(this.ctx);
  }

  override async alarm(): Promise<void> {
    await this.drain();
  }

  /** Does what is due, and wakes up for the rest. */
  async drain(): Promise<void> {
    await this.#drainInTurn();
  }

  #ticket(): Ticket | null {
    return store.hasTables(this.ctx.storage) ? store.readTicket(this.#db) : null;
  }

  /** One step, in which nothing else happens. `none`: the answer where there is no ticket. */
  #atOnce<Answer>(none: Answer, step: (ticket: Ticket) => Answer): Answer {
    return this.ctx.storage.transactionSync(() => {
      const ticket = this.#ticket();
      return ticket === null ? none : step(ticket);
    });
  }

  #carryOut(command: Command, by: Actor, at: Instant): CommandOutcome {
    return carryOut(this.#db, this.#ticket(), { command, by, undoMs: settings.undoSeconds * 1000 }, at);
  }

  #shown<Answer>(viewer: Viewer, read: (ticket: Ticket) => Answer): Answer | null {
    const ticket = this.#ticket();
    return ticket !== null && maySee(ticket, viewer) ? read(ticket) : null;
  }

  #merging(): Merging & Here {
    return {
      ...this.#here,
      atOnce: (work) => this.ctx.storage.transactionSync(work),
      ticket: () => this.#ticket(),
      record: (changes, by, at) => recordAll(this.#db, changes, by, at),
    };
  }

  /** The alarm is set first: whatever happens now, the other ticket is told. */
  async #told(outcome: MergeOutcome): Promise<MergeOutcome> {
    await this.#settle();
    await this.#handOver();
    return outcome;
  }

  async #drain(): Promise<void> {
    await this.#handOver();
    const done = await drainOutbox(this.#merging());
    if (done) this.ctx.waitUntil(announce(this.#here));
    await wakeAt(this.ctx.storage, done ? nextDue(this.#db, Date.now()) : Date.now() + AFTER_FAULT_MS);
  }

  /** After a command: the writer finds it in lists at once, letters leave with the alarm. Whether the ledger has what was `filed`. */
  async #settle(filed: Filed | null = null): Promise<boolean> {
    if (!store.hasTables(this.ctx.storage)) return false;
    await wakeAt(this.ctx.storage, nextDue(this.#db, Date.now()));
    await failPoint('recorded');
    const inLedger = await bringIndexUpToDate(this.#db, this.env.DB, filed);
    this.ctx.waitUntil(announce(this.#here));
    return inLedger;
  }

  async #settled<Outcome>(outcome: Outcome): Promise<Outcome> {
    await this.#settle();
    return outcome;
  }
}
