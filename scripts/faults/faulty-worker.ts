/**
 * The real Worker with doors for the fault tests: its bindings can be taken away, its letters go to the sink, its clock can be wrong, and
 * its fail-points ask. Started by desk-process.ts; nothing of it is ever deployed.
 */

import { env } from 'cloudflare:workers';
import { failPoints, listenAtFailPoints, upkeepPoints, type FailPoint } from '../../src/fail-points.ts';
import { crons } from '../../src/rules/jobs.ts';
import worker, { TicketObject as RealTicketObject } from '../../src/worker.ts';
import { faulty, outage, setOutage, told } from './faulty-bindings-worker.ts';

export * from '../../src/worker.ts';

let clockMs = Number(told('CLOCK_MS') ?? 0);
const realNow = Date.now;
Date.now = () => realNow() + clockMs;

/** The points that ask before they go on. */
const armed = [...failPoints, ...upkeepPoints].filter((point) => (told('FAIL_POINTS') ?? '').split(',').includes(point));

listenAtFailPoints({
  async reached(point) {
    if (!armed.includes(point)) return;
    const answer = await fetch(`${told('FAULTS_URL')}/reached`, { method: 'POST', body: point });
    if (!answer.ok) throw new Error(`Fail-point ${point}`);
  },
  reachedAtOnce: spin,
});

/** A transaction cannot wait for an answer. It stands still until somebody kills it. */
function spin(point: FailPoint): void {
  if (!armed.includes(point)) return;
  for (;;) if (armed.length === 0) return;
}

/** Its alarms are the machine's, and so is their clock. */
export class TicketObject extends RealTicketObject {
  constructor(ctx: DurableObjectState, bindings: Env) {
    const setAlarm = ctx.storage.setAlarm.bind(ctx.storage);
    ctx.storage.setAlarm = (at) => setAlarm(Number(at) - clockMs);
    super(ctx, faulty(bindings));
  }
}

export default {
  async fetch(request, bindings, context) {
    const { pathname, searchParams } = new URL(request.url);
    switch (pathname) {
      case '/faults/outage':
        setOutage({ ...outage(), ...(await request.json<object>()) });
        return new Response('so be it');
      case '/faults/clock':
        clockMs = Number(searchParams.get('ms'));
        return new Response('so late');
      case '/faults/wake':
        await env.TICKETS.getByName(searchParams.get('number') ?? '').drain();
        return new Response('awake');
      case '/faults/check':
        await worker.scheduled({ cron: crons.hourly, scheduledTime: Date.now(), noRetry: () => undefined }, faulty(bindings));
        return new Response('checked');
      case '/faults/news':
        return new Response((await hear(await request.json(), bindings)).join('\n'));
      default:
        return worker.fetch(request, faulty(bindings), context);
    }
  },

  email: (mail, bindings, context) => worker.email(mail, faulty(bindings), context),
} satisfies ExportedHandler<Env>;

/** Brings events as the platform's queue does. The Message-IDs of those that may be forgotten. */
async function hear(bodies: { payload: { messageId: string } }[], bindings: Env): Promise<string[]> {
  const heard: string[] = [];
  const messages = bodies.map((body) => ({ id: 'news', timestamp: new Date(realNow()), body, attempts: 1, retry: () => undefined, ack: () => void heard.push(body.payload.messageId) }));
  const metadata = { metrics: { backlogCount: 0, backlogBytes: 0, oldestMessageTimestamp: new Date(realNow()) } };
  await worker.queue({ queue: 'vorgang-letters', messages, metadata, ackAll: () => undefined, retryAll: () => undefined }, faulty(bindings));
  return heard;
}
