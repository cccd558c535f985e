import type { FC } from 'hono/jsx';
import { Button } from '../parts/button.tsx';
import type { SecurityProps } from './security.tsx';

/** The authenticator app and its recovery codes. */
export const AuthenticatorSection: FC<SecurityProps> = ({ reader: { text }, ways }) => {
  const words = text.security.authenticator;
  return (
    <section class="card" aria-labelledby="authenticator">
      <h2 id="authenticator">{words.title}</h2>
      <p class="hint">{words.what}</p>
      {!ways.app && <p><a class="button plain" href="/profile/security/authenticator">{words.setUp}</a></p>}
      {ways.app && (
        <>
          <p>{words.on} {words.codesLeft(ways.codesLeft)}</p>
          <div class="steps">
            <form method="post" action="/profile/security/recovery-codes"><Button look="plain">{words.newCodes}</Button></form>
            <form method="post" action="/profile/security/authenticator/remove"><Button look="danger">{text.security.remove}</Button></form>
          </div>
        </>
      )}
    </section>
  );
};
