/** Images of mails: those that came with it are shown in place (M04), those elsewhere only if the reader wants it (W06, SH03). */

import { attribute, escape } from './markup.ts';
import type { TreeElement } from './tree.ts';

export type Images = {
  /** The address of a file of the mail by its Content-ID, or null. */
  attached: (contentId: string) => string | null;
  /** Whether images that are not in the mail may be loaded. */
  elsewhere: 'blocked' | 'loaded';
};

/** Where an image is. `none`: nowhere that we would load it from. */
export type ImagePlace = { kind: 'here'; address: string } | { kind: 'elsewhere'; address: string; host: string } | { kind: 'none' };

export function imagePlace(element: TreeElement, images: Images): ImagePlace {
  const source = attribute(element, 'src').trim();
  if (/^cid:/i.test(source)) {
    const address = images.attached(decoded(source.slice(4)));
    return address === null ? { kind: 'none' } : { kind: 'here', address };
  }
  if (/^data:image\/(png|jpe?g|gif|webp);base64,[a-z\d+/=\s]+$/i.test(source)) return { kind: 'here', address: source };
  // Without a scheme and two slashes it is no address of another place: `https:x` and `//x` go through other parsers differently.
  if (!/^https?:\/\//i.test(source) || !URL.canParse(source)) return { kind: 'none' };
  const url = new URL(source);
  return url.username === '' && url.password === '' && isPublic(url.hostname) ? { kind: 'elsewhere', address: url.href, host: url.host } : { kind: 'none' };
}

/** No mail may make a reader's browser knock at the devices of their own network. */
function isPublic(host: string): boolean {
  return /\.[a-z][a-z\d-]*$/.test(host) && !/\.(local|localhost|internal|lan|home|arpa)$/.test(host);
}

/** What stands in place of an image that is not shown: its words, in a frame of their own; nothing for one that only counts readers. */
export function imageWords(element: TreeElement): string {
  const words = attribute(element, 'alt').replace(/\s+/g, ' ').trim();
  if (words === '' || isSpeck(element)) return '';
  return `<span class="image">${escape(words)}</span>`;
}

/** Too small to be seen: a tracker or a spacer. */
export function isSpeck(element: TreeElement): boolean {
  return ['width', 'height'].some((name) => /^\s*[0-3](px)?\s*$/.test(attribute(element, name)));
}

function decoded(contentId: string): string {
  try {
    return decodeURIComponent(contentId);
  } catch {
    return contentId;
  }
}
