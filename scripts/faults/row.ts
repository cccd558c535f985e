/** One row of the table: a desk of its own, what is done to it, what came out. */

import { check, type Checked, type Finding } from './check.ts';
import { feed, type Feeding } from './feeder.ts';
import { tellNews, type News } from './news.ts';
import { aPlan, type Conversation, type Typed } from './plan.ts';
import type { Stored } from './read-desk.ts';
import { closeRig, openRig, type Rig } from './rig.ts';
import { settle } from './settle.ts';

export type Size = { conversations: number; mails: number; kills: number };

/**
 * `found`: what was seen to be wrong on the way; `remarks`: what else there is to say. `became`: addresses that others took the place of; `forgotten`: keys of mails
 * that are to be gone with their senders.
 */
export type Scene = { rig: Rig; seed: number; size: Size; feeding: Feeding; news: News; conversations: Conversation[]; typed: Typed[]; found: Finding[]; remarks: string[]; became: Map<string, string>; forgotten: Set<string> };

/** `act` starts the desk, brings the mails and does harm; it returns when every mail is accepted. `judge` finds what only this row can know to be wrong. */
export type Row = { name: string; size: Size; short: Size; act: (scene: Scene) => Promise<void>; judge?: (scene: Scene, stored: Stored) => Finding[] };

export type Result = Checked & { name: string; kills: number; tries: number; refused: number; seconds: number; state: string; remarks: string[] };

/** `worker`: the path of another Worker than the product’s. */
export async function play({ name, act, judge = () => [] }: Row, size: Size, seed: number, worker?: string): Promise<Result> {
  const started = performance.now();
  const rig = await openRig(worker);
  const scene: Scene = { rig, seed, size, feeding: { accepted: new Set(), tookMs: new Map(), tries: 0, waitMs: 300 }, news: tellNews(rig), conversations: aPlan(seed, size), typed: [], found: [], remarks: [], became: new Map(), forgotten: new Set() };
  try {
    await act(scene);
    const stored = await settle(rig, scene);
    const checked = check({ ...scene, accepted: scene.feeding.accepted, letters: rig.sink.letters.map((letter) => ({ ...letter, to: scene.became.get(letter.to) ?? letter.to })) }, stored);
    checked.findings.push(...scene.found, ...judge(scene, stored));
    const { refuse, 'lose the answer': lost } = rig.sink.fates;
    return { ...checked, name, kills: rig.kills, tries: scene.feeding.tries, refused: refuse + lost, seconds: Math.round((performance.now() - started) / 1000), state: rig.state, remarks: scene.remarks };
  } finally {
    await scene.news.stop();
    await closeRig(rig);
  }
}

/** Brings all the mails of the scene. */
export function feedAll({ rig, feeding, conversations }: Scene, atOnce = 8): Promise<void> {
  return feed(rig, feeding, conversations, atOnce);
}
