/** A desk with people at it: two agents and a customer, each signed in in a browser of their own. */

import type { Browser, Page } from 'playwright-core';
import { browser } from './browser.ts';
import { type Desk, startDesk } from './desk.ts';
import { mailTo, sendMail } from './local-mail.ts';
import { send, setFirstPassword, signIn, visitor } from './visitor.ts';

export const customer = 'karla@kunde.example';
const [admin, anna, carl] = ['admin@dtnet.de', 'anna@dtnet.de', 'carl@dtnet.de'];

export type StaffedDesk = {
  desk: Desk;
  chromium: Browser;
  annaAt: Page;
  carlAt: Page;
  karlaAt: Page;
  /** What scripts of their pages threw. */
  faults: string[];
  /** Karla mails, and her ticket has this number. */
  openTicket: (subject: string, text?: string) => Promise<number>;
  stop: () => Promise<void>;
};

/** Everybody reads German. The customer has a first ticket. */
export async function staffedDesk(vars: Record<string, string> = {}): Promise<StaffedDesk> {
  const [desk, chromium] = await Promise.all([startDesk({ vars }), browser()]);
  const faults: string[] = [];
  const enter = async (address: string) => {
    const page = await visitor(chromium, desk, 'de-DE');
    page.on('pageerror', (fault) => faults.push(String(fault)));
    await setFirstPassword(page, desk, address);
    await signIn(page, address);
    return page;
  };
  const openTicket = async (subject: string, text = 'Seit heute.') => {
    await sendMail(desk, { from: `Karla Kunde <${customer}>`, to: desk.supportAddress, subject, text });
    return Number(/#(\d+)\]/.exec((await mailTo(desk, customer, subject)).subject)?.[1]);
  };

  const adminAt = await enter(admin);
  for (const [address, name] of [[anna, 'Anna Berger'], [carl, 'Carl Cramer']] as const) {
    await adminAt.goto('/admin/people');
    await send(adminAt, '/admin/people', { address, name, role: 'agent' });
  }
  const [annaAt, carlAt] = [await enter(anna), await enter(carl)];
  await openTicket('Erstes Anliegen');
  const karlaAt = await enter(customer);
  return { desk, chromium, annaAt, carlAt, karlaAt, faults, openTicket, stop: async () => void (await Promise.all([chromium.close(), desk.stop()])) };
}
