/** `GET /sign-in/company`: to the company's own sign-in. `GET /sign-in/company/back`: what it answers. */

import type { Context } from 'hono';
import { askCompany, readCompanyAnswer, type Company } from '../../directory/company-sign-in.ts';
import { findAccount } from '../../directory/credentials.ts';
import { beginStep, takeStep } from '../../directory/sign-in-steps.ts';
import { isStaff } from '../../rules/ticket.ts';
import { companySecret } from '../../secrets.ts';
import { errorPage } from '../errors.tsx';
import { ownPath } from '../own-path.ts';
import { Heading } from '../parts/heading.tsx';
import { Layout } from '../parts/layout.tsx';
import type { PortalEnv } from '../portal-env.ts';
import { readerOf } from '../reader.ts';
import { completeSignIn } from './complete.ts';
import { siteOf } from './passkey.ts';
import { deleteStepCookie, readStepCookie, setStepCookie } from './step-cookie.ts';

/** A link and no form, because a form may lead nowhere else (`form-action 'self'`). */
export async function goToCompany(c: Context<PortalEnv>) {
  const company = companyOf(c);
  if (company === null) return errorPage(c, 'notFound');
  try {
    const { url, asked } = await askCompany(company, redirectUri(c), c.var.at);
    const facts = { ...asked, next: ownPath(c.req.query('next') ?? '/') };
    setStepCookie(c, await beginStep(c.env.DB, 'company', { personId: null, facts }, c.var.at));
    return c.redirect(url.href, 303);
  } catch (fault) {
    console.error('The company’s sign-in could not be asked', { issuer: company.issuer, fault });
    return notLetIn(c, c.var.text.signIn.company.failed);
  }
}

/** Only staff that exists here comes in this way: the company says who somebody is, not what they may do here. */
export async function comeFromCompany(c: Context<PortalEnv>) {
  const company = companyOf(c);
  const step = company === null ? null : await takeStep(c.env.DB, 'company', readStepCookie(c), c.var.at);
  deleteStepCookie(c);
  const { failed, unknown } = c.var.text.signIn.company;
  const { state, nonce, verifier, next } = step?.facts ?? {};
  if (company === null || state === undefined || nonce === undefined || verifier === undefined) return notLetIn(c, failed);

  const { search } = new URL(c.req.url);
  try {
    const address = await readCompanyAnswer(company, new URL(redirectUri(c) + search), { state, nonce, verifier }, c.var.at);
    const account = address === null ? null : await findAccount(c.env.DB, address);
    if (account === null || account.person.disabledAt !== null || !isStaff(account.person.role)) return notLetIn(c, unknown);
    return c.redirect(await completeSignIn(c, account.person, 'strong', next ?? '/'), 303);
  } catch (fault) {
    console.warn('The company’s sign-in answered what cannot be taken', { issuer: company.issuer, fault });
    return notLetIn(c, failed);
  }
}

/** Null without the settings or the secret. */
function companyOf(c: Context<PortalEnv>): Company | null {
  const { company } = c.var.settings;
  const clientSecret = companySecret();
  return company === null || clientSecret === null ? null : { issuer: company.issuer, clientId: company.clientId, clientSecret };
}

function redirectUri(c: Context<PortalEnv>): string {
  return `${siteOf(c).origin}/sign-in/company/back`;
}

function notLetIn(c: Context<PortalEnv>, what: string) {
  const reader = readerOf(c);
  const words = reader.text.signIn;
  return c.html(
    <Layout {...reader} title={words.form.title} width="narrow" here="/sign-in">
      <Heading title={words.form.title} />
      <p>{what}</p>
      <p>{words.company.todo}</p>
      <p><a class="button" href="/sign-in">{words.forgotten.back}</a></p>
      <p class="hint">{words.form.help(reader.settings.helpContact)}</p>
    </Layout>,
    403,
  );
}
