/** The one letter that belongs to no ticket, and so to no outbox: whoever waits for it can ask again. */

import type { Settings } from '../settings.ts';
import type { PasswordFacts } from './letter-facts.ts';
import { send } from './send.ts';
import { renderPasswordLetter } from './templates/render-letter.ts';

/** Sends the link to `asked.to`. Neither it nor the letter is recorded. Throws if the platform does not take the mail. */
export async function sendPasswordLetter(
  env: Env,
  settings: Settings,
  asked: Omit<PasswordFacts, 'siteName' | 'helpContact'>,
): Promise<void> {
  const { siteName, helpContact, supportAddress } = settings;
  const letter = renderPasswordLetter({ ...asked, siteName, helpContact });
  const result = await send(env.MAIL, {
    ...letter,
    from: { address: supportAddress, name: siteName },
    to: asked.to,
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All', 'Content-Language': asked.language },
  });
  if (result.kind !== 'sent') throw new Error(`The password letter was not taken: ${result.reason}`);
}
