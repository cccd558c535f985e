/** The mails of the security rules' list 2.5, 1 to 21: forged senders, keys and verdicts. Each is test/mails/vectors/NN-…eml. */

import { env } from 'cloudflare:workers';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { articlesOf, anna, ticketPage } from './inbox.ts';
import { signedIn } from './portal-visitor.ts';
import { act, aTicket, boss, effectOf, eve, keyOf, max, type Dmarc } from './vector-scene.ts';

const nothingOut = { out: [], joined: [] };
/** The person on the ticket is asked, at the address we know, and nobody else hears of it. */
const unproven = { outcome: 'door', reason: 'notAuthenticated', out: [`confirm ${max}`], joined: [] };
/** Everybody on the ticket but Max hears what Max writes. */
const toTheOthers = [`correspondence ${anna.address}`, `correspondence ${boss}`];

let number: number;
beforeAll(() => signedIn(anna.address, 'agent'));
beforeEach(async () => {
  number = await aTicket();
});

test.each<[string, Dmarc]>([['01-spoofed-requester', 'none'], ['02-failed-requester', 'fail']])('%s waits at the door; nobody joins, nobody but Max is written to (A05)', async (name, dmarc) => {
  expect(await effectOf(number, { name, dmarc })).toEqual({ ...unproven, on: number });
  expect(await articlesOf(number)).toHaveLength(2);
});

test('03-stranger-with-tag gets an own ticket, and the other stays as it is (A06)', async () => {
  const effect = await effectOf(number, { name: '03-stranger-with-tag', dmarc: 'pass' });

  expect(effect).toMatchObject({ outcome: 'filed', out: [`acknowledgement ${eve}`], joined: [] });
  expect(effect.on).not.toBe(number);
  expect(await articlesOf(number)).toHaveLength(2);
  expect((await (await signedIn(eve)).get(`/tickets/${number}`)).status).toBe(404);
});

test('04-stranger-with-closed-or-missing-tag learns nothing of it: all is as with an open one (A06)', async () => {
  const closed = await aTicket();
  await act(closed, { kind: 'changeStatus', to: 'closed' });
  const seen: unknown[] = [];
  for (const named of [number, closed, 999_999_999]) {
    const { on, out } = await effectOf(number, { name: '04-stranger-with-closed-or-missing-tag', filled: { number: named }, dmarc: 'pass' });
    const page = (await (await signedIn(eve)).get(`/tickets/${on}`)).page;
    seen.push({ out, page: page.replaceAll(String(on), 'N').replaceAll(String(named), 'M').replaceAll(/\d\d:\d\d(:\d\d(\.\d+Z)?)?/g, 'T') });
  }

  expect(seen[1]).toEqual(seen[0]);
  expect(seen[2]).toEqual(seen[0]);
});

test('05-code-of-a-third-party is on no ticket of the attacker (A06, SJ02)', async () => {
  const attackers = await aTicket({ from: eve });

  expect((await effectOf(attackers, { name: '05-code-of-a-third-party', dmarc: 'pass' })).out).toEqual([]);
  expect(await seenBy(eve, attackers)).not.toContain('G-4711');
});

test('06-code-of-a-third-party-in-cc: the attacker cannot bring a no-reply address along first (A08, SJ03)', async () => {
  const attackers = await aTicket({ from: eve, cc: 'noreply@google.com' });

  expect((await ticketPage(attackers)).people.map((person) => person.address)).not.toContain('noreply@google.com');
  await effectOf(attackers, { name: '06-code-of-a-third-party-in-cc', dmarc: 'pass' });
  expect(await seenBy(eve, attackers)).not.toContain('G-0815');
});

test('07-attackers-key-from-a-third-party waits at the door (A04)', async () => {
  const attackers = await aTicket({ from: eve });
  const to = await keyOf(eve, attackers);

  expect(await effectOf(attackers, { name: '07-attackers-key-from-a-third-party', filled: { key: to }, to, dmarc: 'pass' })).toEqual({ outcome: 'door', reason: 'otherSender', on: attackers, out: [`confirm ${eve}`], joined: [] });
  expect(await seenBy(eve, attackers)).not.toContain('1234');
});

test('08-own-key-without-authentication is on the ticket and goes to the others (A01)', async () => {
  const to = await keyOf(max, number);

  expect(await effectOf(number, { name: '08-own-key-without-authentication', filled: { key: to }, to, dmarc: 'none' })).toEqual({ outcome: 'filed', reason: null, on: number, out: toTheOthers, joined: [] });
});

test.each<[string, (key: string) => string]>([
  ['changed', (key) => key.replace(/.(?=@)/, (last) => (last === 'a' ? 'b' : 'a'))],
  ['missing', (key) => key.replace(/[^-]*(?=@)/, '')],
  ['one short', (key) => key.replace(/.(?=@)/, '')],
  ['one long', (key) => key.replace('@', 'a@')],
  ['of noughts', (key) => key.replace(/[^-]*(?=@)/, '%00')],
])('09-wrong-key, %s, is none (A01, SJ05)', async (_, wrong) => {
  const to = wrong(await keyOf(max, number));
  const { outcome, out, joined } = await effectOf(number, { name: '09-wrong-key', filled: { key: to }, to, dmarc: 'none' });

  expect({ out, joined }).toEqual(nothingOut);
  expect(outcome === 'door' || (await articlesOf(number)).length === 2).toBe(true);
});

test('10-key-of-another-and-tag goes where the tag says, if the tag alone would do; else where the key says (A01, A02)', async () => {
  const other = await aTicket();
  const to = await keyOf(max, other);

  expect(await effectOf(number, { name: '10-key-of-another-and-tag', filled: { key: to }, to, dmarc: 'pass' })).toMatchObject({ outcome: 'filed', on: number });
  expect(await effectOf(number, { name: '10-key-of-another-and-tag', filled: { key: to }, to, dmarc: 'none' })).toMatchObject({ outcome: 'filed', on: other });
});

test('11-key-of-a-removed-person opens nothing (SJ25)', async () => {
  const to = await keyOf(boss, number);
  await act(number, { kind: 'removeWatcher', address: (await ticketPage(number)).people.find((person) => person.address === boss)?.address ?? anna.address, role: 'cc' });

  const effect = await effectOf(number, { name: '11-key-of-a-removed-person', filled: { key: to }, to, dmarc: 'none' });
  expect(effect).toMatchObject(nothingOut);
  expect(await articlesOf(number)).toHaveLength(2);
  expect((await (await signedIn(boss)).get(`/tickets/${number}`)).status).toBe(404);
});

test.each<[string, string]>([[max, eve], [eve, max]])('12-two-froms, %s above %s, is from nobody proven (A19)', async (first, second) => {
  expect(await effectOf(number, { name: '12-two-froms', filled: { first, second }, dmarc: 'pass' })).toMatchObject({ outcome: 'door', ...nothingOut });
});

test.each(['Team: max@kunde.example;', 'max@kunde.example, eve@evil.example'])('13-from-two-mailboxes (%s) is from nobody (A19)', async (from) => {
  expect(await effectOf(number, { name: '13-from-two-mailboxes', filled: { from }, dmarc: 'pass' })).toMatchObject({ outcome: 'door', ...nothingOut });
});

test('14-reply-to-an-agent is from its From alone (SJ08)', async () => {
  expect(await effectOf(number, { name: '14-reply-to-an-agent', dmarc: 'pass' })).toEqual({ outcome: 'filed', reason: null, on: number, out: toTheOthers, joined: [] });
  expect((await articlesOf(number)).at(-1)?.by.address).toBe(max);
});

test('15-agent-without-key waits at the door, whoever vouches (A07)', async () => {
  expect(await effectOf(number, { name: '15-agent-without-key', dmarc: 'pass' })).toEqual({ outcome: 'door', reason: 'agentWithoutKey', on: number, ...nothingOut });
});

test('16-agents-key-without-authentication waits at the door (A07)', async () => {
  const to = await keyOf(anna.address, number);

  expect(await effectOf(number, { name: '16-agents-key-without-authentication', filled: { key: to }, to, dmarc: 'none' })).toEqual({ outcome: 'door', reason: 'agentWithoutKey', on: number, ...nothingOut });
});

test('17-agents-key, authenticated, answers as the agent does in the portal (A07)', async () => {
  const to = await keyOf(anna.address, number);

  expect(await effectOf(number, { name: '17-agents-key', filled: { key: to }, to, dmarc: 'pass' })).toEqual({ outcome: 'filed', reason: null, on: number, out: [`correspondence ${boss}`, `correspondence ${max}`], joined: [] });
});

const received = 'Received: from mail.example (192.0.2.1) by cloudflare-email.net (cloudflare) id aBcDeF for <support@dtnet.de>; Tue, 24 Nov 2026 09:00:00 +0000';
const pass = 'Authentication-Results: mx.cloudflare.net; dmarc=pass header.from=kunde.example policy.dmarc=none';
const none = 'Authentication-Results: mx.cloudflare.net; dmarc=none header.from=kunde.example; spf=none smtp.mailfrom=evil.example';
const score = 'X-CF-SpamH-Score: 0';

test.each<[string, string[]]>([
  ['below the block', [received, none, score, pass]],
  ['above the block', [pass, received, none, score]],
  ['in a block of its own below', [received, none, score, received, pass, score]],
  ['in a block for another recipient', [received.replace('support@', 'other@'), pass, score]],
  ['without a block', [pass]],
])('18-forged-verdict %s is believed by nobody (SA02)', async (_, block) => {
  expect(await effectOf(number, { name: '18-forged-verdict', filled: { block: block.join('\r\n') }, dmarc: null })).toEqual({ ...unproven, on: number });
});

test.each(['19-two-verdicts', '20-pass-for-another-domain', '21-spf-for-the-helo-only'])('%s proves nobody (SA02, SA03)', async (name) => {
  expect(await effectOf(number, { name, dmarc: null })).toEqual({ ...unproven, on: number });
});

/** The ticket's page, as this person sees it. */
async function seenBy(who: string, on: number): Promise<string> {
  await env.TICKETS.getByName(String(on)).drain();
  return (await (await signedIn(who)).get(`/tickets/${on}`)).page;
}
