/** A mail in an agent's name that is not taken as theirs. */

import { env } from 'cloudflare:workers';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { findIntake, type IntakeRow } from '../../src/directory/intake.ts';
import { setQueues } from '../../src/directory/people.ts';
import { intakeKey } from '../../src/inbound/raw-mails.ts';
import { receiveMail } from '../../src/inbound/receive.ts';
import { settings } from '../../src/settings-of-worker.ts';
import { asBrought, bringToTicket, bytesOf, plainMail, stamped } from './inbox.ts';
import { signedIn } from './portal-visitor.ts';

type Letter = { to: string; subject: string; text: string };

let sent: Letter[] = [];
const MAIL: SendEmail = { send: async (letter: object) => ({ messageId: `<${sent.push(JSON.parse(JSON.stringify(letter)))}@test>` }) };
let number: number;

beforeAll(async () => {
  await signedIn('anna@dtnet.de', 'agent');
  number = await bringToTicket(plainMail({ from: 'max@kunde.example', subject: 'Drucker' }));
});

beforeEach(async () => {
  sent = [];
  await env.DB.exec('delete from tallies');
});

/** A mail with the ticket's tag, and all account letters that it causes in `sent`. */
async function inNameOf(from: string, dmarc: 'pass' | 'none' = 'pass'): Promise<IntakeRow | null> {
  const bytes = bytesOf(stamped(plainMail({ from, subject: `[dtnet.de #${number}] dringend`, text: 'Bitte erledigen, Kennwort 4711.' }), { dmarc }));
  await brought(bytes, from);
  return findIntake(env.DB, await intakeKey(bytes));
}

async function brought(bytes: Uint8Array<ArrayBuffer>, from: string): Promise<void> {
  await receiveMail(asBrought(bytes, { from, to: 'support@dtnet.de' }), { ...env, MAIL }, { ...settings, mailAuthentication: 'cloudflare' }, Date.now());
}

test('the agent is told, at their own address and without a word of it, for it may be forged (A07)', async () => {
  expect(await inNameOf('anna@dtnet.de')).toMatchObject({ outcome: 'door', reason: 'agentWithoutKey' });

  expect(sent.map(({ to }) => to)).toEqual(['anna@dtnet.de']);
  expect(sent[0]?.text).toContain('/desk/door/');
  for (const part of ['4711', 'dringend']) expect(`${sent[0]?.subject} ${sent[0]?.text}`).not.toContain(part);
});

test('the agent is told once a day, however many there are (A07, SL01)', async () => {
  await inNameOf('anna@dtnet.de');
  await inNameOf('anna@dtnet.de', 'none');

  expect(sent).toHaveLength(1);
});

test('the agent is told once of a mail that comes twice at the same time (A07, T10)', async () => {
  const bytes = bytesOf(stamped(plainMail({ from: 'anna@dtnet.de', subject: `[dtnet.de #${number}] zweimal` })));
  await Promise.all([brought(bytes, 'anna@dtnet.de'), brought(bytes, 'anna@dtnet.de')]);

  expect(sent).toHaveLength(1);
});

test('an agent whose queue was taken from them is told that this is why (A07, SJ07)', async () => {
  const bert = await signedIn('bert@dtnet.de', 'agent');
  await bert.post(`/tickets/${number}/comments`, { text: 'Ich kümmere mich.' });
  await setQueues(env.DB, bert.person.id, [99]);

  expect(await inNameOf('bert@dtnet.de')).toMatchObject({ outcome: 'door', reason: 'notOfQueue' });

  expect(sent.map(({ to }) => to)).toEqual(['bert@dtnet.de']);
  expect(sent[0]?.text.replaceAll(/\s+/g, ' ')).toContain('do not work in its queue');
  expect(sent[0]?.text).not.toContain('/desk/door/');
});

test('a customer is told nothing of the kind (A05)', async () => {
  expect(await inNameOf('max@kunde.example', 'none')).toMatchObject({ outcome: 'door' });

  expect(sent.filter(({ subject }) => /in your name|in Ihrem Namen/.test(subject))).toEqual([]);
});
