import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { soughtWords } from '../../src/rules/search-text.ts';
import { ticketOf } from '../../src/ticket/tickets.ts';
import { readDesk } from '../../src/ticket-index/desk-list.ts';
import { searchOwn } from '../../src/ticket-index/search.ts';
import type { Viewer } from '../../src/rules/page.ts';
import { usualOrder, type Place } from '../../src/rules/list-order.ts';
import { address, annaTheAgent, aQueue, everywhere } from '../support/builders.ts';
import { bringToTicket, plainMail } from './inbox.ts';

const anna = annaTheAgent();
const max = { address: address('max@kunde.example'), role: 'requester', reach: everywhere } as const;
const cc = { address: address('cc@kunde.example'), role: 'requester', reach: everywhere } as const;

let printer: number;
let street: number;

beforeAll(async () => {
  printer = await bringToTicket(plainMail({ from: 'Max Müller <max@kunde.example>', subject: 'Netzwerkdrucker streikt', text: 'Er zeigt nur noch Fehler 0815 im Büro.' }));
  street = await bringToTicket(plainMail({ from: 'Eva Weber <eva@anderswo.example>', subject: 'Neue Adresse', text: 'Wir sitzen jetzt in der Goethestraße 5.' }));
  await say(printer, 'comment', 'Der Kunde ist oft ungeduldig.');
});

async function say(number: number, kind: 'reply' | 'comment', text: string) {
  const outcome = await ticketOf(env, number).act({ kind, text, attachments: [], channel: 'portal' }, anna, Date.now());
  if (!outcome.ok) throw new Error(outcome.refusal);
}

async function search(typed: string, place: Place | null = null) {
  const facts = { queues: [aQueue()], staff: [], me: anna.address, at: Date.now() };
  const query = { filters: [], words: soughtWords(typed), misread: [] };
  return (await readDesk(env.DB, { viewer: anna, query, order: usualOrder, place, facts, kept: [] })).page;
}

async function numbers(typed: string, reader: Viewer = anna): Promise<number[]> {
  const { rows } = reader === anna ? await search(typed) : await searchOwn(env.DB, reader, { words: soughtWords(typed), below: null });
  return rows.map((row) => row.number);
}

describe('the search of agents', () => {
  test.each(['netzwerkdrucker', 'drucker', 'DRUCK', 'netzw', 'büro', 'buero', 'mueller', 'max@kunde.example', '0815', 'drucker müller fehler', 'ungeduldig drucker', 'er'])('finds the printer by %s', async (typed) => {
    expect(await numbers(typed)).toContain(printer);
  });

  test.each(['strasse', 'Goethestraße', 'GOETHESTRASSE', 'weber', '5'])('finds the street by %s', async (typed) => {
    expect(await numbers(typed)).toEqual([street]);
  });

  test.each(['drucker weber', 'gibtesnicht', 'ro', '"; drop table tickets', '* OR NEAR('])('finds no printer by %s', async (typed) => {
    expect(await numbers(typed)).not.toContain(printer);
  });

  test('finds a ticket by its number', async () => {
    expect(await numbers(String(printer))).toEqual([printer]);
  });

  test('finds at once what was just written, and where', async () => {
    await say(street, 'reply', 'Danke, ich trage Kalenderblatt ein.');

    const { rows } = await search('kalenderblatt');

    expect(rows.map((row) => [row.number, row.passage])).toEqual([[street, { article: 2, byName: 'Anna Agentin', inside: false, text: 'Danke, ich trage Kalenderblatt ein.' }]]);
  });

  test('finds comments, and says that they are', async () => {
    expect((await search('ungeduldig')).rows.map((row) => row.passage?.inside)).toEqual([true]);
  });

  test('does not find what an answer only quotes', async () => {
    await bringToTicket(plainMail({ from: 'max@kunde.example', subject: 'Anderes', text: 'Meine Antwort.\n\nAm 24.11.2026 schrieb Eva Weber:\n> Zitiertes Kauderwelsch\n> steht hier' }));

    expect(await numbers('kauderwelsch')).toEqual([]);
  });

  test('gives the newest tickets first, fifty at a time', async () => {
    const made: number[] = [];
    for (let count = 0; count < 53; count += 1) made.push(await bringToTicket(plainMail({ from: `p${count}@viele.example`, subject: 'Seriennummer', text: `Gerät ${count}` })));
    const first = await search('seriennummer');
    const second = await search('seriennummer', { side: 'after', value: made[3] ?? 0, number: made[3] ?? 0 });

    expect([...first.rows, ...second.rows].map((row) => row.number)).toEqual(made.toReversed());
    expect([first.rows.length, first.older, second.older, second.newer]).toEqual([50, true, false, true]);
  });
});

describe('what came with a merged ticket', () => {
  test('is found on the survivor, and no longer once that is undone (T13)', async () => {
    const survivor = await bringToTicket(plainMail({ from: 'max@kunde.example', subject: 'Bleibt' }));
    const merged = await bringToTicket(plainMail({ from: 'max@kunde.example', subject: 'Geht auf', text: 'Wanderwort hier.' }));
    await ticketOf(env, merged).merge(survivor, anna, Date.now());
    const after = await numbers('wanderwort');
    await ticketOf(env, merged).unmerge(anna, Date.now());
    await vi.waitFor(async () => expect(await numbers('wanderwort')).toEqual([merged]), { timeout: 30_000 });

    expect(after).toEqual([merged, survivor]);
  });
});

describe('what was taken out of a text for good', () => {
  test('is found no more, and left the vocabulary unless another ticket says it (S18)', async () => {
    const number = await bringToTicket(plainMail({ from: 'max@kunde.example', subject: 'WLAN', text: 'Das Passwort ist Regentrompete77, bitte ändern.' }));
    const before = await numbers('regentromp');
    const outcome = await ticketOf(env, number).redact({ article: 1, passages: ['Regentrompete77'], survivor: null }, anna, Date.now());
    const left = await env.DB.prepare("select word from vocabulary where word in ('regentrompete77', 'passwort', 'bitte') order by word").all<{ word: string }>();

    expect([outcome.ok, before, await numbers('regentromp'), await numbers('passwort wlan')]).toEqual([true, [number], [], [number]]);
    expect(left.results.map((row) => row.word)).toEqual(['bitte', 'passwort']);
    expect(await env.DB.prepare("select count(*) as parts from word_parts where word like '%regentrompete%'").first('parts')).toBe(0);
  });
});

describe('the search of requesters', () => {
  test('finds their own tickets and no others (W04)', async () => {
    expect(await numbers('drucker', max)).toEqual([printer]);
    expect(await numbers('fehler', max)).toEqual([printer]);
    expect(await numbers('goethestraße', max)).toEqual([]);
  });

  test('finds no comment, whatever is asked (P08)', async () => {
    expect(await numbers('ungeduldig', max)).toEqual([]);
    expect((await searchOwn(env.DB, max, { words: ['drucker', 'kunde'], below: null })).rows.map((row) => row.passage?.text)).not.toContain('Der Kunde ist oft ungeduldig.');
  });

  test('finds nothing that was said before they joined (SJ21)', async () => {
    const raw = plainMail({ from: 'max@kunde.example', subject: 'Schlüssel', text: 'Vertrauliches vorab.' });
    const number = await bringToTicket(raw);
    const id = /^Message-ID: (.*)\r$/m.exec(raw)?.[1] ?? '';
    await bringToTicket(plainMail({ from: 'max@kunde.example', subject: `Re: [dtnet.de #${number}] Schlüssel`, text: 'Jetzt liest der Kollege mit.', headers: [`In-Reply-To: ${id}`, 'Cc: cc@kunde.example'] }));

    expect(await numbers('vertrauliches', cc)).toEqual([]);
    expect(await numbers('kollege', cc)).toEqual([number]);
    expect(await numbers('schlüssel', cc)).toEqual([number]);
    expect(await numbers('vertrauliches', max)).toEqual([number]);
  });

  test('stops finding a ticket they were taken off', async () => {
    const number = await bringToTicket(plainMail({ from: 'max@kunde.example', subject: 'Kurzzeitig', headers: ['Cc: gast@kunde.example'] }));
    const guest = { address: address('gast@kunde.example'), role: 'requester', reach: everywhere } as const;
    const before = await numbers('kurzzeitig', guest);
    await ticketOf(env, number).act({ kind: 'removeWatcher', address: guest.address, role: 'cc' }, anna, Date.now());

    expect([before, await numbers('kurzzeitig', guest)]).toEqual([[number], []]);
  });
});
