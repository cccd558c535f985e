import { describe, expect, test } from 'vitest';
import { renderLetter } from '../../src/outbox/templates/render-letter.ts';
import type { Language } from '../../src/rules/ticket.ts';
import { aQuotedArticle, letterFacts } from '../support/letter-facts.ts';
import { address, now } from '../support/builders.ts';

const url = `https://help.example/confirm?token=${'A'.repeat(43)}`;
const max = address('max@kunde.example');
const eve = address('eve@evil.example');

describe('the letter that asks about a mail at the door', () => {
  test('asks its reader whether a mail in their name is theirs, in German (A05)', () => {
    expect(said('de', true)).toContain('in Ihrem Namen (max@kunde.example) kam eine Mail zu Vorgang #427637.');
    expect(said('de', true)).toContain('Der Link gilt einmal und 7 Tage lang.');
    expect(said('de', true)).toContain('Sie haben nichts geschrieben? Dann müssen Sie nichts tun');
  });

  test('asks its reader whether they know who answered with their address, in English (A04)', () => {
    expect(said('en', false)).toContain('eve@evil.example has answered on ticket #427637 with the reply address that is meant for you alone.');
    expect(said('en', false)).toContain('The link works once, and for 7 days.');
    expect(said('en', false)).toContain('You do not know the sender? Then you need not do anything');
  });

  test.each([true, false])('has one link that decides, and nothing of the mail or of the ticket’s history (SL02)', (own) => {
    const { text, html } = letter('en', own);

    expect(text.split(url)).toHaveLength(2);
    for (const part of [text, html]) {
      expect(part).toContain(url);
      expect(part).not.toContain('Kauft hier');
    }
  });
});

function letter(language: Language, own: boolean) {
  const quoted = aQuotedArticle({ text: 'Kauft hier' });
  return renderLetter(letterFacts({ kind: 'confirm', language, article: null, earlier: [quoted], confirm: { own, sender: own ? max : eve, arrivedAt: now, url, days: 7 } }));
}

function said(language: Language, own: boolean): string {
  return letter(language, own).text.replaceAll(/\s+/g, ' ');
}
