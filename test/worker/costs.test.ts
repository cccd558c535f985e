/** What mails, letters and pages cost on an almost empty desk: how that grows with the desk, the bench shows. */

import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { costs, type Cost, type Costly } from '../../scripts/bench/costs.ts';
import worker from '../../src/worker.ts';
import { anna, asBrought, bringToTicket, bytesOf, plainMail } from './inbox.ts';
import { costOf, ringFor, stopCounting } from './meter.ts';
import { signedIn, type Visitor } from './portal-visitor.ts';

const max = 'max@kunde.example';
let agent: Visitor;
let customer: Visitor;
let number: number;

beforeAll(async () => {
  agent = await signedIn(anna.address, 'agent');
  customer = await signedIn(max);
  number = await bringToTicket(plainMail({ from: max, subject: 'Drucker' }));
  await agent.post(`/tickets/${number}/owner`, { owner: anna.address });
  await costOf(() => ringFor(number));
});
afterAll(stopCounting);

describe('a mail costs few round trips, and so do its letters', () => {
  test('a new ticket', async () => {
    const mail = plainMail({ from: 'neu@kunde.example', subject: 'Neu' });

    isWithin('new mail', await costOf(() => receive(mail, 'neu@kunde.example')));
    isWithin('acknowledgement', await costOf(() => ringFor(number + 1)));
  });

  test('a reply', async () => {
    const mail = plainMail({ from: max, subject: `Re: [dtnet.de #${number}] Drucker` });

    isWithin('reply by mail', await costOf(() => receive(mail, max)));
    isWithin('letter about a reply', await costOf(() => ringFor(number)));
  });

  test('an answer in the portal', async () => {
    isWithin('answer in the portal', await costOf(() => agent.post(`/tickets/${number}/replies`, { text: 'Gern.' })));
    isWithin('letter with an answer', await costOf(() => ringFor(number)));
  });
});

test.each([
  ['ticket page, agent', () => agent.get(`/tickets/${number}`)],
  ['ticket page, customer', () => customer.get(`/tickets/${number}`)],
  ['list of the desk', () => agent.get('/desk?view=open')],
  ['search of the desk', () => agent.get('/desk?q=drucker')],
  ['own tickets', () => customer.get('/tickets')],
  ['own search', () => customer.get('/tickets?q=drucker')],
] satisfies [Costly, () => Promise<unknown>][])('%s costs few round trips', async (work, visit) => {
  isWithin(work, await costOf(visit));
});

async function receive(raw: string, from: string): Promise<void> {
  const context = createExecutionContext();
  await worker.email(asBrought(bytesOf(raw), { from, to: 'support@dtnet.de' }), env, context);
  await waitOnExecutionContext(context);
}

/** Round trips exactly, for each is time somebody waits; rows at most. */
function isWithin(work: Costly, counted: Cost): void {
  const { queries, calls, stored, fetched, ...most } = costs[work];
  expect(counted, work).toMatchObject({ queries, calls, stored, fetched });
  for (const [rows, bound] of Object.entries(most)) expect(Reflect.get(counted, rows), `${rows} of ${work}`).toBeLessThanOrEqual(bound);
}
