/** The words of days and times, German and English. Both are read whatever language somebody has. */

import { fold } from '../search-text.ts';

/** Days from today. */
export const dayWords: ReadonlyMap<string, number> = folded([
  ['today', 0], ['heute', 0],
  ['yesterday', -1], ['gestern', -1],
  ['tomorrow', 1], ['morgen', 1],
  ['day after tomorrow', 2], ['übermorgen', 2],
]);

/** Monday is 0. */
export const weekdays: ReadonlyMap<string, number> = folded(
  [
    ['monday', 'mon', 'montag', 'mo'],
    ['tuesday', 'tue', 'tues', 'dienstag', 'di'],
    ['wednesday', 'wed', 'mittwoch', 'mi'],
    ['thursday', 'thu', 'thur', 'thurs', 'donnerstag', 'do'],
    ['friday', 'fri', 'freitag', 'fr'],
    ['saturday', 'sat', 'samstag', 'sonnabend', 'sa'],
    ['sunday', 'sun', 'sonntag', 'so'],
  ].flatMap((names, day) => names.map((name): [string, number] => [name, day])),
);

/** January is 1. */
export const months: ReadonlyMap<string, number> = folded(
  [
    ['january', 'jan', 'januar', 'jänner'],
    ['february', 'feb', 'februar'],
    ['march', 'mar', 'märz', 'mär', 'mrz'],
    ['april', 'apr'],
    ['may', 'mai'],
    ['june', 'jun', 'juni'],
    ['july', 'jul', 'juli'],
    ['august', 'aug'],
    ['september', 'sep', 'sept'],
    ['october', 'oct', 'oktober', 'okt'],
    ['november', 'nov'],
    ['december', 'dec', 'dezember', 'dez'],
  ].flatMap((names, month) => names.map((name): [string, number] => [name, month + 1])),
);

export type Unit = 'minute' | 'hour' | 'day' | 'week' | 'month';

export const unitWords: ReadonlyMap<string, Unit> = folded([
  ['minute', 'minute'], ['minutes', 'minute'], ['min', 'minute'], ['minuten', 'minute'],
  ['hour', 'hour'], ['hours', 'hour'], ['h', 'hour'], ['stunde', 'hour'], ['stunden', 'hour'], ['std', 'hour'],
  ['day', 'day'], ['days', 'day'], ['d', 'day'], ['tag', 'day'], ['tage', 'day'], ['tagen', 'day'], ['t', 'day'],
  ['week', 'week'], ['weeks', 'week'], ['w', 'week'], ['woche', 'week'], ['wochen', 'week'],
  ['month', 'month'], ['months', 'month'], ['monat', 'month'], ['monate', 'month'], ['monaten', 'month'],
]);

export const countWords: ReadonlyMap<string, number> = folded([
  ['a', 1], ['an', 1], ['one', 1], ['ein', 1], ['eine', 1], ['einem', 1], ['einen', 1], ['einer', 1],
  ['two', 2], ['zwei', 2],
  ['three', 3], ['drei', 3],
  ['four', 4], ['vier', 4],
]);

/** `next`: of the week after this one; the others say no more than the day alone. */
export const nextWords: ReadonlySet<string> = new Set(['next', 'nächste', 'nächsten', 'nächster', 'nächstes', 'nächstem'].map(fold));
export const comingWords: ReadonlySet<string> = new Set(['this', 'coming', 'diesen', 'dieser', 'kommenden', 'kommender'].map(fold));

/** Minutes after midnight; `after`: hours said with it are those after noon. */
export const dayTimes: ReadonlyMap<string, { minute: number; after: boolean }> = folded([
  ['morning', { minute: 480, after: false }], ['morgen', { minute: 480, after: false }], ['früh', { minute: 480, after: false }], ['morgens', { minute: 480, after: false }],
  ['vormittag', { minute: 600, after: false }], ['vormittags', { minute: 600, after: false }],
  ['noon', { minute: 720, after: false }], ['mittag', { minute: 720, after: false }], ['mittags', { minute: 720, after: false }],
  ['afternoon', { minute: 840, after: true }], ['nachmittag', { minute: 840, after: true }], ['nachmittags', { minute: 840, after: true }],
  ['evening', { minute: 1080, after: true }], ['abend', { minute: 1080, after: true }], ['abends', { minute: 1080, after: true }],
]);

/** They say nothing that is needed. */
export const fillers: ReadonlySet<string> = new Set(['at', 'on', 'the', 'by', 'until', 'till', 'um', 'am', 'den', 'dem', 'der', 'bis', 'ab', 'zum', 'of', 'uhr'].map(fold));

/** Words are compared folded, so that `fällig` and `faellig` are one. */
export function folded<Value>(words: [string, Value][]): ReadonlyMap<string, Value> {
  return new Map(words.map(([word, value]) => [fold(word), value]));
}
