import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { describe, expect, test } from 'vitest';
import type { LetterFacts } from '../../src/outbox/letter-facts.ts';
import { renderLetter, renderPasswordLetter } from '../../src/outbox/templates/render-letter.ts';
import { letterKinds } from '../../src/rules/letter-kinds.ts';
import type { Language } from '../../src/rules/ticket.ts';
import { address } from '../support/builders.ts';
import { aQuotedArticle, letterFacts, passwordFacts } from '../support/letter-facts.ts';

const languages: Language[] = ['de', 'en'];
const everyLetter = letterKinds.flatMap((kind) => languages.map((language) => ({ kind, language })));
const hostile = '"><img src=x onerror=alert(1)></title></style></td><script>alert(1)</script>\r\nBcc: a@b.example\u2028\u0000\u202e<!--[if mso]>&amp;';
const hostilePerson = { address: address('e@evil.example'), name: hostile };
const allHostile: Partial<LetterFacts> = {
  subject: hostile,
  to: hostilePerson,
  requester: hostilePerson,
  owner: hostilePerson,
  by: hostilePerson,
  article: aQuotedArticle({ by: hostilePerson, text: hostile, attachments: [{ name: `../${hostile}`, size: 1, url: 'https://help.example/f' }] }),
  earlier: [aQuotedArticle({ by: hostilePerson, text: hostile })],
};

describe('what outsiders wrote', () => {
  test.each(everyLetter)('adds no element to the HTML of $kind in $language, and loads nothing (SH01, W06)', (what) => {
    const harmless = elements(renderLetter(letterFacts({ ...what, toStaff: true, article: aQuotedArticle({ attachments: [{ name: 'a', size: 1, url: 'https://help.example/f' }] }) })).html);
    const found = elements(renderLetter(letterFacts({ ...what, ...allHostile, toStaff: true })).html);

    expect(found.filter(({ name }) => !harmless.some((known) => known.name === name))).toEqual([]);
    expect(found.filter(({ name }) => ['script', 'img', 'link', 'iframe', 'form', 'base'].includes(name))).toEqual([]);
    expect(found.flatMap(({ attributes }) => attributes).filter((attribute) => /^(on|src|background)/.test(attribute))).toEqual([]);
  });

  test.each(everyLetter)('cannot end the subject line of $kind in $language or hide in it (A18, SH06)', (what) => {
    const { subject } = renderLetter(letterFacts({ ...what, ...allHostile }));
    expect(subject).toMatch(/^\[dtnet\.de #427637\] /);
    expect(subject).not.toMatch(/[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e]/);
    expect(subject.length).toBeLessThanOrEqual(300);
  });

  test('has no control characters in the text (A18)', () => {
    expect(renderLetter(letterFacts(allHostile)).text).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e]/);
  });

  test.each([
    ['http://ok.example/a?b=1&c=2', 'http://ok.example/a?b=1&c=2'],
    ['see (https://ok.example/x).', 'https://ok.example/x'],
    ['https://ok.example/wiki/A_(b)', 'https://ok.example/wiki/A_(b)'],
    ['https://ok.example/"onclick=alert(1)', 'https://ok.example/'],
    ['HTTPS://ok.example', 'HTTPS://ok.example'],
  ])('becomes a link only where it is a web address: %s (SH01)', (text, link) => {
    expect(links(renderLetter(letterFacts({ article: aQuotedArticle({ text }), earlier: [] })).html)).toEqual([link, 'https://help.example/tickets/427637']);
  });

  test.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'https://', 'xhttps://a.example'])('is no link: %s (SH01)', (text) => {
    expect(links(renderLetter(letterFacts({ article: aQuotedArticle({ text }), earlier: [] })).html)).toEqual(['https://help.example/tickets/427637']);
  });

  test('keeps its line breaks and its blanks in HTML (M05)', () => {
    expect(renderLetter(letterFacts({ article: aQuotedArticle({ text: 'a\n  b   c' }) })).html).toContain('a<br>\n&nbsp; b&nbsp;&nbsp; c');
  });

  test.each(['www.evil.example', 'Call +1 900 555', 'a@evil.example', 'Win at evil.example now', 'x'.repeat(60), ''])(
    'is not said to its reader in our name: %s (SL02)',
    (name) => {
      const { text } = renderLetter(letterFacts({ kind: 'acknowledgement', to: { address: address('max@kunde.example'), name } }));
      expect(text).toMatch(/^Guten Tag,\n/);
    },
  );

  test('is short in the acknowledgement (SL02)', () => {
    const { subject, text } = renderLetter(letterFacts({ kind: 'acknowledgement', subject: 'Spam '.repeat(100) }));
    expect(subject.length).toBeLessThanOrEqual('[dtnet.de #427637] '.length + 150);
    expect(text.match(/Spam/g)?.length).toBeLessThanOrEqual(30);
  });

  test('of a writer whose name looks like an address shows the real address (SH08)', () => {
    const by = { address: address('e@evil.example'), name: 'boss@dtnet.de' };
    const { text, html } = renderLetter(letterFacts({ article: aQuotedArticle({ by }) }));
    expect(text + html).not.toContain('boss@dtnet.de');
    expect(text).toMatch(/^e@evil\.example, /);
  });
});

describe('a comment', () => {
  test.each(everyLetter)('is not in $kind in $language to an outsider, whatever the letter is made of (P08)', (what) => {
    const secret = aQuotedArticle({ comment: true, text: 'CANARY' });
    const { subject, text, html } = renderLetter(letterFacts({ ...what, article: secret, earlier: [secret, aQuotedArticle()] }));
    expect(subject + text + html).not.toContain('CANARY');
  });

  test('in the conversation is marked as one to staff (S13)', () => {
    const { text, html } = renderLetter(letterFacts({ toStaff: true, earlier: [aQuotedArticle({ comment: true, text: 'Nur wir.' })] }));
    expect(text).toContain('*** INTERNER KOMMENTAR: Nur Bearbeiter sehen ihn ***\nMax Muster <max@kunde.example>');
    expect(html.replaceAll('\n', ' ')).toContain('INTERNER KOMMENTAR: Nur Bearbeiter sehen ihn</strong>');
  });
});

describe('the letter with a password link', () => {
  test('escapes what it is given (SH01)', () => {
    const { html, subject } = renderPasswordLetter(passwordFacts({ ip: hostile, helpContact: hostile, siteName: hostile }));
    expect(elements(html).filter(({ name }) => name === 'script' || name === 'img')).toEqual([]);
    expect(subject).not.toMatch(/[\r\n]/);
  });
});

type Element = { name: string; attributes: string[]; href: string | null };

function elements(html: string): Element[] {
  return within(parse(html));
}

function links(html: string): string[] {
  return elements(html).map(({ href }) => href).filter((href) => href !== null);
}

function within(node: Tree.Node): Element[] {
  const own = 'tagName' in node ? [{ name: node.tagName, attributes: node.attrs.map(({ name }) => name), href: node.attrs.find(({ name }) => name === 'href')?.value ?? null }] : [];
  return [...own, ...('childNodes' in node ? node.childNodes.flatMap(within) : [])];
}
