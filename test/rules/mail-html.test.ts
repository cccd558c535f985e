import { describe, expect, test } from 'vitest';
import { joinedHtml } from '../../src/mail-html/join.ts';
import { rebuildHtml } from '../../src/mail-html/rebuild.ts';
import { textOfHtml } from '../../src/mail-html/text.ts';

const images = (contentId: string) => (contentId === 'shot@x' ? '/tickets/7/attachments/a1/shot.png' : null);
const rebuilt = (html: string) => rebuildHtml(html, images);

test.each([
  ['<p>Hi <b>you</b></p>', '<p>Hi <b>you</b></p>'],
  ['<img src="cid:shot%40x" alt="Shot" width=40>', '<img src="/tickets/7/attachments/a1/shot.png" alt="Shot" width="40">'],
  ['<a href=" https://a.example/?b&c ">x</a>', '<a href="https://a.example/?b&amp;c" title="https://a.example/?b&amp;c" target="_blank" rel="noopener noreferrer nofollow">x</a>'],
  ['a &lt;script&gt; &amp; "q"', 'a &lt;script&gt; &amp; &quot;q&quot;'],
  ['<form action=/x>Name <input> ok</form>', 'Name  ok'],
])('%s is shown as %s (M05)', (html, shown) => {
  expect(rebuilt(html)).toBe(shown);
});

test.each([
  '<script>alert(1)</script>',
  '<foo><</foo><img src=x onerror=alert(1)>',
  '<img src="https://spy.example/p.gif">',
  '<img src=/sign-out>',
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
])('nothing of %s runs, loads or leads away (W06)', (html) => {
  const shown = rebuilt(html) ?? '';

  expect(shown).not.toMatch(/<(script|svg|math|iframe|meta|base|link|style|img|form|xmp|textarea|noscript)\b/i);
  expect(shown).not.toMatch(/<[^>]*\s(on\w+|src|background|id|class|name|srcdoc)=/i);
  expect(shown).not.toMatch(/href="(?!https?:|mailto:|tel:)/i);
});

describe('HTML past the bounds', () => {
  test.each([
    ['deep', '<div>'.repeat(5_000)],
    ['rebuilt for ever', `${'<b><i><u>'.repeat(300)}${'<p>'.repeat(3_000)}`],
    ['many attributes', `<p ${Array.from({ length: 5_000 }, (_, n) => `a${n}=1`).join(' ')}>`],
    ['many elements', '<br>'.repeat(100_000)],
    ['long', 'x'.repeat(3_000_000)],
  ])('is not built, and quickly so: %s (M10)', (_, html) => {
    const started = performance.now();

    expect(rebuilt(html)).toBeNull();
    expect(performance.now() - started).toBeLessThan(1_000);
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
