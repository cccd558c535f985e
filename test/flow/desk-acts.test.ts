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

type Acting = { page: Page; hands: Hands; number: number; other: number };
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
    await go(acting, page.locator('form.forget').getByRole('button'));
    expect(await page.locator('.views').textContent()).not.toContain('Lieblinge');
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
  return { page, hands: handsOn(page), number: await aTicket(), other: await aTicket() };
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
