/** What stands beneath an answer in letters: of the agent who wrote it, and of the queue it comes from. */

import { filled, type CannedFacts } from './canned.ts';
import type { Language } from './ticket.ts';

/** One that is empty in one language is had in the other. */
export type Signature = { signatureDe: string; signatureEn: string };

/** Characters of one. */
export const LONGEST_SIGNATURE = 2000;

/** Both, the agent's first, in the reader's language and with their gaps filled as those of canned answers; empty if there is none. */
export function signatureUnder({ agent, queue }: { agent: Signature; queue: Signature }, language: Language, facts: CannedFacts): string {
  return [agent, queue].map(({ signatureDe: de, signatureEn: en }) => filled({ de, en }, language, facts).trim()).filter((text) => text !== '').join('\n\n');
}
