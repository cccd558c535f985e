/** `POST /desk/views`: keeps a list under a name; `/desk/views/ID`: another name, for all or not; `/move`: up or down; `/remove`: no longer. */

import type { Context } from 'hono';
import { changeView, moveView, removeView, saveView } from '../../directory/saved-views.ts';
import { cleanLine } from '../../rules/clean.ts';
import { readOrder, writeOrder } from '../../rules/list-order.ts';
import { errorPage } from '../errors.tsx';
import type { PortalEnv } from '../portal-env.ts';
import { signedIn } from '../reader.ts';
import { readForm } from '../sent-form.ts';
import { numberIn } from '../tickets/asked-number.ts';
import { deskColumns, LONGEST_QUERY } from './asked-list.ts';
import { deskPage } from './show-desk.tsx';

const LONGEST_NAME = 60;

/** To the view as it is now. Without a name, back to the list with what is missing (422). */
export async function keepView(c: Context<PortalEnv>) {
  const form = await readForm(c);
  if (form === null) return errorPage(c, 'badInput');
  const chosen = form.text('columns').split(',');
  const view = {
    name: cleanLine(form.text('name'), LONGEST_NAME),
    query: form.text('q').trim().slice(0, LONGEST_QUERY),
    sort: writeOrder(readOrder(form.text('sort'))),
    columns: deskColumns.filter((column) => chosen.includes(column)).join(),
    shared: form.has('shared'),
  };
  const words = c.var.text.portal.savedViews;
  if (view.name === '') return deskPage(c, { asked: { q: view.query, sort: view.sort, columns: [view.columns] }, wrong: { of: 'new', says: words.nameMissing, typed: view } });
  const id = await saveView(c.env.DB, signedIn(c).id, view, c.var.at);
  if (id === null) return deskPage(c, { asked: { q: view.query, sort: view.sort, columns: [view.columns] }, wrong: { of: 'new', says: words.tooMany, typed: view } });
  return c.redirect(`/desk?saved=${id}`, 303);
}

export async function renameView(c: Context<PortalEnv>) {
  const form = await readForm(c);
  const id = numberIn(c.req.param('id') ?? '');
  if (form === null || id === null) return errorPage(c, 'notFound');
  const words = c.var.text.portal.savedViews;
  const typed = { name: cleanLine(form.text('name'), LONGEST_NAME), shared: form.has('shared') };
  const became = typed.name === '' ? 'missing' : await changeView(c.env.DB, signedIn(c).id, id, typed);
  switch (became) {
    case 'changed':
      return c.redirect(`/desk?saved=${id}`, 303);
    case 'none':
      return errorPage(c, 'notFound');
    case 'missing':
      return deskPage(c, { asked: { saved: String(id) }, wrong: { of: 'kept', says: words.nameMissing, typed } });
    case 'taken':
      return deskPage(c, { asked: { saved: String(id) }, wrong: { of: 'kept', says: words.nameTaken, typed } });
  }
}

export async function reorderView(c: Context<PortalEnv>) {
  const form = await readForm(c);
  const id = numberIn(c.req.param('id') ?? '');
  const way = form?.text('way') === 'up' ? 'up' : 'down';
  const there = id !== null && (await moveView(c.env.DB, signedIn(c).id, id, way));
  return there ? c.redirect(`/desk?saved=${id}`, 303) : errorPage(c, 'notFound');
}

export async function forgetView(c: Context<PortalEnv>) {
  const id = numberIn(c.req.param('id') ?? '');
  const gone = id !== null && (await removeView(c.env.DB, signedIn(c).id, id));
  return gone ? c.redirect('/desk', 303) : errorPage(c, 'notFound');
}
