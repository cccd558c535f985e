/** `GET POST /secrets/TOKEN`: whoever has the link types what an agent asked for (S18). Looking uses nothing up, sending does (W03). */

import type { Context } from 'hono';
import type { FC } from 'hono/jsx';
import { noReach } from '../../rules/reach.ts';
import { LONGEST_SECRET } from '../../rules/secrets.ts';
import type { AskedSecret } from '../../rules/asked-secret.ts';
import type { Refusal } from '../../rules/ticket.ts';
import { readSecretToken, seal, type SecretPlace } from '../../ticket/sealed-text.ts';
import { ticketOf } from '../../ticket/tickets.ts';
import { errorPage } from '../errors.tsx';
import { Button } from '../parts/button.tsx';
import { TextArea, type FieldErrors } from '../parts/field.tsx';
import { Heading } from '../parts/heading.tsx';
import { Layout, type Reader } from '../parts/layout.tsx';
import { WrongFields } from '../parts/notice.tsx';
import type { PortalEnv } from '../portal-env.ts';
import { readerOf } from '../reader.ts';
import { readForm } from '../sent-form.ts';

export async function showGiveSecret(c: Context<PortalEnv>) {
  const asked = await askedFor(c);
  if (asked === null || asked.state === 'withdrawn' || asked.state === 'expired') return overPage(c);
  if (asked.state !== 'asked') return c.html(<Given reader={readerOf(c)} />);
  return c.html(<GiveForm reader={readerOf(c)} secret={asked} here={here(c)} errors={{}} />);
}

export async function giveSecret(c: Context<PortalEnv>) {
  const asked = await askedFor(c);
  if (asked === null || asked.state !== 'asked') return asked?.state === 'given' || asked?.state === 'seen' ? c.redirect(here(c), 303) : overPage(c);
  const form = await readForm(c);
  if (form === null) return errorPage(c, 'badInput');
  const errors = wrongIn(form.text('secret'), readerOf(c));
  if (errors !== null) return c.html(<GiveForm reader={readerOf(c)} secret={asked} here={here(c)} errors={errors} />, 422);

  const place = { number: asked.number, secret: asked.id };
  const giver = { address: asked.of, name: '', role: 'requester', language: c.var.language, reach: noReach } as const;
  const given = { kind: 'giveSecret', secret: asked.id, sealed: await seal(form.text('secret'), place) } as const;
  const outcome = await ticketOf(c.env, asked.number).act(given, giver, c.var.at);
  return outcome.ok || isGiven(outcome.refusal) ? c.redirect(here(c), 303) : overPage(c);
}

/** What the link asks for; null if it never was one of ours. */
async function askedFor(c: Context<PortalEnv>): Promise<(AskedSecret & Pick<SecretPlace, 'number'>) | null> {
  const place = readSecretToken(c.req.param('token') ?? '');
  const asked = place === null ? null : await ticketOf(c.env, place.number).askedSecret(place.secret, c.var.at);
  return place === null || asked === null ? null : { ...asked, number: place.number };
}

/** Two sent it at the same time: the first is kept. */
function isGiven(refusal: Refusal): boolean {
  return refusal === 'secretOver';
}

/** What was typed is not shown again, so that it is on no page. */
function wrongIn(typed: string, { text }: Reader): FieldErrors | null {
  if (typed.trim() === '') return { secret: text.portal.secrets.page.missing };
  return typed.length > LONGEST_SECRET ? { secret: text.portal.secrets.page.long(LONGEST_SECRET) } : null;
}

function here(c: Context<PortalEnv>): string {
  return `/secrets/${c.req.param('token') ?? ''}`;
}

const GiveForm: FC<{ reader: Reader; secret: AskedSecret; here: string; errors: FieldErrors }> = ({ reader, secret, here, errors }) => {
  const words = reader.text.portal.secrets.page;
  return (
    <Layout {...reader} title={words.title} width="narrow" here={here}>
      <Heading title={words.title} lead={words.lead} />
      <WrongFields errors={errors} text={reader.text} />
      <form class="sheet" method="post" action={here} novalidate autocomplete="off">
        <TextArea name="secret" label={secret.label} hint={words.hint} error={errors['secret']} rows={3} required />
        <div class="row"><Button>{words.send}</Button></div>
      </form>
    </Layout>
  );
};

const Given: FC<{ reader: Reader }> = ({ reader }) => {
  const words = reader.text.portal.secrets.given;
  return (
    <Layout {...reader} title={words.title} width="narrow">
      <Heading title={words.title} />
      <p>{words.what}</p>
    </Layout>
  );
};

/** One page for every link that does not work, so that nobody learns why (SW09). */
function overPage(c: Context<PortalEnv>) {
  const reader = readerOf(c);
  const words = reader.text.portal.secrets.over;
  return c.html(
    <Layout {...reader} title={words.title} width="narrow">
      <Heading title={words.title} />
      <p>{words.what}</p>
      <p>{words.todo}</p>
    </Layout>,
    410,
  );
}
