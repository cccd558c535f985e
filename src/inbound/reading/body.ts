/** What a reader of the mail sees and gets. */

import { htmlOfText, joinedHtml } from '../../mail-html/join.ts';
import { textOfHtml } from '../../mail-html/text.ts';
import type { Mail } from '../../rules/mail.ts';
import { fileOf } from './file.ts';
import { imagesIn, withLocatedImages } from './images.ts';
import type { Part } from './part.ts';
import { passageOf, sorted, type Passage } from './passages.ts';

export type Body = Pick<Mail, 'text' | 'html' | 'files'>;

/** The text and its HTML, and the files beside them, in the order of the parts. */
export function readBody(root: Part): Body {
  const { passages, files, spare } = sorted(root);
  const read = passages.some(isWritten) ? withoutRepeats(passages) : spare.slice(0, 1).map((part) => passageOf(part));
  const text = read.map(textOf).filter((one) => one !== '').join('\n\n');
  if (read.every((passage) => passage.html === null)) return { text, html: null, files: files.map((part, index) => fileOf(part, index, new Set())) };

  const shown = withLocatedImages(joinedHtml(read.map((passage) => passage.html ?? htmlOfText(passage.plain ?? ''))), files);
  const images = imagesIn(shown.html);
  return { text, html: shown.html, files: shown.files.map((part, index) => fileOf(part, index, images)) };
}

/** Programs that know no alternatives send the text and its HTML one below the other. */
function withoutRepeats(passages: Passage[]): Passage[] {
  const joined: Passage[] = [];
  for (const passage of passages) {
    const last = joined.at(-1);
    const repeats = last !== undefined && last.html === null && last.plain !== null && passage.plain === null && passage.html !== null && isSame(last.plain, textOfHtml(passage.html));
    if (repeats) joined[joined.length - 1] = { plain: last.plain, html: passage.html };
    else joined.push(passage);
  }
  return joined;
}

function isSame(plain: string, other: string): boolean {
  const words = (text: string) => text.replace(/[\s\u00a0>*_-]+/g, '');
  return words(plain) !== '' && words(plain) === words(other);
}

function isWritten({ plain, html }: Passage): boolean {
  return html !== null || (plain ?? '').trim() !== '';
}

/** Control characters say nothing, and some end what they stand in. */
const CONTROLS = /[\x00-\x08\x0b\x0e-\x1f\x7f]/g;

function textOf({ plain, html }: Passage): string {
  return (plain ?? textOfHtml(html ?? '')).replace(CONTROLS, '').replace(/^\n+/, '').trimEnd();
}
