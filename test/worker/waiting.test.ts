import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Command } from '../../src/rules/commands.ts';
import { ticketOf } from '../../src/ticket/tickets.ts';
import { annaTheAgent, maxTheCustomer } from '../support/builders.ts';
import { bringToTicket, plainMail, ticketPage } from './inbox.ts';
import { signedIn, type Visitor } from './portal-visitor.ts';

let anna: Visitor;
let max: Visitor;
beforeAll(async () => {
  anna = await signedIn('anna@dtnet.de', 'agent');
  max = await signedIn('max@kunde.example');
});

const newNumber = () => bringToTicket(plainMail({ from: 'max@kunde.example', subject: 'Plotter' }));
const object = (number: number) => env.TICKETS.getByName(String(number));
const act = (number: number, command: Command) => ticketOf(env, number).act(command, annaTheAgent(), Date.now());
const later = () => Date.now() + 86_400_000;

describe('a ticket that waits until a moment', () => {
  test('is told so in words, and everybody at the desk sees until when', async () => {
    const number = await newNumber();
    const told = await anna.post(`/tickets/${number}/wait`, { until: 'in 3 days 9:30' });
    const { fields } = await ticketPage(number);

    expect(told.status).toBe(303);
    expect(fields.status).toBe('waiting');
    expect(new Date(fields.waitingUntil ?? 0).toLocaleTimeString('de-DE', { timeZone: 'Europe/Berlin', timeStyle: 'short' })).toBe('09:30');
    expect((await anna.get(`/tickets/${number}`)).page).toContain('Waits until');
    expect((await anna.get('/desk?view=waiting')).page).toContain('Waits until');
    expect((await anna.get('/desk?q=until:<4d')).page).toContain(`/tickets/${number}"`);
    expect((await anna.get('/desk?q=until:<1d')).page).not.toContain(`/tickets/${number}"`);
    expect((await max.get(`/tickets/${number}`)).page).not.toContain('Waits until');
  });

  test('is open again when it comes, by itself, and the history says so (L09)', async () => {
    const number = await newNumber();
    await act(number, { kind: 'waitUntil', until: Date.now() });
    await object(number).drain();
    const { fields, entries } = await ticketPage(number);

    expect(fields).toMatchObject({ status: 'open', waitingUntil: null });
    expect(entries.find((entry) => entry.kind === 'fact' && entry.fact.kind === 'fieldChanged' && entry.fact.field === 'status')).toMatchObject({ by: null, fact: { to: 'open' } });
  });

  test('has an alarm for it that is kept with it, and nothing happens before (L09)', async () => {
    const number = await newNumber();
    await object(number).drain();
    const until = later();
    await act(number, { kind: 'waitUntil', until });
    await object(number).drain();

    expect(await runInDurableObject(object(number), (_, { storage }) => storage.getAlarm())).toBe(until);
    expect((await ticketPage(number)).fields).toMatchObject({ status: 'waiting', waitingUntil: until });
  });

  test('waits no more once its requester has answered (L05)', async () => {
    const number = await newNumber();
    await act(number, { kind: 'waitUntil', until: later() });
    await ticketOf(env, number).act({ kind: 'reply', text: 'Hier ist es.', attachments: [], channel: 'portal' }, maxTheCustomer(), Date.now());

    expect((await ticketPage(number)).fields).toMatchObject({ status: 'open', waitingUntil: null });
  });
});

describe('a moment in words', () => {
  test('sets when a ticket is due (L11)', async () => {
    const number = await newNumber();
    await anna.post(`/tickets/${number}/due`, { due: '2031-03-03 14:15' });

    expect((await ticketPage(number)).fields.dueAt).toBe(Date.UTC(2031, 2, 3, 13, 15));
    expect((await anna.get(`/tickets/${number}`)).page).toContain('Mon 03 Mar 2031, 14:15:00');
  });

  test.each([['due', 'soon', 'no moment that we understand'], ['wait', '1.1.2020', 'over already']])('for %s that is none, %s, is told what is wrong with it', async (form, typed, says) => {
    const number = await newNumber();
    const before = (await ticketPage(number)).version;
    const answer = await anna.post(`/tickets/${number}/${form}`, { [form === 'due' ? 'due' : 'until']: typed });

    expect(answer.status).toBe(422);
    expect(answer.page).toContain(says);
    expect((await ticketPage(number)).version).toBe(before);
  });

  test('is understood before it is sent', async () => {
    expect((await anna.get('/desk/moment?use=due&words=3.3.2031')).page).toBe('Understood: Mon 03 Mar 2031, 17:00:00');
    expect((await anna.get('/desk/moment?use=until&words=3.3.2031')).page).toBe('Understood: Mon 03 Mar 2031, 08:00:00');
    expect((await anna.get('/desk/moment?use=until&words=perhaps')).page).toContain('no moment that we understand');
  });
});
