/** The colours and type of HTML letters: those of the portal. */

import { html, type Markup } from './markup.ts';

/** Names without quotes, because a line may be broken inside of them. */
const sans = '-apple-system,BlinkMacSystemFont,Segoe UI,Roboto,Helvetica,Arial,sans-serif';

/** For each part of a letter its light look, inline, and what becomes of it in the dark. */
const looks = {
  page: { light: `background-color:#f6f6f3;color:#1b1d20;font-family:${sans};font-size:16px;line-height:24px;word-break:break-word;overflow-wrap:anywhere`, dark: 'background-color:#131517;color:#e4e6e8' },
  card: { light: 'background-color:#ffffff;border:1px solid #dddcd6', dark: 'background-color:#1b1d20;border-color:#30343a' },
  ink: { light: 'color:#1b1d20', dark: 'color:#e4e6e8' },
  sent: { light: 'background-color:#ffffff;color:#1b1d20', dark: 'padding:12px 14px;border-radius:6px' },
  muted: { light: 'color:#5a5d63', dark: 'color:#a0a6ae' },
  link: { light: 'color:#12597a;text-decoration:underline', dark: 'color:#82c5e6' },
  sunk: { light: 'background-color:#eeeeea;color:#1b1d20', dark: 'background-color:#24272b;color:#e4e6e8' },
  line: { light: 'border-top:1px solid #dddcd6', dark: 'border-color:#30343a' },
  quote: { light: 'border-left:3px solid #dddcd6', dark: 'border-color:#3d434a' },
  button: { light: 'background-color:#12597a', dark: 'background-color:#82c5e6' },
  buttonLink: { light: 'color:#ffffff', dark: 'color:#0a2230' },
  caution: { light: 'background-color:#fcf1dd;color:#5d4700;border-left:4px solid #d9a33c', dark: 'background-color:#33280f;color:#f0d9ae;border-color:#a8791f' },
  late: { light: 'color:#8f2d1c', dark: 'color:#ffb4a3' },
  internalLabel: { light: 'color:#5d4700', dark: 'color:#ecd78b' },
  internal: { light: 'background-color:#fff8dc;color:#5d4700;border-left:4px solid #e3cb72', dark: 'background-color:#2a2513;color:#ecd78b;border-color:#8a7526' },
} as const;

export type Look = keyof typeof looks;

/** The attributes of an element: class for the dark, style for the light and for its place. */
export function style(look: Look, place = ''): Markup {
  return html`class="${look}" style="${place === '' ? looks[look].light : `${looks[look].light};${place}`}"`;
}

/** `!important` beats the inline styles. Narrow screens get narrow margins, and the time of a text in a line of its own. */
export const pageStyle: Markup = {
  markup: `<style>
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
${Object.entries(looks).map(([name, { dark }]) => `  .${name} { ${dark.replaceAll(';', ' !important; ')} !important; }`).join('\n')}
}
.sent { color-scheme: light; }
.sent a { color: #12597a; }
.sent img { max-width: 100%; height: auto; }
.sent .host { background-color: #fcf1dd; color: #855000; }
@media (max-width: 480px) {
  .card { padding: 20px 18px 6px !important; }
  .dot { display: none !important; }
  .when { display: block !important; }
}
</style>
<!--[if mso]><style>body, table, td, p, h1, h2, a { font-family: Segoe UI, Arial, sans-serif !important; }</style><![endif]-->`,
};
