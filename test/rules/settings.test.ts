import { describe, expect, test } from 'vitest';
import { readSettings, SettingsError } from '../../src/settings.ts';

const right = {
  SITE_NAME: 'Vorgang',
  SUPPORT_ADDRESS: 'Support@DTnet.de',
  SUBJECT_TAG: 'dtnet.de',
  PUBLIC_URL: 'http://localhost:8787/',
  DEFAULT_LANGUAGE: 'de',
  ZONE: 'Europe/Berlin',
  HOLIDAYS: 'DE-NW',
  HELP_CONTACT: 'Helpdesk, Telefon 0231 999 0',
  ADMINS: 'admin@dtnet.de, Second@dtnet.de;third@dtnet.de',
  FIRST_TICKET_NUMBER: '427637',
  MAIL_AUTHENTICATION: 'off',
};

describe('settings', () => {
  test('that are right are read into what the desk needs', () => {
    expect(readSettings(right)).toEqual({
      siteName: 'Vorgang',
      supportAddress: 'support@dtnet.de',
      subjectTag: 'dtnet.de',
      publicUrl: 'http://localhost:8787',
      attachmentOrigin: null,
      leakedPasswords: null,
      defaultLanguage: 'de',
      zone: 'Europe/Berlin',
      holidays: 'DE-NW',
      helpContact: 'Helpdesk, Telefon 0231 999 0',
      admins: ['admin@dtnet.de', 'second@dtnet.de', 'third@dtnet.de'],
      firstTicketNumber: 427637,
      mailAuthentication: 'off',
      undoSeconds: 10,
      restoredAt: null,
      staffSecondFactor: 'off',
      company: null,
    });
  });

  test.each(Object.keys(right))('%s is named if it is missing or empty', (name) => {
    const { [name]: _, ...others } = { ...right } as Record<string, string>;

    expect(() => readSettings(others)).toThrow(`Setting ${name} is missing. It stands in wrangler.toml under [vars].`);
    expect(() => readSettings({ ...right, [name]: '' })).toThrow(`Setting ${name} `);
  });

  test.each([
    ['SUPPORT_ADDRESS', 'support', 'is not a mail address: "support"'],
    ['SUBJECT_TAG', 'dtnet #1', 'may only hold letters, digits, dots and hyphens'],
    ['PUBLIC_URL', 'help.dtnet.de', 'is not an address like https://help.example.com'],
    ['PUBLIC_URL', 'ftp://help.dtnet.de', 'must begin with http:// or https://'],
    ['DEFAULT_LANGUAGE', 'fr', 'must be de or en'],
    ['ZONE', 'Mars/Base', 'is not an IANA time zone like Europe/Berlin'],
    ['HOLIDAYS', 'NW', 'must be DE, a German state like DE-NW, or none'],
    ['ADMINS', 'admin@dtnet.de, nobody', 'is not a mail address: "nobody"'],
    ['FIRST_TICKET_NUMBER', '1.5', 'must be a whole number'],
    ['FIRST_TICKET_NUMBER', '0', 'must be 1 or more'],
    ['FIRST_TICKET_NUMBER', 'many', 'must be a whole number'],
    ['MAIL_AUTHENTICATION', 'on', 'must be cloudflare or off'],
    ['LEAKED_PASSWORDS', 'https://list.example', 'is not an address like https://api.pwnedpasswords.com/range/, with a slash at its end'],
    ['ATTACHMENT_ORIGIN', 'files', 'is not an address like https://files.example.net'],
  ])('%s = %s is refused: it %s', (name, value, why) => {
    expect(() => readSettings({ ...right, [name]: value })).toThrow(new SettingsError(`Setting ${name} ${why}. It stands in wrangler.toml under [vars].`));
  });

  test('files have an address of their own or none, not the portal’s (SW10)', () => {
    expect(readSettings({ ...right, ATTACHMENT_ORIGIN: 'https://files.example/x' }).attachmentOrigin).toBe('https://files.example');
    expect(readSettings({ ...right, ATTACHMENT_ORIGIN: '' }).attachmentOrigin).toBeNull();
    expect(() => readSettings({ ...right, ATTACHMENT_ORIGIN: right.PUBLIC_URL })).toThrow('must be another address than PUBLIC_URL');
  });

  test('are all named, a sentence each, if several are wrong', () => {
    expect(() => readSettings({ ...right, ZONE: 'Mars', HOLIDAYS: 'Mars' })).toThrow(/^Setting ZONE .*\nSetting HOLIDAYS .*$/);
  });
});
