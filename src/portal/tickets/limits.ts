/** What a form may hold (SW20). Bytes are limited before anything is read, see portal.tsx. */

/** Characters of one text. */
export const LONGEST_TEXT = 200_000;
export const MOST_FILES = 20;
