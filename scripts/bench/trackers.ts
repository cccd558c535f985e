/** What others reach for the same work, mails a second: Request Tracker 5 on a machine of two cores, as issue 6 has it. */
export const trackers: Record<string, number> = { 'new mail of 4 KB, one after another': 2.7, 'new mail of 4 KB, 8 at once': 4.8 };
