import { describe, expect, test } from 'vitest';
import { renderLetter } from '../../src/outbox/templates/render-letter.ts';
import { aQuotedArticle, letterFacts } from '../support/letter-facts.ts';

const text = 'Bitte **neu starten**:\n- Drucker aus\n- `net stop spooler`\n\n<b>roh</b> & [Anleitung](https://hilfe.dtnet.de/a)\n\n```\n# apt  update\n```';
const letter = (formatted: boolean) => inOneLine(renderLetter(letterFacts({ article: aQuotedArticle({ text, formatted }) })));

describe('a letter with a formatted text', () => {
  test('has its look in HTML, and nothing typed is markup', () => {
    const { html } = letter(true);

    expect(html).toContain('<strong>neu starten</strong>');
    expect(html).toMatch(/<ul [^>]*>\s*<li [^>]*>Drucker aus<\/li>/);
    expect(html).toMatch(/<code [^>]*>net stop spooler<\/code>/);
    expect(html).toMatch(/<a href="https:\/\/hilfe\.dtnet\.de\/a" [^>]*>Anleitung<\/a>/);
    expect(html).toContain('# apt&nbsp; update');
    expect(html).toContain('&lt;b&gt;roh&lt;/b&gt; &amp; ');
    expect(html).not.toContain('<b>roh');
  });

  test('has in its text part what was typed', () => {
    expect(letter(true).text).toContain(text);
    expect(letter(true).text).toBe(letter(false).text);
  });

  test('is set as plain text unless it is marked as formatted', () => {
    expect(letter(false).html).not.toContain('<strong>neu starten</strong>');
    expect(letter(false).html).toContain('**neu starten**');
  });

  test('has it in what was said before, too', () => {
    const { html } = inOneLine(renderLetter(letterFacts({ earlier: [aQuotedArticle({ text, formatted: true })] })));
    expect(html).toContain('<strong>neu starten</strong>');
  });
});

/** Letters are broken at blanks, which mean the same in HTML. */
function inOneLine({ html, ...rest }: ReturnType<typeof renderLetter>) {
  return { ...rest, html: html.replace(/\s+/g, ' ') };
}
