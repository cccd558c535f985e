/** What stands beneath an answer in letters: of the agent who wrote it, and of the queue it comes from. */

import { filled, type CannedFacts } from './canned.ts';
import type { Language } from './ticket.ts';

/** One that is empty in one language is had in the other. */
export type Signature = { signatureDe: string; signatureEn: string };

/** Characters of one. */
const LONGEST_SIGNATURE = 2000;

/** What somebody typed as one, with the line ends of a text and nothing blank around it; null if it is too long. */
export function readSignature(typed: string): string | null {
  const signature = typed.replace(/\r\n?/g, '\n').trim();
  return signature.length > LONGEST_SIGNATURE ? null : signature;
}

/** Both, the agent's first, in the reader's language and with their gaps filled as those of canned answers; empty if there is none. */
export function signatureUnder({ agent, queue }: { agent: Signature; queue: Signature }, language: Language, facts: CannedFacts): string {
  return [agent, queue].map(({ signatureDe: de, signatureEn: en }) => filled({ de, en }, language, facts).trim()).filter((text) => text !== '').join('\n\n');
}
