/** What we make of a mail's sender before we ask where it belongs. */

import { automaticKind, wantsNoAnswer } from '../rules/automatic-mail.ts';
import type { Automatic, Envelope, Mail, Verdict } from '../rules/mail.ts';
import type { Settings } from '../settings.ts';
import { readStamp } from './screen.ts';

export type Screened = {
  mail: Mail;
  verdict: Verdict;
  /** Cloudflare did not stamp it, and should have (SA06). */
  unstamped: boolean;
  automatic: Automatic;
  /** The sender asked for no acknowledgement (A12). */
  silent: boolean;
};

/** With authentication `off` (on this machine only) every sender counts as authenticated. */
export function screen(mail: Mail, raw: Uint8Array, known: { envelope: Envelope; authentication: Settings['mailAuthentication'] }): Screened {
  const { envelope, authentication } = known;
  const { stamped, verdict } = authentication === 'off' ? unchecked(mail) : readStamp(raw, envelope, mail.from?.address ?? null);
  return {
    mail,
    verdict,
    unstamped: !stamped,
    automatic: automaticKind(mail, envelope),
    silent: wantsNoAnswer(mail),
  };
}

function unchecked({ from }: Mail): { stamped: boolean; verdict: Verdict } {
  return { stamped: true, verdict: from === null ? 'none' : 'pass' };
}
