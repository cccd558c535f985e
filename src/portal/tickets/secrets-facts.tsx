import type { FC } from 'hono/jsx';
import { LONGEST_LABEL } from '../../rules/secrets.ts';
import type { AskedSecret } from '../../rules/asked-secret.ts';
import { secretsKey } from '../../secrets.ts';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { Moment } from '../parts/moment.tsx';
import { Notice } from '../parts/notice.tsx';
import { draftOf, fieldId } from './draft.ts';
import type { FactsProps } from './facts.tsx';
import { secretPath } from './secret-path.ts';

/** Credentials that are asked for (S18): agents ask, see once and withdraw; who is asked finds the way to give it. */
export const SecretsFacts: FC<FactsProps> = (props) => {
  const { page: { secrets, rights }, reader: { text } } = props;
  if (secrets.length === 0 && !rights.change) return null;
  return (
    <section class="secrets">
      <h2>{text.portal.secrets.title}</h2>
      {secrets.length > 0 && <ul>{secrets.map((secret) => <Secret secret={secret} {...props} />)}</ul>}
      {rights.change && <AskForm {...props} />}
    </section>
  );
};

/** Above the ticket for whoever is asked: nothing else there needs them as much. */
export const AskedNotice: FC<FactsProps> = ({ page: { number, secrets }, reader: { text, person } }) => {
  const asked = secrets.flatMap((secret) => {
    const link = wayToGive(secret, { number, reader: person });
    return link === null ? [] : [{ label: secret.label, link }];
  });
  if (asked.length === 0) return null;
  const words = text.portal.secrets;
  return (
    <Notice tone="careful">
      <p><strong>{words.asksYou}</strong></p>
      {asked.map(({ label, link }) => <p class="row"><span>{label}</span> <a class="button" href={link}>{words.give}</a></p>)}
    </Notice>
  );
};

/** Null for everybody but the one who is asked, and once it is over. */
function wayToGive({ id, of, state }: AskedSecret, { number, reader }: { number: number; reader: FactsProps['reader']['person'] }): string | null {
  return of === reader?.address && state === 'asked' ? secretPath({ number, secret: id }) : null;
}

const Secret: FC<FactsProps & { secret: AskedSecret }> = ({ secret, page: { number, rights }, reader: { text, person }, now }) => {
  const words = text.portal.secrets;
  const link = wayToGive(secret, { number, reader: person });
  return (
    <li>
      <b>{secret.label}</b> <span class="remarks">{words.states[secret.state]} · {words.until} <Moment instant={secret.until} now={now} look="entry" /></span>
      {link !== null && <a class="button" href={link}>{words.give}</a>}
      {secret.state === 'given' && secret.by === person?.address && <OneClick to="see" secret={secret} number={number} look="plain">{words.see}</OneClick>}
      {rights.change && <OneClick to="withdraw" secret={secret} number={number} look="link">{words.withdraw}</OneClick>}
    </li>
  );
};

const OneClick: FC<{ to: 'see' | 'withdraw'; secret: AskedSecret; number: number; look: 'plain' | 'link'; children?: string }> = ({ to, secret, number, look, children }) => (
  <form method="post" action={`/tickets/${number}/secrets/${secret.id}/${to}`}>
    <Button look={look} says={secret.label}>{children}</Button>
  </form>
);

const AskForm: FC<FactsProps> = ({ page: { number }, reader: { text }, draft }) => {
  const words = text.portal.secrets;
  const { typed, errors } = draftOf(draft, 'secrets');
  return (
    <details class="change" open={Object.keys(errors).length > 0}>
      <summary>{words.ask} …</summary>
      {secretsKey() === null ? <p class="hint">{words.off}</p> : (
        <form method="post" action={`/tickets/${number}/secrets`} novalidate>
          <Field name="label" id={fieldId('secrets', 'label')} label={words.label} hint={words.labelHint} value={typed['label']} error={errors['label']} maxlength={LONGEST_LABEL} autocomplete="off" required />
          <Button look="plain">{words.send}</Button>
        </form>
      )}
    </details>
  );
};
