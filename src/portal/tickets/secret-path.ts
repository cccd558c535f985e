import { secretToken, type SecretPlace } from '../../ticket/sealed-text.ts';

/** Where a credential is given; null while secrets are off. */
export function secretPath(place: SecretPlace): string | null {
  const token = secretToken(place);
  return token === null ? null : `/secrets/${token}`;
}
