import { describe, expect, test } from 'vitest';
import { foldReply } from '../../src/rules/reply-text.ts';

const shown = (text: string): string => foldReply(text).filter((part) => part.shown).map((part) => part.text).join('').trim();

describe('the answer stays, old mail below it is folded (M08)', () => {
  test.each([
    ['Gmail', 'Ja, gerne.\n\nAm Di., 4. Mai 2021 um 10:00 Uhr schrieb Support <\nsupport@dtnet.de>:\n\n> Geht es wieder?\n'],
    ['Thunderbird', 'Ja, gerne.\n\nAm 04.05.21 um 10:00 schrieb Support:\n> Geht es wieder?\n'],
    ['Apple Mail', 'Ja, gerne.\n\n> Am 04.05.2021 um 10:00 schrieb Support <support@dtnet.de>:\n> \n> Geht es wieder?\n'],
    ['Outlook', 'Ja, gerne.\n\nVon: Support <support@dtnet.de>\nGesendet: Dienstag, 4. Mai 2021 10:00\nAn: Anna\nBetreff: Drucker\n\nGeht es wieder?\n'],
    ['Outlook on a phone', 'Ja, gerne.\n\n________________________________\nVon: Support <support@dtnet.de>\nGesendet: Dienstag, 4. Mai 2021 10:00:00\nAn: Anna\nBetreff: Drucker\n\nGeht es wieder?\n'],
    ['old Outlook', 'Ja, gerne.\n\n-----Ursprüngliche Nachricht-----\nVon: Support\nGesendet: Dienstag\n\nGeht es wieder?\n'],
    ['web.de', 'Ja, gerne.\n\nGesendet: Dienstag, 04. Mai 2021 um 10:00 Uhr\nVon: "Support" <support@dtnet.de>\nAn: anna@web.de\nBetreff: Drucker\nGeht es wieder?\n'],
    ['Open-Xchange', 'Ja, gerne.\n\n> Support <support@dtnet.de> hat am 04.05.2021 10:00 geschrieben:\n> \n> Geht es wieder?\n'],
    ['a telephone without quote marks', 'Ja, gerne.\n\nAm 04.05.2021 um 10:00 schrieb Support <support@dtnet.de>:\n\nGeht es wieder?\n'],
  ])('%s', (_program, text) => {
    expect(shown(text)).toBe('Ja, gerne.');
  });
});
