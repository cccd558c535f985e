/** How somebody uses a page: with a mouse, or with nothing but a keyboard and no single keys. */

import type { Locator, Page } from 'playwright-core';

export type Hands = {
  /** Follows a link, presses a button, ticks a box. */
  press: (place: Locator) => Promise<void>;
  /** Puts the text where there was another. */
  write: (field: Locator, text: string) => Promise<void>;
  /** The option of this name. */
  choose: (field: Locator, option: string) => Promise<void>;
};

export function mouse(): Hands {
  return {
    press: async (place) => {
      await unfold(place, (summary) => summary.click());
      await place.click();
    },
    write: async (field, text) => {
      await unfold(field, (summary) => summary.click());
      await field.click();
      await field.fill(text);
    },
    choose: async (field, option) => {
      await unfold(field, (summary) => summary.click());
      await field.selectOption({ label: option });
    },
  };
}

export function keyboard(page: Page): Hands {
  const go = (place: Locator) => reach(page, place);
  const open = (summary: Locator) => go(summary).then(() => page.keyboard.press('Enter'));
  return {
    press: async (place) => {
      await unfold(place, open);
      await go(place);
      await page.keyboard.press((await place.getAttribute('type')) === 'checkbox' ? 'Space' : 'Enter');
    },
    write: async (field, text) => {
      await unfold(field, open);
      await go(field);
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.type(text);
    },
    choose: async (field, option) => {
      await unfold(field, open);
      await go(field);
      await page.keyboard.type(option);
    },
  };
}

/** What is folded away is opened first. */
async function unfold(place: Locator, open: (summary: Locator) => Promise<unknown>): Promise<void> {
  const summary = place.locator('xpath=ancestor::details[not(@open)][not(ancestor-or-self::summary)]/summary').first();
  if (!(await place.isVisible()) && (await summary.count()) > 0) await open(summary);
}

/** More places than any page has. */
const MOST_PLACES = 400;

/** Tab until the focus is there. Throws where it never gets: then the place is for mice alone. */
async function reach(page: Page, place: Locator): Promise<void> {
  for (let tabs = 0; tabs < MOST_PLACES; tabs += 1) {
    if (await place.evaluate((element) => element === element.ownerDocument.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The keyboard does not get to ${place}`);
}
