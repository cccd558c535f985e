import { expect, test } from 'vitest';
import { renderLetter } from '../../src/outbox/templates/render-letter.ts';
import { letterFacts } from '../support/letter-facts.ts';
import { address } from '../support/builders.ts';

const joined = [{ address: address('boss@kunde.example'), by: address('karla@kunde.example') }];

test.each([
  ['de', 'Neu an diesem Vorgang: eine Person, von einer Mail in Cc mitgebracht.'],
  ['en', 'New on this ticket: one person, brought along in the Cc of a mail.'],
] as const)('the requester reads in %s, below the letter, whom a mail brought along (SJ26)', (language, says) => {
  const { text, html } = renderLetter(letterFacts({ kind: 'correspondence', language, joined }));

  for (const part of [text, html]) expect(part.replaceAll(/<[^>]*>/g, '').replaceAll(/\s+/g, ' ')).toContain(says);
});

test('a letter says nothing of it where nobody joined', () => {
  expect(renderLetter(letterFacts({ kind: 'correspondence', language: 'en' })).text).not.toContain('New on this ticket');
});
