import { env } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import { articlesOf, bring, bringToTicket, mailNamed, plainMail, stamped, ticketPage } from './inbox.ts';

const max = 'Max Muster <max@kunde.example>';

async function anOpenTicket(): Promise<number> {
  return bringToTicket(plainMail({ from: max, subject: 'Drucker druckt nicht' }));
}

describe('a mail without any sign of a ticket', () => {
  test('opens one, and its sender is the requester (T01)', async () => {
    const number = await anOpenTicket();

    expect(await ticketPage(number)).toMatchObject({ requester: { address: 'max@kunde.example' }, fields: { subject: 'Drucker druckt nicht', status: 'new' } });
  });
});

describe('a subject that names the ticket', () => {
  const base64 = (text: string) => btoa(text);
  test.each<[string, (number: number) => string]>([
    ['after AW:, WG: and an [EXTERN] mark', (n) => `AW: WG: [EXTERN] [dtnet.de #${n}] Drucker`],
    ['at its end, in capitals, with blanks', (n) => `Drucker [DTNET.DE    #${n} ]`],
    ['with a no-break space', (n) => `=?utf-8?Q?[dtnet.de=C2=A0#${n}]_Drucker?=`],
    ['folded inside the tag', (n) => `Re: [dtnet.de\r\n #${n}] Drucker`],
    ['inside an encoded word', (n) => `=?utf-8?B?${base64(`AW: [dtnet.de #${n}] Drucker`)}?=`],
    ['split between two encoded words', (n) => `=?utf-8?B?${base64('AW: [dtnet')}?=\r\n =?utf-8?B?${base64(`.de #${n}] Drucker`)}?=`],
    ['split between the digits', (n) => `=?iso-8859-1?Q?[dtnet.de_#${String(n).slice(0, 3)}?= =?iso-8859-1?Q?${String(n).slice(3)}]_Dr=FCcker?=`],
  ])('%s, leads there (T02)', async (_, subject) => {
    const number = await anOpenTicket();

    expect(await bringToTicket(plainMail({ from: max, subject: subject(number) }))).toBe(number);
  });

  test.each<(number: number) => string>([
    (n) => `[http://dtnet.de #${n}] Drucker`,
    (n) => `[https://www.dtnet.de #${n}] Drucker`,
    (n) => `[http://dtnet.de/ #${n}] Drucker`,
    (n) => `[dtnet.de#${n}] Drucker`,
    (n) => `[dtnet.de # ${n}] Drucker`,
    (n) => `(dtnet.de #${n}) Drucker`,
    (n) => `[dtnet.de #000${n}] Drucker`,
  ])('as Outlook and people rewrite it, leads there: %s (T03)', async (subject) => {
    const number = await anOpenTicket();

    expect(await bringToTicket(plainMail({ from: max, subject: subject(number) }))).toBe(number);
  });

  test.each<(number: number) => string>([
    (n) => `[xdtnet.de #${n}] Drucker`,
    (n) => `[dtnetXde #${n}] Drucker`,
    (n) => `[other-firm #${n}] Drucker`,
    (n) => `#${n} Drucker`,
    (n) => `Order #${n}`,
    (n) => `[dtnet.de #${n}99999999999999]`,
    (n) => `=?utf-8?B?${btoa(`[dtnet.de #${n}`)}?= Drucker`,
  ])('only nearly, leads to a ticket of its own: %s (T04)', async (subject) => {
    const number = await anOpenTicket();

    expect(await bringToTicket(plainMail({ from: max, subject: subject(number) }))).not.toBe(number);
    expect(await articlesOf(number)).toHaveLength(1);
  });

  test('that does not exist leads to a new ticket with the whole mail (T06)', async () => {
    const number = await bringToTicket(plainMail({ from: max, subject: 'Re: [dtnet.de #999999999] Alte Nummer', text: 'Alles steht noch da.' }));

    expect(number).not.toBe(999_999_999);
    expect((await articlesOf(number)).map((article) => article.text.trim())).toEqual(['Alles steht noch da.']);
  });

  test('never changes the stored subject, and no tag of ours is in it (T11)', async () => {
    const number = await anOpenTicket();
    await bringToTicket(plainMail({ from: max, subject: `[dtnet.de #${number}] [dtnet.de #${number}] Ganz anderer Betreff` }));

    expect((await ticketPage(number)).fields.subject).toBe('Drucker druckt nicht');
    const other = await bringToTicket(plainMail({ from: max, subject: 'AW: [dtnet.de #999999999] Fax [dtnet.de #999999998]' }));
    expect((await ticketPage(other)).fields.subject).toBe('AW: Fax');
  });
});

describe('two tags in a subject', () => {
  test('lead to the ticket that the sender is on (T07)', async () => {
    const own = await anOpenTicket();
    const foreign = await bringToTicket(plainMail({ from: 'eve@elsewhere.example', subject: 'Ganz fremd' }));

    expect(await bringToTicket(plainMail({ from: max, subject: `[dtnet.de #${foreign}] [dtnet.de #${own}]` }))).toBe(own);
    expect(await bringToTicket(plainMail({ from: max, subject: `[dtnet.de #${own}] [dtnet.de #${foreign}]` }))).toBe(own);
  });

  test('lead to the ticket that takes the mail, not to the door of the first (T07)', async () => {
    const invited = await bringToTicket(plainMail({ from: 'boss@kunde.example', subject: 'Für Max zur Kenntnis', headers: ['Cc: max@kunde.example'] }));
    const own = await anOpenTicket();

    expect(await bringToTicket(plainMail({ from: max, subject: `[dtnet.de #${invited}] [dtnet.de #${own}]` }))).toBe(own);
  });

  test('lead to the first of two tickets that the sender is on (T07)', async () => {
    const [first, second] = [await anOpenTicket(), await anOpenTicket()];

    expect(await bringToTicket(plainMail({ from: max, subject: `[dtnet.de #${second}] [dtnet.de #${first}]` }))).toBe(second);
  });

  test('of others’ tickets open one that refers to the first (T07, A06)', async () => {
    const [first, second] = [await anOpenTicket(), await anOpenTicket()];

    const number = await bringToTicket(plainMail({ from: 'eve@elsewhere.example', subject: `[dtnet.de #${first}] [dtnet.de #${second}] Hallo` }));

    expect(factsOf(await ticketPage(number))).toContainEqual({ kind: 'mentions', number: first });
    expect(factsOf(await ticketPage(first))).toContainEqual({ kind: 'mentionedBy', number });
    expect(factsOf(await ticketPage(second))).not.toContainEqual({ kind: 'mentionedBy', number });
  });
});

describe('a reply without a tag', () => {
  test('to a mail on the ticket joins it, by In-Reply-To or References alone (T08)', async () => {
    const number = await bringToTicket(plainMail({ from: max, subject: 'Fax', headers: ['X-Test: one'] }));
    const [first] = await articlesOf(number);

    expect(await bringToTicket(plainMail({ from: max, subject: 'AW: Fax', headers: [`In-Reply-To: ${first?.messageId}`] }))).toBe(number);
    expect(await bringToTicket(plainMail({ from: max, subject: 'AW: Fax', headers: [`References: <unknown@kunde.example> ${first?.messageId}`] }))).toBe(number);
  });

  test('to a letter of ours joins the ticket (T08)', async () => {
    const number = await anOpenTicket();
    const letter = await acknowledgementOf(number);

    expect(await bringToTicket(plainMail({ from: max, subject: 'AW: Ihre Anfrage', headers: [`In-Reply-To: ${letter}`] }))).toBe(number);
  });

  test('to all, by a colleague in Cc of the original, joins the ticket and makes no other (T09)', async () => {
    const number = await bringToTicket(stamped(mailNamed('routing/original-with-cc')), { authentication: 'cloudflare' });

    expect(await bringToTicket(stamped(mailNamed('routing/reply-all-to-original')), { authentication: 'cloudflare' })).toBe(number);
    expect(await bringToTicket(stamped(mailNamed('routing/reply-without-references')), { authentication: 'cloudflare' })).toBe(number);
    expect((await articlesOf(number)).map((article) => article.by.address)).toEqual(['max@kunde.example', 'karla@kunde.example', 'karla@kunde.example']);
  });

  test('to the original by somebody who is not on the ticket makes their own, which refers to it (A06)', async () => {
    const number = await bringToTicket(mailNamed('routing/original-with-cc'));

    const other = await bringToTicket(mailNamed('routing/stranger-answers-original'));

    expect(other).not.toBe(number);
    expect(factsOf(await ticketPage(other))).toContainEqual({ kind: 'mentions', number });
  });
});

function factsOf(page: Awaited<ReturnType<typeof ticketPage>>) {
  return page.entries.flatMap((entry) => (entry.kind === 'fact' ? [entry.fact] : []));
}

/** The Message-ID of the acknowledgement, once it was sent. */
async function acknowledgementOf(number: number): Promise<string> {
  await env.TICKETS.getByName(String(number)).drain();
  const row = await env.DB.prepare("select message_id from message_ids where number = ? and origin = 'letter'").bind(number).first<{ message_id: string }>();
  if (row === null) throw new Error(`Ticket ${number} has no letter`);
  return row.message_id;
}
