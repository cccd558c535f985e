/** `/upkeep/bytes`: mails, files and exports as they lie in R2, listed, read, and put back into another desk. */

import type { Context } from 'hono';
import type { PortalEnv } from '../portal-env.ts';
import { errorPage } from '../errors.tsx';

const LISTED = 1000;

/** `raw/` and `files/` never change; `export/` is written by the desk itself; `import/` waits to be read. */
const keys = /^(raw\/[0-9a-f]{64}|files\/[0-9a-f]{32}|(export|import)\/[\w./-]{1,200})$/;

/** `?prefix=raw/&after=KEY`: the next ones, in the order of their keys, with what is kept beside their bytes. */
export async function listBytes(c: Context<PortalEnv>) {
  const after = c.req.query('after') ?? '';
  const { objects, truncated } = await c.env.BYTES.list({ prefix: c.req.query('prefix') ?? '', ...(after === '' ? {} : { startAfter: after }), limit: LISTED, include: ['httpMetadata', 'customMetadata'] });
  return c.json({ objects: objects.map(({ key, size, etag, httpMetadata, customMetadata }) => ({ key, size, etag, type: httpMetadata?.contentType ?? '', metadata: customMetadata ?? {} })), last: !truncated });
}

export async function readBytes(c: Context<PortalEnv>) {
  const kept = await c.env.BYTES.get(keyOf(c));
  return kept === null ? errorPage(c, 'notFound') : c.body(kept.body, 200, { 'Content-Type': 'application/octet-stream', 'Content-Length': String(kept.size) });
}

/** Only where nothing is yet. The type and what else is kept beside it come in headers. */
export async function putBytes(c: Context<PortalEnv>) {
  const key = keyOf(c);
  if (!keys.test(key) || key.startsWith('export/')) return errorPage(c, 'badInput');
  const { from, to } = { from: c.req.header('Kept-From'), to: c.req.header('Kept-To') };
  await c.env.BYTES.put(key, await c.req.arrayBuffer(), {
    ...(key.startsWith('import/') ? {} : { onlyIf: { etagDoesNotMatch: '*' } }),
    httpMetadata: { contentType: c.req.header('Content-Type') ?? 'application/octet-stream' },
    ...(from === undefined || to === undefined ? {} : { customMetadata: { from: decodeURIComponent(from), to: decodeURIComponent(to) } }),
  });
  return c.json({ kept: true });
}

function keyOf(c: Context<PortalEnv>): string {
  return `${c.req.param('folder') ?? ''}/${c.req.param('name') ?? ''}`;
}
