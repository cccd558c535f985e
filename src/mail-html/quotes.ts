/** What mail programs call the old mail and the signature in their HTML. Data, and how it is found. */

import { readable } from '../rules/reply-text/lines.ts';
import { separatorOf } from '../rules/reply-text/separator.ts';
import { attribute } from './markup.ts';
import { isElement, isText, type TreeElement, type TreeNode } from './tree.ts';

/**
 * What an element is: an old mail or the line that introduces one (`quote`), the beginning of a mail's headers, be it answered or forwarded
 * (`headers`), or a signature. Null for everything else.
 */
export type Part = 'quote' | 'headers' | 'signature';

/** Classes, ids and names, each program's own. Gmail and Yahoo put a number before those of others, Outlook an `x_`. */
const parts: Record<Part, ReadonlySet<string>> = {
  quote: new Set([
    ...['gmail_attr', 'moz-cite-prefix', 'yahoo_quoted', 'ydp-yahoo-quoted', 'protonmail_quote', 'tutanota_quote', 'zmail_extra', 'reply-intro', 'mailspring-quote', 'nylas-quote', 'gmail_quote_attribution'],
    ...['wps_quotion', 'ntes-mailmaster-quote', 'mailmaster-quote', 'history_container', 'clean_bq', 'spark-quote', 'messagereplysection', 'edison-quote', 'sh-quoted-content', 'front-blockquote', 'hey-quote', 'fastmail-quote', 'cite-attribution', 'quoted-email', 'emailquote', 'email_quote'],
  ]),
  headers: new Set([
    ...['divrplyfwdmsg', 'olk_src_body_section', 'isreplycontent', 'isforwardcontent', 'outlookmessageheader', 'mail-editor-reference-message-container', 'ms-outlook-mobile-reference-message', 'rplyfwdmsg', 'stopspelling', 'zwchr', 'quote', 'ymail_original'],
  ]),
  signature: new Set([
    ...['gmail_signature', 'moz-signature', 'signature', 'applemailsignature', 'ms-outlook-mobile-signature', 'protonmail_signature_block', 'tutanota_signature', 'yahoo_signature', 'ymail_android_signature', 'ymail_ios_signature', 'messagesignaturesection', 'mailspring-signature', 'nylas-signature', '_rc_sig'],
    ...['front-signature', 'sh-signature', 'missive_signature', 'mb_sig', 'mailbird-signature', 'fastmail-signature', 'spark-signature', 'edison-signature', 'em-signature', 'bloop_sign', 'emailsignature', 'email-signature', 'mail-signature', 'user-signature', 'lineblacksignature', 'ntes-mailmaster-signature'],
  ]),
};

/** Containers that programs also use for what was forwarded: told by how they begin. */
export function partOf(element: TreeElement): Part | null {
  if (element.attrs.length === 0 && element.tagName !== 'blockquote') return null;
  const names = namesOf(element);
  if (names.some((name) => parts.quote.has(name)) || (element.tagName === 'blockquote' && !isIndent(element))) return beginsForwarded(element) ? null : 'quote';
  if (names.some((name) => parts.headers.has(name)) || (element.tagName === 'div' && isOutlookLine(element))) return 'headers';
  return names.some((name) => parts.signature.has(name)) || isMarkedSignature(element) ? 'signature' : null;
}

function isMarkedSignature(element: TreeElement): boolean {
  return attribute(element, 'data-smartmail') === 'gmail_signature' || attribute(element, 'data-marker') === '__SIG_PRE__' || attribute(element, 'data-signatureblock') === 'true';
}

function namesOf(element: TreeElement): string[] {
  const { tagName } = element;
  // A link or an input may have such a name too, and means something else.
  const said = [attribute(element, 'class'), attribute(element, 'id'), tagName === 'div' ? attribute(element, 'name') : ''].join(' ').slice(0, LONGEST_NAMES);
  if (said.trim() === '') return [];
  return said.split(/\s+/).filter((name) => name !== '' && name.length < 100).map((name) => name.toLowerCase().replace(/^(?:x_|yiv\d+|ydp[\da-f]+|m_-?\d+)+/, ''));
}

/** No program writes more. */
const LONGEST_NAMES = 1000;

/** An indented paragraph of the writer's own: Gmail's *indent more*, Outlook on the web. */
function isIndent(element: TreeElement): boolean {
  const style = attribute(element, 'style').toLowerCase();
  return attribute(element, 'type') !== 'cite' && /border(-width)?:\s*(none|0)/.test(style) && !/border-left:[^;]*solid/.test(style) && /margin(-left)?:[^;]*\d/.test(style);
}

/** The line that Outlook and Windows Mail draw above the headers of the old mail, their only sign of it. */
function isOutlookLine(element: TreeElement): boolean {
  const style = attribute(element, 'style').toLowerCase();
  if (!style.includes('border-top')) return false;
  const isDesk = /border-top:[^;]*solid/.test(style) && /border(-left)?:\s*(medium )?none/.test(style) && /padding(-top)?:\s*3(\.0+)?pt/.test(style);
  const isWindowsMail = /border-top-color:\s*rgb\(229, ?229, ?229\)/.test(style) && /border-top-style:\s*solid/.test(style);
  return isDesk || isWindowsMail;
}

/** Whether the first words in it say that it was forwarded. */
function beginsForwarded(element: TreeElement): boolean {
  const said = readable(firstWords(element, LONGEST_BEGINNING)).trim();
  return said !== '' && (separatorOf(said) === 'forwarded' || separatorOf(`${said}:`) === 'forwarded');
}

const LONGEST_BEGINNING = 200;

/** The first text that is not blank. */
function firstWords(node: TreeNode, longest: number): string {
  if (isText(node)) return node.value.trim().slice(0, longest);
  if (!isElement(node)) return '';
  for (const child of node.childNodes) {
    const said = firstWords(child, longest);
    if (said !== '') return said;
  }
  return '';
}
