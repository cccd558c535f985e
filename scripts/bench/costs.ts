/** What work costs at most. test/worker/costs.test.ts counts it and holds it to that: the first four exactly, rows as a bound. */

/**
 * `queries`: round trips to D1, a batch being one; `calls`: requests to objects, alarms among them; `stored` and `fetched`: operations of
 * R2 of class A and B. Rows as the platform counts them, those of indexes among them.
 */
export type Cost = { queries: number; calls: number; stored: number; fetched: number; rowsRead: number; rowsWritten: number; objectRowsRead: number; objectRowsWritten: number };

/** By mail or in the portal; a letter is what an alarm does for one that is due. */
export type Costly = 'new mail' | 'acknowledgement' | 'reply by mail' | 'letter about a reply' | 'answer in the portal' | 'letter with an answer' | 'ticket page, agent' | 'ticket page, customer' | 'list of the desk' | 'search of the desk' | 'own tickets' | 'own search';

const page = { stored: 0, fetched: 0, rowsWritten: 0, objectRowsWritten: 0 };

export const costs: Record<Costly, Cost> = {
  'new mail': { queries: 4, calls: 2, stored: 1, fetched: 0, rowsRead: 70, rowsWritten: 65, objectRowsRead: 170, objectRowsWritten: 40 },
  acknowledgement: { queries: 2, calls: 2, stored: 0, fetched: 0, rowsRead: 20, rowsWritten: 10, objectRowsRead: 200, objectRowsWritten: 10 },
  'reply by mail': { queries: 3, calls: 2, stored: 1, fetched: 0, rowsRead: 80, rowsWritten: 45, objectRowsRead: 270, objectRowsWritten: 18 },
  'letter about a reply': { queries: 2, calls: 2, stored: 0, fetched: 0, rowsRead: 30, rowsWritten: 15, objectRowsRead: 250, objectRowsWritten: 10 },
  'answer in the portal': { queries: 2, calls: 3, stored: 0, fetched: 0, rowsRead: 80, rowsWritten: 40, objectRowsRead: 300, objectRowsWritten: 40 },
  'letter with an answer': { queries: 2, calls: 2, stored: 0, fetched: 0, rowsRead: 30, rowsWritten: 15, objectRowsRead: 300, objectRowsWritten: 10 },
  'ticket page, agent': { ...page, queries: 2, calls: 1, rowsRead: 40, objectRowsRead: 200 },
  'ticket page, customer': { ...page, queries: 2, calls: 1, rowsRead: 10, objectRowsRead: 200 },
  'list of the desk': { ...page, queries: 2, calls: 0, rowsRead: 60, objectRowsRead: 0 },
  'search of the desk': { ...page, queries: 2, calls: 0, rowsRead: 60, objectRowsRead: 0 },
  'own tickets': { ...page, queries: 2, calls: 0, rowsRead: 20, objectRowsRead: 0 },
  'own search': { ...page, queries: 2, calls: 0, rowsRead: 20, objectRowsRead: 0 },
};
