import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseMail } from '../../src/inbound/parse.ts';
import { textOfHtml, textOfNodes } from '../../src/mail-html/text.ts';
import { parseMailHtml } from '../../src/mail-html/tree.ts';
import { growthOf } from '../support/growth.ts';
import { hostileHtml } from '../support/hostile-html.ts';

/** What the tree of a browser says. */
const textOfTree = (html: string) => textOfNodes(parseMailHtml(html));

describe('the text of HTML is the one of the whole tree (M05)', () => {
  test.each([
    // Elements that others end.
    '<p>a<div>b</div>c</p>d', '<p>a<p>b', 'a</p>b', 'a</br>b', '<ul><li>a<li>b<ul><li>c</ul><li>d</ul>e', '<dl><dt>a<dd>b<dt>c</dl>d', '<h1>a<h2>b</h1>c', '<div>a<h3>b</h2>c</div>',
    '<button>a<button>b</button>c', '<form>a<form>b</form>c</form>d', '<div>a</span></p>b</div>', '<ol><li><div>a<li>b</div></ol>c', '<address>a<p>b</address>c', '<body>a</body>b</html>c',
    // Tables, with and without all of their parts.
    '<table><tr><td>a<td>b<tr><td>c</table>d', '<td>a</td>b', '<table>a<tr>b<td>c</td>d</tr></table>e', '<table><tr><td><p>a</table>b', '<table><tbody><tr><td>a</tbody></td>b</table>', '<table><td>a<table><td>b</table>c</table>d',
    '<table><table><td>a</table>b</table>c', '<table><caption>a<td>b</table>', '<div>a<table><tr><td></div>b</table>c</div>d', '<table><b>a<td>b</table>c', '<table> <br> <td>a</table>', '<table><div>a<div>b<td>c</table>',
    // Formatting that is nested wrongly, or marks a part.
    '<b><div>a</b>b</div>c', '<b>a<i>b</b>c</i>d', '<a>a<a>b</a>c', '<span class=gmail_signature>a<span>b</span>c</span>d', '<font><p>a</font>b</p>c', '<b class=moz-signature>a<p>b</p>c</b>d',
    // Text that is no markup.
    '<style>a</style>b', '<script><b>a</script>b', '<title>a</title>b', '<textarea>a<b></textarea>b', '<xmp>a<b></xmp>c', '<noscript>a</noscript>b', '<plaintext>a<b>', '<style>a', '<STYLE>a</style >b', '<iframe>a</iframe>b',
    // What only looks like a tag, and what does not.
    'a < b', 'a <3', 'a <', 'a </', 'a </>b', 'a </ b>c', 'a <? b>c', 'a <!b>c', 'a <b', 'a <b c="d', "a <b c='>'>d", 'a <b c=>d', 'a <b/c=d>e', 'a <b =c>d', '<div/>a', '<p class="a>b">c', 'a<!DOCTYPE x>b',
    // Comments.
    'a<!-->b', 'a<!--->b', 'a<!---->b', 'a<!--b-->c', 'a<!--b--!>c', 'a<!--!>b-->c', 'a<!--b', '<!--[if mso]><p>a</p><![endif]-->b', '<![if !mso]>a<![endif]>b',
    // Characters.
    'a&nbsp;b', 'a&amp;lt;b', 'a&ltb', 'a&notit;b', 'a&#228;&#x20ac;b', 'a&#0;b', '&', '<img alt="&quot;a&ampb&copy=1">', '<pre>\na\n b</pre>', '<pre>\n\na</pre>', '<div>\u00a0a\u200b</div>',
    // Elements that are not read.
    '<select><option>a<p>b</select>c', '<select><table><td>a</select>b', '<table><td><select>a<td>b</table>', '<template><p>a</template>b', '<object>a<p>b</object>c', '<svg><title>a</title><g>b</g></svg>c', '<svg/>a', '<svg><p>a',
    '<svg><style>a<b></style></svg>b', '<math><mi>a<p>b</p></mi></math>c', '<video>a</video>b',
    // Quotes and signatures.
    '<blockquote type=cite>a<p>b</blockquote>c', '<blockquote style="border:none;margin-left:40px">a</blockquote>b', '<div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm">Von: a</div>b',
    '<div class=gmail_quote>a<div>b</div></div>c', '<div class=gmail_quote><div>---------- Forwarded message</div>a</div>', '<div id=divRplyFwdMsg>a</div>b', 'a<div class=x_moz-signature>b</div>', 'a<p data-smartmail=gmail_signature>b', '<div name=quote>a</div>', '<a name=quote class=signature>a</a>b',
  ])('%j', (html) => {
    expect(textOfHtml(html)).toBe(textOfTree(html));
  });

  test('for all mails of our own', async () => {
    const folder = join(import.meta.dirname, '../mails/reading');
    const mails = await Promise.all(readdirSync(folder).map((name) => parseMail(new Uint8Array(readFileSync(join(folder, name))))));
    const htmls = mails.map(({ html }) => html).filter((html) => html !== null);

    expect(htmls.length).toBeGreaterThan(5);
    expect(htmls.map(textOfHtml)).toEqual(htmls.map(textOfTree));
  });

  test('for hostile HTML too, drawings and sets of frames aside', () => {
    const some = hostileHtml(7, 4_000).filter((html) => !/<(svg|math|frame|template|select)|\0/i.test(html));
    const others = some.filter((html) => textOfHtml(html) !== textOfTree(html));

    expect(some.length).toBeGreaterThan(1_000);
    // Paragraphs around tables of documents without a type, annotations, and forms that never end.
    expect(others.length).toBeLessThanOrEqual(some.length / 500);
  });
});

test.each([
  ['tags', '<div><span class=a>b</span></div>'],
  ['attributes', '<a b=c d="e" f=\'g\' h>'],
  ['tags that never close', '<a b="'],
  ['attributes that never end', '<p a="b" c'],
  ['comments that never close', '<!--'],
  ['comments that nearly close', '<!--a--'],
  ['texts that never close', '<style><title>'],
  ['ends that fit none', '</div></b></p></td>'],
  ['words put before a table', '<table>a<br>'],
  ['formatting that crosses', '<b><p></b>'],
  ['ampersands', '&am&#'],
  ['opening brackets', '< <'],
  ['blanks', '<p         '],
  ['lists of choices', '<select><option>'],
  ['quotes', '<blockquote>a</blockquote>'],
])('time for the text of HTML grows with its size: %s (M10, SP11)', (_, piece) => {
  expect(growthOf((size) => textOfHtml(piece.repeat(size)), 20_000)).toBeLessThan(10);
});
