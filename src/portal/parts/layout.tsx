/** The frame around every page: head, bar, banner, footer. */

import { html } from 'hono/html';
import type { Child, FC } from 'hono/jsx';
import { isStaff, type Language } from '../../rules/ticket.ts';
import type { Settings } from '../../settings.ts';
import type { Text } from '../../text/text.ts';
import type { SignedIn } from '../portal-env.ts';
import { BarLinks } from './bar-links.tsx';
import { Keys } from './keys.tsx';
import { LanguageSwitch } from './language-switch.tsx';

/** Who reads the page, and how. A handler's `c.var` is one. */
export type Reader = { settings: Settings; text: Text; language: Language; person: SignedIn | null };

type LayoutProps = Reader & {
  /** Of the page; the site's name is added. */
  title: string;
  /** Path and query of this page: marks it in the bar, and is where the language switch comes back to. */
  here?: string | undefined;
  /** `narrow` for a single small form, `wide` for lists and tickets. */
  width?: 'narrow' | 'normal' | 'wide' | undefined;
  /** The address of the socket that says when the page is no longer up to date; left out: it stays as it is. */
  live?: string | undefined;
  children?: Child;
};

/** The head and whatever has a name space of its own are written out: as elements they would take longer than the rest of the frame. */
export const Layout: FC<LayoutProps> = ({ title, settings, text, language, person, here, width, live, children }) => {
  const words = text.portal.layout;
  return html`<!doctype html><html lang="${language}"><head><meta charset="utf-8"/><title>${title} · ${settings.siteName}</title>${head}${live !== undefined && liveScript}</head>${
    <body data-keys={person?.singleKeys === false ? 'off' : 'on'}>
      <a class="skip" href="#main">{words.skip}</a>
      <header class="bar">
        <a class="brand" href="/">{brandMark}{settings.siteName}</a>
        {person !== null && <BarLinks person={person} text={text} here={here ?? ''} />}
      </header>
      {person !== null && isStaff(person.role) && settings.mailAuthentication === 'off' && <aside class="banner"><p>{words.unchecked}</p></aside>}
      <main id="main" class={width ?? 'normal'} tabindex={-1} data-live={live} data-here={live === undefined ? undefined : here}>{children}</main>
      <footer class="foot">
        <p>{words.help(settings.helpContact)}</p>
        <LanguageSwitch language={language} text={text} here={here ?? '/'} />
      </footer>
      {person !== null && isStaff(person.role) && <Keys singleKeys={person.singleKeys} here={here ?? '/'} text={text} />}
    </body>
  }</html>`;
};

const head = html`<meta name="viewport" content="width=device-width, initial-scale=1"/><meta name="color-scheme" content="light dark"/><meta name="robots" content="noindex"/><link rel="stylesheet" href="/portal.css"/><link rel="icon" href="/icon.svg" type="image/svg+xml"/><script src="/portal.js" defer=""></script>`;
const liveScript = html`<script src="/live.js" defer=""></script>`;
const brandMark = html`<svg class="brand-mark" viewBox="0 0 20 20" aria-hidden="true"><path d="M3 4.5h14v11H7.5L3 19z"></path><path class="brand-fold" d="m6 8.5 3 3 5-5"></path></svg>`;
