import { describe, expect, test } from 'vitest';
import { foldReply } from '../../src/rules/reply-text.ts';

const shown = (text: string): string => foldReply(text).filter((part) => part.shown).map((part) => part.text).join('').trim();
const answer = 'Ja, gerne.\nDanke!';

/** What Gmail writes above a quote, as its users see it. */
const gmail = {
  Deutsch: 'Am Di., 4. Mai 2021 um 10:00 Uhr schrieb Support <\nsupport@dtnet.de>:',
  English: 'On Tue, May 4, 2021 at 10:00 AM Support <support@dtnet.de> wrote:',
  français: 'Le mar. 4 mai 2021 à 10:00, Support <support@dtnet.de> a écrit :',
  español: 'El mar, 4 may 2021 a las 10:00, Support (<support@dtnet.de>) escribió:',
  português: 'Em ter., 4 de mai. de 2021 às 10:00, Support <support@dtnet.de>\nescreveu:',
  italiano: 'Il giorno mar 4 mag 2021 alle ore 10:00 Support <support@dtnet.de> ha\nscritto:',
  Nederlands: 'Op di 4 mei 2021 om 10:00 schreef Support <support@dtnet.de>:',
  dansk: 'Den tir. 4. maj 2021 kl. 10.00 skrev Support <support@dtnet.de>:',
  norsk: 'tir. 4. mai 2021 kl. 10:00 skrev Support <support@dtnet.de>:',
  svenska: 'Den tis 4 maj 2021 kl 10:00 skrev Support <support@dtnet.de>:',
  suomi: 'ti 4. toukok. 2021 klo 10.00 Support (support@dtnet.de) kirjoitti:',
  polski: 'wt., 4 maj 2021 o 10:00 Support <support@dtnet.de> napisał(a):',
  čeština: 'út 4. 5. 2021 v 10:00 odesílatel Support <support@dtnet.de> napsal:',
  slovenčina: 'ut 4. 5. 2021 o 10:00 Support <support@dtnet.de> napísal(a):',
  slovenščina: 'V V tor., 4. maj 2021 ob 10:00 je oseba Support <support@dtnet.de> napisala:',
  hrvatski: 'uto, 4. svi 2021. u 10:00 Support <support@dtnet.de> napisao je:',
  српски: 'уто, 4. мај 2021. у 10:00 Support <support@dtnet.de> је написао/ла:',
  русский: 'вт, 4 мая 2021 г. в 10:00, Support <support@dtnet.de>:',
  українська: 'вт, 4 трав. 2021 р. о 10:00 Support <support@dtnet.de> пише:',
  български: 'На вт, 4.05.2021 г. в 10:00 Support <support@dtnet.de> написа:',
  magyar: 'Support <support@dtnet.de> ezt írta (időpont: 2021. máj. 4., K, 10:00):',
  română: 'În mar., 4 mai 2021 la 10:00, Support <support@dtnet.de> a scris:',
  ελληνικά: 'Στις Τρί 4 Μαΐ 2021 στις 10:00 π.μ., ο χρήστης Support <support@dtnet.de>\nέγραψε:',
  Türkçe: 'Support <support@dtnet.de>, 4 May 2021 Sal, 10:00 tarihinde şunu yazdı:',
  català: 'Missatge de Support <support@dtnet.de> del dia dt., 4 de maig 2021 a les 10:00:',
  eesti: 'Kasutaja Support (<support@dtnet.de>) kirjutas kuupäeval T, 4. mai 2021 kell 10:00:',
  lietuvių: '2021-05-04, an, 10:00 Support <support@dtnet.de> rašė:',
  latviešu: 'otrd., 2021. g. 4. maijs plkst. 10:00 — lietotājs Support (<support@dtnet.de>) rakstīja:',
  עברית: '‫בתאריך יום ג׳, 4 במאי 2021 ב-10:00 מאת ‪Support‬‏ <‪support@dtnet.de‬‏>:‬',
  العربية: '‫في الثلاثاء، ٤ مايو ٢٠٢١ في ١٠:٠٠ ص تمت كتابة ما يلي بواسطة ‪Support‬‏ <‪support@dtnet.de‬‏>:‬',
  فارسی: '‫در تاریخ سه‌شنبه ۴ مه ۲۰۲۱،‏ ۱۰:۰۰ ‪Support‬‏ <‪support@dtnet.de‬‏> نوشت:‬',
  हिन्दी: 'मंगल, 4 मई 2021 को 10:00 am बजे को Support <support@dtnet.de> ने लिखा:',
  ไทย: 'เมื่อ อ. 4 พ.ค. 2021 เวลา 10:00 Support <support@dtnet.de> เขียนว่า:',
  'tiếng Việt': 'Vào Th 3, 4 thg 5, 2021 vào lúc 10:00 Support <support@dtnet.de> đã viết:',
  Indonesia: 'Pada tanggal Sel, 4 Mei 2021 pukul 10.00 Support <support@dtnet.de> menulis:',
  简体中文: 'Support <support@dtnet.de> 于2021年5月4日周二 10:00写道：',
  繁體中文: 'Support <support@dtnet.de> 於 2021年5月4日 週二 上午10:00寫道：',
  日本語: '2021年5月4日(火) 10:00 Support <support@dtnet.de>:',
  한국어: '2021년 5월 4일 (화) 오전 10:00, Support <support@dtnet.de>님이 작성:',
};

describe.each(Object.entries(gmail))('Gmail in %s', (_language, attribution) => {
  test('is folded with its quote (M08)', () => {
    expect(shown(`${answer}\n\n${attribution}\n\n> Geht es wieder?\n>\n> -- \n> Support\n`)).toBe(answer);
  });

  test('is folded where a telephone left out the quote marks (M08)', () => {
    expect(shown(`${answer}\n\n${attribution}\n\nGeht es wieder?\n\nSupport\n`)).toBe(answer);
  });
});

const others: [program: string, attribution: string][] = [
  ['Thunderbird', 'Am 04.05.21 um 10:00 schrieb Support:'],
  ['Thunderbird in English', 'On 04/05/2021 10:00, Support wrote:'],
  ['Thunderbird in French', 'Le 04/05/2021 à 10:00, Support a écrit :'],
  ['Thunderbird in Italian', 'Il 04/05/21 10:00, Support ha scritto:'],
  ['Thunderbird in Polish', 'W dniu 4.05.2021 o 10:00, Support pisze:'],
  ['Thunderbird in Russian', '04.05.2021 10:00, Support пишет:'],
  ['SeaMonkey', 'Support schrieb am 04.05.2021 um 10:00:'],
  ['Apple Mail', 'Am 04.05.2021 um 10:00 schrieb Support <support@dtnet.de>:'],
  ['Apple Mail in English', 'On 4 May 2021, at 10:00, Support <support@dtnet.de> wrote:'],
  ['Apple Mail in Polish', 'Wiadomość napisana przez Support <support@dtnet.de> w dniu 04.05.2021, o godz. 10:00:'],
  ['Apple Mail in Japanese', '2021/05/04 10:00、Support <support@dtnet.de>のメール:'],
  ['Outlook for Mac', 'Am 04.05.21, 10:00 schrieb "Support" <support@dtnet.de>:'],
  ['Yahoo', 'Am Dienstag, 4. Mai 2021, 10:00:00 MESZ hat Support <support@dtnet.de> Folgendes geschrieben:'],
  ['Yahoo in English', 'On Tuesday, May 4, 2021, 10:00:00 AM GMT+2, Support <support@dtnet.de> wrote:'],
  ['AOL', 'In einer eMail vom 04.05.2021 10:00:00 Westeuropäische Sommerzeit schreibt support@dtnet.de:'],
  ['Open-Xchange', 'Support <support@dtnet.de> hat am 04.05.2021 10:00 geschrieben:'],
  ['Roundcube', 'Am 2021-05-04 10:00, schrieb Support:'],
  ['SOGo', 'Am Dienstag, Mai 04, 2021 10:00 CEST, schrieb Support <support@dtnet.de>:'],
  ['Horde', 'Zitat von Support <support@dtnet.de>:'],
  ['KMail', 'Am Dienstag, 4. Mai 2021, 10:00:00 CEST schrieb Support:'],
  ['Evolution', 'Am Dienstag, dem 04.05.2021 um 10:00 +0200 schrieb Support:'],
  ['mutt', 'On Tue, May 04, 2021 at 10:00:00AM +0200, Support wrote:'],
  ['Gnus', 'Support <support@dtnet.de> writes:'],
  ['Proton Mail', 'Support <support@dtnet.de> schrieb am Dienstag, 4. Mai 2021 um 10:00:'],
  ['Spark', 'Am 4. Mai 2021, 10:00 +0200 schrieb Support <support@dtnet.de>:'],
  ['Mail.ru', 'Вторник, 4 мая 2021, 10:00 +03:00 от Support <support@dtnet.de>:'],
  ['Yandex', '04.05.2021, 10:00, "Support" <support@dtnet.de>:'],
  ['Zoho', '---- On Tue, 04 May 2021 10:00:00 +0200 Support <support@dtnet.de> wrote ----'],
  ['Notes', '-----"Support" <support@dtnet.de> schrieb: -----'],
  ['a Samsung', '---- Support schrieb ----'],
  ['somebody\'s own', 'Thus spake Support (support@dtnet.de):'],
  ['GroupWise', '>>> Support <support@dtnet.de> 04.05.2021 10:00 >>>'],
  ['GroupWise in English', '>>> On 5/4/2021 at 10:00 AM, in message <x@y>, Support <support@dtnet.de> wrote:'],
];

test.each(others)('%s is folded with its quote (M08)', (_program, attribution) => {
  expect(shown(`${answer}\n\n${attribution}\n\n> Geht es wieder?\n`)).toBe(answer);
});

test.each([
  ['shqip', 'Më 2021-05-04 10:00, Support shkroi:'], ['Беларуская', 'Support напісаў 2021-05-04 10:00:'], ['ქართული', '2021-05-04 10:00-ში, Support დაწერა:'], ['Lëtzebuergesch', 'Den 2021-05-04 10:00, Support schreift:'],
  ['Frysk', 'Op 2021-05-04 10:00, skreau Support:'], ['Azərbaycan', '2021-05-04 10:00 tarixdə, Support yazıb:'], ['Oʻzbek', 'Support yozgan kun 2021-05-04 10:00:'], ['Esperanto', 'Je 2021-05-04 10:00, Support skribis:'],
  ['मराठी', '2021-05-04 10:00 या दिवशी Support ने लिहीले :'], ['한국어', '2021-05-04 10:00에 Support이(가) 쓴 내용:'], ['فارسی', 'در 2021-05-04 10:00، Support نوشته است:'],
])('Roundcube in %s is folded with its quote, also without marks (M08)', (_language, attribution) => {
  expect(shown(`${answer}\n\n${attribution}\n> Geht es wieder?\n`)).toBe(answer);
  expect(shown(`${answer}\n\n${attribution}\n\nGeht es wieder?\n`)).toBe(answer);
});

test('old Gmail, that says no more than who and when, is folded with its quote (M08)', () => {
  expect(shown(`${answer}\n\n2021/5/4 Support <support@dtnet.de>\n\n> Geht es wieder?`)).toBe(answer);
});

test('with the first quoted line on the same line it is one too (M08)', () => {
  expect(shown(`${answer}\n\nOn Tue, May 4, 2021 10:00 AM, support@dtnet.de wrote:> Geht es wieder?\nGruß`)).toBe(answer);
});

test.each([
  'Am 4. Mai um 10:00 schrieb mir Herr Muster folgendes:\n\nDer Drucker geht nicht.',
  'Am 04.05.2021 um 10:00 schrieb Herr Muster (muster@kunde.example) uns folgendes:\n\nDer Server geht nicht.',
  '2021-05-04 10:00:00 sshd: Failed password\n2021-05-04 10:00:01 user@host wrote this:\n00 01',
  'Er schrieb:\n\nDer Drucker geht nicht.',
  'Bitte bis 04.05.2021 um 10:00 an max@kunde.example senden:\n\nDie Liste.',
  'On Monday the printer wrote:\n\nPC LOAD LETTER',
  'Meine Daten am 04.05.2021 um 10:00:\n\nName: Max',
  'Il est en panne depuis le 04/05 à 10h00 :\n\nRien.',
])('a sentence that leads to the writer\'s own words is none: %j (M08)', (text) => {
  expect(shown(`Guten Tag,\n\n${text}`)).toBe(`Guten Tag,\n\n${text}`);
});

test('the last sentence above an attribution does not begin it (M08)', () => {
  expect(shown('Il est en panne\nLe mar. 4 mai 2021, 10:00, Support a écrit :\n\n    Bonjour\n')).toBe('Il est en panne');
});
