import type { Failure } from '../../rules/letter-kinds.ts';
import type { Text } from '../../text/text.ts';

/** Why a letter was not sent or did not arrive, in plain words; null: nothing is known. What the platform said by a code of its own stands as it is if we do not know it. */
export function reasonInWords({ reason, failure }: { reason: string | null; failure: Failure | null }, text: Text): string | null {
  const { history, troubles } = text.portal;
  if (failure !== null) return history.machine.bounceReason[failure.reason];
  if (reason === null) return null;
  const code = /^E_[A-Z_]+/.exec(reason)?.[0] ?? '';
  return history.letters.notSent[reason] ?? troubles.codes[code] ?? (code.startsWith('E_HEADER') ? troubles.codes['E_HEADER'] : undefined) ?? reason;
}

/** The platform's or the server's own words, for those who know them; null where they say no more. */
export function exactWords({ reason, failure }: { reason: string | null; failure: Failure | null }): string | null {
  if (failure !== null) return failure.words === '' ? null : failure.words;
  return reason !== null && reason.startsWith('E_') ? reason : null;
}
