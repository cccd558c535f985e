/** Everything that agents do to tickets, each by mouse, by keyboard alone, and by mouse where no script runs (W01, W09). */

import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keyboard, mouse, type Hands } from '../support/hands.ts';
import { mailTo, sendMail } from '../support/local-mail.ts';
import { staffedDesk, type StaffedDesk } from '../support/staffed-desk.ts';
import { send, setFirstPassword, signIn, visitor, words } from '../support/visitor.ts';

const ways: [string, (page: Page) => Hands, boolean][] = [
  ['by mouse', mouse, true],
  ['by keyboard alone', keyboard, true],
  ['by mouse, without script', mouse, false],
];

let at: StaffedDesk;
let admin: Page;
let brought = 0;
let hired = 0;

beforeAll(async () => {
  at = await staffedDesk({ UNDO_SECONDS: '300' });
  admin = await visitor(at.chromium, at.desk, 'de-DE');
  await signIn(admin, 'admin@dtnet.de');
  await admin.goto('/admin/queues');
  await send(admin, '/admin/queues', { name: 'Lager', tag: 'lager', address: 'lager@dtnet.de' });
  await admin.goto('/admin/canned');
  await send(admin, '/admin/canned', { shortcut: 'neustart', de: 'Guten Tag {{kunde}}, bitte starten Sie neu.', en: 'Please restart.' });
});
afterAll(() => at?.stop());

/** A ticket of somebody new: acknowledgements to one address are few (A10). */
async function aTicket(): Promise<number> {
  brought += 1;
  const from = `kunde${brought}@kunde${brought}.example`;
  await sendMail(at.desk, { from: `Kunde ${brought} <${from}>`, to: at.desk.supportAddress, subject: `Anliegen ${brought}`, text: 'Seit heute.' });
  return Number(/#(\d+)\]/.exec((await mailTo(at.desk, from)).subject)?.[1]);
}

/** `drops`: with a mouse and a script one also drops files, and pastes them. */
type Acting = { page: Page; hands: Hands; number: number; other: number; script: boolean; drops: boolean };
/** What is done, and what the page says then. */
type Act = [string, (acting: Acting) => Promise<void>];

/** Presses what sends a form or leads on; the page that follows is there when this returns. */
async function go({ page, hands }: Acting, place: Locator): Promise<void> {
  await Promise.all([page.waitForEvent('load'), hands.press(place)]);
}

const form = ({ page, number }: Acting, action: string) => page.locator(`form[action="/tickets/${number}/${action}"]`);
const says = async ({ page }: Acting, ...parts: string[]) => {
  const all = await words(page);
  for (const part of parts) expect(all).toContain(part);
};
const undo = (acting: Acting) => go(acting, acting.page.getByRole('button', { name: 'Rückgängig' }).first());

const onTicket: Act[] = [
  ['take, release, give and steal', async (acting) => {
    const { page, hands } = acting;
    const owner = form(acting, 'owner');
    await go(acting, owner.getByRole('button', { name: 'Übernehmen' }));
    await says(acting, 'Besitzer: Anna Berger');
    await go(acting, owner.getByRole('button', { name: 'Freigeben' }));
    await hands.choose(page.locator('#owner-owner'), 'Carl Cramer');
    await go(acting, owner.getByRole('button', { name: 'Übergeben' }));
    await says(acting, 'Besitzer: Carl Cramer');
    await go(acting, owner.getByRole('button', { name: 'Übernehmen' }));
    await says(acting, 'Besitzer: Anna Berger');
  }],
  ['close, undo that, and reject and reopen', async (acting) => {
    await go(acting, form(acting, 'status').locator('button[value=closed]'));
    await says(acting, 'Der Vorgang ist geschlossen. Die Mail dazu wird gleich versandt.');
    await undo(acting);
    expect(await acting.page.locator('.ticket-head .status').textContent()).not.toContain('geschlossen');
    await go(acting, form(acting, 'status').locator('button[value=rejected]'));
    await go(acting, form(acting, 'status').locator('button[value=open]').first());
    await says(acting, 'Status abgewiesen → offen');
  }],
  ['move to another queue, and back by undo', async (acting) => {
    await acting.hands.choose(acting.page.locator('#queue-queue'), 'Lager');
    await go(acting, form(acting, 'queue').getByRole('button', { name: 'Verschieben' }));
    await says(acting, 'Verschoben nach Lager.');
    await undo(acting);
    await says(acting, 'Bereich Lager → Support');
  }],
  ['change the priority and undo that', async (acting) => {
    await acting.hands.write(acting.page.locator('#priority-priority'), '77');
    await acting.hands.write(acting.page.locator('#priority-final_priority'), '88');
    await go(acting, form(acting, 'priority').getByRole('button'));
    await says(acting, '77/88', 'Die Priorität ist geändert.');
    await undo(acting);
    await says(acting, 'Priorität 77 → 5');
  }],
  ['put a label on and take it off', async (acting) => {
    await acting.hands.write(acting.page.locator('#labels-label'), 'Notebook');
    await go(acting, form(acting, 'labels').getByRole('button').last());
    expect(await acting.page.locator('.facts .label').allTextContents()).toEqual(['Notebook']);
    await go(acting, form(acting, 'labels').locator('button[name=remove]'));
    expect(await acting.page.locator('.facts .label').count()).toBe(0);
  }],
  ['merge and undo that', async (acting) => {
    const { page, hands, number, other } = acting;
    await hands.write(page.locator('#merge-into'), String(other));
    await go(acting, form(acting, 'merge').getByRole('button'));
    await says(acting, `#${number} ist jetzt Teil dieses Vorgangs.`);
    await undo(acting);
    expect(new URL(page.url()).pathname).toBe(`/tickets/${number}`);
    await says(acting, 'Antworten');
  }],
  ['link two tickets, and no longer', async (acting) => {
    await acting.hands.choose(acting.page.locator('#links-relation'), 'blockiert');
    await acting.hands.write(acting.page.locator('#links-number'), String(acting.other));
    await go(acting, form(acting, 'links').getByRole('button'));
    await says(acting, `blockiert #${acting.other}`);
    await go(acting, form(acting, 'links/remove').getByRole('button'));
    await says(acting, 'hat die Verknüpfung gelöst');
  }],
  ['add somebody, make them requester, and remove the one before', async (acting) => {
    await acting.hands.write(acting.page.locator('#watchers-address'), 'chefin@kunde.example');
    await go(acting, form(acting, 'watchers').getByRole('button'));
    await go(acting, form(acting, 'watchers/make-requester').getByRole('button'));
    expect(await acting.page.locator('.people ul').first().textContent()).toContain('chefin@kunde.example');
    await go(acting, form(acting, 'watchers/remove').filter({ has: acting.page.locator('[value=cc]') }).getByRole('button'));
    expect(await acting.page.locator('.people').textContent()).not.toContain('Kunde');
  }],
  ['write a note about the requester', async (acting) => {
    await acting.hands.write(acting.page.locator('#note-note'), 'Ruft lieber an.');
    await go(acting, form(acting, 'note').getByRole('button'));
    await says(acting, 'Ruft lieber an.');
  }],
  ['comment', async (acting) => {
    await acting.hands.write(acting.page.locator('#comment-text'), 'Nur unter uns.');
    await go(acting, form(acting, 'comments').getByRole('button', { name: 'Intern kommentieren' }));
    expect(await acting.page.locator('.history .comment').textContent()).toContain('Nur unter uns.');
  }],
  ['keep a draft, send it to somebody once as well, and take it back', async (acting) => {
    const { page, hands } = acting;
    await hands.write(page.locator('#reply-text'), 'Ist unterwegs.');
    await go(acting, form(acting, 'replies').getByRole('button', { name: 'Entwurf speichern' }));
    expect(await page.locator('#reply-text').inputValue()).toBe('Ist unterwegs.');
    await hands.write(page.locator('#reply-once'), 'spedition@anderswo.example');
    await go(acting, form(acting, 'replies').locator('.send button'));
    await says(acting, 'Wird gleich versandt');
    await undo(acting);
    expect(await page.locator('#reply-text').inputValue()).toBe('Ist unterwegs.');
  }],
  ['split a text off, forward it, and follow the ticket up', async (acting) => {
    const { page, hands, number } = acting;
    await go(acting, page.locator('#article-1').getByRole('link', { name: 'Abtrennen' }));
    await go(acting, page.getByRole('button', { name: 'Abtrennen' }));
    await page.goto(`/tickets/${number}`);
    await says(acting, 'wurde aufgeteilt in');
    await go(acting, page.locator('#article-1').getByRole('link', { name: 'Weiterleiten' }));
    await hands.write(page.locator('#to'), 'hersteller@anderswo.example');
    await go(acting, page.getByRole('button', { name: 'Weiterleiten' }));
    await page.goto(`/tickets/${number}`);
    await says(acting, 'fragt draußen nach in');
    await go(acting, page.getByRole('link', { name: 'Neuer Vorgang als Fortsetzung' }));
    await hands.write(page.locator('[name=text]'), 'Weiter geht es.');
    await go(acting, page.locator('main form button.main'));
    await page.goto(`/tickets/${number}`);
    await says(acting, 'wird fortgesetzt in');
  }],
  ['turn the history around, and print it', async (acting) => {
    const { page } = acting;
    await go(acting, page.getByRole('button', { name: /Umdrehen/ }));
    await says(acting, 'Ältestes zuerst');
    await go(acting, page.getByRole('button', { name: /Umdrehen/ }));
    await go(acting, page.getByRole('link', { name: 'Druckansicht' }));
    expect(page.url()).toContain('/print');
  }],
];

const inWriting: Act[] = [
  ['set a due date in words, and is told what is none', async (acting) => {
    const { page, hands } = acting;
    await hands.write(page.locator('#due-due'), 'übermorgen vielleicht');
    await go(acting, form(acting, 'due').getByRole('button'));
    expect(await page.locator('#due-due-error').isVisible()).toBe(true);
    await hands.write(page.locator('#due-due'), '1.12.2027 9:30');
    await go(acting, form(acting, 'due').getByRole('button'));
    await says(acting, '01.12.2027, 09:30');
  }],
  ['insert a canned answer, and preview it', async (acting) => {
    const { page, hands } = acting;
    await hands.choose(page.locator('#reply-canned'), '::neustart');
    const insert = form(acting, 'replies').getByRole('button', { name: 'Einfügen' });
    await hands.press(insert);
    await expect.poll(() => page.locator('#reply-text').inputValue()).toMatch(/^Guten Tag Kunde \d+, bitte starten Sie neu\.$/);
    await hands.press(form(acting, 'replies').getByRole('button', { name: 'Vorschau' }));
    await expect.poll(() => page.locator('.preview').first().textContent()).toContain('bitte starten Sie neu.');
  }],
  ['write down the time spent', async (acting) => {
    const { page, hands } = acting;
    await hands.write(page.locator('#comment-text'), 'Nachgesehen.');
    await hands.write(form(acting, 'comments').locator('[name=minutes]'), '1:30');
    await go(acting, form(acting, 'comments').getByRole('button', { name: 'Intern kommentieren' }));
    await says(acting, '1 Std. 30 Min.');
  }],
  ['let a ticket wait until a moment in words, and end that', async (acting) => {
    const { page, hands } = acting;
    await hands.write(page.locator('#wait-until'), 'in 3 Tagen');
    await go(acting, form(acting, 'wait').getByRole('button'));
    expect(await page.locator('.ticket-head').textContent()).toContain('wartet');
    await undo(acting);
    expect(await page.locator('.ticket-head').textContent()).not.toContain('wartet');
  }],
];

const besides: Act[] = [
  ['send files, forward them to somebody outside, and find the answer', async (acting) => {
    const { page, hands, number } = acting;
    const box = form(acting, 'replies');
    const manufacturer = `hersteller${number}@anderswo.example`;
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), hands.press(box.locator('input[type=file]'))]);
    await chooser.setFiles([{ name: 'gewählt.txt', mimeType: 'text/plain', buffer: Buffer.from('gewählt') }]);
    if (acting.drops) await dropAndPaste(page);
    await hands.write(page.locator('#reply-text'), 'Anbei.');
    await go(acting, box.locator('.send button.main'));
    const sent = acting.drops ? ['gewählt.txt', 'gezogen.txt', 'eingefügt.txt'] : ['gewählt.txt'];
    await says(acting, ...sent);

    await go(acting, page.locator('.history .entry', { hasText: 'Anbei.' }).getByRole('link', { name: 'Weiterleiten' }));
    await hands.write(page.locator('#to'), manufacturer);
    await go(acting, page.getByRole('button', { name: 'Weiterleiten' }));
    const letter = await mailTo(at.desk, manufacturer);
    expect(letter.attachments.map((file) => file.filename)).toEqual(sent);
    await sendMail(at.desk, { from: manufacturer, to: letter.replyTo ?? '', subject: `AW: ${letter.subject}`, text: 'Das Netzteil ist schuld.' });
    await page.goto(`/tickets/${number}`);
    await says(acting, 'auf das Weitergeleitete geantwortet');
    await go(acting, page.getByRole('link', { name: 'Antwort lesen' }));
    await says(acting, 'Das Netzteil ist schuld.');
  }],
  ['call a colleague by name in a comment', async (acting) => {
    const { page, hands } = acting;
    await hands.write(page.locator('#comment-text'), acting.script ? 'Bitte @Carl' : 'Bitte @Carl Cramer');
    if (acting.script) await hands.press(form(acting, 'comments').locator('.calls button').filter({ hasText: 'Carl Cramer', visible: true }));
    await go(acting, form(acting, 'comments').getByRole('button', { name: 'Intern kommentieren' }));
    expect(await page.locator('.history .comment .mention').first().textContent()).toBe('@Carl Cramer');
  }],
  ['keep a draft and throw it away', async (acting) => {
    const { page, hands } = acting;
    await hands.write(page.locator('#reply-text'), 'Doch nicht.');
    await go(acting, form(acting, 'replies').getByRole('button', { name: 'Entwurf speichern' }));
    await go(acting, form(acting, 'replies').getByRole('button', { name: 'Entwurf verwerfen' }));
    expect(await page.locator('#reply-text').inputValue()).toBe('');
  }],
  ['link two tickets in other ways, and take the last one back', async (acting) => {
    const { page, hands, other } = acting;
    const before = await form(acting, 'links/remove').count();
    for (const how of ['gehört zu', 'folgt auf']) {
      await hands.choose(page.locator('#links-relation'), how);
      await hands.write(page.locator('#links-number'), String(other));
      await go(acting, form(acting, 'links').getByRole('button'));
      await says(acting, `${how} #${other}`);
    }
    expect(await form(acting, 'links/remove').count()).toBe(before + 2);
    await undo(acting);
    expect(await form(acting, 'links/remove').count()).toBe(before + 1);
  }],
  ['unfold what was done, and read the next ticket of the list', async (acting) => {
    const { page, hands, number, other } = acting;
    await hands.press(page.locator('.quiet > summary').first());
    expect(await page.locator('.quiet ul').first().isVisible()).toBe(true);
    await page.goto('/desk?view=open&sort=number');
    await go(acting, page.locator(`#ticket-${other} .c-subject a`));
    await go(acting, page.getByRole('link', { name: 'Nächster' }));
    expect(new URL(page.url()).pathname).toBe(`/tickets/${number}`);
    await go(acting, page.getByRole('link', { name: 'Zur Liste' }));
    expect(page.url()).toContain('view=open');
  }],
  ['turn single keys off and on', async (acting) => {
    const { page } = acting;
    await page.goto('/profile');
    const keys = page.locator('main form[action="/profile/keys"]').getByRole('button');
    await go(acting, keys);
    expect(await page.locator('body').getAttribute('data-keys')).toBe('off');
    await go(acting, keys);
    expect(await page.locator('body').getAttribute('data-keys')).toBe('on');
  }],
];

/** As a browser tells of a file that is let go over the box, and of one that is pasted into it. */
async function dropAndPaste(page: Page): Promise<void> {
  await page.evaluate(`{
    const files = (name) => {
      const files = new DataTransfer();
      files.items.add(new File([name], name, { type: 'text/plain' }));
      return files;
    };
    const box = document.getElementById('reply-text');
    for (const kind of ['dragover', 'drop']) box.dispatchEvent(new DragEvent(kind, { dataTransfer: files('gezogen.txt'), bubbles: true, cancelable: true }));
    box.dispatchEvent(new ClipboardEvent('paste', { clipboardData: files('eingefügt.txt'), bubbles: true, cancelable: true }));
  }`);
}

const inList: Act[] = [
  ['sort, choose columns, which stay, and keep the list as a view', async (acting) => {
    const { page, hands } = acting;
    await page.goto('/desk?view=open');
    await go(acting, page.getByRole('link', { name: 'Auftraggeber' }));
    expect(await page.locator('th[aria-sort]').textContent()).toContain('Auftraggeber');
    await hands.press(page.locator('[name=columns][value=queue]'));
    await go(acting, page.locator('.columns').getByRole('button', { name: 'Zeigen' }));
    await page.goto('/desk?view=open');
    const shown = await page.locator('th.c-queue').count();
    await hands.press(page.locator('[name=columns][value=queue]'));
    await go(acting, page.locator('.columns').getByRole('button', { name: 'Zeigen' }));
    expect([shown, await page.locator('th.c-queue').count()]).toEqual([1, 0]);

    await hands.write(page.locator('#view-name'), 'Lieblinge');
    await go(acting, page.locator('form[action="/desk/views"]').getByRole('button'));
    expect(await page.locator('.views [aria-current]').textContent()).toContain('Lieblinge');
    await hands.write(page.locator('#kept-name'), 'Favoriten');
    await go(acting, page.locator('.columns form', { has: page.locator('#kept-name') }).getByRole('button'));
    expect(await page.locator('.views [aria-current]').textContent()).toContain('Favoriten');
    await go(acting, page.locator('form.forget button'));
    expect(await page.locator('.views').textContent()).not.toContain('Favoriten');
  }],
  ['search with filters; a number leads to its ticket', async (acting) => {
    const { page, hands, number } = acting;
    await page.goto('/desk');
    await hands.write(page.locator('input[type=search]'), 'Anliegen ist:offen');
    await go(acting, page.getByRole('button', { name: 'Suchen' }));
    expect(await page.locator('.tickets mark').first().textContent()).toBe('Anliegen');
    await hands.write(page.locator('input[type=search]'), `#${number}`);
    await go(acting, page.getByRole('button', { name: 'Suchen' }));
    expect(new URL(page.url()).pathname).toBe(`/tickets/${number}`);
  }],
  ['change selected tickets after a preview, and undo that', async (acting) => {
    const { page, hands, number, other } = acting;
    await page.goto('/desk?view=open');
    for (const one of [number, other]) await hands.press(page.locator(`#ticket-${one} input[type=checkbox]`));
    await hands.choose(page.locator('#bulk select'), 'wartet');
    await go(acting, page.getByRole('button', { name: 'Ausgewählte' }));
    expect(await page.locator('.tickets tbody tr').count()).toBe(2);
    await go(acting, page.locator('main form button.main'));
    await says(acting, `#${number}`);
    await go(acting, page.locator('.view form.row').getByRole('button'));
    await page.goto(`/tickets/${number}`);
    expect(await page.locator('.ticket-head .status').textContent()).not.toContain('wartet');
  }],
];

/** Who does all of it at this pace sends too many forms (SW20): each part is done by somebody else of that name. */
async function agentActing(handsOn: (page: Page) => Hands, script: boolean): Promise<Acting> {
  hired += 1;
  const address = `anna-${hired}@dtnet.de`;
  await admin.goto('/admin/people');
  await send(admin, '/admin/people', { address, name: 'Anna Berger', role: 'agent' });
  const context = await at.chromium.newContext({ baseURL: at.desk.url, locale: 'de-DE', timezoneId: 'Europe/Berlin', javaScriptEnabled: script });
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  await setFirstPassword(page, at.desk, address);
  await signIn(page, address);
  return { page, hands: handsOn(page), number: await aTicket(), other: await aTicket(), script, drops: script && handsOn === mouse };
}

describe.each(ways)('an agent, %s, can', (_, handsOn, script) => {
  let acting: Acting;
  beforeAll(async () => {
    acting = await agentActing(handsOn, script);
  });

  test.each(onTicket)('%s (W01, W09)', async (_, act) => {
    await acting.page.goto(`/tickets/${acting.number}`);
    await act(acting);
  });

  test.each(inList)('%s (W01, W09)', async (_, act) => act(acting));
});

describe.each(ways)('an agent who writes, %s, can', (_, handsOn, script) => {
  let acting: Acting;
  beforeAll(async () => {
    acting = await agentActing(handsOn, script);
  });

  test.each(inWriting)('%s (W01, W09)', async (_, act) => {
    await acting.page.goto(`/tickets/${acting.number}`);
    await act(acting);
  });
});

describe.each(ways)('an agent, %s, can also', (_, handsOn, script) => {
  let acting: Acting;
  beforeAll(async () => {
    acting = await agentActing(handsOn, script);
  });

  test.each(besides)('%s (W01, W09)', async (_, act) => {
    await acting.page.goto(`/tickets/${acting.number}`);
    await act(acting);
  });
});
