/** `GET /desk/bulk`: which tickets would be changed, and how, before anything is. */

import type { Context } from 'hono';
import type { FC } from 'hono/jsx';
import { isSo, MOST_AT_ONCE, writeAct, type BulkAct } from '../../../rules/bulk.ts';
import { readNumbered, readWholeView } from '../../../ticket-index/many.ts';
import type { TicketRow } from '../../../ticket-index/ticket-row.ts';
import type { ViewCounts } from '../../../ticket-index/view-counts.ts';
import type { Text } from '../../../text/text.ts';
import { Button } from '../../parts/button.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Field } from '../../parts/field.tsx';
import { Heading } from '../../parts/heading.tsx';
import type { Reader } from '../../parts/layout.tsx';
import { Notice } from '../../parts/notice.tsx';
import { TicketTable } from '../../parts/ticket-table.tsx';
import type { Clock } from '../../parts/times.ts';
import type { PortalEnv } from '../../portal-env.ts';
import { clockOf, readerOf, viewerOf } from '../../reader.ts';
import { numberIn } from '../../tickets/asked-number.ts';
import { askedList, inAddress, listAddress } from '../asked-list.ts';
import { deskFacts } from '../desk-facts.ts';
import { DeskFrame } from '../desk-frame.tsx';
import { wordsOfAct } from './act-words.ts';
import { askedAct } from './asked-act.ts';

export async function previewBulk(c: Context<PortalEnv>) {
  const ofDesk = deskFacts(c);
  const { facts, kept } = ofDesk;
  const counting = { viewer: viewerOf(c), facts, kept };
  const list = askedList(c, inAddress(c), ofDesk);
  const asked = askedAct(c);
  const act = typeof asked === 'string' ? null : asked;
  const whole = c.req.query('scope') === 'view';
  const numbers = (c.req.queries('number') ?? []).flatMap((one) => numberIn(one) ?? []).slice(0, MOST_AT_ONCE);
  const { rows: found, total, counts } = await (whole ? readWholeView(c.env.DB, { ...counting, query: list.query }, MOST_AT_ONCE + 1) : readNumbered(c.env.DB, counting, numbers));
  const some = found.slice(0, MOST_AT_ONCE);
  const rows = act === null ? some : some.filter((row) => !isSo(act, row));
  const says = typeof asked === 'string' ? asked : wordsOfAct(asked, { ...facts, now: clockOf(c) }, c.var.text);
  return c.html(<Preview reader={readerOf(c)} now={clockOf(c)} counts={counts} back={listAddress(list)} act={act} says={says} rows={rows} already={some.length - rows.length} total={total} sent={[...new URL(c.req.url).searchParams]} />, act === null ? 422 : 200);
}

/** `says`: what is changed, or what is wrong where `act` is null. `total`: how many are asked for; null: more than are counted. `sent`: what the list's form sent. */
type PreviewProps = { reader: Reader; now: Clock; counts: ViewCounts; back: string; act: BulkAct | null; says: string; rows: TicketRow[]; already: number; total: number | null; sent: [string, string][] };

const SHOWN = 50;

export const Preview: FC<PreviewProps> = ({ reader, now, counts, back, act, says, rows, already, total, sent }) => {
  const { text } = reader;
  const words = text.portal.bulk;
  const title = act === null ? words.label : words.title(rows.length);
  return (
    <DeskFrame reader={reader} title={title} here="/desk/bulk" place={null} counts={counts}>
      <p class="way-back"><a href={back}>← {words.back}</a></p>
      <Heading title={title} lead={act === null ? '' : says} />
      {act === null && <Wrong sent={sent} says={says} text={text} />}
      {(total === null || total > MOST_AT_ONCE) && <Notice tone="careful"><p>{words.more(total, MOST_AT_ONCE)}</p></Notice>}
      {already > 0 && <Notice tone="careful"><p>{words.already(already)}</p></Notice>}
      {act?.kind === 'status' && act.to === 'closed' && rows.length > 0 && <Notice tone="careful"><p>{words.closing}</p></Notice>}
      {rows.length === 0 ? <Empty title={words.nothing} /> : act !== null && (
        <>
          <form class="row" method="post" action="/desk/bulk">
            <input type="hidden" name="act" value={writeAct(act).act} />
            <input type="hidden" name="value" value={writeAct(act).value} />
            <input type="hidden" name="numbers" value={rows.map((row) => row.number).join(',')} />
            <button type="submit" class="main" autofocus>{words.go(rows.length)}</button>
            <a href={back}>{words.cancel}</a>
          </form>
          <TicketTable rows={rows.slice(0, SHOWN)} staff now={now} text={text} label={title} />
          {rows.length > SHOWN && <p class="total">{words.andMore(rows.length - SHOWN)}</p>}
        </>
      )}
    </DeskFrame>
  );
};

/** What was typed can be put right here, for the same tickets. */
const Wrong: FC<{ sent: [string, string][]; says: string; text: Text }> = ({ sent, says, text: { portal: { bulk: words } } }) => {
  const { act = '', value: typed = '' } = Object.fromEntries(sent);
  if (act === '' || typed === '') return <Notice tone="wrong"><p>{says}</p></Notice>;
  return (
    <form class="sheet" method="get" action="/desk/bulk">
      {sent.map(([name, value]) => name !== 'value' && <input type="hidden" name={name} value={value} />)}
      <Field name="value" label={words.value} value={typed} error={says} maxlength={60} autocomplete="off" autofocus />
      <Button>{words.look}</Button>
    </form>
  );
};
