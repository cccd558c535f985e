/** One browser for all files of a run: two that begin at once would each start what the other is still unpacking. */

import { executable } from '../support/browser.ts';

export default async function setup(): Promise<void> {
  await executable();
}
