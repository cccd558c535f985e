import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import { openDatabase, readTicket } from '../../src/ticket/ticket-store.ts';
import { anna, bring, bringToTicket, plainMail, ticketPage } from './inbox.ts';
import { signedIn, type Visitor } from './portal-visitor.ts';

const max = 'max@kunde.example';
const chefin = 'chefin@kunde.example';
let agent: Visitor;
beforeAll(async () => {
  agent = await signedIn(anna.address, 'agent');
});

const aTicket = () => bringToTicket(plainMail({ from: max, subject: 'Drucker' }));
const dates = async (number: number) => {
  const { dueAt, waitingUntil, status } = (await ticketPage(number)).fields;
  return { dueAt, waitingUntil, status };
};
const add = (number: number, address: string, role: string) => agent.post(`/tickets/${number}/watchers`, { address, role });

/** Who is on it as what, with the keys of their mails. */
async function people(number: number): Promise<string[][]> {
  return runInDurableObject(env.TICKETS.getByName(String(number)), (_, { storage }) =>
    (readTicket(openDatabase(storage))?.people ?? []).filter((person) => person.state !== 'removed' && person.role !== 'agent').map(({ address, role, state, fromArticle, secret, broughtBy }) => [address, role, state, String(fromArticle), secret, broughtBy ?? 'nobody']),
  );
}

/** Presses the button of the notice, which says `says`. */
async function undo(number: number, says: string): Promise<number> {
  const { page } = await agent.get(`/tickets/${number}`);
  const notice = /<form class="undo" method="post" action="\/tickets\/\d+\/undo">.*?<\/form>/s.exec(page)?.[0] ?? '';
  expect(notice).toContain(says);
  const fields = Object.fromEntries([...notice.matchAll(/name="(\w+)" value="([^"]+)"/g)].map(([, name = '', value = '']) => [name, value]));
  return (await agent.post(`/tickets/${number}/undo`, fields)).status;
}

describe('undone with one press is', () => {
  test('when a ticket is due, and until when it waits (L09, L11)', async () => {
    const number = await aTicket();
    const before = await dates(number);
    await agent.post(`/tickets/${number}/due`, { due: '1.12.2027 9:30' });
    expect(await dates(number)).not.toEqual(before);
    expect(await undo(number, 'The due date is changed.')).toBe(303);
    expect(await dates(number)).toEqual(before);

    await agent.post(`/tickets/${number}/wait`, { until: '1.12.2027 9:30' });
    const waits = await dates(number);
    await agent.post(`/tickets/${number}/wait`, { until: '2.12.2027 9:30' });
    expect(await undo(number, 'Until when the ticket waits is changed.')).toBe(303);
    expect(await dates(number)).toEqual(waits);
    await agent.post(`/tickets/${number}/status`, { status: 'open' });
    expect((await dates(number)).waitingUntil).toBeNull();
    expect(await undo(number, 'The ticket is open.')).toBe(303);
    expect(await dates(number)).toEqual(waits);
  });

  test('the change of the requester: both are what they were (P06)', async () => {
    const number = await aTicket();
    const before = await people(number);
    await add(number, chefin, 'requester');
    expect((await people(number)).map(([who, role]) => [who, role])).toEqual([[max, 'cc'], [chefin, 'requester']]);
    expect(await undo(number, `The requester is ${chefin}.`)).toBe(303);
    expect(await people(number)).toEqual(before);

    await add(number, chefin, 'cc');
    const both = await people(number);
    await agent.post(`/tickets/${number}/watchers/make-requester`, { address: chefin, role: 'requester' });
    expect(await undo(number, `The requester is ${chefin}.`)).toBe(303);
    expect(await people(number)).toEqual(both);
  });

  test('that somebody was added, and that somebody was removed, whose mails then have their key again (P06)', async () => {
    const number = await aTicket();
    const alone = await people(number);
    await add(number, chefin, 'cc');
    expect(await undo(number, `${chefin} is on the ticket now.`)).toBe(303);
    expect(await people(number)).toEqual(alone);

    await add(number, chefin, 'cc');
    const both = await people(number);
    await agent.post(`/tickets/${number}/watchers/remove`, { address: chefin, role: 'cc' });
    expect(await people(number)).toEqual(alone);
    expect(await undo(number, `${chefin} is no longer on the ticket.`)).toBe(303);
    expect(await people(number)).toEqual(both);
  });

  test('that somebody was removed whom the requester had brought, who has brought them still (SJ25)', async () => {
    const number = await bringToTicket(plainMail({ from: max, subject: 'Drucker', headers: [`Cc: ${chefin}`] }));
    const before = await people(number);
    await agent.post(`/tickets/${number}/watchers/remove`, { address: chefin, role: 'cc' });
    expect(await undo(number, `${chefin} is no longer on the ticket.`)).toBe(303);

    expect(before.find(([address]) => address === chefin)?.at(-1)).toBe(max);
    expect(await people(number)).toEqual(before);
  });

  test('a link of two tickets, and that it was taken away, on both', async () => {
    const [number, other] = [await aTicket(), await aTicket()];
    const links = async () => [(await ticketPage(number)).links, (await ticketPage(other)).links].map((all) => all.map((link) => `${link.relation} ${link.number}`));
    await agent.post(`/tickets/${number}/links`, { relation: 'blocks', number: String(other) });
    const linked = await links();
    expect(linked).toEqual([[`blocks ${other}`], [`blockedBy ${number}`]]);

    expect(await undo(number, `Linked with #${other}.`)).toBe(303);
    expect(await links()).toEqual([[], []]);
    expect(await undo(number, `No longer linked with #${other}.`)).toBe(303);
    expect(await links()).toEqual(linked);
  });
});

test('whom a mail brought along is not taken back with one press, and nothing is once somebody wrote (L08)', async () => {
  const number = await aTicket();
  await add(number, chefin, 'cc');
  await bring(plainMail({ from: max, subject: `[dtnet.de #${number}]` }));

  expect((await agent.get(`/tickets/${number}`)).page).not.toContain(`/tickets/${number}/undo"`);
});
