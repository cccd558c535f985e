/** `GET POST /confirm?token=…`: whoever was asked says whether a mail at the door is theirs, or from somebody they know. Looking changes nothing (W03). */

import type { Context } from 'hono';
import type { FC } from 'hono/jsx';
import * as v from 'valibot';
import { findConfirmation, useConfirmation } from '../../directory/confirmations.ts';
import { answerQuestion, isOwn, type Answering } from '../../inbound/answer-question.ts';
import { parseMail } from '../../inbound/parse.ts';
import { readRaw } from '../../inbound/raw-mails.ts';
import { errorPage } from '../errors.tsx';
import { Button } from '../parts/button.tsx';
import { Heading } from '../parts/heading.tsx';
import { Layout, type Reader } from '../parts/layout.tsx';
import { Moment } from '../parts/moment.tsx';
import type { Clock } from '../parts/times.ts';
import type { PortalEnv } from '../portal-env.ts';
import { clockOf, readerOf } from '../reader.ts';
import { readForm } from '../sent-form.ts';
import { overPage } from './said.tsx';

/** Characters: enough to know one's own mail again. */
const LONGEST_SHOWN = 3000;

export async function showConfirm(c: Context<PortalEnv>) {
  const asked = await askedBy(c);
  if (asked === null) return overPage(c);
  const text = isOwn(asked) ? await textOf(c.env, asked.mail.key) : null;
  return c.html(<Confirm reader={readerOf(c)} now={clockOf(c)} asked={asked} text={text} token={c.req.query('token') ?? ''} />);
}

/** The answer is carried out before the link is used up: after a fault it can be given again, and given twice it is one. */
export async function confirm(c: Context<PortalEnv>) {
  const asked = await askedBy(c);
  if (asked === null) return overPage(c);
  const answer = v.safeParse(v.picklist(['yes', 'no']), (await readForm(c))?.text('answer'));
  if (!answer.success) return errorPage(c, 'badInput');
  const said = await answerQuestion(c.env, c.var.settings, asked, answer.output, c.var.at);
  await useConfirmation(c.env.DB, c.req.query('token'), c.var.at);
  return said === null ? overPage(c) : c.redirect(`/confirm/said?as=${said}`, 303);
}

async function askedBy(c: Context<PortalEnv>): Promise<Answering | null> {
  const found = await findConfirmation(c.env.DB, c.req.query('token'), c.var.at);
  return found === null ? null : { ...found, language: c.var.language };
}

/** Null if it cannot be read. What came in with somebody else's key is not shown at all: it may be meant to be read here (SJ02). */
async function textOf(env: Env, key: string): Promise<string | null> {
  try {
    const mail = await parseMail(await readRaw(env.BYTES, key));
    return mail.displayed ? mail.text.trim() : null;
  } catch (fault) {
    console.warn('A mail could not be shown', { intake: key, fault });
    return null;
  }
}

type ConfirmProps = { reader: Reader; now: Clock; asked: Answering; text: string | null; token: string };

const Confirm: FC<ConfirmProps> = ({ reader, now, asked, text, token }) => {
  const { confirm: words } = reader.text.portal;
  const own = isOwn(asked);
  const { title, lead, yes, yesMeans, no } = own ? words.own : words.other;
  const here = `/confirm?token=${token}`;
  return (
    <Layout {...reader} title={title} width="narrow" here={here}>
      <Heading title={title} lead={lead(asked.question.number)} />
      <div class="facts">
        <dl>
          <div><dt>{words.rows.from}</dt><dd>{asked.mail.sender}</dd></div>
          <div><dt>{words.rows.arrived}</dt><dd><Moment instant={asked.mail.receivedAt} now={now} look="full" /></dd></div>
          {own && <div><dt>{words.rows.subject}</dt><dd>{asked.mail.subject || reader.text.words.noSubject}</dd></div>}
        </dl>
      </div>
      {own && <Preview text={text} reader={reader} />}
      <p>{yesMeans}</p>
      <form class="row" method="post" action={here}>
        <Button name="answer" value="yes">{yes}</Button>
        <Button look="plain" name="answer" value="no">{no}</Button>
      </form>
    </Layout>
  );
};

const Preview: FC<{ text: string | null; reader: Reader }> = ({ text, reader }) => {
  const { own: words } = reader.text.portal.confirm;
  if (text === null) return <p>{words.unreadable}</p>;
  return (
    <section aria-label={words.mail}>
      <div class="preview words" dir="auto" tabindex={0}>{text.slice(0, LONGEST_SHOWN) || reader.text.words.noText}</div>
      {text.length > LONGEST_SHOWN && <p class="hint">{words.cut}</p>}
    </section>
  );
};
