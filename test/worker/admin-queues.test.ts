import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import { readQueues, type SetUpQueue } from '../../src/directory/queues.ts';
import { settings } from '../../src/settings-of-worker.ts';
import { bringToTicket, plainMail, stamped, ticketPage } from './inbox.ts';
import { signedIn, type Visitor } from './portal-visitor.ts';

const max = 'max@kunde.example';
let admin: Visitor;
let agent: Visitor;
beforeAll(async () => {
  admin = await signedIn('admin@dtnet.de', 'admin');
  agent = await signedIn('anna@dtnet.de', 'agent');
});

const sales = { name: 'Verkauf', address: 'Sales@dtnet.de', tag: 'verkauf', due_days: '1', closed_reply: 'reopen', reopen_days: '5', priority: '20', final_priority: '80' };

async function queueNamed(name: string): Promise<SetUpQueue> {
  const queue = (await readQueues(env.DB, settings, Date.now())).find((one) => one.name === name);
  if (queue === undefined) throw new Error(`There is no queue ${name}`);
  return queue;
}

/** Makes a queue of its own for a test. */
async function made(name: string, more: Record<string, string> = {}): Promise<SetUpQueue> {
  const answer = await admin.post('/admin/queues', { ...sales, name, address: `${name}@dtnet.de`, tag: name, ...more });
  if (answer.status !== 303) throw new Error(answer.page);
  return queueNamed(name);
}

describe('an admin makes a queue', () => {
  test('from the fields given; the rest is as most desks want it', async () => {
    const answer = await admin.post('/admin/queues', sales);

    expect(answer).toMatchObject({ status: 303, to: '/admin/queues' });
    const { calendar, ...queue } = await queueNamed('Verkauf');
    expect(queue).toMatchObject({ address: 'sales@dtnet.de', aliases: [], tag: 'verkauf', formerTags: [], dueDays: 1, closedReply: 'reopen', reopenDays: 5, priority: 20, finalPriority: 80, retired: false, region: 'DE' });
    expect(calendar.zone).toBe('Europe/Berlin');
    expect(calendar.hours).toEqual([...Array.from({ length: 5 }, () => ({ fromMinute: 480, toMinute: 1020 })), null, null]);
    expect((await admin.get('/admin/queues')).page).toContain('sales@dtnet.de');
  });

  test('with hours, zone and holidays of its own, for nobody else', async () => {
    const hours = { hours_1_from: '09:30', hours_1_to: '18:00', hours_5_from: '', hours_5_to: '', hours_6_from: '10:00', hours_6_to: '00:00' };
    const queue = await made('newyork', { ...hours, zone: 'America/New_York', region: 'none' });

    expect(queue.region).toBe('none');
    expect(queue.calendar).toMatchObject({ zone: 'America/New_York', holidays: [] });
    expect([queue.calendar.hours[0], queue.calendar.hours[4], queue.calendar.hours[5]]).toEqual([{ fromMinute: 570, toMinute: 1080 }, null, { fromMinute: 600, toMinute: 1440 }]);
    expect((await queueNamed('Support')).calendar.zone).toBe('Europe/Berlin');
  });

  test.each<[string, Record<string, string>, string]>([
    ['name', { name: ' ' }, 'Please give the queue a name'],
    ['address', { address: 'no address' }, 'This is not an e-mail address'],
    ['address', { address: 'support@dtnet.de' }, 'leads to the queue Support already'],
    ['address', { address: 'anna@dtnet.de' }, 'belongs to somebody who works here'],
    ['aliases', { aliases: 'a@dtnet.de, nonsense' }, 'up to 20 e-mail addresses'],
    ['aliases', { aliases: 'support@dtnet.de' }, 'leads to the queue Support already'],
    ['tag', { tag: 'two words' }, 'letters, digits, dots or hyphens'],
    ['tag', { tag: 'DTNET.de' }, 'This is or was the tag of the queue Support'],
    ['due_days', { due_days: '-1' }, 'a whole number from 0 to 365'],
    ['closed_reply', { closed_reply: 'shred' }, 'Please choose what happens'],
    ['priority', { priority: '101' }, 'whole numbers from 0 to 100'],
    ['zone', { zone: 'Mars/Olympus' }, 'There is no such time zone'],
    ['region', { region: 'XX' }, 'Please choose a region'],
    ['hours_2_from', { hours_2_from: '25:00' }, 'a time like 08:00'],
    ['hours_2_to', { hours_2_from: '10:00', hours_2_to: '09:00' }, 'later than the beginning'],
  ])('and is told at the field %s what is wrong: %j', async (field, wrong, says) => {
    const before = await readQueues(env.DB, settings, Date.now());

    const answer = await admin.post('/admin/queues', { name: 'Neu', address: 'neu@dtnet.de', tag: 'neu', ...wrong });

    expect(answer.status).toBe(422);
    expect(answer.page).toContain(`id="${field}-error"`);
    expect(answer.page).toContain(says);
    expect(await readQueues(env.DB, settings, Date.now())).toHaveLength(before.length);
  });
});

describe('a queue that changes', () => {
  test('its address and tag still gets answers to letters that are out (T12)', async () => {
    const queue = await made('lager', { aliases: 'depot@dtnet.de' });
    const number = await bringToTicket(plainMail({ from: max, subject: 'Palette', to: queue.address }), { to: queue.address });

    expect(await admin.post(`/admin/queues/${queue.id}`, { address: 'logistik@dtnet.de', tag: 'logistik' })).toMatchObject({ status: 303, to: `/admin/queues/${queue.id}` });

    expect(await queueNamed('lager')).toMatchObject({ address: 'logistik@dtnet.de', aliases: ['depot@dtnet.de', 'lager@dtnet.de'], tag: 'logistik', formerTags: ['lager'] });
    expect(await bringToTicket(plainMail({ from: max, subject: `Re: [lager #${number}]`, to: 'lager@dtnet.de' }), { to: 'lager@dtnet.de' })).toBe(number);
    expect((await ticketPage(await bringToTicket(plainMail({ from: max, subject: 'Neu', to: 'lager@dtnet.de' }), { to: 'lager@dtnet.de' }))).fields.queue).toBe(queue.id);
  });

  test('keeps what the form does not send, and follows the settings where it is as they say', async () => {
    const first = await queueNamed('Support');

    await admin.post(`/admin/queues/${first.id}`, { due_days: '4' });

    expect(await queueNamed('Support')).toEqual({ ...first, dueDays: 4 });
    expect(await env.DB.prepare('select address, tag from queues where id = ?').bind(first.id).first()).toEqual({ address: null, tag: null });
    await admin.post(`/admin/queues/${first.id}`, { due_days: '3' });
  });

  test('shows its form in the reader’s language, filled', async () => {
    const german = await signedIn('admina@dtnet.de', 'admin', 'de');
    const { page } = await german.get(`/admin/queues/${(await queueNamed('Support')).id}`);

    for (const part of ['Betreffkennung', 'Geschäftszeiten', 'Montag', 'value="08:00"', 'value="support@dtnet.de"', 'Stilllegen']) expect(page).toContain(part);
  });
});

describe('a queue is retired, never deleted', () => {
  test('it takes no new tickets, its own go on, and its address stays the desk’s (T12, P04)', async () => {
    const queue = await made('fax');
    const number = await bringToTicket(plainMail({ from: max, subject: 'Fax', to: queue.address }), { to: queue.address });

    await admin.post(`/admin/queues/${queue.id}`, { account: 'retire' });

    expect((await queueNamed('fax')).retired).toBe(true);
    const later = await bringToTicket(plainMail({ from: max, subject: 'Noch ein Fax', to: queue.address }), { to: queue.address });
    expect((await ticketPage(later)).fields.queue).toBe((await queueNamed('Support')).id);
    expect(await bringToTicket(plainMail({ from: max, subject: `[fax #${number}]`, to: queue.address }), { to: queue.address })).toBe(number);
    expect((await ticketPage(later)).people.map((person) => person.address)).toEqual([max]);

    await admin.post(`/admin/queues/${queue.id}`, { account: 'revive' });
    expect((await queueNamed('fax')).retired).toBe(false);
  });

  test('but the last one that takes tickets is not', async () => {
    const others = (await readQueues(env.DB, settings, Date.now())).filter((queue) => queue.name !== 'Support');
    for (const { id } of others) await admin.post(`/admin/queues/${id}`, { account: 'retire' });

    const answer = await admin.post(`/admin/queues/${(await queueNamed('Support')).id}`, { account: 'retire' });

    expect(answer.status).toBe(422);
    expect(answer.page).toContain('only queue that takes new tickets');
    for (const { id } of others) await admin.post(`/admin/queues/${id}`, { account: 'revive' });
  });
});

describe('several queues', () => {
  test('an address decides for new tickets, a tag across queues (T12)', async () => {
    const queue = await made('einkauf');
    const number = await bringToTicket(stamped(plainMail({ from: max, subject: 'Bestellung', to: queue.address }), { to: queue.address }), { to: queue.address, authentication: 'cloudflare' });

    expect((await ticketPage(number)).fields).toMatchObject({ queue: queue.id, priority: 20, finalPriority: 80 });
    expect(await bringToTicket(plainMail({ from: max, subject: `[einkauf #${number}] Menge` }))).toBe(number);
    expect(await bringToTicket(plainMail({ from: max, subject: `[dtnet.de #${number}] Menge`, to: queue.address }), { to: queue.address })).toBe(number);
    expect((await ticketPage(number)).fields.subject).toBe('Bestellung');
  });

  test.each([['zwei', ['zwei@dtnet.de', 'support@dtnet.de']], ['paar', ['support@dtnet.de', 'paar@dtnet.de']]])(
    'one mail to two of them is one ticket, in the queue it names first (%s), in any order of delivery (T10, T12)',
    async (name, deliveries) => {
      const queue = await made(name);
      const mail = plainMail({ from: max, subject: 'Beide', to: `${queue.address}, support@dtnet.de` });

      const numbers = [await bringToTicket(mail, { to: deliveries[0] ?? '' }), await bringToTicket(mail, { to: deliveries[1] ?? '' })];

      expect(new Set(numbers).size).toBe(1);
      expect(await ticketPage(numbers[0] ?? 0)).toMatchObject({ fields: { queue: queue.id }, people: [{ address: max }] });
    },
  );

  test('none of their addresses and aliases becomes a watcher (P04)', async () => {
    await made('viele', { aliases: 'alias@dtnet.de' });
    const number = await bringToTicket(plainMail({ from: max, subject: 'Alle', to: 'viele@dtnet.de', headers: ['Cc: ALIAS+x@dtnet.de, support@dtnet.de, boss@kunde.example'] }));

    expect((await ticketPage(number)).people.map((person) => person.address)).toEqual([max, 'boss@kunde.example']);
    const answer = await agent.post(`/tickets/${number}/watchers`, { address: 'alias@dtnet.de', role: 'cc' });
    expect(answer.status).toBe(422);
    expect(answer.page).toContain('an address of the desk itself');
  });

  test('a closed ticket’s own queue says what a late mail does, not the one it was sent to (L06)', async () => {
    const queue = await made('offen', { closed_reply: 'reopen' });
    const number = await bringToTicket(plainMail({ from: max, subject: 'Zu', to: queue.address }), { to: queue.address });
    await agent.post(`/tickets/${number}/status`, { status: 'closed' });

    await bringToTicket(plainMail({ from: max, subject: `[dtnet.de #${number}] Doch nicht` }));

    expect((await ticketPage(number)).fields.status).toBe('open');
  });
});

describe('an agent moves a ticket', () => {
  test('to another queue, which the history tells by name, to agents only (L11)', async () => {
    const queue = await made('umzug');
    const number = await bringToTicket(plainMail({ from: max, subject: 'Falsch gelandet' }));

    expect(await agent.post(`/tickets/${number}/queue`, { queue: String(queue.id) })).toMatchObject({ status: 303, to: `/tickets/${number}` });

    expect((await ticketPage(number)).fields.queue).toBe(queue.id);
    expect((await agent.get(`/tickets/${number}`)).page).toContain('changed queue: Support → umzug');
    const customer = await signedIn(max);
    expect((await customer.get(`/tickets/${number}`)).page).not.toContain('umzug');
    expect((await customer.post(`/tickets/${number}/queue`, { queue: '1' })).status).toBe(403);
  });

  test.each(['', '99', 'x'])('not to a queue that is none: %j', async (queue) => {
    const number = await bringToTicket(plainMail({ from: max, subject: 'Bleibt' }));

    const answer = await agent.post(`/tickets/${number}/queue`, { queue });

    expect(answer.status).toBe(422);
    expect(answer.page).toContain('Please choose a queue');
  });
});

test('agents and customers set up no queues', async () => {
  for (const visitor of [agent, await signedIn(max)]) {
    expect((await visitor.get('/admin/queues')).status).toBe(403);
    expect((await visitor.post('/admin/queues', sales)).status).toBe(403);
  }
});
