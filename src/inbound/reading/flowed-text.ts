/** Text whose lines were broken softly (RFC 3676). */

/** The text with its paragraphs on one line each. `delSp`: the blank that marks a soft break is not part of the text. */
export function unflowed(text: string, delSp: boolean): string {
  const out: string[] = [];
  let open: { depth: number; lines: string[] } | null = null;
  for (const raw of text.split('\n')) {
    const marks = /^>*/.exec(raw)?.[0] ?? '';
    const line = raw.slice(marks.length).replace(/^ /, '');
    // Quote marks with blanks between them are text to the standard, but to nobody who wrote them.
    const soft = line.endsWith(' ') && line !== '-- ' && /[^>\s]/.test(line);
    const said = soft && delSp ? line.slice(0, -1) : line;
    if (open !== null && open.depth === marks.length && line !== '-- ' && !line.startsWith('>')) open.lines.push(said);
    else {
      if (open !== null) out.push(open.lines.join(''));
      open = { depth: marks.length, lines: [marks === '' ? said : `${marks} ${said}`] };
    }
    if (soft) continue;
    out.push(open.lines.join(''));
    open = null;
  }
  if (open !== null) out.push(open.lines.join(''));
  return out.join('\n');
}
