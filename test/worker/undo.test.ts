import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Command } from '../../src/rules/commands.ts';
import { anna, bring, bringToTicket, plainMail, ticketPage } from './inbox.ts';
import { signedIn, type Visitor } from './portal-visitor.ts';
import { max } from './vector-scene.ts';
import { carryOut } from '../../src/ticket/recording.ts';
import { openDatabase, readTicket } from '../../src/ticket/ticket-store.ts';

const png = new File([Uint8Array.of(0x89, 0x50, 0x4e, 0x47)], 'Bild.png', { type: 'image/png' });

let annasBrowser: Visitor;
let maxsBrowser: Visitor;
beforeAll(async () => {
  annasBrowser = await signedIn(anna.address, 'agent');
  maxsBrowser = await signedIn(max);
});

describe('an answer that waits to be sent', () => {
  test('is nothing that outsiders see, and has left as soon as its first letter does (P02)', async () => {
    const number = await aTicket();
    await acts(number, { kind: 'reply', text: 'Bitte neu starten.', attachments: [], channel: 'portal' });

    const before = (await maxsBrowser.get(`/tickets/${number}`)).page;
    const agents = (await annasBrowser.get(`/tickets/${number}`)).page;
    await sendAll(number);
    const after = (await maxsBrowser.get(`/tickets/${number}`)).page;

    expect(before).not.toContain('Bitte neu starten.');
    expect(agents).toContain('About to be sent');
    expect(after).toContain('Bitte neu starten.');
    expect((await annasBrowser.get(`/tickets/${number}`)).page).not.toContain('About to be sent');
  });

  test('is taken back into the draft, with its files, and nobody gets it', async () => {
    const number = await aTicket();
    const { fields } = await ticketPage(number);
    await annasBrowser.post(`/tickets/${number}/draft`, { text: '' }, [png]);
    const [file] = (await drafts(number))[0]?.attachments ?? [];
    await acts(number, { kind: 'reply', text: 'Zu früh.', attachments: file === undefined ? [] : [file], channel: 'portal' });

    const undone = await annasBrowser.post(`/tickets/${number}/articles/2/undo`);
    await sendAll(number);

    const { page } = await annasBrowser.get(`/tickets/${number}`);
    expect(undone).toMatchObject({ status: 303, to: `/tickets/${number}` });
    expect(page).toContain('>Zu früh.</textarea>');
    expect(page).toContain('Bild.png');
    expect(page).toContain('took back an answer before it was sent');
    expect(await lettersTo(number, max)).toEqual([['acknowledgement', 'sent', null], ['correspondence', 'failed', 'takenBack']]);
    expect((await ticketPage(number)).fields).toEqual(fields);
    expect((await maxsBrowser.get(`/tickets/${number}`)).page).not.toContain('Zu früh.');
  });

  test('and was taken back is sent again with its files', async () => {
    const number = await aTicket();
    await annasBrowser.post(`/tickets/${number}/draft`, { text: 'x' }, [png]);
    const [file] = (await drafts(number))[0]?.attachments ?? [];
    await acts(number, { kind: 'reply', text: 'Nun aber.', attachments: file === undefined ? [] : [file], channel: 'portal' });
    await annasBrowser.post(`/tickets/${number}/articles/2/undo`);

    expect((await annasBrowser.post(`/tickets/${number}/replies`, { text: 'Nun aber.', kept: file?.id ?? '' })).status).toBe(303);

    expect((await ticketPage(number)).entries[0]).toMatchObject({ kind: 'fact' });
    expect((await ticketPage(number)).entries.find((entry) => entry.kind === 'article')).toMatchObject({ article: { text: 'Nun aber.', attachments: [{ id: file?.id, name: 'Bild.png' }] } });
    expect(await drafts(number)).toEqual([]);
  });

  test('is not taken back once a letter has left, nor by somebody else', async () => {
    const number = await aTicket();
    const bert = await signedIn('bert@dtnet.de', 'agent');
    await acts(number, { kind: 'reply', text: 'Unterwegs.', attachments: [], channel: 'portal' });
    const others = await bert.post(`/tickets/${number}/articles/2/undo`);
    await sendAll(number);

    const late = await annasBrowser.post(`/tickets/${number}/articles/2/undo`);

    expect([others.status, late.status]).toEqual([422, 422]);
    expect(late.page).toContain('It is too late for that');
    expect((await lettersTo(number, max)).at(-1)).toEqual(['correspondence', 'sent', null]);
  });

  test('stops when the customer writes in between: it is a draft again, below what they wrote, and its author is told (L08)', async () => {
    const number = await aTicket();
    await acts(number, { kind: 'reply', text: 'Wir kommen morgen.', attachments: [], channel: 'portal' });
    await bring(plainMail({ from: max, subject: `[dtnet.de #${number}]`, text: 'Hat sich erledigt!' }));
    await sendAll(number);

    const { page } = await annasBrowser.get(`/tickets/${number}`);
    expect(/<section class="unseen"[\s\S]*?<\/section>/.exec(page)?.[0]).toContain('Hat sich erledigt!');
    expect(page).toContain('>Wir kommen morgen.</textarea>');
    expect(await lettersTo(number, anna.address)).toEqual([['correspondence', 'sent', null], ['held', 'sent', null]]);
    expect((await lettersTo(number, max)).at(-1)).toEqual(['correspondence', 'failed', 'takenBack']);
  });
});

describe('a closing', () => {
  test('holds at once, and undone within the wait nobody hears of it (L07)', async () => {
    const number = await aTicket();
    await acts(number, { kind: 'changeStatus', to: 'closed' });
    expect((await ticketPage(number)).fields.status).toBe('closed');
    const { page } = await annasBrowser.get(`/tickets/${number}`);
    expect(page).toContain('The ticket is closed. The letter about it is about to be sent.');

    expect((await annasBrowser.post(`/tickets/${number}/undo`, offeredOn(page))).status).toBe(303);
    await sendAll(number);

    expect((await ticketPage(number)).fields).toMatchObject({ status: 'new', closedAt: null });
    expect((await lettersTo(number, max)).filter(([, state]) => state === 'sent').map(([kind]) => kind)).toEqual(['acknowledgement']);
  });

  test('that somebody was told of can only be reopened (L07)', async () => {
    const number = await aTicket();
    await acts(number, { kind: 'changeStatus', to: 'closed' });
    const { page } = await annasBrowser.get(`/tickets/${number}`);
    await sendAll(number);

    expect((await annasBrowser.get(`/tickets/${number}`)).page).not.toContain(`action="/tickets/${number}/undo"`);
    expect((await annasBrowser.post(`/tickets/${number}/undo`, offeredOn(page))).status).toBe(422);
    expect((await ticketPage(number)).fields.status).toBe('closed');
  });
});

describe('the notice after an act', () => {
  test('says what its reader did and takes it back; nobody else is offered it (L08)', async () => {
    const number = await aTicket();
    await annasBrowser.post(`/tickets/${number}/status`, { status: 'waiting' });
    const { page } = await annasBrowser.get(`/tickets/${number}`);
    expect(page).toContain('The ticket is waiting.');
    expect((await (await signedIn('bert@dtnet.de', 'agent')).get(`/tickets/${number}`)).page).not.toContain(`/tickets/${number}/undo"`);
    expect((await maxsBrowser.get(`/tickets/${number}`)).page).not.toContain(`/tickets/${number}/undo"`);

    expect(await annasBrowser.post(`/tickets/${number}/undo`, offeredOn(page))).toMatchObject({ status: 303, to: `/tickets/${number}` });

    expect((await ticketPage(number)).fields.status).toBe('new');
  });

  test('is of no use when something happened since, and is gone from the page (L08)', async () => {
    const number = await aTicket();
    await annasBrowser.post(`/tickets/${number}/priority`, { priority: '40', final_priority: '60' });
    const { page } = await annasBrowser.get(`/tickets/${number}`);
    await bring(plainMail({ from: max, subject: `[dtnet.de #${number}]` }));

    const late = await annasBrowser.post(`/tickets/${number}/undo`, offeredOn(page));

    expect(late.status).toBe(422);
    expect(late.page).toContain('Something happened on it since');
    expect((await annasBrowser.get(`/tickets/${number}`)).page).not.toContain(`/tickets/${number}/undo"`);
    expect((await ticketPage(number)).fields.priority).toBe(40);
  });

  test('undoes a merge from the ticket that is left, while nothing was said there since (T13)', async () => {
    const [number, survivor] = [await aTicket(), await aTicket()];
    await annasBrowser.post(`/tickets/${number}/merge`, { into: String(survivor) });
    const { page } = await annasBrowser.get(`/tickets/${survivor}`);
    expect(page).toContain(`#${number} is part of this ticket now.`);

    expect(await annasBrowser.post(`/tickets/${survivor}/undo`, offeredOn(page))).toMatchObject({ status: 303, to: `/tickets/${number}` });
    expect((await ticketPage(number)).mergedInto).toBeNull();

    await annasBrowser.post(`/tickets/${number}/merge`, { into: String(survivor) });
    const again = offeredOn((await annasBrowser.get(`/tickets/${survivor}`)).page);
    await bring(plainMail({ from: max, subject: `[dtnet.de #${survivor}]` }));
    expect((await annasBrowser.post(`/tickets/${survivor}/undo`, again)).status).toBe(422);
    expect((await ticketPage(number)).mergedInto).toBe(survivor);
  });
});

describe('a draft', () => {
  test('is there on every device of its writer, whatever becomes of the ticket, and colleagues see only that it is', async () => {
    const number = await aTicket();
    const bert = await signedIn('bert@dtnet.de', 'agent');
    expect((await annasBrowser.post(`/tickets/${number}/draft`, { text: 'Halb fertig', seen: '1' })).status).toBe(303);
    await annasBrowser.post(`/tickets/${number}/draft`, { text: 'Nur unter uns', form: 'comment' });

    const { page } = await (await signedIn(anna.address, 'agent')).get(`/tickets/${number}`);
    const theirs = (await bert.get(`/tickets/${number}`)).page;
    const outside = (await maxsBrowser.get(`/tickets/${number}`)).page;
    expect(page).toContain('>Halb fertig</textarea>');
    expect(page).toContain('>Nur unter uns</textarea>');
    expect(theirs).toMatch(/is writing …/);
    expect(theirs + outside).not.toMatch(/Halb fertig|Nur unter uns/);
    expect(outside).not.toContain('is writing');

    await bert.post(`/tickets/${number}/status`, { status: 'closed' });
    expect((await annasBrowser.get(`/tickets/${number}`)).page).toContain('>Halb fertig</textarea>');
  });

  test('goes along when its ticket is merged', async () => {
    const [number, survivor] = [await aTicket(), await aTicket()];
    await annasBrowser.post(`/tickets/${number}/draft`, { text: 'Kommt mit', seen: '1' });

    await annasBrowser.post(`/tickets/${number}/merge`, { into: String(survivor) });

    expect(await drafts(survivor)).toMatchObject([{ form: 'reply', text: 'Kommt mit' }]);
  });

  test('is gone when it was sent, thrown away or emptied, and one that says what was just sent does not come back', async () => {
    const number = await aTicket();
    const write = (fields: Record<string, string>) => annasBrowser.post(`/tickets/${number}/draft`, fields);
    await write({ text: 'Erstens' });
    await annasBrowser.post(`/tickets/${number}/replies`, { text: 'Erstens' });
    await write({ text: 'Erstens' });
    expect(await drafts(number)).toEqual([]);

    await write({ text: 'Zweitens' });
    await write({ text: 'Zweitens', discard: '1' });
    expect(await drafts(number)).toEqual([]);

    await write({ text: 'Drittens' });
    await write({ text: ' ' });
    expect(await drafts(number)).toEqual([]);
  });

  test('keeps what an answer would have said that was stopped (L08)', async () => {
    const number = await aTicket();
    await bring(plainMail({ from: max, subject: `[dtnet.de #${number}]` }));

    await annasBrowser.post(`/tickets/${number}/replies`, { text: 'Angehalten', seen: '1' }, [png]);

    expect(await drafts(number)).toMatchObject([{ text: 'Angehalten', attachments: [{ name: 'Bild.png' }] }]);
  });
});

/** The fields of the notice that offers to take the last act back. */
function offeredOn(page: string): Record<string, string> {
  const notice = /<form class="undo" method="post" action="\/tickets\/\d+\/undo">.*?<\/form>/s.exec(page)?.[0];
  if (notice === undefined) throw new Error('The page offers nothing');
  return Object.fromEntries([...notice.matchAll(/name="(\w+)" value="(\d+)"/g)].map(([, name = '', value = '']) => [name, value]));
}

async function aTicket(): Promise<number> {
  return bringToTicket(plainMail({ from: max, subject: 'Drucker' }));
}

/** Anna's command as on a desk where letters wait for ten seconds; here they do not, so that other tests need not. */
async function acts(number: number, command: Command): Promise<void> {
  await runInDurableObject(env.TICKETS.getByName(String(number)), (_, { storage }) => {
    const db = openDatabase(storage);
    const outcome = storage.transactionSync(() => carryOut(db, readTicket(db), { command, by: anna, undoMs: 3_600_000 }, Date.now()));
    if (!outcome.ok) throw new Error(`Anna may not: ${outcome.refusal}`);
  });
}

/** The wait is over: all that still waits leaves. */
async function sendAll(number: number): Promise<void> {
  await runInDurableObject(env.TICKETS.getByName(String(number)), async (object, { storage }) => {
    storage.sql.exec('update letters set due_at = 0');
    await object.drain();
  });
}

async function lettersTo(number: number, who: string): Promise<unknown[][]> {
  return runInDurableObject(env.TICKETS.getByName(String(number)), (_, { storage }) => storage.sql.exec('select kind, state, reason from letters where recipient = ? order by id', who).toArray().map((row) => Object.values(row)));
}

async function drafts(number: number) {
  return (await ticketPage(number)).drafts;
}
