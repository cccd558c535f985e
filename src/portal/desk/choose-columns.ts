/** `POST /desk/columns`: which columns a view has from now on. A list that is nobody's view has them in its address alone. */

import type { Context } from 'hono';
import { changeColumns, chooseColumns } from '../../directory/view-columns.ts';
import { errorPage } from '../errors.tsx';
import type { PortalEnv } from '../portal-env.ts';
import { signedIn } from '../reader.ts';
import { readForm } from '../sent-form.ts';
import { askedList, deskColumns, listAddress } from './asked-list.ts';
import { deskFacts } from './desk-facts.ts';

export async function keepColumns(c: Context<PortalEnv>) {
  const form = await readForm(c);
  if (form === null) return errorPage(c, 'badInput');
  const columns = deskColumns.filter((column) => form.texts('columns').includes(column));
  const list = askedList(c, { view: form.text('view'), saved: form.text('saved'), q: form.text('q'), sort: form.text('sort') }, deskFacts(c));
  const { id } = signedIn(c);
  const isKept = list.view !== null || list.saved?.own === true;
  if (list.view !== null) await chooseColumns(c.env.DB, id, list.view, columns.join());
  else if (list.saved?.own === true) await changeColumns(c.env.DB, id, list.saved.id, columns.join());
  return c.redirect(listAddress({ ...list, columns, ownColumns: isKept ? columns : list.ownColumns }), 303);
}
