/** What the desk does by the clock. */

/** Each has its name in `text/`, and its row from a migration. */
export const jobNames = ['ledgerCheck', 'digests', 'readdressing', 'export', 'exportRest'] as const;
export type JobName = (typeof jobNames)[number];

/** cron expressions, in UTC, as in wrangler.toml: the platform calls with one of them. */
export const crons = { hourly: '17 * * * *', nightly: '43 1 * * *' } as const;

/** What a job counted, by names of its own. */
export type Figures = Record<string, number>;

/** The platform ends what runs longer. */
export const LONGEST_RUN_MS = 15 * 60_000;
