/** What a thousand tickets cost on the platform at the margin, from what work costs. */

import { costs, type Cost, type Costly } from './costs.ts';

/** Dollars a million, paid plan, as published in autumn 2026; what its five dollars a month include is not taken off. CPU is by the millisecond. */
export const prices = { request: 0.3, cpuMs: 0.02, call: 0.15, rowRead: 0.001, rowWritten: 1, stored: 4.5, fetched: 0.36, letter: 350 } as const;

/** A ticket as most are: a request and three replies by mail, three answers in the portal, and everybody who looks. */
export const usual: Record<Costly, number> = {
  'new mail': 1,
  acknowledgement: 1,
  'reply by mail': 3,
  'letter about a reply': 3,
  'answer in the portal': 3,
  'letter with an answer': 3,
  'ticket page, agent': 10,
  'ticket page, customer': 3,
  'list of the desk': 10,
  'search of the desk': 1,
  'own tickets': 2,
  'own search': 0,
};

/** Of those, letters to customers and to agents. */
const LETTERS = 7;
/** Of the Worker and the objects together, for one piece of work; generous. */
const CPU_MS = 20;

export type Bill = { what: string; units: number; dollars: number }[];

/** For a thousand tickets, without what they take up, which grows with the years. */
export function billFor(tickets = 1000): Bill {
  const sum = (count: (cost: Cost) => number) => tickets * Object.entries(usual).reduce((all, [work, times]) => all + times * count(costOf(work)), 0);
  const pieces = tickets * Object.values(usual).reduce((all, times) => all + times, 0);
  const lines: [string, number, number][] = [
    ['letters', tickets * LETTERS, prices.letter],
    ['rows written in objects', sum((cost) => cost.objectRowsWritten), prices.rowWritten],
    ['rows written in D1', sum((cost) => cost.rowsWritten), prices.rowWritten],
    ['mails and files stored in R2', sum((cost) => cost.stored), prices.stored],
    ['CPU, milliseconds', pieces * CPU_MS, prices.cpuMs],
    ['calls of objects', sum((cost) => cost.calls), prices.call],
    ['requests and mails', pieces, prices.request],
    ['rows read', sum((cost) => cost.rowsRead + cost.objectRowsRead), prices.rowRead],
  ];
  return lines.map(([what, units, price]) => ({ what, units, dollars: (units * price) / 1_000_000 }));
}

function costOf(work: string): Cost {
  const found = Object.entries(costs).find(([name]) => name === work)?.[1];
  if (found === undefined) throw new Error(`Nobody counted ${work}`);
  return found;
}
