/** `GET /files/PASS/NAME`, at the attachments' own origin alone: a file, for whoever was just given the pass (SW10, SW11). */

import type { Context } from 'hono';
import { errorPage, missingFilePage } from '../errors.tsx';
import type { PortalEnv } from '../portal-env.ts';
import { download } from './attachment.ts';
import { readPass } from './file-pass.ts';

export async function passedFile(c: Context<PortalEnv>) {
  const file = readPass(c.req.param('pass') ?? '', c.var.at);
  if (file === null) return errorPage(c, 'notFound');
  try {
    const answer = await download(c, file);
    // Our pages show pictures from here, and they are another site.
    answer.headers.set('Cross-Origin-Resource-Policy', 'cross-origin');
    return answer;
  } catch (fault) {
    return missingFilePage(c, file.key, fault);
  }
}
