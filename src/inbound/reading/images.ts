/** Images that stand in a mail's HTML (RFC 2392, RFC 2557). */

import type { Part } from './part.ts';

/** More are not looked for. */
const MOST_LOCATED = 50;

/** The Content-IDs that the HTML names; looked for once, as there can be many files and much HTML. */
export function imagesIn(html: string): ReadonlySet<string> {
  return new Set([...html.matchAll(/cid:([^"'<>\s)]{1,500})/gi)].map((found) => decoded(found[1] ?? '')));
}

/**
 * The HTML with a `cid:` address wherever it names a part by its Content-Location, and the parts with that address as their Content-ID.
 * The location is often a web address, which nobody loads when the image came along.
 */
export function withLocatedImages(html: string, files: Part[]): { html: string; files: Part[] } {
  let text = html;
  const located = files.map((part, index) => {
    const { contentLocation } = part;
    if (contentLocation === null || part.contentId !== null || index >= MOST_LOCATED || !text.includes(contentLocation)) return part;
    const contentId = `part-${index + 1}@located`;
    for (const quote of ['"', "'"]) text = text.replaceAll(`${quote}${contentLocation}${quote}`, `${quote}cid:${contentId}${quote}`);
    return { ...part, contentId };
  });
  return { html: text, files: located };
}

function decoded(contentId: string): string {
  try {
    return decodeURIComponent(contentId);
  } catch {
    return contentId;
  }
}
