import type { FC } from 'hono/jsx';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '../../rules/password.ts';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import type { SecurityProps } from './security.tsx';

export const PasswordSection: FC<SecurityProps> = ({ reader: { text, person }, ways, errors }) => {
  const words = text.security.password;
  const chosen = text.signIn.chosen;
  const bounds = { minlength: SHORTEST_PASSWORD, maxlength: LONGEST_PASSWORD, type: 'password', autocomplete: 'new-password', required: true } as const;
  const wrong = errors['password'] !== undefined || errors['password_again'] !== undefined;
  return (
    <section class="card" aria-labelledby="password-title">
      <h2 id="password-title">{words.title}</h2>
      <p class="hint">{ways.hasPassword ? words.what : words.none}</p>
      <details class="change" open={wrong}>
        <summary>{ways.hasPassword ? words.change : words.set}</summary>
        <form class="stack" method="post" action="/profile/security/password" novalidate>
          <input type="text" name="username" autocomplete="username" value={person?.address ?? ''} readonly hidden />
          <Field name="password" label={chosen.password} hint={chosen.hint(SHORTEST_PASSWORD)} error={errors['password']} {...bounds} />
          <Field name="password_again" label={chosen.again} error={errors['password_again']} {...bounds} />
          <div class="row"><Button>{chosen.send}</Button></div>
        </form>
      </details>
    </section>
  );
};
