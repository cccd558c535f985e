/** What an agent does about a letter in trouble, in the list of them and where a ticket's history shows the letter (SO05, SO06). */

import type { Context } from 'hono';
import type { FC } from 'hono/jsx';
import type { Trouble } from '../../rules/letter-trouble.ts';
import type { Text } from '../../text/text.ts';
import type { PortalEnv } from '../portal-env.ts';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';

const told = ['again', 'aside', 'notInTrouble', 'merged'] as const;
export type Told = (typeof told)[number];

/** What the page that is asked for has to say of it first; null: nothing. */
export function askedTold(c: Context<PortalEnv>): Told | null {
  return told.find((one) => one === c.req.query('said')) ?? null;
}

export const SettledNotice: FC<{ said: Told | null; text: Text }> = ({ said, text }) =>
  said === null ? null : <Notice tone={said === 'again' || said === 'aside' ? 'good' : 'careful'}><p>{text.portal.troubles.said[said]}</p></Notice>;

type SettleProps = { trouble: Trouble; /** As one reads it out. */ name: string; merged: boolean; text: Text };

/** One that may be there twice is only set aside, and nothing is sent from a ticket that is part of another. */
export const SettleButtons: FC<SettleProps> = ({ trouble, name, merged, text: { portal: { troubles: words } } }) => (
  <>
    {trouble !== 'twice' && !merged && <Button name="how" value="again" says={name}>{words.again}</Button>}
    {' '}<Button look="plain" name="how" value="aside" says={name}>{words.aside}</Button>
  </>
);
