/** `GET POST /password/new?token=…`: sets the password. Looking at the form uses nothing up, sending it does (W03). */

import type { Context } from 'hono';
import type { FC } from 'hono/jsx';
import { setPassword, type Account } from '../../directory/credentials.ts';
import { hasLeaked } from '../../directory/leaked-passwords.ts';
import { findPasswordLink, usePasswordLink } from '../../directory/password-links.ts';
import { hasAdmin, setRole } from '../../directory/people.ts';
import { LONGEST_PASSWORD, passwordFault, SHORTEST_PASSWORD } from '../../rules/password.ts';
import type { Address } from '../../rules/ticket.ts';
import type { Settings } from '../../settings.ts';
import type { Text } from '../../text/text.ts';
import { audit } from '../audit.ts';
import { errorPage } from '../errors.tsx';
import { Button } from '../parts/button.tsx';
import { Field, type FieldErrors } from '../parts/field.tsx';
import { Heading } from '../parts/heading.tsx';
import { Layout, type Reader } from '../parts/layout.tsx';
import { WrongFields } from '../parts/notice.tsx';
import type { PortalEnv } from '../portal-env.ts';
import { readerOf } from '../reader.ts';
import { readForm, type SentForm } from '../sent-form.ts';
import { deleteSessionCookie } from '../session-cookie.ts';
import { wrongLinkPage } from './wrong-link.tsx';

export async function showNewPassword(c: Context<PortalEnv>) {
  const token = c.req.query('token') ?? '';
  const account = await findPasswordLink(c.env.DB, token, c.var.at);
  if (account === null) return wrongLinkPage(c);
  return c.html(<NewPassword reader={readerOf(c)} address={account.person.address} token={token} errors={{}} />);
}

export async function newPassword(c: Context<PortalEnv>) {
  const { settings, text, at } = c.var;
  const token = c.req.query('token') ?? '';
  const account = await findPasswordLink(c.env.DB, token, at);
  if (account === null) return wrongLinkPage(c);
  const form = await readForm(c);
  if (form === null) return errorPage(c, 'badInput');
  const { address } = account.person;
  const errors = await wrongInPassword(form, { address, settings, text });
  if (Object.keys(errors).length > 0) return c.html(<NewPassword reader={readerOf(c)} address={address} token={token} errors={errors} />, 422);

  if (!(await usePasswordLink(c.env.DB, token, at))) return wrongLinkPage(c);
  if (await becomesAdmin(c.env, settings, account)) await setRole(c.env.DB, account.person.id, 'admin');
  await setPassword(c.env.DB, account.person.id, form.text('password'), at);
  audit(c, { action: 'passwordSet', by: address });
  deleteSessionCookie(c);
  return c.redirect('/password/saved', 303);
}

/** What is wrong with a new password typed twice, by field. Only one that is right otherwise is looked up among leaked ones. */
export async function wrongInPassword(form: SentForm, about: { address: Address; settings: Settings; text: Text }): Promise<FieldErrors> {
  const words = about.text.signIn.chosen;
  const [password, again] = [form.text('password'), form.text('password_again')];
  const fault = passwordFault(password, namesAround(about.address, about.settings));
  const leaked = fault === null && again === password && (await hasLeaked(about.settings.leakedPasswords, password));
  return {
    ...(fault === null ? {} : { password: words.faults[fault] }),
    ...(leaked ? { password: words.leaked } : {}),
    ...(again === '' ? { password_again: words.noAgain } : again === password ? {} : { password_again: words.differs }),
  };
}

/** What somebody who wants in would think of first (SW07). */
function namesAround(address: Address, { siteName, supportAddress, subjectTag, publicUrl }: Settings): string[] {
  return [address, ...address.split('@'), siteName, supportAddress, subjectTag, new URL(publicUrl).hostname];
}

/** ADMINS are admins from their first password on, and again if the desk has none left: what admins decide later holds. */
async function becomesAdmin(env: Env, settings: Settings, { person, hasPassword }: Account): Promise<boolean> {
  return settings.admins.includes(person.address) && (!hasPassword || !(await hasAdmin(env.DB)));
}

type NewPasswordProps = { reader: Reader; address: Address; token: string; errors: FieldErrors };

const NewPassword: FC<NewPasswordProps> = ({ reader, address, token, errors }) => {
  const words = reader.text.signIn.chosen;
  const here = `/password/new?token=${token}`;
  const bounds = { minlength: SHORTEST_PASSWORD, maxlength: LONGEST_PASSWORD, type: 'password', autocomplete: 'new-password', required: true } as const;
  return (
    <Layout {...reader} title={words.title} width="narrow" here={here}>
      <Heading title={words.title} lead={words.lead(address)} />
      <WrongFields errors={errors} text={reader.text} />
      <form class="sheet" method="post" action={here} novalidate>
        <input type="text" name="username" autocomplete="username" value={address} readonly hidden />
        <Field name="password" label={words.password} hint={words.hint(SHORTEST_PASSWORD)} error={errors['password']} autofocus {...bounds} />
        <Field name="password_again" label={words.again} error={errors['password_again']} {...bounds} />
        <div class="row"><Button>{words.send}</Button></div>
      </form>
    </Layout>
  );
};
