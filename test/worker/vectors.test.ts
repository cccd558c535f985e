/** The mails of the security rules' list 2.5, 1 to 21: forged senders, keys and verdicts. Each is test/mails/vectors/NN-…eml. */

import { env } from 'cloudflare:workers';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { articlesOf, anna, ticketPage } from './inbox.ts';
import { signedIn } from './portal-visitor.ts';
import { act, aTicket, boss, effectOf, eve, keyOf, max, said, whoSees, type Dmarc } from './vector-scene.ts';

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
    const { on, out, outcome, reason, joined } = await effectOf(number, { name: '04-stranger-with-closed-or-missing-tag', filled: { number: named }, dmarc: 'pass' });
    const page = (await (await signedIn(eve)).get(`/tickets/${on}`)).page;
    expect(await whoSees(on ?? 0, 'Was steht da drin?', [eve, max, boss, anna.address])).toEqual({ [eve]: true, [max]: null, [boss]: null, [anna.address]: true });
    seen.push({ outcome, reason, joined, out, said: await said(on ?? 0), page: page.replaceAll(String(on), 'N').replaceAll(String(named), 'M').replaceAll(/\d\d:\d\d(:\d\d(\.\d+Z)?)?/g, 'T') });
  }

  expect(seen[0]).toMatchObject({ outcome: 'filed', reason: null, joined: [], out: [`acknowledgement ${eve}`], said: [`correspondence, ${eve}: Was steht da drin?`] });
  expect(seen[1]).toEqual(seen[0]);
  expect(seen[2]).toEqual(seen[0]);
  expect(await said(closed)).toHaveLength(2);
  expect(await whoSees(closed, 'Was steht da drin?', [eve, max, boss])).toEqual({ [eve]: null, [max]: false, [boss]: false });
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
  ['of another number', (key) => key.replace(/-\d+-/, '-999-')],
])('09-wrong-key, %s, is none: a ticket of its own, which nobody acknowledges, and nobody of this one sees (A01, SJ05)', async (_, wrong) => {
  const to = wrong(await keyOf(max, number));
  const { outcome, on, out, joined } = await effectOf(number, { name: '09-wrong-key', filled: { key: to }, to, dmarc: 'none' });

  expect({ outcome, out, joined }).toEqual({ outcome: 'filed', ...nothingOut });
  expect(on).not.toBe(number);
  expect(await said(on ?? 0)).toEqual([`correspondence, ${max}: Er geht wieder nicht.`]);
  expect(await said(number)).toHaveLength(2);
  expect(await whoSees(number, 'Er geht wieder nicht.', [max, boss, anna.address])).toEqual({ [max]: false, [boss]: false, [anna.address]: false });
});

test('09-wrong-key: the right one in upper case, as some mail systems write addresses, is still the right one (A01)', async () => {
  const to = (await keyOf(max, number)).toUpperCase();

  expect(await effectOf(number, { name: '09-wrong-key', filled: { key: to }, to, dmarc: 'none' })).toEqual({ outcome: 'filed', reason: null, on: number, out: toTheOthers, joined: [] });
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
  expect((await said(number)).at(-1)).toBe(`correspondence, ${anna.address}: Bitte den Stecker ziehen.`);
  expect(await whoSees(number, 'Bitte den Stecker ziehen.', [max, boss, eve])).toEqual({ [max]: true, [boss]: true, [eve]: null });
});

test('17-agents-key of a comment answers among agents alone (A07, P08)', async () => {
  const to = (await keyOf(anna.address, number)).replace('@', '-c@');
  const bert = await signedIn('bert@dtnet.de', 'agent');
  await act(number, { kind: 'addWatcher', person: { ...anna, address: bert.person.address, own: false, disabled: false }, role: 'agent' });

  expect(await effectOf(number, { name: '17-agents-key', filled: { key: to }, to, dmarc: 'pass' })).toEqual({ outcome: 'filed', reason: null, on: number, out: ['comment bert@dtnet.de'], joined: [] });
  expect((await said(number)).at(-1)).toBe(`comment, ${anna.address}: Bitte den Stecker ziehen.`);
  expect(await whoSees(number, 'Bitte den Stecker ziehen.', [max, boss, anna.address, eve])).toEqual({ [max]: false, [boss]: false, [anna.address]: true, [eve]: null });
});

test('17-agents-key of a comment stays among agents too if it waited at the door, because nobody vouched for it (A07, P08)', async () => {
  const to = (await keyOf(anna.address, number)).replace('@', '-c@');
  expect(await effectOf(number, { name: '17-agents-key', filled: { key: to, run: `held-${number}` }, to, dmarc: 'none' })).toEqual({ outcome: 'door', reason: 'agentWithoutKey', on: number, ...nothingOut });
  const agent = await signedIn(anna.address, 'agent');
  const [, waiting] = /href="\/desk\/door\/([0-9a-f]{64})"/.exec((await agent.get('/desk/door')).page) ?? [];

  await agent.post(`/desk/door/${waiting}`, { decision: 'admit' });

  expect((await said(number)).at(-1)).toBe(`comment, ${anna.address}: Bitte den Stecker ziehen.`);
  expect(await whoSees(number, 'Bitte den Stecker ziehen.', [max, boss])).toEqual({ [max]: false, [boss]: false });
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
