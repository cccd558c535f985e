/** What a file tells the browser that asks for it. */

import { disposition } from './disposition.ts';

/** Whatever the file is, it runs nothing and loads nothing (SW10). Never changes, so its reader's browser may keep it. */
export const fileHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "sandbox; default-src 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'private, max-age=86400, immutable',
};

/** Shown in the browser only with `image`, the type that its bytes prove; else a download without a type. */
export function namedAs(name: string, image: string | null): Record<string, string> {
  return { 'Content-Type': image ?? 'application/octet-stream', 'Content-Disposition': disposition(image === null ? 'attachment' : 'inline', name) };
}
