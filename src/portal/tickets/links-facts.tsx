import type { FC } from 'hono/jsx';
import { saidRelations } from '../../rules/links.ts';
import { Button } from '../parts/button.tsx';
import { Field, SelectField } from '../parts/field.tsx';
import { draftOf, fieldId } from './draft.ts';
import type { FactsProps } from './facts.tsx';

/** Which other tickets this one has to do with; for agents. */
export const LinksFacts: FC<FactsProps> = (props) => {
  const { page: { number, links, rights }, reader: { text }, staff } = props;
  if (!staff || (links.length === 0 && !rights.change)) return null;
  const words = text.portal.links;
  return (
    <section class="links">
      <h2>{words.title}</h2>
      {links.length > 0 && (
        <ul>
          {links.map((link) => (
            <li>
              <div>{words.relation[link.relation]} <a href={`/tickets/${link.number}`}><span class="number">#{link.number}</span> {link.subject || text.words.noSubject}</a></div>
              {rights.change && (
                <form method="post" action={`/tickets/${number}/links/remove`}>
                  <input type="hidden" name="relation" value={link.relation} />
                  <input type="hidden" name="number" value={String(link.number)} />
                  <Button look="link" says={`#${link.number}`}>{words.remove}</Button>
                </form>
              )}
            </li>
          ))}
        </ul>
      )}
      {rights.change && <AddLink {...props} />}
      {rights.change && <p><a href={`/tickets/new?follows=${number}`}>{words.followUp.link}</a></p>}
    </section>
  );
};

const AddLink: FC<FactsProps> = ({ page: { number }, reader: { text }, draft }) => {
  const words = text.portal.links;
  const { typed, errors } = draftOf(draft, 'links');
  return (
    <details class="change" open={Object.keys(errors).length > 0}>
      <summary>{words.add} …</summary>
      <form method="post" action={`/tickets/${number}/links`} novalidate>
        <SelectField name="relation" id={fieldId('links', 'relation')} label={`${words.this} …`} value={typed['relation']} error={errors['relation']}
          options={saidRelations.map((relation) => ({ value: relation, label: words.relation[relation] }))} />
        <Field name="number" id={fieldId('links', 'number')} label={words.addNumber} value={typed['number']} error={errors['number']} autocomplete="off" maxlength={12} required />
        <Button look="plain">{words.addButton}</Button>
      </form>
    </details>
  );
};
