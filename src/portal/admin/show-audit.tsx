/** `GET /admin/audit`: who did what of weight, newest first (SW18). `?check=yes`: whether the chain holds. */

import type { Context } from 'hono';
import type { FC } from 'hono/jsx';
import { listAudit, verifyAudit, type AuditFilter } from '../../directory/audit-log.ts';
import { auditActions, type AuditEntry } from '../../rules/audit.ts';
import type { Listed } from '../../ticket-index/ticket-row.ts';
import { Button } from '../parts/button.tsx';
import { Empty } from '../parts/empty.tsx';
import { Field, SelectField } from '../parts/field.tsx';
import { Heading } from '../parts/heading.tsx';
import { Layout, type Reader } from '../parts/layout.tsx';
import { Notice } from '../parts/notice.tsx';
import { askedPage, pageLink, PageLinks } from '../parts/page-links.tsx';
import type { Clock } from '../parts/times.ts';
import type { PortalEnv } from '../portal-env.ts';
import { clockOf, readerOf } from '../reader.ts';
import { AdminNav } from './admin-nav.tsx';
import { AuditTable } from './audit-table.tsx';
import { askedAudit, auditQuery, isoDay } from './asked-audit.ts';

export async function showAudit(c: Context<PortalEnv>) {
  const filter = askedAudit(c);
  const [list, checked] = await Promise.all([
    listAudit(c.env.DB, filter, askedPage(c.req.query('page'))),
    c.req.query('check') === 'yes' ? verifyAudit(c.env.DB) : null,
  ]);
  return c.html(<AuditPage reader={readerOf(c)} now={clockOf(c)} filter={filter} list={list} checked={checked} />);
}

type AuditProps = { reader: Reader; now: Clock; filter: AuditFilter; list: Listed<AuditEntry>; checked: { entries: number; broken: number | null } | null };

export const AuditPage: FC<AuditProps> = ({ reader, now, filter, list, checked }) => {
  const words = reader.text.portal.audit;
  const query = auditQuery(filter);
  return (
    <Layout {...reader} title={words.title} here={pageLink(`/admin/audit${query}`, list.page)} width="wide">
      <AdminNav page="audit" text={reader.text} />
      <Heading title={words.title} lead={words.lead} />
      {checked !== null && (checked.broken === null ? <Notice tone="good">{words.holds(checked.entries)}</Notice> : <Notice tone="wrong">{words.broken(checked.broken)}</Notice>)}
      <Filter filter={filter} reader={reader} />
      <p class="ways-on">
        <a href="/admin/audit?check=yes">{words.check}</a> · <a href={`/admin/audit.csv${query}`}>{words.csv}</a> · <a href={`/admin/audit.jsonl${query}`}>{words.lines}</a>
      </p>
      {list.total === 0 ? <Empty title={words.empty} /> : (
        <>
          <AuditTable rows={list.rows} reader={reader} now={now} />
          <PageLinks list={list} base={`/admin/audit${query}`} text={reader.text} />
        </>
      )}
    </Layout>
  );
};

const Filter: FC<{ filter: AuditFilter; reader: Reader }> = ({ filter, reader }) => {
  const words = reader.text.portal.audit;
  const actions = [{ value: '', label: words.everything }, ...auditActions.map((value) => ({ value, label: words.kinds[value] }))];
  const lastDay = filter.until === null ? null : filter.until - 1;
  return (
    <form class="find many" method="get" action="/admin/audit" role="search">
      <Field name="by" label={words.by} value={filter.by ?? ''} autocomplete="off" />
      <SelectField name="action" label={words.action} options={actions} value={filter.action ?? ''} />
      <Field name="ticket" label={words.ticket} value={filter.ticket === null ? '' : String(filter.ticket)} autocomplete="off" />
      <Field name="from" type="date" label={words.from} value={isoDay(filter.from) ?? ''} />
      <Field name="until" type="date" label={words.until} value={isoDay(lastDay) ?? ''} />
      <Button look="plain">{words.find}</Button>
    </form>
  );
};
