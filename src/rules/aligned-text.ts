/** Which stretches of a text are set in columns: tables, logs, traces. Everything else reads better in the page's own type. */

export type Stretch = { aligned: boolean; text: string };

/** No row of a table or a log is longer. */
const LONGEST_ROW = 500;

/**
 * The text in stretches; joined they are exactly the text. A paragraph of which at least half the lines, and two, are set in
 * columns is aligned; neighbours of a kind are one stretch. Linear in the text's length.
 */
export function stretches(text: string): Stretch[] {
  const found: Stretch[] = [];
  for (const paragraph of paragraphs(text)) {
    const aligned = isAligned(paragraph);
    const last = found.at(-1);
    if (last?.aligned === aligned) last.text += paragraph.join('');
    else found.push({ aligned, text: paragraph.join('') });
  }
  return found;
}

/** Lines with their ends; blank lines go with what stands above them. */
function paragraphs(text: string): string[][] {
  const found: string[][] = [];
  let afterBlank = false;
  for (const line of text.split(/(?<=\n)/)) {
    const blank = line.trim() === '';
    const last = found.at(-1);
    if (last === undefined || (afterBlank && !blank)) found.push([line]);
    else last.push(line);
    afterBlank = blank;
  }
  return found;
}

function isAligned(lines: string[]): boolean {
  const written = lines.filter((line) => line.trim() !== '');
  const columns = written.filter(isInColumns).length;
  return columns > 1 && columns * 2 >= written.length;
}

function isInColumns(line: string): boolean {
  const row = line.trimEnd();
  if (row.length > LONGEST_ROW) return false;
  return /\S {3}/.test(row) || /\S\t/.test(row) || isRow(row) || isLogged(row);
}

/** `| PC 7 | 3 |`, `+----+----+`, and the lines that programs draw boxes with. */
function isRow(row: string): boolean {
  return /^\s{0,20}[|+│┌├└]/.test(row) && /[|+│┐┤┘]$/.test(row) && row.length > 2;
}

/** A time of a log in front, or a place in a program. */
function isLogged(row: string): boolean {
  return /^\[?\d{4}-\d\d-\d\d[ T]\d\d:\d\d/.test(row) || /^\s{1,20}at \S.*:\d+\)?$/.test(row) || /^\s{1,20}File "[^"]+", line \d+/.test(row);
}
