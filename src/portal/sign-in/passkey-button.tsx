import type { FC } from 'hono/jsx';
import type { Text } from '../../text/text.ts';

/** Signs in with a passkey. A browser without script or without passkeys never shows it (`public/passkeys.js`). */
export const PasskeyButton: FC<{ text: Text; next: string }> = ({ text, next }) => (
  <div class="passkey" data-passkey="sign-in" data-next={next} data-failed={text.signIn.passkey.failed} hidden>
    <button type="button" class="plain">{text.signIn.passkey.use}</button>
    <p class="error" role="alert" hidden></p>
    <script src="/passkeys.js" defer></script>
  </div>
);
