import { env } from 'cloudflare:workers';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { saveProfile } from '../../src/directory/profile.ts';
import { disable, setQueues } from '../../src/directory/people.ts';
import { defaultChoices } from '../../src/rules/letter-choices.ts';
import { crons } from '../../src/rules/jobs.ts';
import { readRuns } from '../../src/scheduled/job-runs.ts';
import { doScheduled } from '../../src/scheduled/jobs.ts';
import { sendDigests } from '../../src/scheduled/send-digests.ts';
import { settings } from '../../src/settings-of-worker.ts';
import { address } from '../support/builders.ts';
import { anna, bring, bringToTicket, plainMail, ticketPage } from './inbox.ts';
import { personWith, signedIn } from './portal-visitor.ts';

const max = 'max@kunde.example';
const DAY_MS = 86_400_000;
/** Seven and a quarter in Berlin, on days after everything that is brought here. */
const morning = (days: number) => Math.ceil(Date.now() / DAY_MS + days) * DAY_MS + 6.3 * 3_600_000;

let sent: { to: string; subject: string; text: string; headers: EmailMessageBuilder['headers'] }[] = [];

/** The desk with a mailer that says what `answer` does; what it takes is in `sent`. */
function desk(answer: () => void = () => undefined): Env {
  const send = async (letter: EmailMessage | EmailMessageBuilder) => {
    answer();
    if (!('subject' in letter)) throw new Error('We build no mails ourselves');
    sent.push({ to: String(letter.to), subject: letter.subject, text: letter.text ?? '', headers: letter.headers });
    return { messageId: `<${sent.length}@test>` };
  };
  return { ...env, MAIL: { send } };
}

const refused = (code: string) => () => {
  throw code === '' ? new Error('Network connection lost') : Object.assign(new Error(code), { code });
};

beforeAll(async () => {
  const bert = await signedIn('bert@dtnet.de', 'agent');
  await saveProfile(env.DB, bert.person.id, { name: 'Bert', language: 'en', zone: null, signatureDe: '', signatureEn: '', letters: { ...defaultChoices, new: 'digest' } });
  await signedIn(anna.address, 'agent');
});

beforeEach(async () => {
  await env.DB.exec('delete from digests');
  await env.DB.exec('delete from digest_notes');
  sent = [];
});

/** A new ticket, noted for Bert's digest. */
async function noted(subject: string): Promise<number> {
  const number = await bringToTicket(plainMail({ from: `Max Muster <${max}>`, subject }));
  await env.TICKETS.getByName(String(number)).drain();
  return number;
}

describe('the letter of the day', () => {
  test('says what happened, in one letter, once', async () => {
    const [first, second] = [await noted('Erstes'), await noted('Zweites')];

    expect(await sendDigests(desk(), settings, morning(0))).toMatchObject({ sent: 1 });
    expect(await sendDigests(desk(), settings, morning(0) + 3_600_000)).toMatchObject({ sent: 0 });

    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({ to: 'bert@dtnet.de', subject: 'Vorgang: your day, 2 tickets', headers: { 'Auto-Submitted': 'auto-generated', 'List-Unsubscribe': `<${settings.publicUrl}/profile#letters>` } });
    for (const said of [`#${first} Erstes`, `#${second} Zweites`, 'from Max Muster']) expect(sent[0]?.text).toContain(said);
  });

  test('is not written where nothing happened, and not before the morning', async () => {
    expect(await sendDigests(desk(), settings, morning(0))).toMatchObject({ sent: 0, early: 0 });
    await noted('Nachts');

    expect(await sendDigests(desk(), settings, morning(0) - 3_600_000)).toMatchObject({ sent: 0, early: 1 });
    expect(sent).toEqual([]);
  });

  test('has on the next day what is new since', async () => {
    await noted('Gestern');
    await sendDigests(desk(), settings, morning(0));
    const today = await noted('Heute');

    await sendDigests(desk(), settings, morning(1));

    expect(sent[1]?.subject).toBe('Vorgang: your day, 1 ticket');
    expect(sent[1]?.text).toContain(`#${today} Heute`);
  });

  test('does not come by day to whoever had nothing to be told that morning, but the next one', async () => {
    const number = await noted('Am Nachmittag');
    await env.DB.prepare('update digest_notes set at = ?').bind(morning(0) + 8 * 3_600_000).run();

    expect(await sendDigests(desk(), settings, morning(0) + 9 * 3_600_000)).toMatchObject({ sent: 0, nothing: 1 });
    expect(await sendDigests(desk(), settings, morning(1))).toMatchObject({ sent: 1 });
    expect(sent[0]?.text).toContain(`#${number} Am Nachmittag`);
  });

  test('is not sent twice on one day if we died while it was handed over, and loses nothing: it comes the day after', async () => {
    await noted('Verloren?');
    expect(await sendDigests(desk(refused('')), settings, morning(0))).toMatchObject({ inDoubt: 1 });

    expect(await sendDigests(desk(), settings, morning(0) + 3_600_000)).toMatchObject({ sent: 0, done: 1 });
    expect(await sendDigests(desk(), settings, morning(1))).toMatchObject({ sent: 1 });
    expect(sent[0]?.text).toContain('Verloren?');
  });

  test('that the platform does not take now is tried again the same day', async () => {
    await noted('Gleich');

    expect(await sendDigests(desk(refused('E_RATE_LIMIT_EXCEEDED')), settings, morning(0))).toMatchObject({ later: 1 });
    expect(await sendDigests(desk(), settings, morning(0) + 3_600_000)).toMatchObject({ sent: 1 });
  });

  test('says nothing of queues that its reader left, and nothing to somebody disabled (SJ07, P11)', async () => {
    const gone = await signedIn('gone@dtnet.de', 'agent');
    await saveProfile(env.DB, gone.person.id, { name: '', language: 'en', zone: null, signatureDe: '', signatureEn: '', letters: { ...defaultChoices, new: 'digest' } });
    await noted('Nicht mehr');
    await disable(env.DB, gone.person.id, Date.now());
    await setQueues(env.DB, (await personWith('bert@dtnet.de')).id, [99]);

    expect(await sendDigests(desk(), settings, morning(0))).toMatchObject({ sent: 0, nothing: 1 });
    await setQueues(env.DB, (await personWith('bert@dtnet.de')).id, null);
  });

  test('is one of the jobs of every hour', async () => {
    await doScheduled(crons.hourly, env, settings);

    expect(await readRuns(env.DB)).toContainEqual(expect.objectContaining({ name: 'digests', fault: null }));
  });
});

describe('a ticket that becomes overdue', () => {
  test('says so once in its history and to its queue, by the ticket’s own clock (L10)', async () => {
    const long = Date.now() - 30 * DAY_MS;
    const number = await bringToTicket(plainMail({ from: max, subject: 'Lange her' }), { at: long });
    const object = env.TICKETS.getByName(String(number));
    await object.drain();
    await object.drain();

    const told = (await ticketPage(number)).entries.flatMap((entry) => (entry.kind === 'fact' && entry.fact.kind === 'overdue' ? [entry] : []));
    expect(told).toHaveLength(1);
    expect(told[0]?.by).toBe(null);
    expect(told[0]?.letters.filter((letter) => letter.to.address === 'bert@dtnet.de').map(({ kind, state }) => `${kind} ${state}`)).toEqual(['overdue noted']);
    expect((await (await signedIn(max)).get(`/tickets/${number}`)).page).not.toMatch(/bert@|[Oo]verdue since|Überfällig seit/);
  });

  test('is in the digest, with since when', async () => {
    const long = Date.now() - 30 * DAY_MS;
    const number = await bringToTicket(plainMail({ from: max, subject: 'Vergessen' }), { at: long });
    await env.TICKETS.getByName(String(number)).drain();

    await sendDigests(desk(), settings, morning(0));

    const letter = sent.find((one) => one.to === anna.address);
    expect(letter?.text).toMatch(new RegExp(`#${number} Vergessen[^]*overdue since`));
  });

  test('at once is a letter that can be answered by mail (A07, L10)', async () => {
    const eva = await signedIn('eva@dtnet.de', 'agent');
    await saveProfile(env.DB, eva.person.id, { name: 'Eva', language: 'de', zone: null, signatureDe: '', signatureEn: '', letters: { ...defaultChoices, overdue: 'at-once' } });
    const number = await bringToTicket(plainMail({ from: max, subject: 'Dringend' }), { at: Date.now() - 30 * DAY_MS });
    await env.TICKETS.getByName(String(number)).drain();
    const { results } = await env.DB.prepare("select message_id from message_ids where number = ? and origin = 'letter'").bind(number).all<{ message_id: string }>();

    const answers = results.map(({ message_id }) => `In-Reply-To: ${message_id}`);
    const row = await bring(plainMail({ from: 'eva@dtnet.de', subject: 'Re: Dringend', headers: answers.slice(-1) }));

    expect(row).toMatchObject({ outcome: 'filed', number });
    expect((await ticketPage(number)).people).toContainEqual(expect.objectContaining({ address: address('eva@dtnet.de'), role: 'agent' }));
  });
});
