/** People are erased, and others get a new address, on many tickets at once; the desk is killed in the middle of each, and ends it by itself. */

import type { FailPoint } from '../../../src/fail-points.ts';
import { chance } from '../../../test/support/chance.ts';
import { keyOf, type Finding } from '../check.ts';
import { admin, agents, peopleOf, type Conversation } from '../plan.ts';
import { press, signIn } from '../portal.ts';
import { personAt, readDesk, tracesOf } from '../read-desk.ts';
import { ask, databaseFile, kill, setClock, start, stop } from '../rig.ts';
import { feedAll, type Row, type Scene } from '../row.ts';
import { comesPast } from './kills.ts';

const HOUR_MS = 3_600_000;

/** Who becomes nobody, or somebody else, and where the desk is killed then. */
type Becoming = { from: string; to: 'nobody' | string; point: FailPoint; past: number };

export const killsWhileErasing: Row = {
  name: 'kill -9 while people are erased and others get a new address',
  size: { conversations: 8, mails: 5, kills: 4 },
  short: { conversations: 6, mails: 3, kills: 4 },
  async act(scene) {
    const { rig, conversations } = scene;
    const [one, other, ...rest] = conversations;
    if (one === undefined || other === undefined) return;
    for (const conversation of conversations) conversation.judged = 'by its ticket';
    const becomings: Becoming[] = [
      { from: peopleOf(one).requester, to: 'nobody', point: 'mail-forgotten', past: 0 },
      { from: 'weg@kunde.example', to: 'nobody', point: 'ticket-readdressed', past: 2 },
      { from: peopleOf(other).requester, to: 'neu@kunde.example', point: 'ticket-readdressed', past: 0 },
      { from: 'umzug@kunde.example', to: 'umgezogen@kunde.example', point: 'ticket-readdressed', past: 3 },
    ];
    await begin(scene, [one, other], rest, becomings);
    const fed = feedAll({ ...scene, conversations: rest }, 3);
    for (const becoming of becomings) await becomes(scene, becoming);
    await start(rig);
    await fed;
    forget(scene, one);
    await setClock(rig, 2 * HOUR_MS);
    await ask(rig, 'check');
  },
  judge: ({ rig, became, forgotten }, { raw }) => [
    ...[...became.keys()].flatMap((from) => tracesOf(rig.state, from).map((place): Finding => ({ kind: 'orphan', what: `${from} still stands in ${place}` }))),
    ...[...forgotten].filter((key) => raw.has(key)).map((key): Finding => ({ kind: 'orphan', what: `raw mail ${key} of an erased person` })),
  ],
};

/** Two conversations whole and the first mails of the others, and everybody who has no mail of their own put on all of them. */
async function begin(scene: Scene, whole: Conversation[], rest: Conversation[], becomings: Becoming[]): Promise<void> {
  const { rig, size } = scene;
  for (const conversation of rest) conversation.length = 1;
  await start(rig);
  await feedAll(scene, 4);
  for (const conversation of rest) conversation.length = size.mails;
  await stop(rig);
  const numbers = [...readDesk(rig.state).tickets.keys()];
  await start(rig);
  const known = whole.map((conversation) => peopleOf(conversation).requester);
  for (const { from } of becomings.filter((one) => !known.includes(one.from))) {
    for (const [at, number] of numbers.entries()) await press(rig, agents[at % agents.length] ?? admin, `/tickets/${number}/watchers`, { address: from, role: 'cc' });
  }
}

async function becomes({ rig, became, conversations }: Scene, { from, to, point, past }: Becoming): Promise<void> {
  await stop(rig);
  const id = personAt(rig.state, from);
  signIn(databaseFile(rig.state));
  const reached = comesPast(rig.sink, past);
  await start(rig, { failPoints: [point] });
  const asked = to === 'nobody' ? press(rig, admin, `/admin/people/${id}/erase`, { sure: 'yes' }) : press(rig, admin, `/admin/people/${id}/address`, { address: to, verified: 'yes' });
  if (!(await asked)) throw new Error(`${from} could not become ${to}`);
  await reached;
  await kill(rig);
  const as = to === 'nobody' ? `erased-${id}@erased.invalid` : to;
  became.set(from, as);
  // Both are told of it by a letter about no ticket.
  conversations.push({ name: `account-${id}`, judged: 'kept', length: 0, written: [{ id: `account-${id}`, from: as, to: '', raw: '', due: [] }], dice: chance(id) });
}

/** Mails of whoever is erased are to be gone. */
function forget({ feeding, forgotten }: Scene, conversation: Conversation): void {
  for (const mail of conversation.written.filter(({ from }) => from === peopleOf(conversation).requester)) {
    feeding.accepted.delete(mail.id);
    forgotten.add(keyOf(mail));
  }
}
