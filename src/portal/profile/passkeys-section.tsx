import type { FC } from 'hono/jsx';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { Moment } from '../parts/moment.tsx';
import type { SecurityProps } from './security.tsx';

/** The reader's passkeys, and one more. Making one needs script; everything else does not. */
export const PasskeysSection: FC<SecurityProps> = ({ reader: { text }, now, ways }) => {
  const words = text.security.passkeys;
  return (
    <section class="card" aria-labelledby="passkeys">
      <h2 id="passkeys">{words.title}</h2>
      <p class="hint">{words.what}</p>
      {ways.passkeys.length > 0 && (
        <ul class="ways">
          {ways.passkeys.map((passkey) => (
            <li>
              <span><strong>{passkey.name || words.nameless}</strong> <span class="hint">{words.added} <Moment instant={passkey.createdAt} now={now} look="entry" />
                {passkey.lastUsedAt !== null && <> · {words.used} <Moment instant={passkey.lastUsedAt} now={now} look="entry" /></>}</span></span>
              <form method="post" action="/profile/security/passkeys/remove">
                <input type="hidden" name="id" value={passkey.id} />
                <Button look="danger" says={passkey.name}>{text.security.remove}</Button>
              </form>
            </li>
          ))}
        </ul>
      )}
      <div class="passkey" data-passkey="add" data-failed={words.failed} hidden>
        <Field name="passkey_name" label={words.name} hint={words.nameHint} maxlength={60} />
        <button type="button" class="plain">{words.add}</button>
        <p class="error" role="alert" hidden></p>
        <script src="/passkeys.js" defer></script>
      </div>
      <noscript><p class="hint">{words.needsScript}</p></noscript>
    </section>
  );
};
