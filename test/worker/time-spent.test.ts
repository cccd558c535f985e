import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Command } from '../../src/rules/commands.ts';
import { carryOut } from '../../src/ticket/recording.ts';
import { openDatabase, readTicket } from '../../src/ticket/ticket-store.ts';
import { annaTheAgent } from '../support/builders.ts';
import { bringToTicket, plainMail, ticketPage } from './inbox.ts';
import { signedIn, type Visitor } from './portal-visitor.ts';

let anna: Visitor;
let max: Visitor;
beforeAll(async () => {
  anna = await signedIn('anna@dtnet.de', 'agent');
  max = await signedIn('max@kunde.example');
});

const newNumber = () => bringToTicket(plainMail({ from: 'max@kunde.example', subject: 'Plotter' }));

describe('time spent on a ticket', () => {
  test('is said with a text, stands at it, and is summed up beside the history and in lists', async () => {
    const number = await newNumber();
    await anna.post(`/tickets/${number}/replies`, { text: 'Erledigt.', minutes: '1,5 h' });
    await anna.post(`/tickets/${number}/comments`, { text: 'Vor Ort gewesen.', minutes: '25' });
    const { page } = await anna.get(`/tickets/${number}`);
    const list = await anna.get('/desk?view=open&columns=spent');

    expect(page).toContain('<span class="kind spent">1 h 30 min</span>');
    expect(page).toContain('<span class="kind spent">25 min</span>');
    expect(page).toContain('<dt>Time spent</dt><dd>1 h 55 min</dd>');
    expect(list.page).toContain('1 h 55 min');
  });

  test('is nothing that customers see or say', async () => {
    const number = await newNumber();
    await anna.post(`/tickets/${number}/replies`, { text: 'Erledigt.', minutes: '25' });
    await max.post(`/tickets/${number}/replies`, { text: 'Danke.', minutes: '40' });

    expect((await ticketPage(number)).minutesSpent).toBe(25);
    expect((await max.get(`/tickets/${number}`)).page).not.toMatch(/25 min|40 min|Time spent/);
  });

  test('that is none is told to be, and nothing is sent', async () => {
    const number = await newNumber();
    const before = (await ticketPage(number)).version;
    const answer = await anna.post(`/tickets/${number}/replies`, { text: 'Erledigt.', minutes: 'ewig' });

    expect(answer.status).toBe(422);
    expect(answer.page).toContain('id="reply-minutes-error"');
    expect((await ticketPage(number)).version).toBe(before);
  });

  test('on an answer that was taken back is with its draft, and in no sum', async () => {
    const number = await newNumber();
    await runInDurableObject(env.TICKETS.getByName(String(number)), (_, { storage }) => {
      const db = openDatabase(storage);
      const command: Command = { kind: 'reply', text: 'Erledigt.', attachments: [], channel: 'portal', minutes: 25 };
      storage.transactionSync(() => carryOut(db, readTicket(db), { command, by: annaTheAgent(), undoMs: 60_000 }, Date.now()));
    });
    expect((await ticketPage(number)).minutesSpent).toBe(25);

    await anna.post(`/tickets/${number}/articles/2/undo`);
    const { page } = await anna.get(`/tickets/${number}`);

    expect((await ticketPage(number)).minutesSpent).toBe(0);
    expect(page).toMatch(/name="minutes" id="reply-minutes"[^>]* value="25"|value="25"[^>]* id="reply-minutes"/);
  });

  test('is kept with a draft', async () => {
    const number = await newNumber();
    await anna.post(`/tickets/${number}/draft`, { form: 'comment', text: 'Halb', minutes: '1:10' });

    expect((await anna.get(`/tickets/${number}`)).page).toContain('value="1:10"');
  });
});
