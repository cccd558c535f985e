import { describe, expect, test } from 'vitest';
import { joinedHtml } from '../../src/mail-html/join.ts';
import { rebuildHtml } from '../../src/mail-html/rebuild.ts';
import { textOfHtml } from '../../src/mail-html/text.ts';

const attached = (contentId: string) => (contentId === 'shot@x' ? '/tickets/7/attachments/a1/shot.png' : null);
const rebuilt = (html: string) => rebuildHtml(html, { attached, elsewhere: 'blocked' })?.html ?? null;
const link = (address: string, words: string) => `<a href="${address}" title="${address}" target="_blank" rel="noopener noreferrer nofollow">${words}</a>`;

test.each([
  ['<p>Hi <b>you</b></p>', '<p>Hi <b>you</b></p>'],
  ['<img src="cid:shot%40x" alt="Shot" width=40>', '<a href="/tickets/7/attachments/a1/shot.png" target="_blank" rel="noopener noreferrer"><img src="/tickets/7/attachments/a1/shot.png" alt="Shot" width="40"></a>'],
  ['<a href="https://a.example/"><b><img src="cid:shot@x"></b></a>', link('https://a.example/', '<b><img src="/tickets/7/attachments/a1/shot.png" alt=""></b>')],
  ['<img src="data:image/png;base64,iVBORw0K" alt="">', '<img src="data:image/png;base64,iVBORw0K" alt="">'],
  ['<a href=" https://a.example/?b&c ">x</a>', link('https://a.example/?b&amp;c', 'x')],
  ['a &lt;script&gt; &amp; "q"', 'a &lt;script&gt; &amp; &quot;q&quot;'],
  ['<form action=/x>Name <input> ok</form>', 'Name  ok'],
  ['<body bgcolor="#eee"><p>x', '<div style="background-color:#eee"><p>x</p></div>'],
  ['<div><p>x</p><p>&nbsp;</p><p><br></p></div><br>\n', '<div><p>x</p></div>'],
  ['<p>x</p><hr><p></p>', '<p>x</p><hr>'],
  ['<p class="MsoNormal" style="color:red">x', '<p style="margin-top:0;margin-bottom:0;color:red">x</p>'],
])('%s is shown as %s (M05)', (html, shown) => {
  expect(rebuilt(html)).toBe(shown);
});

test.each([
  '<script>alert(1)</script>',
  '<foo><</foo><img src=x onerror=alert(1)>',
  '<img src="https://spy.example/p.gif">',
  '<img src=/sign-out>',
  '<img src="data:image/svg+xml,<svg onload=alert(1)>">',
  '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
  '<svg><style><img src=x onerror=alert(1)></style></svg>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<a href="javascript:alert(1)">x</a>',
  '<a href="java\tscript:alert(1)">x</a>',
  '<a href="data:text/html,<script>alert(1)</script>">x</a>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<meta http-equiv=refresh content="0;url=https://spy.example">',
  '<base href="https://spy.example/">',
  '<link rel=stylesheet href="https://spy.example/x.css">',
  '<style>@import "https://spy.example/x.css"</style>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<table background="https://spy.example/p.gif"><td onclick=alert(1)>',
  '<xmp><img src=x onerror=alert(1)></xmp>',
  '<textarea><img src=x onerror=alert(1)></textarea>',
  '<p id=main class=x name=y onmouseover=alert(1)>',
])('nothing of %s runs, loads or leads away (W06, SH02-SH04)', (html) => {
  const shown = rebuilt(html) ?? '';

  expect(shown).not.toMatch(/<(script|svg|math|iframe|meta|base|link|style|img|form|xmp|textarea|noscript)\b/i);
  expect(shown).not.toMatch(/<[^>]*\s(on\w+|src|background|id|class|name|srcdoc)=/i);
  expect(shown).not.toMatch(/href="(?!https?:|mailto:|tel:)/i);
});

describe('the style of a mail', () => {
  test.each([
    ['color: red; font-size:12px', 'color:red;font-size:12px'],
    ['background: #fff', 'background-color:#fff'],
    ['white-space: pre', 'white-space:pre-wrap'],
    ['font-family: "Segoe UI", Arial', 'font-family:&quot;Segoe UI&quot;, Arial'],
    ['color: rgb(1, 2, 3) !important', 'color:rgb(1, 2, 3)'],
  ])('keeps %s (M05)', (style, kept) => {
    expect(rebuilt(`<p style='${style}'>x</p>`)).toBe(`<p style="${kept}">x</p>`);
  });

  test.each([
    'background:url(https://spy.example/x)', 'background:#fff u\\72l(//spy.example)', 'width:expression(alert(1))', 'position:fixed', 'margin-top:-200px',
    'color:var(--x)', 'behavior:url(x)', '-moz-binding:url(x)', 'content:"x"', 'list-style:url(x)', 'font-family:"a', 'width:99999px', 'white-space:nowrap',
    'display:grid', 'background:image-set("x" 1x)', 'color:red/**/', 'overflow:scroll', 'text-indent:-9999px', 'z-index:3', 'transform:scale(9)', 'animation:x 1s',
  ])('loses %s (SH03-SH05)', (style) => {
    expect(rebuilt(`<p style='${style}'>x</p>`)).toBe('<p>x</p>');
  });
});

describe('links', () => {
  test.each([
    ['https://evil.example/x', 'https://bank.example', 'evil.example'],
    ['https://evil.example/', 'Zur Bank: www.bank.example/konto', 'evil.example'],
    ['https://bank.example.evil.example/', 'bank.example', 'bank.example.evil.example'],
    ['https://bänk.example/', 'bank.example', 'xn--bnk-qla.example'],
  ])('to %s that say %s tell where they lead (SH08)', (address, words, host) => {
    expect(rebuilt(`<a href="${address}">${words}</a>`)).toContain(`<span class="host">→ ${host}</span>`);
  });

  test.each([
    ['https://www.bank.example/', 'bank.example'],
    ['https://login.bank.example/', 'https://bank.example/login'],
    ['https://bank.example/', 'Zum Konto'],
    ['mailto:max@kunde.example', 'max@kunde.example'],
  ])('to %s that say %s are left alone (SH08)', (address, words) => {
    expect(rebuilt(`<a href="${address}">${words}</a>`)).toBe(link(address, words));
  });

  test('have no title of the sender and no name before the host (SH08)', () => {
    const shown = rebuilt('<a title="https://bank.example" href="https://bank.example@evil.example/">x</a>');

    expect(shown).toBe(link('https://evil.example/', 'x'));
  });
});

describe('images from elsewhere', () => {
  const mail = '<img src="https://cdn.example/a.png" alt="Logo"><img src="http://track.example/p" width=1 height=1><img src="https://cdn.example/b.png">';

  test('are words until the reader wants them, and their hosts are told; specks that count readers are never shown (W06)', () => {
    const blocked = rebuildHtml(mail, { attached, elsewhere: 'blocked' });
    const loaded = rebuildHtml(mail, { attached, elsewhere: 'loaded' });

    expect(blocked).toEqual({ html: '<span class="image">Logo</span>', elsewhere: ['cdn.example'] });
    expect(loaded?.html).toBe('<img src="https://cdn.example/a.png" alt="Logo"><img src="https://cdn.example/b.png" alt="">');
  });

  test.each(['//cdn.example/a.png', '\\\\cdn.example\\a', 'https:cdn.example/a', '/tickets/7/source', '../x', 'http://192.168.0.1/reboot', 'http://[::1]/x',
    'http://localhost/x', 'http://printer.local/x', 'http://user:pass@cdn.example/x', 'ftp://cdn.example/x', 'blob:https://cdn.example/x'])(
    'are none of %s, whatever the reader wants (SH03)', (source) => {
      expect(rebuildHtml(`<img src="${source}" alt="x">`, { attached, elsewhere: 'loaded' })).toEqual({ html: '<span class="image">x</span>', elsewhere: [] });
    });
});

describe('HTML past the bounds', () => {
  test.each([
    ['deep', '<div>'.repeat(5_000)],
    ['rebuilt for ever', `${'<b><i><u>'.repeat(300)}${'<p>'.repeat(3_000)}`],
    ['many attributes', `<p ${Array.from({ length: 5_000 }, (_, n) => `a${n}=1`).join(' ')}>`],
    ['many elements', '<br>'.repeat(100_000)],
    ['long', 'x'.repeat(3_000_000)],
  ])('is not built: %s (M10)', (_, html) => {
    expect(rebuilt(html)).toBeNull();
  });
});

describe('text of HTML', () => {
  test.each([
    ['<p>a</p>   <p>b <br> c</p>', 'a\n\nb\nc'],
    ['<pre>  a   \n\t b</pre>', 'a\nb'],
    ['<blockquote>a<blockquote>b</blockquote></blockquote>c', '> a\n>> b\nc'],
    ['a <b> b</b>', 'a b'],
  ])('%s reads as %j (M05)', (html, text) => {
    expect(textOfHtml(html)).toBe(text);
  });

  test('past twenty quotes within quotes gets no more marks (M10)', () => {
    expect(textOfHtml(`${'<blockquote>'.repeat(100)}a`)).toBe(`${'>'.repeat(20)} a`);
  });

  test('counts a text as one node, however many words it has', () => {
    expect(rebuilt(`<p>${'word '.repeat(100_000)}</p>`)).not.toBeNull();
  });

  test('several parts past the bounds show the first (M10)', () => {
    expect(joinedHtml(['<p>first</p>', '<b>'.repeat(50_000)])).toBe('<p>first</p>');
  });
});
