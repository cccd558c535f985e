import { expect, test } from 'vitest';
import { guessLanguage } from '../../src/rules/language.ts';

test.each([
  ['Guten Tag, mein Drucker geht nicht mehr. Bitte um Hilfe.', 'de'],
  ['Hello, my printer does not work any more. Please help.', 'en'],
  ['Der Server ist down, please check the logs', null],
  ['Drucker', null],
  ['', null],
  ["Bonjour, je n'arrive pas à imprimer sur l'imprimante du bureau depuis ce matin.", null],
  ['Buongiorno, non riesco a stampare dalla stampante del secondo piano.', null],
  ['Könnten Sie das Gerät prüfen?', 'de'],
])('the language of %j is %s (P15)', (text, language) => {
  expect(guessLanguage(text)).toBe(language);
});
