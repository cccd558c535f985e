/**
 * The little Markdown that agents write, read so carefully that nothing else is taken for it: logs, commands, file names and
 * signatures stay as they were typed. What this reads, what it leaves and why is in docs/decisions (formatting).
 */

import { stretches } from './aligned-text.ts';
import { readInline, type Inline } from './formatting/inline.ts';
import { readList, type List } from './formatting/list.ts';

export type { Inline, List };

export type Block =
  /** Lines as they were broken. */
  | { kind: 'paragraph' | 'quote'; parts: Inline[] }
  | { kind: 'heading'; parts: Inline[] }
  | { kind: 'list'; list: List }
  /** Between fences, or set in columns: not a sign in it means anything. */
  | { kind: 'code' | 'columns'; text: string };

/**
 * The text in blocks. Takes any text, and time in proportion to its length. Every word of the text is in the result, in order; what is gone are the
 * signs that stood for a look, and blank lines.
 */
export function readFormatting(text: string): Block[] {
  return fenced(text.replace(/\r\n?/g, '\n')).flatMap(({ code, text: part }): Block[] =>
    code ? [{ kind: 'code', text: part }] : stretches(part).flatMap((stretch): Block[] => (stretch.aligned ? [{ kind: 'columns', text: stretch.text.replace(/^\n+/, '').trimEnd() }] : paragraphs(stretch.text))),
  );
}

/** Whether the text means to look like anything but plain text. Quotes alone do not: those are folded instead (M08). */
export function isFormatted(text: string): boolean {
  return readFormatting(text).some((block) => {
    switch (block.kind) {
      case 'heading':
      case 'list':
      case 'code':
        return true;
      case 'columns':
        return false;
      case 'paragraph':
      case 'quote':
        return block.parts.some((part) => part.kind !== 'text');
    }
  });
}

/** Cut at fences: lines of three backticks, the first with the name of a language or not. A fence that nothing closes is none. */
function fenced(text: string): { code: boolean; text: string }[] {
  const parts: { code: boolean; text: string }[] = [];
  let done = 0;
  for (const found of text.matchAll(/^```[\w+#-]{0,20} *\n((?:(?!```).*\n)*?)```[ \t]*$/gm)) {
    parts.push({ code: false, text: text.slice(done, found.index) }, { code: true, text: (found[1] ?? '').trimEnd() });
    done = found.index + found[0].length;
  }
  return [...parts, { code: false, text: text.slice(done) }].filter((part) => part.code || part.text.trim() !== '');
}

function paragraphs(text: string): Block[] {
  return text.split(/\n(?:[ \t]*\n)+/).flatMap((paragraph) => {
    const lines = paragraph.split('\n').filter((line) => line.trim() !== '');
    return lines.length === 0 ? [] : blocksOf(lines);
  });
}

/** A heading stands alone. One `#` is what prompts and comments begin with, so that it takes two. */
function blocksOf(lines: string[]): Block[] {
  const [, heading] = lines.length === 1 ? (/^#{2,4} +(\S.*)$/.exec(lines[0] ?? '') ?? []) : [];
  if (heading !== undefined) return [{ kind: 'heading', parts: readInline(heading) }];
  const quoted = lines.findIndex((line) => !line.startsWith('>'));
  if (quoted !== 0) return [block('quote', quoted < 0 ? lines : lines.slice(0, quoted), /^> ?/), ...(quoted < 0 ? [] : blocksOf(lines.slice(quoted)))];
  const found = readList(lines);
  if (found === null) return [block('paragraph', lines)];
  return [...(found.before.length === 0 ? [] : [block('paragraph', found.before)]), { kind: 'list', list: found.list }];
}

function block(kind: 'paragraph' | 'quote', lines: string[], mark: RegExp | null = null): Block {
  return { kind, parts: readInline(lines.map((line) => (mark === null ? line : line.replace(mark, ''))).join('\n')) };
}
