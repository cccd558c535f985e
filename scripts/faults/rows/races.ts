/** People act on one ticket at the same time: by mail, and in the portal. */

import { setTimeout as rest } from 'node:timers/promises';
import { rawMail } from '../../../test/support/raw-mail.ts';
import { bring } from '../feeder.ts';
import { agents, conversationIn, peopleOf, support, ticketIn, watcher, type Conversation, type Typed, type WrittenMail } from '../plan.ts';
import { press } from '../portal.ts';
import { start } from '../rig.ts';
import { feedAll, type Row, type Scene } from '../row.ts';

/** More than ten in ten minutes look like a robot's (A16). */
const ANSWERS_EACH = 4;

export const everybodyAtOnce: Row = {
  name: '100 answers to one ticket at once, of 25 people',
  size: { conversations: 1, mails: 100, kills: 0 },
  short: { conversations: 1, mails: 20, kills: 0 },
  async act(scene) {
    await start(scene.rig);
    const [conversation] = scene.conversations;
    if (conversation === undefined) return;
    conversation.judged = 'on one ticket';
    const outside = await engaged(scene, conversation, Math.ceil(scene.size.mails / ANSWERS_EACH));
    const everybody = [...outside, peopleOf(conversation).agent];
    const answers = Array.from({ length: scene.size.mails }, (_, at): WrittenMail => {
      const from = outside[at % outside.length] ?? '';
      return { ...written(conversation, from, { number: at + 3 }), due: everybody.filter((person) => person !== from) };
    });
    conversation.written.push(...answers);
    await Promise.all(answers.map((mail) => bring(scene.rig, scene.feeding, mail)));
  },
};

/** A ticket of so many people outside, put on it by agents, whose agent has answered. Who they are. */
async function engaged(scene: Scene, conversation: Conversation, count: number): Promise<string[]> {
  const { rig, feeding } = scene;
  const { requester, agent } = peopleOf(conversation);
  const { number, replyTo } = await openWith(scene, conversation, { ...written(conversation, requester, { number: 1, cc: [agent] }), due: [requester, agent, watcher] });
  const others = Array.from({ length: count - 1 }, (_, at) => `kollege${at}-${conversation.name}@kunde.example`);
  const added = await Promise.all([...agents, watcher].map(async (by, lane, all) => {
    const theirs = others.filter((_, at) => at % all.length === lane);
    for (const address of theirs) if (!(await press(rig, by, `/tickets/${number}/watchers`, { address, role: 'cc' }))) throw new Error(`${by} could not add ${address}`);
    return theirs;
  }));
  const outside = [requester, ...added.flat()];
  const answer = { ...written(conversation, agent, { number: 2, to: replyTo }), due: outside };
  conversation.written.push(answer);
  await bring(rig, feeding, answer);
  return outside;
}

/** As many connections as this machine answers before they are given up. */
const TICKETS_AT_ONCE = 250;

export const newTicketsAtOnce: Row = {
  name: '1,000 people open a ticket, 250 at once',
  size: { conversations: 1000, mails: 1, kills: 0 },
  short: { conversations: 20, mails: 1, kills: 0 },
  async act({ rig, feeding, conversations }) {
    await start(rig);
    const waiting = [...conversations];
    const lane = async () => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const mail = { ...written(next, peopleOf(next).requester, { number: 1 }), due: [] };
        // Past a hundred in ten minutes nobody is acknowledged any more (A10).
        next.judged = 'by its ticket';
        next.written.push(mail);
        await bring(rig, feeding, mail);
      }
    };
    await Promise.all(Array.from({ length: TICKETS_AT_ONCE }, lane));
  },
  judge: ({ conversations }, { tickets }) => (tickets.size === conversations.length ? [] : [{ kind: 'twice', what: `${conversations.length} mails opened ${tickets.size} tickets` }]),
};

export const deskAndMails: Row = {
  name: 'agents answer, comment, close and reopen while mails come',
  size: { conversations: 5, mails: 8, kills: 0 },
  short: { conversations: 4, mails: 5, kills: 0 },
  async act(scene) {
    await start(scene.rig);
    for (const conversation of scene.conversations) {
      conversation.judged = 'by its ticket';
      await race(scene, conversation);
    }
  },
};

/** About as long as closing and reopening takes. */
const SPREAD_MS = 2500;

/** The requester's mails, an agent's answers and comments, and another agent who closes and reopens, all at once. It ends open. */
async function race(scene: Scene, conversation: Conversation): Promise<void> {
  const { rig, feeding } = scene;
  const { requester, agent } = peopleOf(conversation);
  const closer = agents.find((one) => one !== agent) ?? watcher;
  const { number, replyTo } = await openWith(scene, conversation, { ...written(conversation, requester, { number: 1, cc: [agent] }), due: [] });
  const mails = [{ ...written(conversation, agent, { number: 2, to: replyTo }), due: [] }, ...Array.from({ length: conversation.length - 2 }, (_, at) => ({ ...written(conversation, requester, { number: at + 3 }), due: [] }))];
  conversation.written.push(...mails);
  const typed = (kind: Typed['kind'], at: number): Typed => ({ ticket: number, by: agent, kind, text: `Getippt ${conversation.name}-${kind}-${at}: bitte neu starten.` });
  const soon = () => rest(conversation.dice.below(SPREAD_MS));
  await Promise.all([
    ...mails.map((mail) => soon().then(() => bring(rig, feeding, mail))),
    ...[1, 2, 3].map((at) => soon().then(() => type(scene, typed('correspondence', at)))),
    ...[1, 2].map((at) => soon().then(() => type(scene, typed('comment', at)))),
    inTurn(['closed', 'open', 'closed', 'open'].map((status) => () => press(rig, closer, `/tickets/${number}/status`, { status }))),
  ]);
}

/** Brings the first mail, and waits for the letter about it to the agent in Cc. Where that letter says to answer. */
async function openWith({ rig, feeding }: Scene, conversation: Conversation, first: WrittenMail): Promise<{ number: number; replyTo: string }> {
  const { agent } = peopleOf(conversation);
  conversation.written.push(first);
  await bring(rig, feeding, first);
  for (;;) {
    const letter = rig.sink.letters.find((one) => one.to === agent && conversationIn(one.subject) === conversation.name);
    const number = letter === undefined ? null : ticketIn(letter.subject);
    if (number !== null && letter?.replyTo != null) return { number, replyTo: letter.replyTo };
    await rest(200);
  }
}

/** What the desk shows again instead of taking it is not said, and nothing of it may be on the ticket. */
async function type({ rig, typed }: Scene, text: Typed): Promise<void> {
  const form = text.kind === 'comment' ? 'comments' : 'replies';
  if (await press(rig, text.by, `/tickets/${text.ticket}/${form}`, { text: text.text })) typed.push(text);
}

async function inTurn(acts: (() => Promise<unknown>)[]): Promise<void> {
  for (const act of acts) await act();
}

function written({ name }: Conversation, from: string, { number, to = support, cc }: { number: number; to?: string; cc?: string[] }): Omit<WrittenMail, 'due'> {
  const named = (mail: number) => `<${name}-${mail}@kunde.example>`;
  const headers = { 'Message-ID': named(number), ...(number === 1 ? {} : { 'In-Reply-To': named(1), References: named(1) }) };
  const subject = `${number === 1 ? '' : 'Re: '}Drucker von ${name}`;
  return { id: `${name}-${number}`, from, to, raw: rawMail({ from, to, ...(cc === undefined ? {} : { cc }), subject, text: `Kennung ${name}-${number}. Auch bei mir seit ${number} Tagen.`, headers }) };
}
