/** Where a long text is cut, so that the history stays in sight: what is beyond stands folded beneath it. */

import type { Block, Inline, List } from '../../rules/formatting.ts';

/** Characters and lines that are shown at once. */
type Room = { characters: number; lines: number };
const LONG: Room = { characters: 6000, lines: 80 };

/** The beginning of a long text, cut after a line where there is one, and its rest. Joined they are the whole text. */
export function splitLong(text: string, room = LONG): [string, string] {
  const end = cutOf(text, room);
  return end === null ? [text, ''] : [text.slice(0, end), text.slice(end)];
}

function cutOf(text: string, room: Room): number | null {
  let lines = 0;
  let last = 0;
  for (let end = text.indexOf('\n'); end >= 0 && end < room.characters && lines < room.lines; end = text.indexOf('\n', end + 1)) {
    lines += 1;
    last = end + 1;
  }
  if (lines < room.lines && text.length <= room.characters) return null;
  return last > room.characters / 2 || lines === room.lines ? last : room.characters;
}

/** The beginning of a long formatted text, and the rest. A block is cut where its look allows: between lines, or between the items of a list. */
export function splitBlocks(blocks: Block[], room = LONG): [Block[], Block[]] {
  let left = room;
  for (const [at, block] of blocks.entries()) {
    const taken = sizeOf(block);
    if (taken.characters > left.characters || taken.lines > left.lines) {
      const [first, rest] = splitBlock(block, left);
      return [[...blocks.slice(0, at), ...first], [...rest, ...blocks.slice(at + 1)]];
    }
    left = { characters: left.characters - taken.characters, lines: left.lines - taken.lines };
  }
  return [blocks, []];
}

function splitBlock(block: Block, room: Room): [Block[], Block[]] {
  switch (block.kind) {
    case 'code':
    case 'columns': {
      const [first, rest] = splitLong(block.text, room);
      return [first === '' ? [] : [{ ...block, text: first.trimEnd() }], rest === '' ? [] : [{ ...block, text: rest }]];
    }
    case 'paragraph':
    case 'quote': {
      const [first, rest] = splitParts(block.parts, room);
      return [first.length === 0 ? [] : [{ ...block, parts: first }], rest.length === 0 ? [] : [{ ...block, parts: rest }]];
    }
    case 'list': {
      const [first, rest] = splitList(block.list, room);
      return [first.items.length === 0 ? [] : [{ ...block, list: first }], rest.items.length === 0 ? [] : [{ ...block, list: rest }]];
    }
    case 'heading':
      return [[], [block]];
  }
}

/** A look is never cut in two, only plain text is. */
function splitParts(parts: Inline[], room: Room): [Inline[], Inline[]] {
  let left = room;
  for (const [at, part] of parts.entries()) {
    const taken = sizeOfText(textOf([part]));
    if (taken.characters > left.characters || taken.lines > left.lines) {
      const [first, rest] = part.kind === 'text' ? splitLong(part.text, left) : ['', ''];
      const cut: [Inline[], Inline[]] = first === '' ? [[], [part]] : [[{ kind: 'text', text: first }], [{ kind: 'text', text: rest }]];
      return [[...parts.slice(0, at), ...cut[0]], [...cut[1], ...parts.slice(at + 1)]];
    }
    left = { characters: left.characters - taken.characters, lines: left.lines - taken.lines };
  }
  return [parts, []];
}

function splitList({ start, items }: List, room: Room): [List, List] {
  let left = room;
  const fits = items.findIndex((item) => {
    const taken = sizeOfList({ start, items: [item] });
    left = { characters: left.characters - taken.characters, lines: left.lines - taken.lines };
    return left.characters < 0 || left.lines < 0;
  });
  const end = fits < 0 ? items.length : fits;
  return [{ start, items: items.slice(0, end) }, { start: start === null ? null : start + end, items: items.slice(end) }];
}

function sizeOf(block: Block): Room {
  switch (block.kind) {
    case 'code':
    case 'columns':
      return sizeOfText(block.text);
    case 'list':
      return sizeOfList(block.list);
    case 'paragraph':
    case 'quote':
    case 'heading':
      return sizeOfText(textOf(block.parts));
  }
}

function sizeOfList({ items }: List): Room {
  return items.reduce((sum, { parts, under }) => {
    const [own, below] = [sizeOfText(textOf(parts)), under === null ? { characters: 0, lines: 0 } : sizeOfList(under)];
    return { characters: sum.characters + own.characters + below.characters, lines: sum.lines + own.lines + below.lines };
  }, { characters: 0, lines: 0 });
}

function sizeOfText(text: string): Room {
  return { characters: text.length, lines: text.split('\n').length };
}

function textOf(parts: Inline[]): string {
  return parts.map((part) => ('parts' in part ? textOf(part.parts) : part.text)).join('');
}
