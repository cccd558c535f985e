/** `GET /healthz` for admins, and `/healthz.json`: how the desk is, with all that is known of it. */

import type { Context } from 'hono';
import { accepts } from 'hono/accepts';
import type { Child, FC } from 'hono/jsx';
import { ailmentsOf, concernsOf, type Ailment, type JobVitals, type MailVitals, type Vitals } from '../../rules/health.ts';
import { troubles, type Trouble } from '../../rules/letter-trouble.ts';
import { troubleTotals } from '../../ticket-index/troubled-letters.ts';
import { AdminNav } from '../admin/admin-nav.tsx';
import { Heading } from '../parts/heading.tsx';
import { Layout, type Reader } from '../parts/layout.tsx';
import { Moment } from '../parts/moment.tsx';
import { Notice } from '../parts/notice.tsx';
import type { Clock } from '../parts/times.ts';
import type { PortalEnv } from '../portal-env.ts';
import { clockOf, readerOf } from '../reader.ts';
import { lacksSecondFactor } from '../session.ts';
import { JobTable } from './job-table.tsx';
import { plainHealth } from './plain-health.ts';
import { readVitals } from './vitals.ts';

type Health = { ailments: Ailment[]; concerns: Ailment[]; vitals: Vitals; letters: Record<Trouble, number> };

/** As a page, or as JSON where that is asked for. For everybody but admins what monitors get. */
export async function showHealth(c: Context<PortalEnv>) {
  if (c.var.person?.role !== 'admin' || lacksSecondFactor(c)) return plainHealth(c);
  if (accepts(c, { header: 'Accept', supports: ['text/html', 'application/json'], default: 'text/html' }) === 'application/json') return healthJson(c);
  return c.html(<HealthPage reader={readerOf(c)} now={clockOf(c)} health={await readHealth(c)} />);
}

/** 503 where a monitor gets it too. Instants in ISO 8601. */
export async function healthJson(c: Context<PortalEnv>) {
  const { ailments, concerns, vitals: { mails, jobs }, letters } = await readHealth(c);
  const well = ailments.length === 0;
  return c.json({ well, ailments, concerns, at: iso(c.var.at), mails: mailsAsJson(mails), letters, jobs: jobs.map(jobAsJson) }, well ? 200 : 503, { 'Cache-Control': 'no-store' });
}

async function readHealth(c: Context<PortalEnv>): Promise<Health> {
  const [vitals, letters] = await Promise.all([readVitals(c.env, c.var.settings, c.var.at), troubleTotals(c.env.DB)]);
  return { ailments: ailmentsOf(vitals, c.var.at), concerns: concernsOf(vitals, letters), vitals, letters };
}

function mailsAsJson({ oldestAtWork, oldestAtDoor, lastReceived, ...counts }: MailVitals) {
  return { ...counts, oldestAtWork: iso(oldestAtWork), oldestAtDoor: iso(oldestAtDoor), lastReceived: iso(lastReceived) };
}

function jobAsJson({ name, knownAt, startedAt, endedAt, wellAt, fault, figures }: JobVitals) {
  return { name, knownAt: iso(knownAt), startedAt: iso(startedAt), endedAt: iso(endedAt), wellAt: iso(wellAt), fault, figures };
}

function iso(instant: number | null): string | null {
  return instant === null ? null : new Date(instant).toISOString();
}

const HealthPage: FC<{ reader: Reader; now: Clock; health: Health }> = ({ reader, now, health: { ailments, concerns, vitals, letters } }) => {
  const words = reader.text.portal.health;
  const all = [...ailments, ...concerns];
  return (
    <Layout {...reader} title={words.title} here="/healthz" width="wide">
      <AdminNav page="health" text={reader.text} />
      <Heading title={words.title} lead={words.lead} />
      {all.length === 0 ? <Notice tone="good"><p>{words.well}</p></Notice> : all.map((ailment) => <Notice tone={ailments.includes(ailment) ? 'wrong' : 'careful'}><p>{says(ailment, reader)}</p></Notice>)}
      <section class="another">
        <h2>{words.counts}</h2>
        <Counts mails={vitals.mails} letters={letters} reader={reader} now={now} />
      </section>
      <JobTable jobs={vitals.jobs} clockRuns={vitals.clockRuns} reader={reader} now={now} />
      <p class="another hint">{words.monitors} <a href="/healthz.json">JSON</a></p>
    </Layout>
  );
};

const Counts: FC<{ mails: MailVitals; letters: Record<Trouble, number>; reader: Reader; now: Clock }> = ({ mails, letters, reader: { text }, now }) => {
  const { rows, since, never, ...words } = text.portal.health;
  const oldest = (instant: number | null) => instant !== null && <span class="why">{since} <Moment instant={instant} now={now} look="entry" /></span>;
  return (
    <table class="ledger dense" role="table" aria-label={words.counts}>
      <tbody role="rowgroup">
        <Row name={rows.lastReceived}>{mails.lastReceived === null ? never : <Moment instant={mails.lastReceived} now={now} look="entry" />}</Row>
        <Row name={rows.atWork} href="/desk/intake?outcome=received">{mails.atWork} {oldest(mails.oldestAtWork)}</Row>
        <Row name={rows.atDoor} href="/desk/door">{mails.atDoor} {oldest(mails.oldestAtDoor)}</Row>
        <Row name={rows.missing}>{mails.missing}</Row>
        <Row name={rows.changed}>{mails.changed}</Row>
        <Row name={rows.unstamped}>{mails.unstamped}</Row>
        {troubles.map((trouble) => <Row name={words.letters(text.portal.troubles.kinds[trouble])} href="/desk/letters">{letters[trouble]}</Row>)}
      </tbody>
    </table>
  );
};

const Row: FC<{ name: string; href?: string; children?: Child }> = ({ name, href, children }) => (
  <tr role="row">
    <td role="cell">{href === undefined ? name : <a href={href}>{name}</a>}</td>
    <td role="cell" class="c-size">{children}</td>
  </tr>
);

function says(ailment: Ailment, { text: { portal: { health } } }: Reader): string {
  switch (ailment.kind) {
    case 'mailsWait':
    case 'mailsMissing':
    case 'mailsChanged':
    case 'mailsLeft':
    case 'mailsUnstamped':
      return health.says[ailment.kind](ailment.mails);
    case 'lettersFailed':
      return health.says.lettersFailed(ailment.letters);
    case 'jobFails':
    case 'jobLate':
    case 'jobNeverRan':
      return health.says[ailment.kind](health.jobs[ailment.job]);
  }
}
