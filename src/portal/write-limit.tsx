/** Nobody sends more than sixty forms a minute (SW20). Who does is told when to go on, with all that they typed. */

import type { Context, MiddlewareHandler } from 'hono';
import type { FC } from 'hono/jsx';
import { Button } from './parts/button.tsx';
import { FileField, TextArea } from './parts/field.tsx';
import { Heading } from './parts/heading.tsx';
import { Layout, type Reader } from './parts/layout.tsx';
import type { PortalEnv } from './portal-env.ts';
import { readerOf } from './reader.ts';

/** As `period` of WRITES in wrangler.toml. */
const PERIOD_S = 60;

/** By the account, so that signing in again gains nothing. Signing out is always possible; who is signed out is bounded where they sign in. */
export const writeLimit: MiddlewareHandler<PortalEnv> = async (c, next) => {
  const { person } = c.var;
  if (person === null || c.req.method !== 'POST' || new URL(c.req.url).pathname === '/sign-out') return next();
  const { success } = await c.env.WRITES.limit({ key: String(person.id) });
  return success ? next() : tooMany(c);
};

async function tooMany(c: Context<PortalEnv>) {
  c.header('Retry-After', String(PERIOD_S));
  if ((c.req.header('Content-Type') ?? '').startsWith('application/json')) return c.json({ ok: false }, 429);
  const { pathname, search } = new URL(c.req.url);
  return c.html(<TooMany reader={readerOf(c)} to={pathname + search} typed={await typedIn(c)} />, 429);
}

type Typed = { fields: [name: string, value: string][]; files: boolean };

/** Not what nobody should see on a page: that is typed anew. */
async function typedIn(c: Context<PortalEnv>): Promise<Typed> {
  try {
    const sent = [...(await c.req.formData()).entries()];
    const fields = sent.flatMap(([name, value]): Typed['fields'] => (typeof value === 'string' && !/password|secret|code/.test(name) ? [[name, value]] : []));
    return { fields, files: sent.some(([, value]) => typeof value !== 'string' && value.size > 0) };
  } catch {
    return { fields: [], files: false };
  }
}

const TooMany: FC<{ reader: Reader; to: string; typed: Typed }> = ({ reader, to, typed: { fields, files } }) => {
  const words = reader.text.portal.errors.tooMany;
  return (
    <Layout {...reader} title={words.title} width="narrow">
      <Heading title={words.title} />
      <p>{words.what}</p>
      <p>{words.todo}</p>
      <form class="sheet" method="post" action={to} enctype={files ? 'multipart/form-data' : undefined} novalidate>
        {fields.map(([name, value]) => (name === 'text' ? <TextArea name={name} label={words.text} value={value} rows={8} /> : <input type="hidden" name={name} value={value} />))}
        {files && <FileField name="files" label={words.files} />}
        <div class="row"><Button>{words.again}</Button></div>
      </form>
    </Layout>
  );
};
