/** What people wrote, as letters show it: bounded, with the writer's name, the time, the names of files. */

import { cleanFileName } from '../../rules/clean.ts';
import { textIn } from '../../text/text.ts';
import type { LetterFacts, QuotedArticle } from '../letter-facts.ts';
import { fileSize, letterTime } from './formats.ts';
import type { Block, ShownArticle } from './letter.ts';
import { plainText, shortened } from './plain-text.ts';
import { nameOf, wordsFor } from './ticket-letter.ts';

/** In characters. The portal takes 200,000, but a letter is not the place to read them. */
const LONGEST_ARTICLE = 100_000;
/** Of the conversation so far, in all. */
const MOST_QUOTED_ARTICLES = 10;
const LONGEST_QUOTED = 12_000;
/** Not worth a fragment: then the article is left to the portal. */
const SHORTEST_QUOTED = 200;
const MOST_FILES = 20;

/** The article that the letter brings, or nothing if there is none that its reader may read. */
export function carriedArticle(facts: LetterFacts): Block[] {
  return facts.article === null ? [] : [{ kind: 'article', article: shown(facts, facts.article, LONGEST_ARTICLE) }];
}

/** What was said before, newest first (S5): at most 10 articles and 12,000 characters; the rest is in the portal. */
export function conversation(facts: LetterFacts): Block[] {
  const words = wordsFor(facts).conversation;
  if (facts.earlier.length === 0) return [];
  const articles = bounded(facts);
  const left = facts.earlier.length - articles.length;
  return [{ kind: 'conversation', title: words.title, articles, more: left === 0 ? null : words.more(left) }];
}

function bounded(facts: LetterFacts): ShownArticle[] {
  const articles: ShownArticle[] = [];
  let room = LONGEST_QUOTED;
  for (const article of facts.earlier.slice(0, MOST_QUOTED_ARTICLES)) {
    if (room < SHORTEST_QUOTED) break;
    const told = shown(facts, article, room);
    articles.push(told);
    room -= told.text.length;
  }
  return articles;
}

function shown(facts: LetterFacts, article: QuotedArticle, longest: number): ShownArticle {
  const text = plainText(article.text.slice(0, 2 * longest));
  const whole = text.length <= longest && article.text.length <= 2 * longest;
  const files = article.attachments.slice(0, MOST_FILES).map(({ name, size, url }) => ({ label: `${cleanFileName(name) || '?'} (${fileSize(size, facts.language)})`, url }));
  const moreFiles = article.attachments.length - files.length;
  const words = wordsFor(facts).conversation;
  return {
    name: nameOf(article.by),
    address: article.by.address,
    when: letterTime(article.at, facts),
    commentLabel: article.comment ? words.comment : null,
    text: whole ? wholeText(facts, article, text) : `${shortened(text, longest)}\n${words.cut}`,
    signature: plainText(article.signature),
    formatted: whole && article.formatted,
    html: whole && article.extent === 'whole' ? article.html : null,
    filesLabel: words.files,
    files: moreFiles > 0 ? [...files, { label: words.moreFiles(moreFiles), url: null }] : files,
  };
}

/** With a word about what is not there: nothing was written, or the mail is longer than its article. */
function wholeText(facts: LetterFacts, { extent }: QuotedArticle, text: string): string {
  const { noText, notDisplayed, textCut } = textIn(facts.language).words;
  if (extent === 'nothing') return notDisplayed;
  if (extent === 'cut') return `${text}\n\n${textCut}`.trim();
  return text || noText;
}
