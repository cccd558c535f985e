/** Writes tickets of past years into the file of the desk's D1, past the desk, which must not run meanwhile. */

import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { agent } from '../state.ts';
import { ARTICLES, ticketOf, type FilledArticle, type FilledTicket } from './tickets.ts';

/** So many are new enough that every other one is open; of those before one in a thousand is. */
const NEWEST = 2000;
const FORGOTTEN = 1000;
/** As one desk of some dozen agents gets them. */
const MINUTES_BETWEEN = 2;
const TICKETS_A_TRANSACTION = 5000;
const QUEUE = 1;
const PEOPLE_IN = 'insert into people (address, name, language, created_at) values (?, ?, \'de\', ?) on conflict do nothing';

/** Adds as many tickets as are missing to `total`. Returns how many it added. */
export function fillIndex(db: DatabaseSync, total: number, say: (done: number) => void = () => undefined): number {
  quickly(db);
  const { there = 0, last = 0 } = db.prepare('select count(*) as there, max(number) as last from numbers').get() ?? {};
  const [before, first] = [Number(there), Math.max(Number(last), FIRST_NUMBER - 1) + 1];
  const missing = Math.max(0, total - before);
  const write = writer(db);
  const now = Date.now();
  for (let start = 0; start < missing; start += TICKETS_A_TRANSACTION) {
    db.exec('begin');
    for (let at = start; at < Math.min(start + TICKETS_A_TRANSACTION, missing); at += 1) {
      const left = missing - at;
      write(ticketOf(first + at, before + at, now - left * MINUTES_BETWEEN * 60_000 - ARTICLES * 3_600_000), left <= NEWEST);
    }
    db.exec('commit');
    say(Math.min(start + TICKETS_A_TRANSACTION, missing));
  }
  closeOld(db, first + missing - NEWEST);
  durably(db);
  return missing;
}

const FIRST_NUMBER = 427_637;

/** What is left in the way of a crash, which would only spoil a desk for trying out. */
function quickly(db: DatabaseSync): void {
  db.exec('pragma journal_mode = off; pragma synchronous = off; pragma cache_size = -1000000');
}

function durably(db: DatabaseSync): void {
  db.exec('pragma journal_mode = wal; pragma synchronous = normal');
}

function closeOld(db: DatabaseSync, before: number): void {
  db.prepare(`update tickets set status = 'closed', closed_at = updated_at where closed_at is null and number < ? and number % ${FORGOTTEN} <> 0`).run(before);
}

function writer(db: DatabaseSync): (ticket: FilledTicket, isNew: boolean) => void {
  const number = db.prepare('insert into numbers (number, claimed_by) values (?, ?)');
  const row = db.prepare(`insert into tickets (number, version, subject, queue, status, owner, priority, final_priority, created_at, starts_at, started_at, last_contact_at, due_at, closed_at, updated_at, updated_by, requester, requester_name, owner_name, requester_words, requester_domain)
    values (?, ${ARTICLES * 2}, ?, ${QUEUE}, ?, ?, 5, 50, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const person = db.prepare(PEOPLE_IN);
  const onTicket = db.prepare('insert into ticket_people (address, number, role) values (?, ?, ?)');
  const says = { outside: db.prepare(SAID('said_outside')), inside: db.prepare(SAID('said_inside')) };
  const words = db.prepare('insert into ticket_words (rowid, words) values (?, ?)');
  const word = db.prepare('insert into vocabulary (word) values (?) on conflict do nothing');
  const mail = mailWriter(db);
  const known = new Set<string>();

  return (ticket, isNew) => {
    const { number: of, subject, requester, requesterName, domain, owner, createdAt, updatedAt, headWords, articles } = ticket;
    const open = isNew ? of % 2 === 0 : of % FORGOTTEN === 0;
    number.run(of, `bench ${of}`);
    row.run(of, subject, open ? 'open' : 'closed', owner, createdAt, createdAt, createdAt, updatedAt, createdAt + 3 * 86_400_000, open ? null : updatedAt, updatedAt, agent, requester, requesterName, owner === null ? '' : 'Agnes', `${requesterName} ${requester}`.toLowerCase().replace(/[^a-z0-9]+/g, ' '), domain);
    person.run(requester, requesterName, createdAt);
    onTicket.run(requester, of, 'requester');
    if (owner !== null) onTicket.run(owner, of, 'agent');
    says.outside.run(of, 0, '', createdAt, '', headWords);
    for (const article of articles) keepArticle(article, ticket);
    const all = [...new Set([headWords, ...articles.map((one) => one.words)].join(' ').split(' '))];
    words.run(of, all.join(' '));
    for (const one of all) if (!known.has(one)) word.run(one);
    for (const one of all) if (known.size < 100_000) known.add(one);
  };

  function keepArticle(article: FilledArticle, { number: of, requester, subject }: FilledTicket): void {
    const { at, byName, text, words: said, inside } = article;
    (inside ? says.inside : says.outside).run(of, article.article, byName, at, text, said);
    mail(article, { of, requester, subject });
  }
}

const SAID = (table: string) => `insert into ${table} (number, article, by_name, at, text, words) values (?, ?, ?, ?, ?, ?)`;

/** Every mail is in the ledger; every mail and every letter is known by its Message-ID. */
function mailWriter(db: DatabaseSync): (article: FilledArticle, ticket: { of: number; requester: string; subject: string }) => void {
  const id: StatementSync = db.prepare('insert into message_ids (message_id, number, origin) values (?, ?, ?)');
  const ledger = db.prepare(`insert into intake (key, received_at, size, envelope_from, envelope_to, message_id, sender, sender_name, subject, outcome, number, article, done_at, queue, verdict)
    values (?, ?, 4096, ?, '["support@dtnet.de"]', ?, ?, '', ?, 'filed', ?, ?, ?, ${QUEUE}, 'pass')`);
  return ({ article, at, mail, inside }, { of, requester, subject }) => {
    const key = String(of * ARTICLES + article).padStart(16, '0');
    const messageId = `<${key}@firma.example>`;
    if (!inside) id.run(messageId, of, mail ? 'mail' : 'letter');
    if (mail) ledger.run(key.repeat(4), at, requester, messageId, requester, subject, of, article, at);
  };
}
