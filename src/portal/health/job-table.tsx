import type { FC } from 'hono/jsx';
import { isCutOff, type JobVitals } from '../../rules/health.ts';
import type { Reader } from '../parts/layout.tsx';
import { Moment } from '../parts/moment.tsx';
import type { Clock } from '../parts/times.ts';

type JobTableProps = { jobs: JobVitals[]; clockRuns: boolean; reader: Reader; now: Clock };

/** What the desk does by the clock, and how it went last. */
export const JobTable: FC<JobTableProps> = ({ jobs, clockRuns, reader, now }) => {
  const words = reader.text.portal.health;
  return (
    <section class="another">
      <h2>{words.jobsTitle}</h2>
      {!clockRuns && <p class="hint">{words.noClock}</p>}
      <table class="ledger dense" role="table" aria-label={words.jobsTitle}>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">{words.columns.job}</th>
            <th role="columnheader" scope="col">{words.columns.began}</th>
            <th role="columnheader" scope="col">{words.columns.took}</th>
            <th role="columnheader" scope="col">{words.columns.outcome}</th>
            <th role="columnheader" scope="col">{words.columns.counted}</th>
          </tr>
        </thead>
        <tbody role="rowgroup">{jobs.map((job) => <Job job={job} reader={reader} now={now} />)}</tbody>
      </table>
    </section>
  );
};

const Job: FC<{ job: JobVitals; reader: Reader; now: Clock }> = ({ job, reader: { text }, now }) => {
  const words = text.portal.health;
  const counted = Object.entries(job.figures).filter(([, count]) => count > 0).map(([name, count]) => `${words.figures[name] ?? name} ${count}`);
  return (
    <tr role="row">
      <td role="cell" class="c-what">{words.jobs[job.name]}</td>
      <td role="cell" class="c-what">{job.startedAt === null ? <>{words.neverRan} <Moment instant={job.knownAt} now={now} look="entry" /></> : <Moment instant={job.startedAt} now={now} look="entry" />}</td>
      <td role="cell" class="c-size">{job.startedAt !== null && job.endedAt !== null && words.seconds((job.endedAt - job.startedAt) / 1000)}</td>
      <td role="cell" class="c-what"><Outcome job={job} reader={{ text }} now={now} /></td>
      <td role="cell" class="c-what">{counted.join(' · ')}</td>
    </tr>
  );
};

const Outcome: FC<{ job: JobVitals; reader: Pick<Reader, 'text'>; now: Clock }> = ({ job, reader: { text }, now }) => {
  const words = text.portal.health;
  if (job.startedAt === null) return null;
  if (job.endedAt === null && !isCutOff(job, now.at)) return <>{words.underWay}</>;
  if (job.endedAt !== null && job.fault === null) return <>{words.wentWell}</>;
  return (
    <>
      {job.endedAt === null ? words.cutOff : <>{words.failed} <span class="why">{job.fault}</span></>}
      {job.wellAt !== null && <span class="why">{words.lastWell} <Moment instant={job.wellAt} now={now} look="entry" /></span>}
    </>
  );
};
