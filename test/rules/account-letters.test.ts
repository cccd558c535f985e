import { expect, test } from 'vitest';
import { accountChanges, addressChanges } from '../../src/outbox/letter-facts.ts';
import { renderAccountNotice, renderAddressLink, renderAddressNotice, renderSignInLink } from '../../src/outbox/templates/render-letter.ts';
import { address } from '../support/builders.ts';

const facts = { siteName: 'Vorgang', helpContact: 'Telefon 0231 999 0', to: address('karla@kunde.example'), ip: '203.0.113.9' };

test.each(accountChanges)('a letter about %s says what changed and whom to ask, in both languages (SW09)', (change) => {
  const [german, english] = (['de', 'en'] as const).map((language) => renderAccountNotice({ ...facts, language, change }));

  expect(german?.text).not.toBe(english?.text);
  for (const letter of [german, english]) expect(letter?.text).toContain('Telefon 0231 999 0');
});

test('a letter names the network that a change of one’s own came from, and never an admin’s (SW09)', () => {
  expect(renderAccountNotice({ ...facts, language: 'en', change: 'password' }).text).toContain('203.0.113.9');
  const removed = renderAccountNotice({ ...facts, language: 'en', change: 'factorsRemoved' });
  expect(removed.text + removed.html).not.toContain('203.0.113.9');
});

test('the link to sign in stands in the letter with its minutes and the network that asked (W03)', () => {
  const letter = renderSignInLink({ ...facts, language: 'de', url: 'https://help.example/sign-in/link/open?token=x', minutes: 15 });

  for (const part of ['https://help.example/sign-in/link/open?token=x', '15 Minuten', '203.0.113.9']) expect(letter.text).toContain(part);
  expect(letter.html).toContain('href="https://help.example/sign-in/link/open?token=x"');
});

test.each(addressChanges)('a letter about an address that is %s says so and whom to ask, in both languages (SW17, P11)', (change) => {
  const [german, english] = (['de', 'en'] as const).map((language) => renderAddressNotice({ ...facts, language, change, address: address('karla@neu.example') }));

  expect(german?.text).not.toBe(english?.text);
  for (const letter of [german, english]) expect(letter?.text).toContain('Telefon 0231 999 0');
  expect(german?.text.includes('karla@neu.example')).toBe(change !== 'erased');
});

test('the link to a new address names neither the old one nor who asked (SW17)', () => {
  const letter = renderAddressLink({ ...facts, to: address('karla@neu.example'), language: 'de', url: 'https://help.example/address?token=x', minutes: 60 });

  expect(letter.text).toContain('https://help.example/address?token=x');
  for (const part of ['karla@kunde.example', '203.0.113.9']) expect(letter.text + letter.html).not.toContain(part);
});
