/** The only door to axe-core: finds what keeps people from reading and using a page (WCAG 2.2 AA). */

import axe, { type AxeResults, type RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const asked: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  // The mail in its frame is its sender's, and nothing runs in there.
  iframes: false,
  resultTypes: ['violations'],
};

/** Each fault of the page as `rule: element`; none is what we want. Folded parts are opened, so that they are looked at too. */
export async function barriers(page: Page): Promise<string[]> {
  await page.locator('details').evaluateAll((folded) => folded.forEach((one) => one.setAttribute('open', '')));
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<AxeResults>(`axe.run(${JSON.stringify(asked)})`);
  return violations.flatMap((violation) => violation.nodes.map((node) => `${violation.id}: ${node.target.join(' ')}`));
}
