/** `GET /desk/bulk/ID`: what became of a change of many tickets, and the way back. */

import type { Context } from 'hono';
import type { FC } from 'hono/jsx';
import type { BulkChange, BulkRow } from '../../../directory/bulk-changes.ts';
import { readAct } from '../../../rules/bulk.ts';
import { readBulkPage } from '../../../ticket-index/bulk-page.ts';
import type { ViewCounts } from '../../../ticket-index/view-counts.ts';
import type { Text } from '../../../text/text.ts';
import { errorPage } from '../../errors.tsx';
import { Button } from '../../parts/button.tsx';
import { Heading } from '../../parts/heading.tsx';
import type { Reader } from '../../parts/layout.tsx';
import { Notice } from '../../parts/notice.tsx';
import type { PortalEnv } from '../../portal-env.ts';
import { clockOf, readerOf, signedIn, viewerOf } from '../../reader.ts';
import { numberIn } from '../../tickets/asked-number.ts';
import { deskFacts } from '../desk-facts.ts';
import { DeskFrame } from '../desk-frame.tsx';
import { wordsOfAct } from './act-words.ts';

export async function showBulk(c: Context<PortalEnv>) {
  const id = numberIn(c.req.param('id') ?? '');
  const { facts, kept } = deskFacts(c);
  const { found, counts } = await readBulkPage(c.env.DB, { viewer: viewerOf(c), facts, kept }, { personId: signedIn(c).id, id: id ?? 0 });
  const act = found === null ? null : readAct(found.bulk.act, found.bulk.value);
  if (found === null || act === null) return errorPage(c, 'notFound');
  return c.html(<BulkDone reader={readerOf(c)} counts={counts} bulk={found.bulk} rows={found.rows} says={wordsOfAct(act, { ...facts, now: clockOf(c) }, c.var.text)} />);
}

type BulkDoneProps = { reader: Reader; counts: ViewCounts; bulk: BulkChange; rows: BulkRow[]; says: string };

export const BulkDone: FC<BulkDoneProps> = ({ reader, counts, bulk, rows, says }) => {
  const { text } = reader;
  const words = text.portal.bulk;
  const done = rows.filter((row) => row.outcome === 'done');
  const back = rows.filter((row) => row.undone === 'done');
  const title = bulk.undoneAt === null ? words.done(done.length) : words.undone(back.length);
  return (
    <DeskFrame reader={reader} title={title} here={`/desk/bulk/${bulk.id}`} place={null} counts={counts}>
      <Heading title={title} lead={says} />
      {rows.some((row) => row.outcome === null) && bulk.undoneAt === null && (
        <Notice tone="careful">
          <p>{words.left(rows.filter((row) => row.outcome === null).length)}</p>
          <form method="post" action={`/desk/bulk/${bulk.id}/go-on`}><Button>{words.goOn}</Button></form>
        </Notice>
      )}
      <Refused rows={rows} text={text} />
      {bulk.undoneAt === null && done.length > 0 && (
        <form class="row" method="post" action={`/desk/bulk/${bulk.id}/undo`}>
          <Button look="plain" shortcut="z">{words.undo}</Button>
          <span class="hint">{words.undoHint}</span>
        </form>
      )}
      <p class="numbers">{rows.map(({ number }) => <a href={`/tickets/${number}`}>#{number}</a>)}</p>
    </DeskFrame>
  );
};

/** Which tickets stayed as they were, and why, each reason once. */
const Refused: FC<{ rows: BulkRow[]; text: Text }> = ({ rows, text }) => {
  const reasons = Map.groupBy(rows.filter((row) => reasonOf(row) !== null), reasonOf);
  const refusals: Record<string, string> = text.words.refusal;
  return (
    <>
      {[...reasons].map(([reason, some]) => (
        <Notice tone="careful">
          <p>{text.portal.bulk.refused(some.length)} {refusals[reason ?? ''] ?? reason}</p>
          <p class="numbers">{some.map(({ number }) => <a href={`/tickets/${number}`}>#{number}</a>)}</p>
        </Notice>
      ))}
    </>
  );
};

function reasonOf({ outcome, undone }: BulkRow): string | null {
  const last = undone ?? outcome;
  return last === null || last === 'done' ? null : last;
}
