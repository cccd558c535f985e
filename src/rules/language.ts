/** Which of our languages a text is written in. */

import type { Language } from './ticket.ts';

/** Enough of a text to tell; quotes below it may be in another language. */
const READ = 4000;

/** Frequent words of one language that are no words of the other. */
const GERMAN = words(`der das und ist nicht ich sie wir ein eine einen einem mit auf für dem den zu zum zur haben habe hat bitte kann können
  mein meine unser unsere ihr ihre von bei auch noch aber oder wenn dass sich wird werden wurde nach seit hallo guten tag danke vielen dank
  grüße grüßen gruß freundlichen geehrte geehrter wie warum funktioniert geht leider schon nur mehr kein keine über beim vom es uns mir mich im`);
const ENGLISH = words(`the and is are not i you we a of to for with have has had please can could my our your from at this that these it its
  but or if when will would be been hello hi dear thanks thank regards kind best how why does do did works working unfortunately only more no
  there what which they he she an on by as me us am my any get`);

/**
 * German or English, by its frequent words and by umlauts; null if the text is too short, in neither, or evenly mixed. Reads the
 * first 4,000 characters, in linear time.
 */
export function guessLanguage(text: string): Language | null {
  const found = text.slice(0, READ).toLowerCase().match(/\p{L}+/gu) ?? [];
  const german = found.filter((word) => GERMAN.has(word) || /[äöüß]/.test(word)).length;
  const english = found.filter((word) => ENGLISH.has(word)).length;

  const most = Math.max(german, english);
  if (most < 2 || most * 10 < found.length) return null;
  if (german >= english * 1.5) return 'de';
  return english >= german * 1.5 ? 'en' : null;
}

function words(list: string): Set<string> {
  return new Set(list.split(/\s+/));
}
