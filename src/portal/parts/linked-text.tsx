import type { FC } from 'hono/jsx';
import { mentionsIn } from '../../rules/mentions.ts';
import type { Person } from '../../rules/ticket.ts';

/** What people write, with web addresses as links. `agents`: those whom it may call with `@`; their names lead to what they have. */
export const LinkedText: FC<{ text: string; agents?: Person[] | undefined }> = ({ text, agents = [] }) => (
  <>{linkParts(text).map((part) => (part.link ? <a href={part.text} rel="noopener noreferrer nofollow" target="_blank">{part.text}</a> : <Called text={part.text} agents={agents} />))}</>
);

const Called: FC<{ text: string; agents: Person[] }> = ({ text, agents }) => (
  <>{mentionsIn(text, agents).map((stretch) => (stretch.of === null ? stretch.text : <a class="mention" href={`/desk?q=${encodeURIComponent(`owner:${stretch.of}`)}`}>{stretch.text}</a>))}</>
);

/** The text cut into links and the rest; joined again it is the same. Linear in its length. */
export function linkParts(text: string): { link: boolean; text: string }[] {
  const parts: { link: boolean; text: string }[] = [];
  let done = 0;
  for (const found of text.matchAll(/\bhttps?:\/\/[^\s<>"'`\\]{1,2000}/gi)) {
    const address = withoutTail(found[0]);
    if (!URL.canParse(address)) continue;
    if (found.index > done) parts.push({ link: false, text: text.slice(done, found.index) });
    parts.push({ link: true, text: address });
    done = found.index + address.length;
  }
  if (done < text.length) parts.push({ link: false, text: text.slice(done) });
  return parts;
}

/** The full stop of the sentence is not the address's, and neither is a bracket that was opened before it. */
function withoutTail(address: string): string {
  let end = address.length;
  while (end > 0 && isTail(address, end)) end -= 1;
  return address.slice(0, end);
}

function isTail(address: string, end: number): boolean {
  const last = address[end - 1] ?? '';
  return '.,;:!?*_'.includes(last) || (last === ')' && !address.slice(0, end).includes('(')) || (last === ']' && !address.slice(0, end).includes('['));
}
