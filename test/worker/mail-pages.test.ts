/** Mails and their files in the portal: who gets what, and what it may do in a browser. */

import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import { rawMail } from '../support/raw-mail.ts';
import { articlesOf, bring, bringToTicket } from './inbox.ts';
import { ask, signedIn, type Visitor } from './portal-visitor.ts';

const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...new Array(40).fill(7)]);
const text = (content: string) => new TextEncoder().encode(content);
const inner = rawMail({ from: 'Eva <eva@andere.example>', to: 'max@kunde.example', subject: 'Protokoll <b>', text: 'Hallo <script>alert(1)</script>', files: [{ name: 'zeile.txt', type: 'text/plain', bytes: text('Zeile') }] });
const calendar = ['BEGIN:VCALENDAR', 'METHOD:REQUEST', 'BEGIN:VEVENT', 'UID:1', 'SUMMARY:<img src=x onerror=alert(1)>', 'DTSTART;TZID=America/New_York:20261207T090000', 'DTEND;TZID=America/New_York:20261207T100000', 'LOCATION:Raum 7', 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n');

const mail = rawMail({
  from: 'Max Muster <max@kunde.example>',
  to: 'support@dtnet.de',
  subject: 'Alles auf einmal',
  text: 'siehe HTML',
  html: '<p>Der <b>Drucker</b></p><img src="cid:shot@kunde" alt="Meldung"><img src="https://cdn.example/a.png" alt="Logo"><script>alert(1)</script>',
  files: [
    { name: 'Meldung.png', type: 'image/png', bytes: png, contentId: 'shot@kunde' },
    { name: 'seite.html', type: 'text/html', bytes: text('<script>alert(1)</script>') },
    { name: 'bild.svg', type: 'image/svg+xml', bytes: text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>') },
    { name: 'falsch.png', type: 'image/png', bytes: text('<script>alert(1)</script> und mehr') },
    { name: 'Prüfung "1"; x.pdf', type: 'application/pdf', bytes: text('%PDF-1.4 0123456789') },
    { name: 'protokoll.eml', type: 'message/rfc822', bytes: text(inner) },
    { name: 'invite.ics', type: 'text/calendar', bytes: text(calendar) },
  ],
});

let number: number;
let path: string;
let anna: Visitor;
let max: Visitor;
let eve: Visitor;
let files: Map<string, string>;

beforeAll(async () => {
  [anna, max, eve] = [await signedIn('anna@dtnet.de', 'agent'), await signedIn('max@kunde.example'), await signedIn('eve@evil.example')];
  number = await bringToTicket(mail);
  path = `/tickets/${number}/articles/1`;
  const [article] = await articlesOf(number);
  files = new Map(article?.attachments.map((file) => [file.name, `/tickets/${number}/attachments/${file.id}/x`]));
});

const fileNamed = (name: string) => files.get(name) ?? `no file ${name}`;

describe('a file', () => {
  test.each([
    ['Meldung.png', 'image/png', 'inline'],
    ['falsch.png', 'application/octet-stream', 'attachment'],
    ['seite.html', 'application/octet-stream', 'attachment'],
    ['bild.svg', 'application/octet-stream', 'attachment'],
    ['protokoll.eml', 'application/octet-stream', 'attachment'],
    ['invite.ics', 'application/octet-stream', 'attachment'],
  ])('%s is sent as %s, %s, and can run nothing (W07, SW10)', async (name, type, disposition) => {
    const { status, headers } = await max.get(fileNamed(name));

    expect(status).toBe(200);
    expect(headers.get('Content-Type')).toBe(type);
    expect(headers.get('Content-Disposition')).toMatch(new RegExp(`^${disposition};`));
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(headers.get('Content-Security-Policy')).toBe("sandbox; default-src 'none'");
    expect(headers.get('Cross-Origin-Resource-Policy')).toBe('same-origin');
  });

  test('is named in both forms that browsers know (RFC 6266, RFC 8187)', async () => {
    const { headers } = await max.get(fileNamed([...files.keys()].find((name) => name.endsWith('.pdf')) ?? ''));

    expect(headers.get('Content-Disposition')).toMatch(/^attachment; filename="[\w .()+,=@~-]+\.pdf"; filename\*=UTF-8''[A-Za-z0-9!#$&+.^_`|~%-]+$/);
    expect(headers.get('Content-Disposition')).toContain("filename*=UTF-8''Pr%C3%BCfung%20");
  });

  test('comes in stretches if it is asked for so (W07)', async () => {
    const asked = (range: string) => ask(fileNamed('seite.html'), { headers: { Cookie: max.cookie, Range: range } });

    const [middle, beyond, whole] = [await asked('bytes=1-6'), await asked('bytes=5000-'), await asked('lines=1-2')];

    expect([middle.status, middle.page, middle.headers.get('Content-Range'), middle.headers.get('Content-Length')]).toEqual([206, 'script', 'bytes 1-6/25', '6']);
    expect([beyond.status, beyond.headers.get('Content-Range')]).toEqual([416, 'bytes */25']);
    expect([whole.status, whole.headers.get('Accept-Ranges'), whole.headers.get('Content-Length')]).toEqual([200, 'bytes', '25']);
  });

  test('that the store has lost says so, can be tried again, and is reported (SF10)', async () => {
    const lost = await bringToTicket(rawMail({ from: 'max@kunde.example', to: 'support@dtnet.de', subject: 'Verloren', text: 'x', files: [{ name: 'weg.txt', type: 'text/plain', bytes: text('weg') }] }));
    const [file] = (await articlesOf(lost))[0]?.attachments ?? [];
    await env.BYTES.delete(file?.key ?? '');
    const address = `/tickets/${lost}/attachments/${file?.id}/weg.txt`;

    const { status, page } = await max.get(address);

    expect(status).toBe(503);
    expect(page).toContain(`href="${address}"`);
    expect(page).toContain('Try again');
  });

  test('is nothing to whoever is not on the ticket, and to nobody who is signed out (W07, SH11)', async () => {
    for (const address of files.values()) {
      expect((await eve.get(address)).status).toBe(404);
      expect((await ask(address)).status).toBe(303);
    }
  });
});

describe('a mail as it was sent', () => {
  test('may load its own files and a sheet of style, nothing else, and runs nothing (W06, SH03)', async () => {
    const { page, headers } = await max.get(`${path}/html`);
    const policy = headers.get('Content-Security-Policy') ?? '';

    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`img-src http://localhost:8787/tickets/${number}/attachments/ data:;`);
    expect(policy).toMatch(/sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox$/);
    expect(policy).not.toContain('allow-scripts');
    expect(page).toContain('<b>Drucker</b>');
    expect(page).toContain(`<img src="/tickets/${number}/attachments/`);
    expect(page).not.toContain('<script');
    expect(page).not.toContain('src="https://cdn.example');
  });

  test('loads images from elsewhere only when asked to, from the hosts that were named, never from our pages (W06, SH03, SH15)', async () => {
    const own = await bringToTicket(rawMail({ from: 'max@kunde.example', to: 'support@dtnet.de', subject: 'Bilder', text: 'x', html: '<img src="http://localhost:8787/sign-out"><img src="https://cdn.example/a.png">' }));

    const [blocked, loaded] = [await max.get(`/tickets/${own}/articles/1/html`), await max.get(`/tickets/${own}/articles/1/html?images=load`)];

    expect(blocked.page).toContain('Images from cdn.example were not loaded');
    expect(blocked.headers.get('Content-Security-Policy')).not.toContain('cdn.example');
    expect(loaded.page).toContain('<img src="https://cdn.example/a.png"');
    expect(loaded.headers.get('Content-Security-Policy')).toContain(`img-src http://localhost:8787/tickets/${own}/attachments/ data: cdn.example;`);
  });

  test('is there as text too, and its source for agents alone (M12)', async () => {
    const [asText, source, hidden, raw] = [await max.get(`${path}?view=text`), await anna.get(`${path}?view=source`), await max.get(`${path}?view=source`), await anna.get(`${path}/source`)];

    expect(asText.page).toContain('siehe HTML');
    expect(source.page).toContain('Subject: Alles auf einmal');
    expect(source.page).not.toContain('<script>alert');
    expect(hidden.status).toBe(404);
    expect(raw.page).toBe(mail);
  });

  test('is nothing to whoever is not on the ticket (W05)', async () => {
    for (const view of ['', '?view=text', '?view=source', '/html', '/source']) expect((await eve.get(path + view)).status).toBe(404);
  });

  test('past the bounds shows its text, and says so (SH02)', async () => {
    const deep = await bringToTicket(rawMail({ from: 'max@kunde.example', to: 'support@dtnet.de', subject: 'Tief', text: 'Nur der Text.', html: `${'<div>'.repeat(2000)}tief` }));

    const { page } = await max.get(`/tickets/${deep}/articles/1/html`);

    expect(page).toContain('too complex');
    expect(page).toContain('Nur der Text.');
  });
});

describe('a ticket’s page', () => {
  test('opens frames for the newest mails and the request, not for all, and loads none before it is seen (W06)', async () => {
    const busy = await bringToTicket(rawMail({ from: 'max@kunde.example', to: 'support@dtnet.de', subject: 'Viel', text: 'x', html: '<p><b>eins</b></p>' }));
    for (let at = 0; at < 8; at += 1) await bring(rawMail({ from: 'max@kunde.example', to: 'support@dtnet.de', subject: `[dtnet.de #${busy}] Viel`, text: `x${at}`, html: `<p><b>mehr ${at}</b></p>` }));

    const { page } = await anna.get(`/tickets/${busy}`);
    const behindFold = page.match(/<details class="as-sent">.*?<\/details>/gs)?.join('') ?? '';
    const frames = (html: string) => html.match(/<iframe [^>]*>/g) ?? [];

    expect(frames(page)).toHaveLength(9);
    expect(frames(behindFold)).toHaveLength(4);
    expect(frames(page).every((frame) => frame.includes('loading="lazy"') && !frame.includes('allow-scripts'))).toBe(true);
  });

  test('shows an invitation as text: what, when in the reader’s zone, where (M07, SH01)', async () => {
    const { page } = await max.get(`/tickets/${number}`);

    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(page).toMatch(/Mon 7 December 2026, 15:00 – 16:00/);
    expect(page).toContain('written in America/New_York');
    expect(page).toContain('Raum 7');
  });
});

describe('an attached mail', () => {
  test('can be read: from whom, when, what, with which files (M06)', async () => {
    const { page } = await max.get(`${fileNamed('protokoll.eml')}?view=mail`);

    for (const part of ['Protokoll &lt;b&gt;', 'Eva &lt;eva@andere.example&gt;', 'Hallo &lt;script&gt;', 'zeile.txt']) expect(page).toContain(part);
  });

  test('gives its files as downloads (M06, SW10)', async () => {
    const { page, headers } = await max.get(`${fileNamed('protokoll.eml')}?view=mail&file=0`);

    expect(page).toBe('Zeile');
    expect(headers.get('Content-Disposition')).toMatch(/^attachment; filename="zeile.txt"/);
    expect(headers.get('Content-Security-Policy')).toBe("sandbox; default-src 'none'");
  });

  test.each(['?view=mail&file=9', '?view=mail&file=-1', '?view=mail&file=x'])('has nothing at %s', async (query) => {
    expect((await max.get(fileNamed('protokoll.eml') + query)).status).toBe(404);
  });

  test('is none where the file is no mail, and nothing to strangers', async () => {
    expect((await max.get(`${fileNamed('seite.html')}?view=mail`)).status).toBe(404);
    expect((await eve.get(`${fileNamed('protokoll.eml')}?view=mail`)).status).toBe(404);
  });
});

describe('a mail at the door', () => {
  test('can be read as it was sent and gives its files, to agents alone (A20, W06)', async () => {
    const { key } = await bring(rawMail({ from: 'a@x.example, b@x.example', to: 'support@dtnet.de', subject: 'Zwei Absender', text: 'x', html: '<p>Ein <b>Bild</b> <img src="cid:shot@kunde"></p><script>alert(1)</script>', files: [{ name: 'Bild.png', type: 'image/png', bytes: png, contentId: 'shot@kunde' }] }));
    const door = `/desk/door/${key}`;

    const [page, framed, file] = [await anna.get(door), await anna.get(`${door}/html`), await anna.get(`${door}/files/0/Bild.png`)];

    expect(page.page).toContain(`src="${door}/html"`);
    expect(framed.page).toContain(`<img src="${door}/files/0/Bild.png"`);
    expect(framed.page).not.toContain('<script');
    expect(framed.headers.get('Content-Security-Policy')).toContain(`img-src http://localhost:8787${door}/files/ data:;`);
    expect([file.headers.get('Content-Type'), file.headers.get('Content-Disposition')]).toEqual(['image/png', 'inline; filename="Bild.png"; filename*=UTF-8\'\'Bild.png']);
    for (const address of [door, `${door}/html`, `${door}/files/0/Bild.png`]) expect((await max.get(address)).status).toBe(403);
  });
});
