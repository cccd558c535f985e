/**
 * Sets a letter as HTML that Outlook's Word engine, Gmail, Apple Mail and phones show alike: tables that only hold blocks,
 * inline styles, system fonts, nothing loaded. Light colours stand inline; mail programs that know how take the dark ones.
 */

import { formattedMarkup } from './formatted-markup.ts';
import { pageStyle, style } from './letter-look.ts';
import type { Block, Letter, ListItem, ShownArticle } from './letter.ts';
import { html, shortLines, textMarkup, type Markup } from './markup.ts';

/** Each line in its own direction: people write Arabic and Hebrew between our words. */
const eachLine = 'unicode-bidi:plaintext;text-align:start';

export function letterHtml(letter: Letter): string {
  const { language, subject, heading, blocks, footer } = letter;
  return shortLines(html`<!DOCTYPE html>
<html lang="${language}" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no, date=no, address=no">
<title>${subject}</title>
${pageStyle}
</head>
<body ${style('page', 'margin:0;padding:0;width:100%;-webkit-text-size-adjust:100%')}>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" ${style('page')}>
<tr><td align="center" style="padding:20px 8px 32px">
<table role="presentation" width="640" cellpadding="0" cellspacing="0" border="0" style="width:100%;max-width:640px;table-layout:fixed;text-align:left">
<tr><td style="padding:0 4px 10px">${siteLine(letter)}</td></tr>
<tr><td ${style('card', 'padding:26px 28px 10px;border-radius:10px')}>
${heading === null ? [] : html`<h1 ${style('ink', 'margin:0 0 16px;font-size:21px;line-height:28px;font-weight:600')}>${heading}</h1>`}
${blocks.map((block) => markupOf(block))}
</td></tr>
<tr><td ${style('muted', 'padding:14px 4px 0;font-size:13px;line-height:19px')}>${footer.map((line) => html`${textMarkup(line, style('muted'))}<br>`)}</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`);
}

function siteLine({ siteName, corner }: Letter): Markup {
  return html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr>
<td ${style('ink', 'font-size:14px;line-height:20px;font-weight:600')}>${siteName}</td>
<td align="right" ${style('muted', 'font-size:14px;line-height:20px')}>${corner}</td>
</tr></table>`;
}

function markupOf(block: Block): Markup {
  switch (block.kind) {
    case 'words':
      return html`<p ${style('ink', 'margin:0 0 16px')}>${block.text}</p>\n`;
    case 'small':
      return html`<p ${style('muted', 'margin:0 0 10px;font-size:14px;line-height:21px')}>${block.text}</p>\n`;
    case 'mark':
      return markLine(block.text);
    case 'link':
      return block.main ? button(block.label, block.url) : html`<p style="margin:0 0 18px;font-size:15px;line-height:22px"><a href="${block.url}" ${style('link')}>${block.label}</a></p>\n`;
    case 'rows':
      return rowsTable(block.rows);
    case 'list':
      return ticketList(block);
    case 'notice':
      return box('caution', html`${block.text}`);
    case 'article':
      return block.article.commentLabel !== null ? box('internal', ownWords(block.article)) : html`<div style="margin:0 0 6px">${ownWords(block.article)}</div>${line()}`;
    case 'conversation':
      return conversation(block);
  }
}

/** A cell, because Outlook gives no padding to other things. */
function markLine(text: string): Markup {
  return html`<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 18px"><tr>
<td ${style('sunk', 'padding:9px 14px;border-radius:6px;font-family:Menlo,Consolas,Courier New,monospace;font-size:16px;line-height:22px;font-weight:600')}>${text}</td>
</tr></table>\n`;
}

function button(label: string, url: string): Markup {
  return html`<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:4px 0 22px"><tr>
<td ${style('button', 'border-radius:7px;mso-padding-alt:11px 20px')}><a href="${url}" ${style('buttonLink', 'display:inline-block;padding:11px 20px;font-size:15px;line-height:20px;font-weight:600;text-decoration:none')}>${label}</a></td>
</tr></table>\n`;
}

function rowsTable(rows: { label: string; value: string }[]): Markup {
  const cells = rows.map(({ label, value }) => html`<tr>
<td valign="top" width="96" ${style('muted', 'width:96px;padding:0 12px 4px 0;font-size:15px;line-height:22px')}>${label}</td>
<td valign="top" ${style('ink', 'padding:0 0 4px;font-size:15px;line-height:22px')}>${value}</td>
</tr>`);
  return html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 16px;table-layout:fixed">${cells}</table>\n`;
}

function ticketList({ title, items, more }: Extract<Block, { kind: 'list' }>): Markup {
  return html`<h2 ${style('ink', 'margin:6px 0 4px;font-size:16px;line-height:24px;font-weight:600')}>${title}</h2>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 ${more === null ? 22 : 6}px;table-layout:fixed">${items.map((item) => listRow(item))}</table>
${more === null ? [] : html`<p ${style('muted', 'margin:0 0 22px;font-size:14px;line-height:20px')}>${more}</p>`}`;
}

function listRow({ number, label, url, text, state, mark }: ListItem): Markup {
  return html`<tr><td ${style('line', 'padding:10px 0 10px;font-size:15px;line-height:22px')}>
<a href="${url}" ${style('link', 'font-weight:600;text-decoration:none')}>${number} ${label}</a><br>
${text === null ? [] : html`<span ${style('ink', 'font-size:14px;line-height:20px')}>${text}</span><br>\n`}<span ${style('muted', 'font-size:13px;line-height:19px')}>${state}</span>${mark === null ? [] : html` <span ${style('muted', 'font-size:13px;line-height:19px')}>·</span> <span ${style('late', 'font-size:13px;line-height:19px;font-weight:600')}>${mark}</span>`}
</td></tr>\n`;
}

function box(tone: 'caution' | 'internal', inside: Markup): Markup {
  return html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 18px;table-layout:fixed"><tr>
<td ${style(tone, 'padding:12px 16px;border-radius:6px;font-size:15px;line-height:22px')}>${inside}</td>
</tr></table>\n`;
}

function line(): Markup {
  return html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:16px 0 14px"><tr><td ${style('line', 'font-size:1px;line-height:1px')}>&nbsp;</td></tr></table>\n`;
}

function ownWords(article: ShownArticle): Markup {
  return html`<p ${style('muted', 'margin:0 0 12px;font-size:14px;line-height:20px')}>${head(article)}</p>
${article.html === null ? html`<div ${style('ink', `font-size:16px;line-height:24px;${eachLine}`)}>${wordsOf(article)}</div>` : paper(article.html)}
${signature(article)}${files(article)}`;
}

function signature({ signature: text }: ShownArticle): Markup {
  return text === '' ? html`` : html`<p ${style('muted', `margin:18px 0 0;font-size:15px;line-height:22px;${eachLine}`)}>${textMarkup(text, style('link'))}</p>\n`;
}

function wordsOf({ text, formatted }: ShownArticle): Markup {
  return formatted ? formattedMarkup(text) : textMarkup(text, style('link'));
}

/** What was built anew from the sender's HTML. Its colours were chosen for white, so it stands on a sheet of it in the dark too. */
function paper(cleaned: string): Markup {
  return html`<div ${style('sent', 'font-size:16px;line-height:24px')}>${{ markup: cleaned }}</div>`;
}

function conversation({ title, articles, more }: Extract<Block, { kind: 'conversation' }>): Markup {
  return html`${line()}<h2 ${style('muted', 'margin:0 0 16px;font-size:14px;line-height:20px;font-weight:600')}>${title}</h2>
${articles.map((article) => quote(article))}
${more === null ? [] : html`<p ${style('muted', 'margin:0 0 16px;font-size:14px;line-height:20px')}>${more}</p>`}`;
}

function quote(article: ShownArticle): Markup {
  return html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 18px;table-layout:fixed"><tr>
<td ${style(article.commentLabel === null ? 'quote' : 'internal', `padding:${article.commentLabel === null ? '2px 0 2px' : '9px 12px 9px'} 14px;font-size:14px;line-height:21px`)}>
<p ${style('muted', 'margin:0 0 6px;font-size:13px;line-height:19px')}>${head(article)}</p>
<div ${style('ink', eachLine)}>${wordsOf(article)}</div>
${files(article)}</td>
</tr></table>\n`;
}

function head({ name, address, when, commentLabel }: ShownArticle): Markup {
  const label = commentLabel === null ? html`` : html`<strong ${style('internalLabel')}>${commentLabel}</strong><br>\n`;
  const who = html`<strong ${style('ink', 'font-weight:600')}>${name}</strong>`;
  const time = html`<span class="dot">&nbsp;· </span><span class="when" style="white-space:nowrap">${when}</span>`;
  return name === address ? html`${label}${who}${time}` : html`${label}${who} &lt;${address}&gt;${time}`;
}

function files({ filesLabel, files: left }: ShownArticle): Markup {
  const named = left.map(({ label, url }, at) => html`${at === 0 ? '' : ', '}${url === null ? label : html`<a href="${url}" ${style('link')}>${label}</a>`}`);
  return left.length === 0 ? html`` : html`<p ${style('muted', 'margin:12px 0 0;font-size:14px;line-height:20px')}>${filesLabel}: ${named}</p>`;
}
