/** Sets what agents write with signs for its look. Only these elements are ever made, and every word goes through `html`: nothing typed is markup. */

import { readFormatting, type Block, type Inline, type List } from '../../rules/formatting.ts';
import { style } from './letter-look.ts';
import { html, textMarkup, type Markup } from './markup.ts';

const MONOSPACE = 'font-family:Menlo,Consolas,Courier New,monospace';

export function formattedMarkup(text: string): Markup {
  return html`${readFormatting(text).map((block) => blockMarkup(block))}`;
}

function blockMarkup(block: Block): Markup {
  switch (block.kind) {
    case 'paragraph':
      return html`<p style="margin:0 0 14px">${inlines(block.parts)}</p>\n`;
    case 'heading':
      return html`<p style="margin:18px 0 8px;font-weight:600">${inlines(block.parts)}</p>\n`;
    case 'quote':
      return html`<div ${style('quote', 'margin:0 0 14px;padding:0 0 0 12px')}>${inlines(block.parts)}</div>\n`;
    case 'list':
      return listMarkup(block.list);
    case 'code':
    case 'columns':
      return html`<div ${style('sunk', `margin:0 0 14px;padding:10px 12px;border-radius:6px;font-size:14px;line-height:20px;${MONOSPACE}`)}>${textMarkup(block.text, style('link'))}</div>\n`;
  }
}

function listMarkup({ start, items }: List): Markup {
  const place = 'margin:0 0 14px;padding:0 0 0 24px';
  const inside = items.map(({ parts, under }) => html`<li style="margin:0 0 4px">${inlines(parts)}${under === null ? [] : listMarkup(under)}</li>\n`);
  return start === null ? html`<ul style="${place}">${inside}</ul>\n` : html`<ol start="${start}" style="${place}">${inside}</ol>\n`;
}

function inlines(parts: Inline[]): Markup[] {
  return parts.map((part, at) => inline(part, at === 0));
}

/** Blanks at the beginning of a line are kept, so the one after a look is set by itself. */
function inline(part: Inline, first: boolean): Markup {
  switch (part.kind) {
    case 'text':
      return !first && part.text.startsWith(' ') ? html` ${textMarkup(part.text.slice(1), style('link'))}` : textMarkup(part.text, style('link'));
    case 'strong':
      return html`<strong>${inlines(part.parts)}</strong>`;
    case 'emphasis':
      return html`<em>${inlines(part.parts)}</em>`;
    case 'code':
      return html`<code ${style('sunk', `padding:1px 4px;border-radius:4px;font-size:14px;${MONOSPACE}`)}>${part.text}</code>`;
    case 'link':
      return html`<a href="${part.url}" ${style('link')}>${part.text}</a>`;
  }
}
