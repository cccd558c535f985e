/** The subject tag `[dtnet.de #427637]`: how a person names a ticket in a subject. */

/** A tag names a ticket; it never admits anybody to it. */
export type FoundTag = { tag: string; number: number };

/** More than this many tags in a subject are somebody's game. */
const MOST_TAGS = 3;
/** What hides in a tag without being seen (SH09): soft hyphen, zero-width and bidi characters. */
const UNSEEN = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;

/**
 * The first three tags in the subject, in order (T07), whose word is one of `tags` (matched in any case, returned as given).
 *
 * Takes what mail programs and people make of a tag (T02, T03): `[dtnet.de#7]`, `( dtnet.de # 7 )`, Outlook's `[http://www.dtnet.de #7]`,
 * leading zeros. Digits are ASCII, at most ten; `#0` is no tag (T05). Time is linear in the subject's length.
 */
export function tagsIn(subject: string, tags: string[]): FoundTag[] {
  if (tags.length === 0) return [];
  const found: FoundTag[] = [];
  for (const [, word, digits] of subject.replace(UNSEEN, '').matchAll(pattern(tags))) {
    const tag = tags.find((one) => one.toLowerCase() === word?.toLowerCase());
    if (tag !== undefined) found.push({ tag, number: Number(digits) });
    if (found.length === MOST_TAGS) break;
  }
  return found;
}

/** The subject without our tags (A06). Tags of other trackers stay, so that theirs works too (T15). */
export function withoutTags(subject: string, tags: string[]): string {
  const seen = subject.replace(UNSEEN, '');
  const rest = tags.length === 0 ? seen : seen.replace(pattern(tags), ' ');
  return rest.replace(/\s+/g, ' ').trim();
}

/** The subject as a letter about ticket `number` has it: our tag in front, once (T11). The stored subject never has it. */
export function withTag(subject: string, tag: string, number: number): string {
  return `[${tag} #${number}] ${withoutTags(subject, [tag])}`.trim();
}

/** Blanks include NBSP and the like. Bounded runs of them keep the search linear. */
function pattern(tags: string[]): RegExp {
  const words = [...tags].sort((a, b) => b.length - a.length).map(quoted).join('|');
  const blanks = '\\s{0,20}';
  const rewritten = '(?:https?://)?(?:www\\.)?';
  const number = '0{0,10}([1-9][0-9]{0,9})';
  return new RegExp(`[[(]${blanks}${rewritten}(${words})/?${blanks}#${blanks}${number}${blanks}[\\])]`, 'gi');
}

function quoted(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}
