import { env } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import { articlesOf, bring, bringToTicket, mailNamed, plainMail, stamped, ticketPage } from './inbox.ts';

const authentication = 'cloudflare';

describe('the same mail', () => {
  test('brought again is one article, with the same answer (T10)', async () => {
    const mail = plainMail({ from: 'max@kunde.example', subject: 'Einmal' });

    const [first, second] = [await bring(mail), await bring(mail)];

    expect([second.number, second.article]).toEqual([first.number, first.article]);
    expect(await articlesOf(first.number ?? 0)).toHaveLength(1);
  });

  test('brought five times at once is one ticket with one article (T10, SF14)', async () => {
    const mail = plainMail({ from: 'max@kunde.example', subject: 'Fünfmal' });

    const rows = await Promise.all(Array.from({ length: 5 }, () => bring(mail)));

    expect(new Set(rows.map((row) => row.number)).size).toBe(1);
    expect(await articlesOf(rows[0]?.number ?? 0)).toHaveLength(1);
  });

  test('at two of our addresses is one article, and its row names both (T10)', async () => {
    const mail = plainMail({ from: 'max@kunde.example', subject: 'Zwei Adressen', to: 'support@dtnet.de, support+neu@dtnet.de' });

    await bring(stamped(mail), { authentication });
    const row = await bring(stamped(mail, { to: 'support+neu@dtnet.de' }), { authentication, to: 'support+neu@dtnet.de' });

    expect(row.envelopeTo).toEqual(['support@dtnet.de', 'support+neu@dtnet.de']);
    expect(await articlesOf(row.number ?? 0)).toHaveLength(1);
  });
});

describe('another mail with the same Message-ID', () => {
  test('is a ticket of its own, flagged (T10, SF15)', async () => {
    const first = await bringToTicket(mailNamed('routing/original-with-cc'));

    const second = await bringToTicket(mailNamed('routing/same-message-id-other-text'));

    expect(second).not.toBe(first);
    expect((await articlesOf(first)).map((article) => article.sameMessageId)).toEqual([false]);
    expect((await articlesOf(second)).map((article) => article.sameMessageId)).toEqual([true]);
  });

  test('on the same ticket is a second article, flagged (T10)', async () => {
    const number = await bringToTicket(plainMail({ from: 'max@kunde.example', subject: 'Doppelt' }));
    const reply = (text: string) => plainMail({ from: 'max@kunde.example', subject: `Re: [dtnet.de #${number}]`, text }).replace(/^Message-ID:.*$/m, 'Message-ID: <twice@kunde.example>');

    await bringToTicket(reply('Erste Fassung'));
    await bringToTicket(reply('Zweite Fassung'));

    expect((await articlesOf(number)).map((article) => article.sameMessageId)).toEqual([false, false, true]);
  });

  test('that comes at the same moment is flagged all the same (T10)', async () => {
    const mail = (text: string) => plainMail({ from: 'max@kunde.example', subject: text, text }).replace(/^Message-ID:.*$/m, 'Message-ID: <moment@kunde.example>');

    const numbers = await Promise.all([bringToTicket(mail('Eins')), bringToTicket(mail('Zwei'))]);

    const flags = (await Promise.all(numbers.map(articlesOf))).flat().map((article) => article.sameMessageId);
    expect(flags.filter((flag) => flag)).not.toEqual([]);
  });

  test('cannot draw replies to the first away: the older ticket is asked first (T10, T08)', async () => {
    const id = 'Message-ID: <drawn@kunde.example>';
    const named = (mail: string) => mail.replace(/^Message-ID:.*$/m, id);
    const first = await bringToTicket(named(plainMail({ from: 'max@kunde.example', subject: 'Echt' })));
    await bringToTicket(named(plainMail({ from: 'eve@elsewhere.example', subject: 'Falle', headers: ['Cc: max@kunde.example'] })));

    expect(await bringToTicket(plainMail({ from: 'max@kunde.example', subject: 'AW: Echt', headers: ['In-Reply-To: <drawn@kunde.example>'] }))).toBe(first);
  });
});

describe('a mail that comes before the one it answers', () => {
  test('and that one are on one ticket, if they are between the same people (SF16)', async () => {
    const own = (mail: string) => stamped(mail.replaceAll('original@kunde', 'late@kunde').replaceAll('reply-all@kunde', 'early@kunde'));

    const child = await bringToTicket(own(mailNamed('routing/reply-all-to-original')), { authentication });
    const parent = await bringToTicket(own(mailNamed('routing/original-with-cc')), { authentication });

    expect(parent).toBe(child);
    expect((await articlesOf(child)).map((article) => article.by.address)).toEqual(['karla@kunde.example', 'max@kunde.example']);
  });

  test('opens a ticket that the other’s refers to, if its author did not write to both (SF16)', async () => {
    const child = await bringToTicket(plainMail({ from: 'karla@kunde.example', subject: 'AW: Leise', headers: ['In-Reply-To: <alone@kunde.example>'] }));

    const parent = await bringToTicket(plainMail({ from: 'max@kunde.example', subject: 'Leise' }).replace(/^Message-ID:.*$/m, 'Message-ID: <alone@kunde.example>'));

    expect(parent).not.toBe(child);
    const facts = (await ticketPage(parent)).entries.flatMap((entry) => (entry.kind === 'fact' ? [entry.fact] : []));
    expect(facts).toContainEqual({ kind: 'mentions', number: child });
  });

  test.each(['pass', 'none'] as const)('draws no mail to a stranger’s ticket that was not written to them (verdict %s, SJ02)', async (dmarc) => {
    const id = `bait-${dmarc}@kunde.example`;
    const trap = plainMail({ from: 'eve@elsewhere.example', subject: 'Falle', to: 'support@dtnet.de, victim@kunde.example', headers: [`In-Reply-To: <${id}>`] });
    const trapNumber = await bringToTicket(stamped(trap), { authentication });

    const secret = plainMail({ from: 'victim@kunde.example', subject: 'Vertraulich' }).replace(/^Message-ID:.*$/m, `Message-ID: <${id}>`);
    const number = await bringToTicket(stamped(secret, { dmarc }), { authentication });

    expect(number).not.toBe(trapNumber);
    expect(await articlesOf(trapNumber)).toHaveLength(1);
  });

  test('ten mails of one conversation in any order are one ticket (SF16)', async () => {
    const ids = Array.from({ length: 10 }, (_, place) => `<chain-${place}@kunde.example>`);
    const mails = ids.map((id, place) => {
      const [from, to] = place % 2 === 0 ? ['max', 'karla'] : ['karla', 'max'];
      const headers = place === 0 ? [] : [`In-Reply-To: ${ids[place - 1]}`, `References: ${ids.slice(0, place).join(' ')}`];
      return plainMail({ from: `${from}@kunde.example`, subject: 'Kette', to: `support@dtnet.de, ${to}@kunde.example`, headers }).replace(/^Message-ID:.*$/m, `Message-ID: ${id}`);
    });

    const numbers: number[] = [];
    for (const place of [7, 2, 9, 0, 4, 8, 1, 6, 3, 5]) numbers.push(await bringToTicket(mails[place] ?? ''));

    expect(new Set(numbers).size).toBe(1);
    expect(await articlesOf(numbers[0] ?? 0)).toHaveLength(10);
  });
});

test('a reply key is never kept in the directory’s Message-IDs (A01)', async () => {
  const key = '<999999-1-abcdefghijklmnop@dtnet.de>';
  await bringToTicket(plainMail({ from: 'max@kunde.example', subject: 'Mit Schlüssel', headers: [`References: <ticket-999999@dtnet.de> ${key} <other@kunde.example>`] }));

  const rows = await env.DB.prepare("select message_id from message_ids where message_id like '%@dtnet.de>' and origin = 'answered'").all();

  expect(rows.results).toEqual([]);
});
