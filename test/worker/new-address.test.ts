import { createExecutionContext, runInDurableObject, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import { findPeople } from '../../src/directory/people.ts';
import { setPassword } from '../../src/directory/credentials.ts';
import { portal } from '../../src/portal/portal.tsx';
import { readdressEverywhere, SETTLING_MS } from '../../src/readdressing/everywhere.ts';
import { address } from '../support/builders.ts';
import { everythingKept } from './everything-kept.ts';
import { bring, bringToTicket, plainMail, ticketPage } from './inbox.ts';
import { origin, personWith, signedIn, type Visitor } from './portal-visitor.ts';

const OLD = 'maria@alt.example';
const NEW = 'maria@neu.example';
type Letter = { to: string; subject: string; text: string };

let sent: Letter[] = [];
const MAIL = { send: async (letter: Letter) => ({ messageId: `<${sent.push(letter)}@test>` }) };

/** A form of somebody (null: nobody who is signed in), with all letters kept in `sent`. */
async function post(visitor: Visitor | null, path: string, fields: Record<string, string> = {}): Promise<{ status: number; to: string | null; page: string }> {
  sent = [];
  const context = createExecutionContext();
  const headers = { Origin: origin, ...(visitor === null ? {} : { Cookie: visitor.cookie }) };
  const answer = await portal.fetch(new Request(origin + path, { method: 'POST', headers, body: new URLSearchParams(fields), redirect: 'manual' }), { ...env, MAIL }, context);
  await waitOnExecutionContext(context);
  return { status: answer.status, to: answer.headers.get('Location'), page: await answer.text() };
}

function mailedLink(): string {
  const link = sent.map(({ text }) => /\/address\?token=[\w-]+/.exec(text)?.[0]).find((one) => one !== undefined);
  if (link === undefined) throw new Error('No link was mailed');
  return link;
}

async function namedIn(numbers: number[], part: string): Promise<string[]> {
  const places = await everythingKept(numbers);
  // What limits senders is forgotten within a day, and their mails are as they arrived.
  return places.filter(([place, kept]) => !place.startsWith('raw/') && place !== 'D1 tallies' && kept.includes(part)).map(([place]) => place);
}

/** The secret part of somebody's reply key. */
async function keyOn(number: number, who: string): Promise<unknown> {
  return runInDurableObject(env.TICKETS.getByName(String(number)), (_, { storage }) => storage.sql.exec('select secret from people where address = ?', who).one()['secret']);
}

describe('somebody with another mail address', () => {
  let maria: Visitor;
  let anna: Visitor;
  let own: number;
  let both: number;
  let link: string;
  let oldKey: unknown;

  beforeAll(async () => {
    anna = await signedIn('anna@dtnet.de', 'agent');
    own = await bringToTicket(plainMail({ from: `Maria Muster <${OLD}>`, subject: 'Mein Bildschirm' }));
    both = await bringToTicket(plainMail({ from: `Maria Muster <${OLD}>`, subject: 'Mit beiden', headers: [`Cc: ${NEW}`] }));
    await anna.post(`/tickets/${own}/replies`, { text: 'Bitte Kabel tauschen.' });
    maria = await signedIn(OLD);
    oldKey = await keyOn(own, OLD);
  });

  test('has to prove the new one: a link goes there, a note to the old one, and nothing changes yet (SW17)', async () => {
    expect(await post(maria, '/profile/address', { address: NEW })).toMatchObject({ status: 303, to: '/profile/address?sent=yes' });

    expect(sent.map(({ to }) => to).toSorted()).toEqual([OLD, NEW]);
    expect(sent.find(({ to }) => to === NEW)?.text).not.toContain(OLD);
    expect((await personWith(OLD)).id).toBe(maria.person.id);
    link = mailedLink();
  });

  test('sees on the link’s page what it does, which uses nothing up (W03)', async () => {
    const { page, status } = await maria.get(link);

    expect(status).toBe(200);
    expect(page).toContain(NEW);
    expect((await personWith(OLD)).id).toBe(maria.person.id);
  });

  test('is the same person there, and signed out everywhere; both addresses are told (SW17)', async () => {
    expect(await post(null, link)).toMatchObject({ status: 303, to: '/address/changed' });

    expect((await personWith(NEW)).id).toBe(maria.person.id);
    expect(await findPeople(env.DB, [address(OLD)])).toEqual([]);
    expect((await maria.get('/tickets')).to).toContain('/sign-in');
    expect(sent.map(({ to }) => to).toSorted()).toEqual([OLD, NEW]);
    expect((await post(null, link)).status).toBe(410);
  });

  test('is led by a link that does not work to where one asks for another of its kind (W08)', async () => {
    const { status, page } = await maria.get('/address?token=none');

    expect(status).toBe(410);
    expect(page).toContain('href="/profile/address"');
    expect(page).not.toContain('/password/forgotten');
  });

  test('has the tickets of before, with new reply keys, and stands on each once (SW17)', async () => {
    await readdressEverywhere(env, Date.now() + SETTLING_MS);
    expect(await namedIn([own, both], OLD)).toEqual([]);
    expect(await keyOn(own, NEW)).not.toBe(oldKey);
    const again = await signedIn(NEW);
    expect((await again.get('/tickets')).page).toContain('Mein Bildschirm');
    expect((await ticketPage(both)).people.filter((person) => person.address === NEW)).toMatchObject([{ role: 'requester', name: 'Maria Muster' }]);
    expect((await ticketPage(own)).entries.some((entry) => entry.kind === 'fact' && entry.fact.kind === 'readdressed' && entry.fact.address === NEW)).toBe(true);
  });

  test('answers from the new address; from the old one it is a stranger’s mail (SW17, A06)', async () => {
    const byNew = await bring(plainMail({ from: NEW, subject: `[dtnet.de #${own}] Danke` }));
    const byOld = await bring(plainMail({ from: OLD, subject: `[dtnet.de #${own}] Danke` }));

    expect(byNew.number).toBe(own);
    expect(byOld.number).not.toBe(own);
  });
});

describe('a new address', () => {
  test.each([['', 'Please type'], ['support@dtnet.de', 'the desk itself'], ['nina@kunde.example', 'the address of now']])('is refused as %j, in words (W08)', async (typed, says) => {
    const nina = await signedIn('nina@kunde.example');

    const answer = await post(nina, '/profile/address', { address: typed });

    expect(answer.status).toBe(422);
    expect(answer.page).toContain(says);
    expect(sent).toEqual([]);
  });

  test('that another account has is not taken from it, and only its holder learns that (W02)', async () => {
    const [olga, holder] = [await signedIn('olga@kunde.example'), await signedIn('holder@kunde.example')];
    await setPassword(env.DB, holder.person.id, 'blau trompete regal', Date.now());

    expect((await post(olga, '/profile/address', { address: 'holder@kunde.example' })).to).toBe('/profile/address?sent=yes');
    const refused = await post(null, mailedLink());

    expect(refused.status).toBe(422);
    expect(refused.page).toMatch(/Ein anderes Konto hat sie|another account has it/);
    expect((await personWith('holder@kunde.example')).id).toBe(holder.person.id);
    expect((await personWith('olga@kunde.example')).id).toBe(olga.person.id);
  });

  test('is asked for three times an hour at most, so that nobody fills a stranger’s mailbox (SL01)', async () => {
    const paul = await signedIn('paul@kunde.example');
    const statuses: number[] = [];
    for (const name of ['a', 'b', 'c', 'd']) statuses.push((await post(paul, '/profile/address', { address: `${name}@fremd.example` })).status);

    expect(statuses).toEqual([303, 303, 303, 422]);
    expect(sent).toEqual([]);
  });

  test('needs a fresh proof of who asks (SW16)', async () => {
    const rita = await signedIn('rita@kunde.example');
    await env.DB.prepare('update sessions set proven_at = 0 where person_id = ?').bind(rita.person.id).run();

    expect((await post(rita, '/profile/address', { address: 'rita@neu.example' })).to).toBe('/sign-in/again?next=%2Fprofile%2Faddress');
  });
});

describe('an admin', () => {
  test('changes somebody’s address with a link, or at once where they say that it is verified (SW17)', async () => {
    const admin = await signedIn('admin@dtnet.de', 'admin');
    const { person } = await signedIn('tom@kunde.example');
    const path = `/admin/people/${person.id}/address`;

    expect((await post(admin, path, { address: 'tom@neu.example' })).to).toBe(`/admin/people/${person.id}?saved=address-asked`);
    expect((await personWith('tom@kunde.example')).id).toBe(person.id);
    expect((await post(admin, path, { address: 'tom@neu.example', verified: 'yes' })).to).toBe(`/admin/people/${person.id}?saved=address`);

    expect((await personWith('tom@neu.example')).id).toBe(person.id);
    expect(sent.map(({ to }) => to).toSorted()).toEqual(['tom@kunde.example', 'tom@neu.example']);
    expect((await admin.get('/admin/audit?action=addressChanged')).page).toContain('tom@neu.example');
  });
});
