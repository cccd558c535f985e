import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import type { OwnPage } from '../../src/rules/page.ts';
import { anna, articlesOf, bring, bringToTicket, plainMail, stamped, ticketPage } from './inbox.ts';
import { signedIn, type Visitor } from './portal-visitor.ts';

const max = 'max@kunde.example';
const karla = 'karla@kunde.example';
let agent: Visitor;
beforeAll(async () => {
  agent = await signedIn(anna.address, 'agent');
});

const opened = (from: string, subject: string, headers: string[] = []) => bringToTicket(plainMail({ from, subject, text: `${subject} von ${from}`, headers }));
const merged = (number: number, into: number) => agent.post(`/tickets/${number}/merge`, { into: String(into) });
const texts = async (number: number) => (await articlesOf(number)).map((article) => article.text.trim());
const people = (page: OwnPage) => page.people.map((person) => `${person.address} ${person.role}`);
const facts = (page: OwnPage) => page.entries.flatMap((entry) => (entry.kind === 'fact' ? [entry.fact] : []));
const object = (number: number) => env.TICKETS.getByName(String(number));

describe('an agent merges a ticket into another', () => {
  test('the survivor has the texts of both in one order, marked, and the people of both; nobody gets a letter (T13)', async () => {
    const first = await opened(karla, 'Fax', ['Cc: boss@kunde.example']);
    const into = await opened(max, 'Drucker');
    await agent.post(`/tickets/${first}/comments`, { text: 'Nur intern' });
    await agent.post(`/tickets/${into}/replies`, { text: 'Ich komme vorbei.' });
    const lettersBefore = lettersOn(await ticketPage(into));

    expect(await merged(first, into)).toMatchObject({ status: 303, to: `/tickets/${into}` });

    const page = await ticketPage(into);
    expect(await texts(into)).toEqual([`Fax von ${karla}`, `Drucker von ${max}`, 'Nur intern', 'Ich komme vorbei.']);
    expect((await articlesOf(into)).map((article) => article.path)).toEqual([[first], [], [first], []]);
    expect(people(page).toSorted()).toEqual([`${anna.address} agent`, 'boss@kunde.example cc', `${karla} cc`, `${max} requester`]);
    expect(lettersOn(page).toSorted()).toEqual(lettersBefore.toSorted());
    expect(lettersOn(await ticketPage(first))).not.toContain('closed');
    expect(facts(page)).toContainEqual({ kind: 'tookOver', number: first, articles: 2 });
    const shown = (await agent.get(`/tickets/${into}`)).page;
    for (const part of [`from #${first}`, `merged #${first} into this ticket`, `/tickets/${first}/unmerge`]) expect(shown).toContain(part);
  });

  test('the merged one is only read, leads agents on and customers over (T13, W05)', async () => {
    const [first, into] = [await opened(karla, 'Fax'), await opened(max, 'Drucker')];
    await merged(first, into);
    const customer = await signedIn(karla);

    const page = await agent.get(`/tickets/${first}`);
    expect(page.page).toContain(`href="/tickets/${into}"`);
    expect(page.page).not.toContain(`action="/tickets/${first}/replies"`);
    expect(await ticketPage(first)).toMatchObject({ mergedInto: into, fields: { status: 'closed' }, rights: { reply: false, comment: false, change: false } });
    expect(await customer.get(`/tickets/${first}`)).toMatchObject({ status: 303, to: `/tickets/${into}` });
    expect((await agent.post(`/tickets/${first}/status`, { status: 'open' })).status).toBe(403);
    expect(await (await signedIn('eve@elsewhere.example')).get(`/tickets/${first}`)).toMatchObject({ status: 404 });
  });

  test('newcomers read what came along and what follows, not what was said before (SJ21)', async () => {
    const into = await opened(max, 'Geheim');
    const first = await opened(karla, 'Fax');
    await merged(first, into);
    await bringToTicket(plainMail({ from: max, subject: `[dtnet.de #${into}]`, text: 'Danach' }));

    const seen = await ticketPage(into, { address: karla, role: 'requester' });

    expect(seen.entries.flatMap((entry) => (entry.kind === 'article' ? [entry.article.text.trim()] : []))).toEqual(['Danach', `Fax von ${karla}`]);
    expect(JSON.stringify(seen)).not.toContain('Geheim von');
  });

  test('with its files, which are found on the survivor by who may read them (W07)', async () => {
    const [first, into] = [await opened(karla, 'Anhang'), await opened(max, 'Drucker')];
    const customer = await signedIn(karla);
    await customer.post(`/tickets/${first}/replies`, { text: 'Siehe Datei' }, [new File(['Inhalt'], 'liste.txt', { type: 'text/plain' })]);
    await merged(first, into);

    const file = (await articlesOf(into)).flatMap((article) => article.attachments)[0];

    expect(file?.name).toBe('liste.txt');
    expect((await customer.get(`/tickets/${into}/attachments/${file?.id}/liste.txt`)).page).toBe('Inhalt');
  });

  test.each<[string, (number: number) => string, string]>([
    ['into itself', String, 'This is the same ticket'],
    ['into none', () => '999999', 'There is no ticket with this number'],
    ['into nonsense', () => 'Drucker', 'Please give the number of a ticket'],
  ])('%s is refused at the field', async (_, into, says) => {
    const number = await opened(max, 'Bleibt');

    const answer = await agent.post(`/tickets/${number}/merge`, { into: into(number) });

    expect(answer.status).toBe(422);
    expect(answer.page).toContain(says);
  });

  test('twice or with spam is refused; customers may not at all', async () => {
    const [first, into, spam] = [await opened(karla, 'Fax'), await opened(max, 'Drucker'), await opened('spam@shop.example', 'Kauf!')];
    await agent.post(`/tickets/${spam}/status`, { status: 'rejected' });

    expect((await merged(first, spam)).page).toContain('rejected as spam');
    expect((await (await signedIn(karla)).post(`/tickets/${first}/merge`, { into: String(into) })).status).toBe(403);
    await merged(first, into);
    expect((await merged(first, into)).page).toContain('part of another one by now');
  });

  test('one click merges a stranger’s ticket into the one it refers to (A06)', async () => {
    const into = await opened(max, 'Drucker');
    const own = await bringToTicket(plainMail({ from: 'neu@kunde.example', subject: `Re: [dtnet.de #${into}]`, text: 'Ich bin der Neue.' }));
    const button = new RegExp(`action="/tickets/${own}/merge"[^>]*><button[^>]*name="into" value="${into}"`);

    expect((await agent.get(`/tickets/${own}`)).page).toMatch(button);
    expect((await agent.get(`/tickets/${into}`)).page).toMatch(button);
    await merged(own, into);

    expect(people(await ticketPage(into))).toContain('neu@kunde.example cc');
    expect((await agent.get(`/tickets/${into}`)).page).not.toMatch(button);
  });

  test('what somebody was writing meanwhile on the old page is kept, on the new one (S16)', async () => {
    const [first, into] = [await opened(karla, 'Fax'), await opened(max, 'Drucker')];
    const customer = await signedIn(karla);
    await merged(first, into);

    const answer = await customer.post(`/tickets/${first}/replies`, { text: 'Lange getippt.' });

    expect(answer.status).toBe(422);
    for (const part of ['Lange getippt.', `#${first} ist inzwischen Teil von diesem`, `action="/tickets/${into}/replies"`]) expect(answer.page).toContain(part);
  });
});

describe('a mail to a merged ticket', () => {
  const authentication = 'cloudflare';

  test('with its tag goes to the survivor, along chains too (T13)', async () => {
    const [one, two, three] = [await opened(max, 'Eins'), await opened(max, 'Zwei'), await opened(karla, 'Drei')];
    await merged(one, two);
    await merged(two, three);

    expect(await bringToTicket(plainMail({ from: max, subject: `AW: [dtnet.de #${one}] Eins` }))).toBe(three);
    expect((await ticketPage(three)).merged).toEqual([two]);
    expect((await articlesOf(three)).map((article) => article.path)).toEqual([[two, one], [two], [], []]);
  });

  test('with its old reply key is admitted there, whatever the domain says (T13, A01)', async () => {
    const [first, into] = [await opened(karla, 'Fax'), await opened(max, 'Drucker')];
    const to = await keyOf(first, karla);
    await merged(first, into);

    const answer = plainMail({ from: karla, subject: 'Re: Fax', to, text: 'Mit altem Schlüssel' });
    const row = await bring(stamped(answer, { to, dmarc: 'none' }), { to, authentication });

    expect(row).toMatchObject({ outcome: 'filed', number: into });
    expect((await articlesOf(into)).at(-1)?.text.trim()).toBe('Mit altem Schlüssel');
  });

  test('with its old key from another sender waits at the survivor’s door (T13, A04)', async () => {
    const [first, into] = [await opened(karla, 'Fax'), await opened(max, 'Drucker')];
    const to = await keyOf(first, karla);
    await merged(first, into);

    const row = await bring(stamped(plainMail({ from: 'eve@elsewhere.example', subject: 'Re: Fax', to }), { to }), { to, authentication });

    expect(row).toMatchObject({ outcome: 'door', reason: 'otherSender', number: into });
  });

  test('by its Message-ID goes to the survivor (T13, T08)', async () => {
    const [first, into] = [await opened(karla, 'Fax'), await opened(max, 'Drucker')];
    const id = (await articlesOf(first))[0]?.messageId;
    await merged(first, into);

    expect(await bringToTicket(plainMail({ from: karla, subject: 'AW: Fax', headers: [`In-Reply-To: ${id}`] }))).toBe(into);
  });

  test('of a stranger with its tag opens one that refers to the survivor (T13, A06)', async () => {
    const [first, into] = [await opened(karla, 'Fax'), await opened(max, 'Drucker')];
    await merged(first, into);

    const own = await bringToTicket(plainMail({ from: 'eve@elsewhere.example', subject: `[dtnet.de #${first}]` }));

    expect(facts(await ticketPage(own))).toContainEqual({ kind: 'mentions', number: into });
  });
});

describe('splitting again', () => {
  test('takes back all that came with the merge, and leaves what came later (T13)', async () => {
    const [first, into] = [await opened(karla, 'Fax'), await opened(max, 'Drucker')];
    const before = await ticketPage(first);
    await merged(first, into);
    await bringToTicket(plainMail({ from: karla, subject: `[dtnet.de #${first}]`, text: 'Später von Karla' }));

    expect(await agent.post(`/tickets/${first}/unmerge`)).toMatchObject({ status: 303, to: `/tickets/${first}` });

    expect(await texts(into)).toEqual([`Drucker von ${max}`, 'Später von Karla']);
    expect(people(await ticketPage(into))).toEqual([`${max} requester`]);
    expect(await texts(first)).toEqual([`Fax von ${karla}`]);
    const after = await ticketPage(first);
    expect({ ...after.fields, people: people(after), mergedInto: after.mergedInto }).toEqual({ ...before.fields, people: people(before), mergedInto: null });
    expect(facts(await ticketPage(into))).toContainEqual({ kind: 'gaveBack', number: first });
    expect(await bringToTicket(plainMail({ from: karla, subject: `[dtnet.de #${first}] Wieder hier` }))).toBe(first);
  });

  test('and merging once more is as the first time', async () => {
    const [first, into] = [await opened(karla, 'Fax'), await opened(max, 'Drucker')];
    await merged(first, into);
    await agent.post(`/tickets/${first}/unmerge`);
    await merged(first, into);

    expect(await texts(into)).toEqual([`Fax von ${karla}`, `Drucker von ${max}`]);
    expect(people(await ticketPage(into)).toSorted()).toEqual([`${karla} cc`, `${max} requester`]);
  });

  test('works behind a later merge too: every copy goes, wherever it went', { timeout: 20_000 }, async () => {
    const [one, two, three] = [await opened('eins@kunde.example', 'Eins'), await opened(max, 'Zwei'), await opened(karla, 'Drei')];
    await merged(one, two);
    await merged(two, three);

    await agent.post(`/tickets/${one}/unmerge`);

    expect(await texts(one)).toEqual(['Eins von eins@kunde.example']);
    await expect.poll(() => texts(three), { timeout: 10_000 }).toEqual([`Zwei von ${max}`, `Drei von ${karla}`]);
    expect(people(await ticketPage(three)).toSorted()).toEqual([`${karla} requester`, `${max} cc`]);
  });

  test('is refused for a ticket that is no part of another', async () => {
    const number = await opened(max, 'Allein');

    expect(await agent.post(`/tickets/${number}/unmerge`)).toMatchObject({ status: 422 });
  });
});

describe('a merge that is interrupted', () => {
  test('is finished later, once, and no mail is lost meanwhile (T13, SO04)', async () => {
    const [first, into] = [await opened(karla, 'Fax'), await opened(max, 'Drucker')];
    await broken(into, true);

    expect((await merged(first, into)).status).toBe(303);
    expect((await ticketPage(first)).mergedInto).toBe(into);
    expect(await texts(into)).toEqual([`Drucker von ${max}`]);
    const late = plainMail({ from: karla, subject: `[dtnet.de #${first}]`, text: 'Mittendrin' });
    await expect(bring(late)).rejects.toThrow('could not be handed over yet');

    await broken(into, false);
    await Promise.all([object(first).drain(), object(first).drain()]);
    expect(await bringToTicket(late)).toBe(into);
    expect(await texts(into)).toEqual([`Fax von ${karla}`, `Drucker von ${max}`, 'Mittendrin']);
    expect(facts(await ticketPage(into)).filter((fact) => fact.kind === 'tookOver')).toHaveLength(1);
  });

  test('and undone before it was finished leaves no trace on the survivor', async () => {
    const [first, into] = [await opened(karla, 'Fax'), await opened(max, 'Drucker')];
    await broken(into, true);
    await merged(first, into);
    await agent.post(`/tickets/${first}/unmerge`);
    await broken(into, false);

    await object(first).drain();

    expect(await texts(into)).toEqual([`Drucker von ${max}`]);
    expect(people(await ticketPage(into))).toEqual([`${max} requester`]);
    expect((await ticketPage(first)).mergedInto).toBe(null);
  });

  test('by a merge the other way round ends with one survivor, the older', { timeout: 30_000 }, async () => {
    const [one, two] = [await opened(max, 'Eins'), await opened(karla, 'Zwei')];

    await Promise.all([merged(one, two), merged(two, one)]);
    await Promise.all([object(one).drain(), object(two).drain()]);

    await expect.poll(async () => [(await ticketPage(one)).mergedInto, (await ticketPage(two)).mergedInto].filter((into) => into === null), { timeout: 10_000 }).toHaveLength(1);
    const survivor = (await ticketPage(one)).mergedInto ?? one;
    await expect.poll(async () => (await texts(survivor)).toSorted(), { timeout: 10_000 }).toEqual([`Eins von ${max}`, `Zwei von ${karla}`]);
  });

  test('by mails that come at the same moment loses none of them, and tells each once (SF19)', async () => {
    const [first, into] = [await opened(karla, 'Fax'), await opened(max, 'Drucker')];
    const mails = [0, 1, 2, 3, 4, 5].map((one) => plainMail({ from: karla, subject: `[dtnet.de #${first}]`, text: `Gleichzeitig ${one}` }));

    const [, ...numbers] = await Promise.all([merged(first, into), ...mails.map((mail) => bringToTicket(mail))]);

    expect(numbers.every((number) => number === first || number === into)).toBe(true);
    expect((await texts(into)).filter((text) => text.startsWith('Gleichzeitig')).toSorted()).toEqual([0, 1, 2, 3, 4, 5].map((one) => `Gleichzeitig ${one}`));
  });

  test('a ticket with many long texts goes over whole', async () => {
    const [first, into] = [await opened(karla, 'Lang'), await opened(max, 'Drucker')];
    for (let one = 0; one < 20; one += 1) await agent.post(`/tickets/${first}/comments`, { text: `${one} ${'x'.repeat(5000)}` });

    await merged(first, into);

    expect(await articlesOf(into)).toHaveLength(22);
  });
});

function lettersOn(page: OwnPage): string[] {
  return page.entries.filter((entry) => entry.kind === 'fact' || entry.article.path.length === 0).flatMap((entry) => entry.letters.map((letter) => letter.kind));
}

/** The address that answers of this person go to, as letters of the ticket say it. */
async function keyOf(number: number, who: string): Promise<string> {
  return runInDurableObject(object(number), (_, state) => {
    const row = state.storage.sql.exec<{ pid: number; secret: string }>('select pid, secret from people where address = ?', who).one();
    return `support+${number}-${row.pid}-${row.secret}@dtnet.de`;
  });
}

/** A ticket that cannot take over anything, as after a fault of its storage. */
async function broken(number: number, is: boolean): Promise<void> {
  await runInDurableObject(object(number), (_, state) => {
    state.storage.sql.exec(is ? "create trigger broken before insert on takeovers begin select raise(abort, 'broken'); end" : 'drop trigger broken');
  });
}
