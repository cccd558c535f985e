/** The mails of the security rules' list 2.5, 22 to 40: threads, Cc, machines, closed tickets. Each is test/mails/vectors/NN-…eml. */

import { beforeAll, beforeEach, expect, test } from 'vitest';
import { leaveToken } from '../../src/outbox/leave-link.ts';
import { findReplyKey } from '../../src/rules/reply-key.ts';
import { address } from '../support/builders.ts';
import { anna, articlesOf, bring, mailNamed, stamped, ticketPage } from './inbox.ts';
import { ask, signedIn } from './portal-visitor.ts';
import { act, aTicket, boss, effectOf, eve, keyOf, lettersLeaving, max, originalOf, said, whoSees } from './vector-scene.ts';

const filed = { outcome: 'filed', reason: null };
const toTheOthers = [`correspondence ${anna.address}`, `correspondence ${boss}`];

let number: number;
beforeAll(async () => {
  await signedIn('bert@dtnet.de', 'agent');
  await signedIn(anna.address, 'agent');
});
beforeEach(async () => {
  number = await aTicket();
});

test('22-reply-all-to-the-original by somebody in Cc is on the ticket (A03)', async () => {
  const parent = await originalOf(number);

  expect(await effectOf(number, { name: '22-reply-all-to-the-original', filled: { parent }, dmarc: 'pass' })).toEqual({ ...filed, on: number, out: [`correspondence ${anna.address}`, `correspondence ${max}`], joined: [] });
});

test('23-stranger-answers-the-original gets an own ticket (A06)', async () => {
  const effect = await effectOf(number, { name: '23-stranger-answers-the-original', filled: { parent: await originalOf(number) }, dmarc: 'pass' });

  expect(effect).toMatchObject({ outcome: 'filed', out: [`acknowledgement ${eve}`], joined: [] });
  expect(effect.on).not.toBe(number);
});

test('24-reply-before-its-parent: both are on one ticket (SF16)', async () => {
  const first = await effectOf(number, { name: '24-reply-before-its-parent', filled: { parent: '<late-parent@kunde.example>' }, dmarc: 'pass' });
  const parent = mailNamed('vectors/39-wants-to-leave', { number: 0, run: 'x' }).replace(/^Subject:.*$/m, `Subject: Fax\r\nCc: ${boss}`).replace(/^Message-ID:.*$/m, 'Message-ID: <late-parent@kunde.example>');

  expect(await bring(stamped(parent), { authentication: 'cloudflare' })).toMatchObject({ outcome: 'filed', number: first.on });
});

test.each<[string, (number: number) => string]>([
  ['at its end', (n) => `Drucker [dtnet.de #${n}]`],
  ['in its middle', (n) => `Drucker [dtnet.de #${n}] geht wieder`],
  ['after AW: Re:', (n) => `AW: Re: [dtnet.de #${n}] Drucker`],
  ['folded', (n) => `AW: [dtnet.de\r\n #${n}] Drucker`],
  ['split in two encoded words', (n) => `=?utf-8?B?${btoa('AW: [dtnet')}?=\r\n =?utf-8?B?${btoa(`.de #${n}] Drucker`)}?=`],
])('25-tag-anywhere (%s) leads to the ticket (A02)', async (_, subject) => {
  expect(await effectOf(number, { name: '25-tag-anywhere', filled: { subject: subject(number) }, dmarc: 'pass' })).toEqual({ ...filed, on: number, out: toTheOthers, joined: [] });
});

test('26-fullwidth-digits are no number (T05)', async () => {
  const digits = String(number).replaceAll(/\d/g, (digit) => `=EF=BC=9${digit}`);
  const { on, outcome } = await effectOf(number, { name: '26-fullwidth-digits', filled: { digits }, dmarc: 'pass' });

  expect(outcome).toBe('filed');
  expect(on).not.toBe(number);
});

test('27-two-tags lead to the first of two own tickets (T07)', async () => {
  expect(await effectOf(number, { name: '27-two-tags', filled: { other: await aTicket() }, dmarc: 'pass' })).toMatchObject({ ...filed, on: number });
});

test('28-tag-of-a-foreign-ticket-and-own leads to the own one (T07)', async () => {
  const foreign = await aTicket({ from: eve, cc: 'mallory@evil.example' });

  expect(await effectOf(number, { name: '28-tag-of-a-foreign-ticket-and-own', filled: { foreign }, dmarc: 'pass' })).toMatchObject({ ...filed, on: number });
  expect(await articlesOf(foreign)).toHaveLength(2);
});

test.each<[string, string, string[]]>([
  ['ours, no-reply, doubled and invalid ones', `support@dtnet.de, support+x@dtnet.de, noreply@kunde.example, new@kunde.example, NEW@kunde.example, not an address, ${boss}`, ['new@kunde.example']],
  ['ten and more', Array.from({ length: 14 }, (_, n) => `n${n}@kunde.example`).join(', '), Array.from({ length: 10 }, (_, n) => `n${n}@kunde.example`)],
  ['sixty', Array.from({ length: 60 }, (_, n) => `n${n}@kunde.example`).join(',\r\n '), []],
])('29-odd-and-many-in-cc (%s): only people join, and not too many (A08)', async (_, cc, joined) => {
  expect(await effectOf(number, { name: '29-odd-and-many-in-cc', filled: { cc }, dmarc: 'pass' })).toMatchObject({ ...filed, on: number, joined });
});

test.each<[string, string]>([
  ['Auto-Submitted: auto-replied', 'machine'],
  ['Auto-Submitted: auto-notified', 'machine'],
  ['Precedence: bulk', 'machine'],
  ['List-Id: <liste.kunde.example>', 'list'],
  ['X-Autoreply: yes', 'machine'],
])('30-machine (%s) is a note that nobody hears and no outsider sees, and changes nothing (A11)', async (header, kind) => {
  await act(number, { kind: 'changeStatus', to: 'waiting' });

  expect(await effectOf(number, { name: '30-machine', filled: { header }, dmarc: 'pass' })).toEqual({ ...filed, on: number, out: [], joined: [] });
  expect((await said(number)).at(-1)).toMatch(new RegExp(`^note \\((out-of-office|${kind})\\), ${max}: Der Drucker laeuft wieder\\.$`));
  expect((await ticketPage(number)).fields.status).toBe('waiting');
  expect(await whoSees(number, 'Der Drucker laeuft wieder.', [max, boss, anna.address, eve])).toEqual({ [max]: false, [boss]: false, [anna.address]: true, [eve]: null });
});

test('30-machine of a stranger is on no ticket at all, and in the ledger (A11)', async () => {
  const mail = mailNamed('vectors/30-machine', { number, run: `stranger-${number}`, header: 'Auto-Submitted: auto-replied' }).replace(/^From:.*$/m, `From: ${eve}`);

  expect(await bring(stamped(mail), { authentication: 'cloudflare' })).toMatchObject({ outcome: 'machine', article: null });
  expect(await said(number)).toHaveLength(2);
});

test('30-machine that only asks for no acknowledgement is a person’s mail, and goes to the others (A12)', async () => {
  expect(await effectOf(number, { name: '30-machine', filled: { header: 'X-Auto-Response-Suppress: All' }, dmarc: 'pass' })).toEqual({ ...filed, on: number, out: toTheOthers, joined: [] });
  expect((await said(number)).at(-1)).toBe(`correspondence, ${max}: Der Drucker laeuft wieder.`);
});

test('31-forged-report changes no letter and nobody (A14)', async () => {
  const before = await ticketPage(number);

  expect(await effectOf(number, { name: '31-forged-report', dmarc: 'pass' })).toMatchObject({ outcome: 'machine', out: [], joined: [] });
  expect((await ticketPage(number)).people).toEqual(before.people);
  expect((await ticketPage(number)).entries).toEqual(before.entries);
});

test('32-same-message-id-other-text is two mails, the later one marked (T10)', async () => {
  const run = `same-${number}`;
  await effectOf(number, { name: '32-same-message-id-other-text', filled: { run, text: 'eins' }, dmarc: 'pass' });
  await effectOf(number, { name: '32-same-message-id-other-text', filled: { run, text: 'zwei' }, dmarc: 'pass' });

  expect((await articlesOf(number)).slice(2).map((article) => [article.text.trim(), article.sameMessageId])).toEqual([['eins', false], ['zwei', true]]);
});

test('33-to-two-own-addresses is one article (T10)', async () => {
  const mail = mailNamed('vectors/33-to-two-own-addresses', { run: 'two' });
  const [first, second] = [await bring(stamped(mail), { authentication: 'cloudflare' }), await bring(stamped(mail, { to: 'support+extra@dtnet.de' }), { to: 'support+extra@dtnet.de', authentication: 'cloudflare' })];

  expect(second.number).toBe(first.number);
  expect(await articlesOf(first.number ?? 0)).toHaveLength(1);
});

test('34-invited-with-key is on the ticket, and proven from then on (A01)', async () => {
  const to = await keyOf(boss, number);

  expect(await effectOf(number, { name: '34-invited-with-key', filled: { key: to }, to, dmarc: 'none' })).toEqual({ ...filed, on: number, out: [`correspondence ${anna.address}`, `correspondence ${max}`], joined: [] });
  expect(await effectOf(number, { name: '35-invited-with-tag', dmarc: 'pass' })).toMatchObject({ ...filed, on: number });
});

test('35-invited-with-tag waits at the door, and is asked (A05)', async () => {
  expect(await effectOf(number, { name: '35-invited-with-tag', dmarc: 'pass' })).toEqual({ outcome: 'door', reason: 'notProven', on: number, out: [`confirm ${boss}`], joined: [] });
});

test('36-to-a-closed-ticket: a person of it gets one notice, a stranger an own ticket (L06, A06)', async () => {
  await act(number, { kind: 'changeStatus', to: 'closed' });

  expect(await effectOf(number, { name: '36-to-a-closed-ticket', filled: { from: max }, dmarc: 'pass' })).toEqual({ outcome: 'refused', reason: 'closed', on: number, out: [`refused ${max}`], joined: [] });
  expect(await effectOf(number, { name: '36-to-a-closed-ticket', filled: { from: max }, dmarc: 'none' })).toMatchObject({ outcome: 'door', reason: 'notAuthenticated', on: number, out: [`confirm ${max}`] });
  expect(await effectOf(number, { name: '36-to-a-closed-ticket', filled: { from: eve }, dmarc: 'pass' })).toMatchObject({ outcome: 'filed', out: [`acknowledgement ${eve}`] });
});

test('37-controls-in-the-subject inject no line and turn no text around (A18)', async () => {
  const { on } = await effectOf(number, { name: '37-controls-in-the-subject', dmarc: 'pass' });
  const page = await ticketPage(on ?? 0);

  expect(page.fields.subject).not.toMatch(/[\u0000-\u001f\u202a-\u202e]/u);
  expect(page.people.map((person) => person.address)).toEqual([max]);
});

test('38-storm between two people is stopped after ten mails of one, the request counted, and nothing of it lost (A16)', async () => {
  const key = await keyOf(boss, number);
  await effectOf(number, { name: '34-invited-with-key', filled: { key }, to: key, dmarc: 'none' });
  const effects = [];
  for (let n = 0; n < 13; n += 1) effects.push(await effectOf(number, { name: '38-storm', filled: { from: max, text: `Antwort ${n}` }, dmarc: 'pass' }));

  expect(effects.slice(0, 9)).toEqual(Array.from({ length: 9 }, () => ({ ...filed, on: number, out: toTheOthers, joined: [] })));
  expect(effects.slice(9)).toEqual(Array.from({ length: 4 }, () => ({ outcome: 'door', reason: 'muted', on: number, out: [], joined: [] })));
  expect((await said(number)).slice(3)).toEqual(Array.from({ length: 9 }, (_, n) => `correspondence, ${max}: Antwort ${n}`));
  expect((await effectOf(number, { name: '38-storm', filled: { from: boss, text: 'Ich bin noch da.' }, dmarc: 'pass' })).out).toEqual([`correspondence ${anna.address}`, `correspondence ${max}`]);
  const agent = await signedIn(anna.address, 'agent');
  const waiting = [...(await agent.get('/desk/door')).page.matchAll(/href="\/desk\/door\/([0-9a-f]{64})"/g)].map((found) => found[1]);
  const texts = await Promise.all(waiting.map(async (one) => (await agent.get(`/desk/door/${one}`)).page));
  for (const n of [9, 10, 11, 12]) expect(texts.some((page) => page.includes(`Antwort ${n}`))).toBe(true);
});

test('39-wants-to-leave: the link that goes to the Cc leaves by a post, never by a look (SJ24)', async () => {
  const link = `/leave/${await leaveLinkOf(boss, number)}`;
  const looked = await ask(link);
  expect((await ticketPage(number)).people.map((person) => person.address)).toContain(boss);

  const posted = await ask(link, { method: 'POST', body: 'List-Unsubscribe=One-Click', headers: { 'Content-Type': 'application/x-www-form-urlencoded' } });

  expect([looked.status, posted.status]).toEqual([200, 200]);
  expect(await effectOf(number, { name: '39-wants-to-leave', dmarc: 'pass' })).toEqual({ ...filed, on: number, out: [`correspondence ${anna.address}`], joined: [] });
  expect(await whoSees(number, 'Noch eine Frage.', [max, boss, anna.address])).toEqual({ [max]: true, [boss]: null, [anna.address]: true });
  const key = await keyOf(boss, number);
  expect((await effectOf(number, { name: '34-invited-with-key', filled: { key }, to: key, dmarc: 'pass' })).on).not.toBe(number);
  expect((await ask(link, { method: 'POST' })).status).toBe(200);
});

test('39-wants-to-leave: a link with one letter changed, and the requester’s, lead nowhere (SJ24)', async () => {
  const link = await leaveLinkOf(boss, number);
  const wrong = link.replace(/.$/, (last) => (last === '0' ? '1' : '0'));

  for (const path of [wrong, await leaveLinkOf(max, number), 'x']) expect((await ask(`/leave/${path}`, { method: 'POST' })).status).toBe(404);
  expect((await ticketPage(number)).people.map((person) => person.address)).toEqual(expect.arrayContaining([boss, max]));
});

test('39-wants-to-leave: every letter to somebody in Cc has the link, by which mail programs leave with one press; no other has (SJ24, RFC 8058)', async () => {
  const letters = await lettersLeaving(number);
  const link = `/leave/${await leaveLinkOf(boss, number)}>`;

  expect(letters.map(({ to }) => to).toSorted()).toEqual([boss, max, max]);
  for (const { to, bytes } of letters) {
    expect([to, bytes.includes(link), bytes.includes('List-Unsubscribe=One-Click')]).toEqual([to, to === boss, to === boss]);
  }
});

test('40-answer-beside-a-comment: no page and no byte of a letter to an outsider has the comment (P08, SJ15)', async () => {
  await act(number, { kind: 'comment', text: 'KANARIENVOGEL', attachments: [], channel: 'portal' });
  await act(number, { kind: 'addWatcher', person: { ...anna, address: address('bert@dtnet.de'), own: false, disabled: false }, role: 'agent' });
  await act(number, { kind: 'comment', text: 'KANARIENVOGEL, noch einer', attachments: [], channel: 'portal' });

  expect(await effectOf(number, { name: '40-answer-beside-a-comment', dmarc: 'pass' })).toEqual({ ...filed, on: number, out: [...toTheOthers, 'correspondence bert@dtnet.de'].toSorted(), joined: [] });
  await act(number, { kind: 'reply', text: 'Gern.', attachments: [], channel: 'portal' });
  await act(number, { kind: 'changeStatus', to: 'closed' });

  const letters = await lettersLeaving(number);
  const outside = letters.filter(({ to }) => [max, boss].includes(to));
  expect(outside.length).toBeGreaterThanOrEqual(7);
  expect(outside.filter(({ bytes }) => bytes.includes('KANARIENVOGEL'))).toEqual([]);
  expect(letters.some(({ to, bytes }) => to === 'bert@dtnet.de' && bytes.includes('KANARIENVOGEL, noch einer'))).toBe(true);
  expect(await whoSees(number, 'KANARIENVOGEL', [max, boss, anna.address, eve])).toEqual({ [max]: false, [boss]: false, [anna.address]: true, [eve]: null });
});

/** The last part of this person's link. */
async function leaveLinkOf(who: string, on: number): Promise<string> {
  const key = findReplyKey([await keyOf(who, on)], [], [address('support@dtnet.de')]);
  if (key === null) throw new Error(`${who} has no key`);
  return `${key.number}-${key.pid}-${leaveToken(key)}`;
}
