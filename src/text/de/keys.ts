import type { keys as english } from '../en/keys.ts';

const groups: (typeof english)['groups'] = [
  {
    title: 'Bewegen',
    keys: [
      ['j', 'Nächste Zeile, nächster Text'],
      ['k', 'Zeile oder Text davor'],
      ['Enter', 'Öffnen'],
      ['u', 'Zurück zur Liste'],
      ['[', 'Vorgang darüber in der Liste'],
      [']', 'Vorgang darunter in der Liste'],
      ['/', 'Suchen'],
      ['g m', 'Meine Vorgänge'],
      ['g a', 'Alle offenen Vorgänge'],
      ['g u', 'Vorgänge ohne Besitzer'],
    ],
  },
  {
    title: 'Schreiben',
    keys: [
      ['r', 'Antworten'],
      ['n', 'Kommentieren'],
      ['f', 'Weiterleiten'],
      ['Ctrl Enter', 'Senden (am Mac ⌘ Enter)'],
      ['Esc', 'Das Feld verlassen; Ihr Text bleibt'],
    ],
  },
  {
    title: 'Tun',
    keys: [
      ['i', 'Selbst übernehmen'],
      ['a', 'Jemandem übergeben'],
      ['e', 'Schließen'],
      ['w', 'Auf den Kunden warten'],
      ['l', 'Etiketten'],
      ['m', 'Zusammenführen'],
      ['x', 'Die Zeile auswählen'],
      ['z', 'Rückgängig machen'],
      ['.', 'Die Nummer kopieren'],
    ],
  },
  {
    title: 'An der Tür',
    at: 'door',
    keys: [
      ['a', 'Die Mail einlassen'],
      ['t', 'Einen Vorgang daraus machen'],
      ['x', 'Sie abweisen'],
    ],
  },
  {
    title: 'Finden',
    keys: [
      ['Ctrl K', 'Alles, was hier möglich ist (am Mac ⌘ K)'],
      ['?', 'Diese Hilfe'],
    ],
  },
];

export const keys: typeof english = {
  title: 'Tasten',
  close: 'Schließen',
  groups,
  areOn: 'Einzelne Tasten wirken.',
  areOff: 'Einzelne Tasten tun nichts; die mit Strg oder ⌘ wirken.',
  turnOff: 'Einzelne Tasten abschalten',
  turnOn: 'Einzelne Tasten anschalten',
  palette: 'Aktionen',
  paletteHint: 'Was möchten Sie tun?',
  paletteSearch: 'Suchen: %s',
  copied: '%s kopiert',
  control: 'Strg',
};
