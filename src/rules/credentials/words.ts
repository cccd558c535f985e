/** The words by which people name a credential, and those that stand in its place without being one. */

import { oneOf } from '../one-of.ts';

/** Ends in one of these: `WLAN-Passwort`, `Adminkennwort`. `PW` and `PIN` stand by themselves. */
const LABELS = [
  'passw(?:ort|oerter|örter|ord|ords|d)', 'kenn(?:wort|wörter)', 'pass ?phrase', 'passcode', String.raw`(?<![\p{L}\p{N}])(?:pw|pwd)`, String.raw`(?<![\p{L}\p{N}])(?:pin|puk)(?:[- ]?(?:code|nummer|number))?`,
  '(?:wlan|wi-?fi|wpa[23]?|netzwerk|network)[- ]?(?:schlüssel|key)', '(?:zugangs|tür|alarm|tresor|entsperr|access|door|unlock)[- ]?codes?', 'api[-_ ]?(?:key|schlüssel|token)',
  '(?:client|app|shared)[-_ ]?secret', 'secret[-_ ]?(?:access[-_ ]?)?key', '(?:access|auth|bearer|refresh)[-_ ]?token',
];

/** The word, not as the beginning of a longer one (`Passwortrichtlinie`, `password-manager`). */
export const LABEL = oneOf(LABELS, { after: String.raw`(?![\p{L}\p{N}_]|-\p{L})`, flags: 'giu' });

/** `Benutzer / Passwort: max / geheim`, `Zugangsdaten: max / geheim`: the second of two. */
export const PAIR = /(?:benutzer(?:name)?|user(?:name)?|login|kennung|account|zugang(?:sdaten)?|credentials)(?:\s*(?:\/|&|\+|und|and)\s*(?:passwort|kennwort|password|pass|pw|pwd))?\s*[:=]\s*\S{1,100}\s*[/|]\s*(\S{4,200})/giu;

/** What is a secret by its form, wherever it stands: keys of well-known services, and a password within an address. */
export const TOKENS = [
  /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----(?:[^-]|-(?!----)){20,8000}-----END [A-Z ]{0,30}PRIVATE KEY-----/g,
  /(?<![\w-])(?:gh[pousr]_\w{36,80}|github_pat_\w{40,100}|glpat-[\w-]{20,40}|xox[abeprs]-[\w-]{20,120}|sk_live_\w{20,120}|AIza[\w-]{35}|SG\.[\w-]{20,30}\.[\w-]{40,50})(?![\w-])/g,
  /(?<=(?:^|\W)[a-z]{2,10}:\/\/[\w.%+-]{1,60}:)[^\s@/:]{3,100}(?=@[\w-])/gi,
];

/** Said of a password, in its place, and no password. Lower case. */
const NONE = new Set((
  'siehe folgt folgend anbei unten oben bekannt unbekannt vergessen falsch abgelaufen geändert zurückgesetzt gesperrt nein ja kein keins keines leer wie gleich gleiche dito später separat '
  + 'telefonisch mündlich sms mail e-mail per bitte neu neues ändern zurücksetzen eingeben entfernt optional nötig erforderlich abgefragt läuft geht richtig korrekt aktuell dasselbe identisch '
  + 'required expired incorrect wrong invalid changed reset unknown none null undefined nil true false yes no empty see attached below above follows forgotten forgot same hidden redacted removed '
  + 'string text varchar password passwort kennwort passphrase pin tbd tba todo n/a xxxx yyyy md5 sha1 sha256 bcrypt basic plain login accepted rejected correct ok needed missing protected encrypted'
).split(' '));

export function isNoCredential(word: string): boolean {
  return NONE.has(word.toLowerCase().replace(/[.!?…]+$/, ''));
}

/** What a number counts that stands where a password could: `Das Passwort ist 2048 Zeichen lang`. */
export const COUNTED = /^\s*(?:zeichen|characters?|chars|stellen|digits|tage?n?|days?|mal|times|bits?|jahre?n?|years?|wochen?|weeks?|monate?n?|months?|stunden?|hours?|minuten?|minutes?|uhr)/i;
