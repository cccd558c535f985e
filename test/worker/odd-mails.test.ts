import { env } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import { decideAtDoor } from '../../src/inbound/decide-at-door.ts';
import { intakeKey, rawKey } from '../../src/inbound/raw-mails.ts';
import { settings } from '../../src/settings-of-worker.ts';
import { address } from '../support/builders.ts';
import { anna, articlesOf, bring, bringToTicket, mailNamed, plainMail, ticketPage } from './inbox.ts';

describe('a mail that nobody can be held to', () => {
  test.each(['no-from', 'broken-from', 'two-froms', 'no-header', 'empty'])('(%s) waits at the door with its raw source (T14)', async (name) => {
    const raw = mailNamed(`routing/${name}`);

    const row = await bring(raw);

    expect(row).toMatchObject({ outcome: 'door', reason: 'noSender', number: null });
    const kept = await env.BYTES.get(rawKey(row.key));
    expect(await kept?.text()).toBe(raw);
  });

  test('of random bytes waits at the door, byte for byte (T14)', async () => {
    const bytes = Uint8Array.from({ length: 5000 }, (_, place) => (place * 7919 + (place >> 3) * 31) % 256);
    const raw = new TextDecoder('latin1').decode(bytes);

    const row = await bring(raw);

    expect(row.outcome).toBe('door');
    expect(row.key).toBe(await intakeKey(new Uint8Array(new TextEncoder().encode(raw))));
  });
});

test('whom an agent names as the writer of a mail without From is its requester, and nothing goes to them by itself (T14, A20)', async () => {
  const { key } = await bring(mailNamed('routing/no-from').replace('nofrom@', 'named@'));

  const { number } = await decideAtDoor(env, settings, { key, decision: 'open', by: anna, sender: address('wer@kunde.example') }, Date.now());

  const page = await ticketPage(number ?? 0);
  expect(page).toMatchObject({ requester: { address: 'wer@kunde.example' }, authenticated: false });
  expect(page.entries.flatMap((entry) => entry.letters)).toEqual([]);
});

test('the tag of another tracker stays in the subject (T15)', async () => {
  const number = await bringToTicket(mailNamed('routing/foreign-tag'));

  expect((await ticketPage(number)).fields.subject).toBe('[other #79] Re: [lieferant-4711] Ersatzteil #12 [xdtnet.de #7]');
});

test.each(['Date: Thu, 01 Jan 1970 00:00:00 +0000', 'Date: Tue, 24 Nov 2099 09:00:00 +0000', 'Date: gestern abend', 'X-Date: none'])('a mail with "%s" stands where it came, at the time it came (SF23)', async (header) => {
  const [first, last] = [Date.now() - 1000, Date.now()];
  const number = await bringToTicket(plainMail({ from: 'max@kunde.example', subject: 'Erste' }), { at: first });

  await bringToTicket(plainMail({ from: 'max@kunde.example', subject: `[dtnet.de #${number}]`, headers: [header] }), { at: last });

  expect((await articlesOf(number)).map((article) => article.at)).toEqual([first, last]);
});
