/** Text whose lines were broken softly (RFC 3676). */

/** The text with its paragraphs on one line each. `delSp`: the blank that marks a soft break is not part of the text. */
export function unflowed(text: string, delSp: boolean): string {
  const out: string[] = [];
  let open: { depth: number; text: string } | null = null;
  for (const raw of text.split('\n')) {
    const marks = /^>*/.exec(raw)?.[0] ?? '';
    const line = raw.slice(marks.length).replace(/^ /, '');
    if (open !== null && open.depth === marks.length && line !== '-- ') open.text += line;
    else {
      if (open !== null) out.push(open.text);
      open = { depth: marks.length, text: marks === '' ? line : `${marks} ${line}` };
    }
    if (open.text.endsWith(' ') && line !== '-- ') {
      if (delSp) open.text = open.text.slice(0, -1);
      continue;
    }
    out.push(open.text);
    open = null;
  }
  if (open !== null) out.push(open.text);
  return out.join('\n');
}
