import { beforeAll, expect, test } from 'vitest';
import { bring, plainMail } from './inbox.ts';
import { signedIn, type Visitor } from './portal-visitor.ts';

const old = ['Von: Kunde <kunde@example.com>', 'Gesendet: Dienstag, 4. Mai 2021 10:00', 'An: Max', 'Betreff: Drucker', '', 'Der Drucker geht nicht.'].join('\r\n');
let anna: Visitor;

beforeAll(async () => {
  anna = await signedIn('anna@dtnet.de', 'agent', 'de');
});

/** What stands on a page behind no fold. */
const inSight = (page: string): string => page.replace(/<details[^>]*>.*?<\/details>/gs, '');

async function opened(mail: string): Promise<string> {
  const row = await bring(mail);
  return `/tickets/${row.number}`;
}

test('an old mail below an answer is behind a fold on the ticket (M08)', async () => {
  const path = await opened(plainMail({ from: 'max@kunde.example', subject: 'AW: Drucker', text: `Geht wieder.\r\n\r\n${old}` }));

  const { page } = await anna.get(path);

  expect(inSight(page)).toContain('Geht wieder.');
  expect(inSight(page)).not.toContain('Der Drucker geht nicht.');
  expect(page).toContain('Der Drucker geht nicht.');
});

test('a mail forwarded with Outlook is new here and in sight (M08)', async () => {
  const path = await opened(plainMail({ from: 'max@kunde.example', subject: 'WG: Drucker', text: `Bitte ansehen.\r\n\r\n${old}` }));

  const { page } = await anna.get(path);

  expect(inSight(page)).toContain('Der Drucker geht nicht.');
});

test('as sent, an old mail in HTML is behind the same fold (M08)', async () => {
  const html = '<p>Geht <b>wieder</b>.</p><div class="moz-cite-prefix">Am 04.05.21 um 10:00 schrieb Support:</div><blockquote type="cite">Der Drucker geht nicht.</blockquote>';
  const mail = plainMail({ from: 'max@kunde.example', subject: 'AW: Toner', text: html }).replace('text/plain', 'text/html');

  const { page } = await anna.get(`${await opened(mail)}/articles/1/html`);

  expect(inSight(page)).toContain('<p>Geht <b>wieder</b>.</p>');
  expect(inSight(page)).not.toContain('Der Drucker geht nicht.');
  expect(page).toContain('<details class="fold quote"><summary title="Zitierter Text">');
});
