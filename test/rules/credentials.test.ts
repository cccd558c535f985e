import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { credentialsIn } from '../../src/rules/credentials/credentials-in-text.ts';

describe('a text seems to hold a credential', () => {
  test.each([
    ['Passwort: Sommer2024!', 'Sommer2024!'],
    ['das Passwort lautet Sommer2024, danke', 'Sommer2024'],
    ['mein Kennwort ist hund123.', 'hund123'],
    ['WLAN-Passwort für Gäste: Zebra-Wolke-4711', 'Zebra-Wolke-4711'],
    ['Passwort (neu): Sommer24', 'Sommer24'],
    ['Passwort: geheim', 'geheim'],
    ['Kennwort „Sommer2024“', 'Sommer2024'],
    ['*Passwort:* Sommer2024', 'Sommer2024'],
    ['> Passwort: abc123', 'abc123'],
    ['PIN: 4711', '4711'],
    ['PIN fürs Tor: 4711', '4711'],
    ['PW Sommer2024!', 'Sommer2024!'],
    ['Benutzer/Passwort: max / Sommer2024', 'Sommer2024'],
    ['Zugangsdaten: max / Sommer2024!', 'Sommer2024!'],
    ['Mein neues Passwort lautet:\n\n  Sommer2024\n', 'Sommer2024'],
    ['The password is hunter2', 'hunter2'],
    ['Password for the VPN: hunter2', 'hunter2'],
    ['db_password = "correct-horse"', 'correct-horse'],
    ['API key: 8f3c9a7e21', '8f3c9a7e21'],
    ['siehe https://max:gehe1m@host.example/x', 'gehe1m'],
    [`Token ghp_${'a1B2'.repeat(9)} für Git`, `ghp_${'a1B2'.repeat(9)}`],
    ['-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG\n-----END PRIVATE KEY-----\n', '-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG\n-----END PRIVATE KEY-----'],
  ])('%j (S18)', (text, credential) => {
    expect(credentialsIn(text)).toEqual([credential]);
  });

  test('each once, in the order of the text (S18)', () => {
    expect(credentialsIn('PIN: 4711\nPasswort: abc123\n> PIN: 4711')).toEqual(['4711', 'abc123']);
  });
});

describe('a text that only speaks of credentials holds none', () => {
  test.each([
    'Passwort vergessen?',
    'Ich habe mein Passwort vergessen: bitte zurücksetzen',
    'Das Passwort ist abgelaufen.',
    'Passwort ist falsch!',
    'Passwort: bitte ändern',
    'Passwort: siehe unten',
    'Passwort: ********',
    'Passwort: █████',
    'Passwort läuft ab: 12.03.2026',
    'Das Passwort ist 2048 Zeichen lang',
    'Passwort Windows11 vergessen',
    'Passwortrichtlinie: mindestens12',
    'Passwort-Manager: KeePass2',
    'AW: Passwort: Zurücksetzung',
    'Kennwort: https://kunde.example/reset',
    'Passwort an max2@kunde.example',
    'PIN: 13',
    'The password is wrong',
    'Password: required',
    'password=$DB_PASSWORD',
    'Failed password for root from 10.0.0.1 port 22',
    'Bestellnummer: A4711B, Kundennummer: 0815',
    '',
  ])('%j (S18)', (text) => {
    expect(credentialsIn(text)).toEqual([]);
  });

  test.each(['../mails', '../../../shared/corpus'])('so the mails below %s, which people and programs wrote (S18)', (folder) => {
    const warned = mailsBelow(join(import.meta.dirname, folder)).filter((file) => credentialsIn(readFileSync(file, 'utf8')).length > 0);

    expect(warned).toEqual([]);
  });
});

test.each(['passwort ', 'Passwort: ', 'pw\t', '-----BEGIN PRIVATE KEY-----\n', 'http://a:', '(für '])('takes time in proportion to %j many times over, and finds at most fifty (SP11)', (piece) => {
  expect(credentialsIn(piece.repeat(60_000)).length).toBeLessThanOrEqual(50);
});

/** None where the collection of other projects' mails is not at hand. */
function mailsBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(eml|txt|html|msg)$/.test(name))
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).size < 3_000_000);
}
