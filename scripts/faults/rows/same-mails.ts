/** Mails come several times, all at once, or in any order. */

import { chance } from '../../../test/support/chance.ts';
import { rawMail } from '../../../test/support/raw-mail.ts';
import { bring } from '../feeder.ts';
import { agents, nextMail, peopleOf, support, type Conversation, type WrittenMail } from '../plan.ts';
import { start } from '../rig.ts';
import type { Row, Scene } from '../row.ts';

export const manyTimes: Row = {
  name: 'every mail 2 to 10 times, at once and again',
  size: { conversations: 40, mails: 6, kills: 0 },
  short: { conversations: 4, mails: 3, kills: 0 },
  async act(scene) {
    const dice = chance(scene.seed + 4);
    await start(scene.rig);
    await Promise.all(scene.conversations.map(async (conversation) => {
      while (conversation.written.length < conversation.length) {
        const mail = nextMail(conversation, null);
        await Promise.all(Array.from({ length: 2 + dice.below(6) }, () => bring(scene.rig, scene.feeding, mail)));
        for (let again = dice.below(3); again > 0; again--) await bring(scene.rig, scene.feeding, mail);
      }
    }));
  },
};

export const anyOrder: Row = {
  name: 'mails of a conversation in any order',
  size: { conversations: 40, mails: 6, kills: 0 },
  short: { conversations: 4, mails: 4, kills: 0 },
  async act(scene) {
    const dice = chance(scene.seed + 5);
    for (const conversation of scene.conversations) {
      conversation.judged = 'kept';
      while (conversation.written.length < conversation.length) nextMail(conversation, null);
    }
    const mails = scene.conversations.flatMap((conversation) => conversation.written).map((mail) => ({ mail, at: dice.next() }));
    await start(scene.rig);
    const lanes = mails.toSorted((one, other) => one.at - other.at);
    await Promise.all(Array.from({ length: 8 }, async () => {
      for (let next = lanes.shift(); next !== undefined; next = lanes.shift()) await bring(scene.rig, scene.feeding, next.mail);
    }));
  },
};

/** Most mails of one person within ten minutes before they look like a robot's (A16). */
const MOST_OF_ONE = 9;
const BOSSES = 8;

export const allAtOnce: Row = {
  name: '100 answers to one ticket at once',
  size: { conversations: 1, mails: 90, kills: 0 },
  short: { conversations: 1, mails: 20, kills: 0 },
  async act(scene) {
    await start(scene.rig);
    const [conversation] = scene.conversations;
    if (conversation === undefined) return;
    conversation.judged = 'on one ticket';
    const everybody = await opened(scene, conversation);
    const answers = Array.from({ length: scene.size.mails }, (_, at) => answer(conversation, { at, everybody }));
    conversation.written.push(...answers);
    await Promise.all(answers.map((mail) => bring(scene.rig, scene.feeding, mail)));
  },
};

/** A ticket with a requester, many in Cc and an agent who has answered, so that each of them hears of every answer. Who they are. */
async function opened({ rig, feeding }: Scene, conversation: Conversation): Promise<string[]> {
  const { requester, agent } = peopleOf(conversation);
  const bosses = Array.from({ length: BOSSES }, (_, at) => `chef${at}-${conversation.name}@kunde.example`);
  const first = { ...written(conversation, requester, { number: 1, cc: [...bosses, agent] }), due: [requester, agent, 'wanda@dtnet.de'] };
  conversation.written.push(first);
  await bring(rig, feeding, first);
  while (replyTo() === null) await new Promise((resolve) => setTimeout(resolve, 200));
  const second = { ...written(conversation, agent, { number: 2, to: replyTo() ?? support }), due: [requester, ...bosses] };
  conversation.written.push(second);
  await bring(rig, feeding, second);
  return [requester, ...bosses, agent];

  function replyTo(): string | null {
    return rig.sink.letters.findLast((letter) => letter.to === agent)?.replyTo ?? null;
  }
}

function answer(conversation: Conversation, { at, everybody }: { at: number; everybody: string[] }): WrittenMail {
  const outside = everybody.filter((person) => !agents.includes(person));
  const from = outside[at % Math.min(outside.length, MOST_OF_ONE + 1)] ?? '';
  return { ...written(conversation, from, { number: at + 3 }), due: everybody.filter((person) => person !== from) };
}

function written({ name }: Conversation, from: string, { number, to = support, cc }: { number: number; to?: string; cc?: string[] }): Omit<WrittenMail, 'due'> {
  const named = (mail: number) => `<${name}-${mail}@kunde.example>`;
  const headers = { 'Message-ID': named(number), ...(number === 1 ? {} : { 'In-Reply-To': named(1), References: named(1) }) };
  const subject = `${number === 1 ? '' : 'Re: '}Drucker von ${name}`;
  return { id: `${name}-${number}`, from, to, raw: rawMail({ from, to, ...(cc === undefined ? {} : { cc }), subject, text: `Kennung ${name}-${number}. Auch bei mir seit ${number} Tagen.`, headers }) };
}
