import type { FC } from 'hono/jsx';
import type { SavedView } from '../../directory/saved-views.ts';
import type { SavedCount } from '../../ticket-index/view-counts.ts';
import { writeOrder } from '../../rules/list-order.ts';
import type { Text } from '../../text/text.ts';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import type { AskedList } from './asked-list.ts';

type LinksProps = { saved: SavedCount[]; here: number | null; text: Text };

/** Links to agents' own views below the desk's. Those that are not counted are folded, unless one of them is open. */
export const SavedViewLinks: FC<LinksProps> = ({ saved, here, text }) => {
  const folded = saved.filter(({ total }) => total === null);
  return (
    <>
      {saved.map((one, at) => one.total !== null && <li class={at === 0 ? 'apart' : undefined}><SavedLink {...one} here={here} text={text} /></li>)}
      {folded.length > 0 && (
        <li class="more">
          <details open={folded.some(({ view }) => view.id === here)}>
            <summary>{text.portal.savedViews.more(folded.length)}</summary>
            <ul>{folded.map((one) => <li><SavedLink {...one} here={here} text={text} /></li>)}</ul>
          </details>
        </li>
      )}
    </>
  );
};

const SavedLink: FC<SavedCount & Omit<LinksProps, 'saved'>> = ({ view, total, here, text }) => (
  <a href={`/desk?saved=${view.id}`} aria-current={view.id === here ? 'page' : undefined} title={view.own ? view.query : text.portal.savedViews.sharedBySomebody}>
    <span class="name">{view.name}</span>
    {total !== null && <span class="count">{total.count}{total.more && '+'}</span>}
  </a>
);

type TypedView = Pick<SavedView, 'name' | 'shared'>;

/** Why the list could not be kept under a new name, or the kept one not changed, and what was typed. */
export type WrongView = { of: 'new' | 'kept'; says: string; typed: TypedView };

type SaveViewProps = { list: AskedList; kept: SavedCount[]; wrong: WrongView | null; text: Text };

/** Keeps the list as it is under a name; a kept one can have another name and place, be shared or not, and go again. */
export const SaveView: FC<SaveViewProps> = ({ list, kept, wrong, text }) => {
  const words = text.portal.savedViews;
  const own = list.saved?.own === true ? list.saved : null;
  const wrongNew = wrong?.of === 'new' ? wrong : null;
  const typed: TypedView = wrongNew?.typed ?? own ?? { name: '', shared: false };
  return (
    <>
      <details class="columns" open={wrongNew !== null}>
        <summary>{words.save}</summary>
        <form method="post" action="/desk/views">
          <input type="hidden" name="q" value={list.typed} />
          <input type="hidden" name="sort" value={writeOrder(list.order)} />
          <input type="hidden" name="columns" value={list.columns.join()} />
          <Field name="name" id="view-name" label={words.name} hint={words.nameHint} value={typed.name} error={wrongNew?.says} maxlength={60} autocomplete="off" />
          <label><input type="checkbox" name="shared" value="yes" checked={typed.shared} /> {words.shared}</label>
          <Button look="plain">{words.keep}</Button>
        </form>
      </details>
      {own !== null && <ChangeView view={own} kept={kept} wrong={wrong?.of === 'kept' ? wrong : null} text={text} />}
    </>
  );
};

const ChangeView: FC<{ view: SavedView; kept: SavedCount[]; wrong: WrongView | null; text: Text }> = ({ view, kept, wrong, text }) => {
  const words = text.portal.savedViews;
  const own = kept.filter((one) => one.view.own).map((one) => one.view.id);
  const typed: TypedView = wrong?.typed ?? view;
  const [isFirst, isLast] = [own[0] === view.id, own.at(-1) === view.id];
  return (
    <>
      <details class="columns" open={wrong !== null}>
        <summary>{words.change}</summary>
        <form method="post" action={`/desk/views/${view.id}`}>
          <Field name="name" id="kept-name" label={words.name} value={typed.name} error={wrong?.says} maxlength={60} autocomplete="off" />
          <label><input type="checkbox" name="shared" value="yes" checked={typed.shared} /> {words.shared}</label>
          <Button look="plain">{words.changeIt}</Button>
        </form>
        {own.length > 1 && (
          <form method="post" action={`/desk/views/${view.id}/move`}>
            {!isFirst && <Button look="plain" name="way" value="up">↑ {words.up}</Button>}
            {!isLast && <Button look="plain" name="way" value="down">↓ {words.down}</Button>}
          </form>
        )}
      </details>
      <details class="columns">
        <summary>{words.remove}</summary>
        <form class="forget" method="post" action={`/desk/views/${view.id}/remove`}>
          <span>{view.shared ? words.removesShared : words.removes}</span>
          <Button look="danger">{words.removeIt}</Button>
        </form>
      </details>
    </>
  );
};
