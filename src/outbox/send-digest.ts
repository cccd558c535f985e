/** The letter of the day to an agent. It belongs to no ticket, and so to no outbox: the job that sends it marks what became of it. */

import type { Settings } from '../settings.ts';
import type { DigestFacts } from './letter-facts.ts';
import { send, type SendResult } from './send.ts';
import { renderDigest } from './templates/render-letter.ts';

type Asked = Omit<DigestFacts, 'siteName' | 'helpContact' | 'publicUrl'>;

/** Never throws. Mail programs offer the way to the choices as the way to unsubscribe (RFC 2369 section 3.2). */
export async function sendDigest(env: Env, settings: Settings, asked: Asked): Promise<SendResult> {
  const { siteName, helpContact, publicUrl, supportAddress } = settings;
  return send(env.MAIL, {
    ...renderDigest({ ...asked, siteName, helpContact, publicUrl }),
    from: { address: supportAddress, name: siteName },
    to: asked.to.address,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      // Whatever rewrites a letter and sends it back keeps this (A15).
      'X-Loop': supportAddress,
      'Content-Language': asked.language,
      'List-Unsubscribe': `<${publicUrl}/profile#letters>`,
    },
  });
}
