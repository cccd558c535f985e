/** Links of mails: where they may lead, and whether their words tell the truth about it (SH08). */

/** `host`: where it really leads, if its words name another place; else null. */
export type Link = { address: string; host: string | null };

/**
 * The link as it may stand, or null: only web, mail and phone addresses, written anew by the platform's own parser, so that a
 * host in other letters shows as its A-label and a name before an `@` is gone.
 */
export function linkOf(href: string, words: string): Link | null {
  const address = href.trim();
  if (!/^(https?:\/\/|mailto:|tel:)/i.test(address) || !URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return { address: url.href, host: null };
  url.username = '';
  url.password = '';
  return { address: url.href, host: isElsewhere(words, url.hostname) ? url.hostname : null };
}

/** Whether the words name a host and it is not this one or one around it. */
function isElsewhere(words: string, host: string): boolean {
  const named = /(?:https?:\/\/)?((?:[\p{L}\p{N}-]{1,63}\.){1,10}\p{L}[\p{L}\p{N}-]{1,62})/u.exec(words)?.[1];
  if (named === undefined || !URL.canParse(`https://${named}`)) return false;
  const said = withoutWww(new URL(`https://${named}`).hostname);
  const real = withoutWww(host);
  return said !== real && !real.endsWith(`.${said}`);
}

function withoutWww(host: string): string {
  return host.replace(/^www\./, '');
}
