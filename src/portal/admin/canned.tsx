/** `/admin/canned`: the canned answers of the desk, each a form of its own. */

import type { Context } from 'hono';
import type { FC } from 'hono/jsx';
import { changeCanned, dropCanned, makeCanned, readCanned } from '../../directory/canned.ts';
import { SHORTCUT, type Canned } from '../../rules/canned.ts';
import { errorPage } from '../errors.tsx';
import { Button } from '../parts/button.tsx';
import { Field, TextArea, type FieldErrors } from '../parts/field.tsx';
import { Heading } from '../parts/heading.tsx';
import { Layout, type Reader } from '../parts/layout.tsx';
import { WrongFields } from '../parts/notice.tsx';
import type { PortalEnv } from '../portal-env.ts';
import { readerOf } from '../reader.ts';
import { readForm } from '../sent-form.ts';
import { numberIn } from '../tickets/asked-number.ts';
import { AdminNav } from './admin-nav.tsx';

/** Characters of one answer. */
const LONGEST = 20_000;

/** `id` 0: a new one. */
type Returned = { typed: Canned; errors: FieldErrors };

export async function showCanned(c: Context<PortalEnv>) {
  return cannedPage(c, null);
}

export async function saveCanned(c: Context<PortalEnv>) {
  const form = await readForm(c);
  if (form === null) return errorPage(c, 'badInput');
  const id = numberIn(form.text('id')) ?? 0;
  if (form.has('remove')) {
    await dropCanned(c.env.DB, id);
    return c.redirect('/admin/canned', 303);
  }
  const typed: Canned = { id, shortcut: form.text('shortcut').trim().replace(/^::/, '').toLowerCase(), de: form.text('de').trim(), en: form.text('en').trim() };
  const errors = wrongIn(typed, readerOf(c));
  if (Object.keys(errors).length > 0) return cannedPage(c, { typed, errors });
  const { id: _, ...made } = typed;
  const saved = id === 0 ? await makeCanned(c.env.DB, made) : await changeCanned(c.env.DB, typed);
  return saved ? c.redirect('/admin/canned', 303) : cannedPage(c, { typed, errors: { shortcut: c.var.text.portal.canned.taken } });
}

function wrongIn({ shortcut, de, en }: Canned, { text }: Reader): FieldErrors {
  const words = text.portal.canned;
  return {
    ...(SHORTCUT.test(shortcut) ? {} : { shortcut: words.shortcutWrong }),
    ...(de === '' && en === '' ? { de: words.noText } : {}),
    ...(Math.max(de.length, en.length) > LONGEST ? { de: words.tooLong } : {}),
  };
}

async function cannedPage(c: Context<PortalEnv>, returned: Returned | null) {
  const answers = await readCanned(c.env.DB);
  return c.html(<CannedPage reader={readerOf(c)} answers={answers} returned={returned} />, returned === null ? 200 : 422);
}

const CannedPage: FC<{ reader: Reader; answers: Canned[]; returned: Returned | null }> = ({ reader, answers, returned }) => {
  const words = reader.text.portal.canned;
  const fresh: Canned = { id: 0, shortcut: '', de: '', en: '' };
  const shown = (one: Canned): Returned => (returned?.typed.id === one.id ? returned : { typed: one, errors: {} });
  return (
    <Layout {...reader} title={words.title} here="/admin/canned" width="wide">
      <AdminNav page="canned" text={reader.text} />
      <Heading title={words.title} lead={words.lead} />
      {returned !== null && <WrongFields errors={returned.errors} text={reader.text} idOf={(name) => `${name}-${returned.typed.id}`} />}
      <p class="hint">{words.gaps}</p>
      {answers.map((one) => (
        <details class="canned" open={returned?.typed.id === one.id}>
          <summary><b>::{one.shortcut}</b> {(one.de || one.en).slice(0, 100)}</summary>
          <CannedForm reader={reader} {...shown(one)} />
        </details>
      ))}
      <section class="another">
        <h2>{words.add}</h2>
        <CannedForm reader={reader} {...shown(fresh)} />
      </section>
    </Layout>
  );
};

const CannedForm: FC<Returned & { reader: Reader }> = ({ typed, errors, reader: { text } }) => {
  const words = text.portal.canned;
  const { id } = typed;
  return (
    <form class="sheet" method="post" action="/admin/canned" novalidate>
      <input type="hidden" name="id" value={id} />
      <Field name="shortcut" id={`shortcut-${id}`} label={words.shortcut} hint={words.shortcutHint} value={typed.shortcut} error={errors['shortcut']} autocomplete="off" required />
      <TextArea name="de" id={`de-${id}`} label={words.de} rows={5} value={typed.de} error={errors['de']} />
      <TextArea name="en" id={`en-${id}`} label={words.en} rows={5} value={typed.en} error={errors['en']} />
      <div class="row">
        <Button says={typed.shortcut}>{text.portal.ticket.save}</Button>
        {id !== 0 && <Button look="danger" name="remove" value="1" says={typed.shortcut}>{words.remove}</Button>}
      </div>
    </form>
  );
};
