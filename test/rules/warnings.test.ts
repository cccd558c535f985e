import { describe, expect, test } from 'vitest';
import { nameOfWarning, warningsOf, type Unsent } from '../../src/rules/warnings.ts';
import { agent, aParticipant, customer } from '../support/builders.ts';

const boss = aParticipant('boss@kunde.example');
const gone = aParticipant('weg@kunde.example', { bounced: 'userUnknown' });
const on = { people: [customer(), boss, agent()], newcomers: [] };
const unsent = (with_: Partial<Unsent>): Unsent => ({ text: 'Bitte neu starten.', files: 0, except: [], ...with_ });
const names = (...asked: Parameters<typeof warningsOf>) => warningsOf(...asked).map(nameOfWarning);

describe('a file that is spoken of', () => {
  test.each([
    ['Die Anleitung finden Sie im Anhang.', 'im Anhang'],
    ['Anbei das Protokoll.', 'Anbei'],
    ['Das Formular ist beigefügt, bitte ausfüllen.', 'beigefügt'],
    ['Ich hänge Ihnen die Liste an.', 'hänge Ihnen die Liste an'],
    ['siehe Anlage', 'siehe Anlage'],
    ['The log is attached.', 'attached'],
    ['Please see the attachment for details.', 'see the attachment'],
    ['Enclosed you find the form.', 'Enclosed'],
  ])('is missed in “%s”', (text, word) => {
    expect(warningsOf(unsent({ text }), on)).toEqual([{ kind: 'missingFile', word }]);
  });

  test.each([
    'Bitte senden Sie uns das ohne Anhang.',
    'Ich habe es im Anhang Ihrer Mail gesehen.',
    'Der Server hängt seit heute Morgen.',
    'Der Drucker hängt an der falschen Dose.',
    'Die Anlage im Keller ist aus.',
    'Ihr Anhang ist leider leer.',
    'The file attached to your mail is empty.',
    'Rufen Sie uns unter der Nummer anbeigen an.',
    '> Anbei das Foto.\nDanke, gesehen.',
    'Your attachment could not be opened.',
  ])('is not missed in “%s”', (text) => {
    expect(names(unsent({ text }), on)).toEqual([]);
  });

  test('is there', () => {
    expect(names(unsent({ text: 'Anbei das Protokoll.', files: 1 }), on)).toEqual([]);
  });
});

test('a word that looks like a password is warned of, not one that is quoted (S18)', () => {
  expect(names(unsent({ text: 'Ihr neues Passwort: Sommer2024!' }), on)).toEqual(['credentials']);
  expect(names(unsent({ text: '> Passwort: Sommer2024!\nBitte senden Sie uns keine Passwörter.' }), on)).toEqual([]);
});

describe('people', () => {
  test('whose address takes no mail are told of, unless they were taken off (P11)', () => {
    expect(names(unsent({}), { ...on, people: [customer(), gone] })).toEqual(['bouncing:weg@kunde.example']);
    expect(names(unsent({ except: [gone.address] }), { ...on, people: [customer(), gone] })).toEqual([]);
  });

  test('who came since the last answer are told of, if they are outside (L08)', () => {
    expect(names(unsent({}), { ...on, newcomers: [boss.address, agent().address] })).toEqual(['newcomer:boss@kunde.example']);
  });
});
