/** The door for mails in the real runtime: mails are brought as the platform brings them, and looked at where they ended. */

import { env } from 'cloudflare:workers';
import { findIntake, type IntakeRow } from '../../src/directory/intake.ts';
import { intakeKey } from '../../src/inbound/raw-mails.ts';
import { receiveMail } from '../../src/inbound/receive.ts';
import type { ArticleEntry, OwnPage } from '../../src/rules/page.ts';
import { settings } from '../../src/settings-of-worker.ts';
import { wholePage } from '../../src/ticket/whole-page.ts';
import { address, everywhere } from '../support/builders.ts';

const mails = import.meta.glob<string>('../mails/**/*.eml', { query: '?raw', import: 'default', eager: true });

/** The mail `test/mails/NAME.eml` with its placeholders (`{{number}}`) filled, lines ended as on the wire. */
export function mailNamed(name: string, filled: Record<string, string | number> = {}): string {
  const mail = mails[`../mails/${name}.eml`];
  if (mail === undefined) throw new Error(`There is no test/mails/${name}.eml`);
  return Object.entries(filled)
    .reduce((text, [placeholder, value]) => text.replaceAll(`{{${placeholder}}}`, String(value)), mail)
    .replaceAll(/\r?\n/g, '\r\n');
}

let written = 0;

/** A plain mail; the subject stands in its header as it is given, encoded or folded. */
export function plainMail(mail: { from: string; subject: string; to?: string; text?: string; headers?: string[] }): string {
  written += 1;
  const headers = [`From: ${mail.from}`, `To: ${mail.to ?? 'support@dtnet.de'}`, `Subject: ${mail.subject}`, `Message-ID: <plain-${written}@kunde.example>`];
  return [...headers, ...(mail.headers ?? []), 'MIME-Version: 1.0', 'Content-Type: text/plain; charset=utf-8', '', mail.text ?? `Text ${written}.`, ''].join('\r\n');
}

/** The mail as Cloudflare hands it on: below its trace block, with `dmarc` as its verdict on the From domain. */
export function stamped(raw: string, { dmarc = 'pass', to = 'support@dtnet.de' }: { dmarc?: 'pass' | 'fail' | 'none'; to?: string } = {}): string {
  const domain = /^From:.*@([\w.-]+)/im.exec(raw)?.[1] ?? 'nowhere.example';
  const block = [
    `Received: from mail.example (192.0.2.1) by cloudflare-email.net (cloudflare) id aBcDeF for <${to}>; Tue, 24 Nov 2026 09:00:00 +0000`,
    `Authentication-Results: mx.cloudflare.net; dmarc=${dmarc} header.from=${domain} policy.dmarc=none; spf=none smtp.mailfrom=${domain}`,
    'X-CF-SpamH-Score: 0',
  ];
  return [...block, raw].join('\r\n');
}

/** `limited`: what the sender set in motion before counts (A10, A17). Else it is forgotten: a test brings in a second what a person writes in a month. */
export type Brought = { to?: string; from?: string; at?: number; authentication?: 'cloudflare' | 'off'; limited?: boolean };

export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(new TextEncoder().encode(text));
}

/** The mail as the platform hands it to the Worker. Throws what the sender's server would be told. */
export function asBrought(bytes: Uint8Array<ArrayBuffer>, envelope: { from: string; to: string }): ForwardableEmailMessage {
  const mail = {
    ...envelope,
    headers: new Headers(),
    raw: new Response(bytes).body ?? new ReadableStream(),
    rawSize: bytes.length,
    canBeForwarded: true,
    setReject: (reason: string) => {
      throw new Error(`Rejected: ${reason}`);
    },
    forward: () => Promise.reject(new Error('Nothing is forwarded')),
    reply: () => Promise.reject(new Error('Nothing is replied to')),
  };
  return mail;
}

/** Brings the mail once and returns its row in the ledger. Throws what the sender's server would be told. */
export async function bring(raw: string | Uint8Array<ArrayBuffer>, { to = 'support@dtnet.de', from = 'envelope@kunde.example', at = Date.now(), authentication = 'off', limited = false }: Brought = {}): Promise<IntakeRow> {
  if (!limited) await env.DB.exec('delete from tallies');
  const bytes = typeof raw === 'string' ? bytesOf(raw) : raw;
  await receiveMail(asBrought(bytes, { from, to }), env, { ...settings, mailAuthentication: authentication }, at);
  const row = await findIntake(env.DB, await intakeKey(bytes));
  if (row === null) throw new Error('The mail has no row in the ledger');
  return row;
}

/** The ticket that the mail is on. Throws if it is on none. */
export async function bringToTicket(raw: string | Uint8Array<ArrayBuffer>, brought: Brought = {}): Promise<number> {
  const row = await bring(raw, brought);
  if (row.outcome !== 'filed' || row.number === null) throw new Error(`The mail is not on a ticket: ${row.outcome} ${row.reason}`);
  return row.number;
}

export const anna = { address: address('anna@dtnet.de'), name: 'Anna Agentin', role: 'agent', language: 'de', reach: everywhere } as const;

/** The ticket as an agent sees it. */
export async function ticketPage(number: number, viewer: { address: string; role: 'agent' | 'requester' } = anna): Promise<OwnPage> {
  const page = await wholePage(env, number, { viewer: { address: address(viewer.address), role: viewer.role, reach: everywhere }, at: Date.now() });
  if (page === null) throw new Error(`${viewer.address} sees no ticket ${number}`);
  return page;
}

/** The ticket's articles, oldest first. */
export async function articlesOf(number: number): Promise<ArticleEntry['article'][]> {
  const { entries } = await ticketPage(number);
  return entries.flatMap((entry) => (entry.kind === 'article' ? [entry.article] : [])).reverse();
}
