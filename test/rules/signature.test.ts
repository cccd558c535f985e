import { describe, expect, test } from 'vitest';
import { renderLetter } from '../../src/outbox/templates/render-letter.ts';
import { signatureUnder } from '../../src/rules/signature.ts';
import { aQuotedArticle, letterFacts } from '../support/letter-facts.ts';

const facts = { number: 42, subject: 'Drucker', customer: 'Max Muster', agent: 'Anna Agentin' };
const agent = { signatureDe: 'Viele Grüße\n{{bearbeiter}}', signatureEn: 'Kind regards\n{{agent}}' };
const queue = { signatureDe: 'dtnet GmbH · Vorgang {{nummer}}', signatureEn: '' };
const none = { signatureDe: '', signatureEn: '' };

describe('a signature', () => {
  test('is the agent’s and then the queue’s, with its gaps filled', () => {
    expect(signatureUnder({ agent, queue }, 'de', facts)).toBe('Viele Grüße\nAnna Agentin\n\ndtnet GmbH · Vorgang 42');
    expect(signatureUnder({ agent: none, queue }, 'de', facts)).toBe('dtnet GmbH · Vorgang 42');
    expect(signatureUnder({ agent: none, queue: none }, 'de', facts)).toBe('');
  });

  test('is in the reader’s language, or in the other where there is none (P15)', () => {
    expect(signatureUnder({ agent, queue }, 'en', facts)).toBe('Kind regards\nAnna Agentin\n\ndtnet GmbH · Vorgang 42');
  });

  test('stands beneath the answer in both parts of a letter, and nothing in it is markup', () => {
    const { text, html } = renderLetter(letterFacts({ article: aQuotedArticle({ text: 'Erledigt.', signature: 'Anna <b>\ndtnet GmbH' }) }));

    expect(text).toContain('Erledigt.\n\nAnna <b>\ndtnet GmbH');
    expect(html).toMatch(/Erledigt\.[\s\S]*Anna\s&lt;b&gt;<br>\s*dtnet GmbH/);
  });
});
