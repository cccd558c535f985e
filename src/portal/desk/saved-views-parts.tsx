import type { FC } from 'hono/jsx';
import type { SavedCount } from '../../ticket-index/view-counts.ts';
import { writeOrder } from '../../rules/list-order.ts';
import type { Text } from '../../text/text.ts';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import type { AskedList } from './asked-list.ts';

/** Links to agents' own views below the desk's. */
export const SavedViewLinks: FC<{ saved: SavedCount[]; here: number | null; text: Text }> = ({ saved, here, text }) => (
  <>
    {saved.map(({ view, total }, at) => (
      <li class={at === 0 ? 'apart' : undefined}>
        <a href={`/desk?saved=${view.id}`} aria-current={view.id === here ? 'page' : undefined} title={view.own ? view.query : text.portal.savedViews.sharedBySomebody}>
          <span class="name">{view.name}</span>
          <span class="count">{total.count}{total.more && '+'}</span>
        </a>
      </li>
    ))}
  </>
);

type SaveViewProps = { list: AskedList; wrong: string | null; text: Text };

/** Keeps the list as it is under a name; a kept one can go again. */
export const SaveView: FC<SaveViewProps> = ({ list, wrong, text }) => {
  const words = text.portal.savedViews;
  const { saved } = list;
  return (
    <>
      <details class="columns" open={wrong !== null}>
        <summary>{words.save}</summary>
        <form method="post" action="/desk/views">
          <input type="hidden" name="q" value={list.typed} />
          <input type="hidden" name="sort" value={writeOrder(list.order)} />
          <input type="hidden" name="columns" value={list.columns.join()} />
          <Field name="name" id="view-name" label={words.name} hint={words.nameHint} value={saved?.own === true ? saved.name : ''} error={wrong ?? undefined} maxlength={60} autocomplete="off" />
          <label><input type="checkbox" name="shared" value="yes" checked={saved?.own === true && saved.shared} /> {words.shared}</label>
          <Button look="plain">{words.keep}</Button>
        </form>
      </details>
      {saved?.own === true && (
        <form class="forget" method="post" action={`/desk/views/${saved.id}/remove`}><Button look="link">{words.remove}</Button></form>
      )}
    </>
  );
};
