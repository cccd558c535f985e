/** Sets a letter as plain text, 72 columns wide, quotes with `> `. */

import type { Block, Letter, ListItem, ShownArticle } from './letter.ts';
import { wrapped } from './plain-text.ts';

const WIDTH = 72;
const RULE = '-'.repeat(WIDTH);

/** Blocks are paragraphs, the footer is a signature (RFC 3676 section 4.3), so that mail programs leave it out of replies. */
export function letterPlain(letter: Letter): string {
  const paragraphs = letter.blocks.map((block) => plainBlock(block));
  return [...paragraphs, ['-- ', ...letter.footer].join('\n')].join('\n\n') + '\n';
}

function plainBlock(block: Block): string {
  switch (block.kind) {
    case 'words':
    case 'small':
      return wrapped(block.text, WIDTH).join('\n');
    case 'mark':
      return `    ${block.text}`;
    case 'link':
      return `${block.label}:\n${block.url}`;
    case 'rows':
      return plainRows(block.rows);
    case 'list':
      return [RULE, block.title, ...block.items.map((item) => plainItem(item)), ...(block.more === null ? [] : [block.more])].join('\n\n');
    case 'notice':
      return wrapped(`! ${block.text}`, WIDTH - 2).join('\n  ');
    case 'article':
      return `${plainHead(block.article)}\n\n${[...wrapped(signed(block.article), WIDTH + 4), ...plainFiles(block.article)].join('\n')}\n\n${RULE}`;
    case 'conversation':
      return [RULE, block.title, ...block.articles.map((article) => plainQuote(article)), ...(block.more === null ? [] : [block.more])].join('\n\n');
  }
}

/** Without the two dashes that mail programs know: they would take what was said before for a part of it. */
function signed({ text, signature }: ShownArticle): string {
  return signature === '' ? text : `${text}\n\n${signature}`;
}

function plainRows(rows: { label: string; value: string }[]): string {
  const width = Math.max(...rows.map((row) => row.label.length)) + 3;
  return rows.map(({ label, value }) => `  ${`${label}:`.padEnd(width)}${wrapped(value, WIDTH - width).join(`\n${' '.repeat(width + 2)}`)}`).join('\n');
}

function plainItem({ number, label, url, text, state, mark }: ListItem): string {
  const lines = [`${number} ${label}`, ...(text === null ? [] : [text]), mark === null ? state : `${state} · ${mark}`].map((line) => wrapped(line, WIDTH - 2).join('\n  '));
  return [`* ${lines[0] ?? ''}`, ...lines.slice(1).map((line) => `  ${line}`), `  ${url}`].join('\n');
}

function plainQuote(article: ShownArticle): string {
  const lines = [...wrapped(article.text, WIDTH), ...plainFiles(article)];
  return [plainHead(article), ...lines.map((line) => `> ${line}`.trimEnd())].join('\n');
}

function plainHead({ name, address, when, commentLabel }: ShownArticle): string {
  const label = commentLabel === null ? '' : `*** ${commentLabel} ***\n`;
  return name === address ? `${label}${address}, ${when}` : `${label}${name} <${address}>, ${when}`;
}

function plainFiles({ filesLabel, files }: ShownArticle): string[] {
  return files.length === 0 ? [] : ['', `${filesLabel}:`, ...files.flatMap(({ label, url }) => [`- ${label}`, ...(url === null ? [] : [`  ${url}`])])];
}
