import { describe, expect, test } from 'vitest';
import { foldReply } from '../../src/rules/reply-text.ts';

const shown = (text: string, forwarded = false): string => foldReply(text, forwarded).filter((part) => part.shown).map((part) => part.text).join('').trim();
const answer = 'Ja, gerne.\nDanke!';
const RULE = '_'.repeat(32);

/** From, sent, to, subject as Outlook says them. */
const outlook: Record<string, [from: string, sent: string, to: string, subject: string]> = {
  Deutsch: ['Von', 'Gesendet', 'An', 'Betreff'],
  English: ['From', 'Sent', 'To', 'Subject'],
  français: ['De', 'Envoyé', 'À', 'Objet'],
  español: ['De', 'Enviado', 'Para', 'Asunto'],
  português: ['De', 'Enviada em', 'Para', 'Assunto'],
  italiano: ['Da', 'Inviato', 'A', 'Oggetto'],
  Nederlands: ['Van', 'Verzonden', 'Aan', 'Onderwerp'],
  dansk: ['Fra', 'Sendt', 'Til', 'Emne'],
  norsk: ['Fra', 'Sendt', 'Til', 'Emne'],
  svenska: ['Från', 'Skickat', 'Till', 'Ämne'],
  suomi: ['Lähettäjä', 'Lähetetty', 'Vastaanottaja', 'Aihe'],
  polski: ['Od', 'Wysłano', 'Do', 'Temat'],
  čeština: ['Od', 'Odesláno', 'Komu', 'Předmět'],
  slovenčina: ['Od', 'Odoslané', 'Komu', 'Predmet'],
  slovenščina: ['Od', 'Poslano', 'Za', 'Zadeva'],
  hrvatski: ['Od', 'Poslano', 'Prima', 'Predmet'],
  русский: ['От', 'Отправлено', 'Кому', 'Тема'],
  українська: ['Від', 'Надіслано', 'Кому', 'Тема'],
  български: ['От', 'Изпратено', 'До', 'Относно'],
  magyar: ['Feladó', 'Elküldve', 'Címzett', 'Tárgy'],
  română: ['De la', 'Trimis', 'Către', 'Subiect'],
  ελληνικά: ['Από', 'Στάλθηκε', 'Προς', 'Θέμα'],
  Türkçe: ['Gönderen', 'Gönderme Tarihi', 'Alıcı', 'Konu'],
  eesti: ['Saatja', 'Saadetud', 'Kellele', 'Teema'],
  lietuvių: ['Nuo', 'Išsiųsta', 'Kam', 'Tema'],
  latviešu: ['No', 'Nosūtīts', 'Kam', 'Tēma'],
  עברית: ['‏‏מאת', 'נשלח', 'אל', 'נושא'],
  العربية: ['من', 'تم الإرسال', 'إلى', 'الموضوع'],
  ไทย: ['จาก', 'ส่ง', 'ถึง', 'เรื่อง'],
  'tiếng Việt': ['Từ', 'Đã gửi', 'Đến', 'Chủ đề'],
  Indonesia: ['Dari', 'Terkirim', 'Kepada', 'Subjek'],
  简体中文: ['发件人', '发送时间', '收件人', '主题'],
  繁體中文: ['寄件者', '寄件日期', '收件者', '主旨'],
  日本語: ['差出人', '送信日時', '宛先', '件名'],
  한국어: ['보낸 사람', '보낸 날짜', '받는 사람', '제목'],
  // Of no list: told by its form.
  Cymraeg: ['Oddi wrth', 'Anfonwyd', 'At', 'Pwnc'],
};
const headers = ([from, sent, to, subject]: (typeof outlook)[string], colon = ': ') =>
  [`${from}${colon}Support <support@dtnet.de>`, `${sent}${colon}4. 5. 2021 10:00`, `${to}${colon}Anna`, `${subject}${colon}Drucker`].join('\n');

describe.each(Object.entries(outlook))('Outlook in %s', (_language, names) => {
  test.each([
    ['on a desk', `${answer}\n\n${headers(names)}\n\nGeht es wieder?\n`],
    ['on a telephone', `${answer}\n\n${RULE}\n${headers(names)}\n\nGeht es wieder?\n`],
    ['with bold names', `${answer}\n\n*${headers(names, ':* ').replaceAll('\n', '\n*')}\n\nGeht es wieder?\n`],
    ['with line ends of old', `${answer}\n\n${RULE}\n${headers(names)}\n\nGeht es wieder?\n`.replaceAll('\n', '\r\n')],
  ])('%s: the old mail and its headers are folded (M08)', (_where, text) => {
    expect(shown(text).replaceAll('\r\n', '\n')).toBe(answer);
  });
});

test.each([
  ['web.de and GMX', 'Gesendet: Dienstag, 04. Mai 2021 um 10:00 Uhr\nVon: "Support" <support@dtnet.de>\nAn: anna@web.de\nBetreff: Drucker\nGeht es wieder?'],
  ['Apple', 'Von: Support <support@dtnet.de>\nBetreff: Drucker\nDatum: 4. Mai 2021 um 10:00:00 MESZ\nAn: Anna <anna@web.de>\n\nGeht es wieder?'],
  ['old Outlook', '-----Ursprüngliche Nachricht-----\nVon: Support\nGesendet: Dienstag\n\nGeht es wieder?'],
  ['old Outlook in English', '-----Original Message-----\nFrom: Support\nSent: Tuesday\n\nGeht es wieder?'],
  ['a Samsung', '-------- Ursprüngliche Nachricht --------\nVon: support@dtnet.de\nDatum: 04.05.21 10:00 (GMT+01:00)\nAn:\nBetreff: Drucker\n\nGeht es wieder?'],
  ['a Samsung without line breaks', '-------- Ursprüngliche Nachricht --------Von: support@dtnet.de  Datum: 04.05.21  10:00  (GMT+01:00) An: Anna Betreff: Drucker Geht es wieder?'],
  ['a BlackBerry', '  Originalnachricht  \nVon: Support\nGesendet: Dienstag, 4. Mai 2021 10:00\nAn: Anna\nBetreff: Drucker\n\nGeht es wieder?'],
  ['eM Client', '------ Originalnachricht ------\nVon "Support" <support@dtnet.de>\nAn anna@web.de\nDatum 04.05.2021 10:00:00\n\nGeht es wieder?'],
  ['T-Online', '-----Original-Nachricht-----\nBetreff: Drucker\nDatum: 2021-05-04T10:00:00+0200\nVon: "Support" <support@dtnet.de>\nAn: anna@t-online.de\n\nGeht es wieder?'],
  ['AOL', '-----Ursprüngliche Mitteilung----- \nVon: Support\nVerschickt: Di, 4. Mai 2021 10:00\n\nGeht es wieder?'],
  ['Zimbra', '----- Ursprüngliche Mail -----\nVon: "Support" <support@dtnet.de>\nAn: "Anna" <anna@web.de>\nGesendet: Dienstag, 4. Mai 2021 10:00:00\nBetreff: Drucker\n\nGeht es wieder?'],
  ['Notes', 'Von:\tSupport/DTNET\nAn:\tAnna\nDatum:\t04.05.2021 10:00\nBetreff:\tDrucker\n\nGeht es wieder?'],
  ['Proton Mail', '------- Original Message -------\nOn Tuesday, May 4th, 2021 at 10:00 AM, Support <support@dtnet.de> wrote:\n\n> Geht es wieder?'],
  ['old Proton Mail', '‐‐‐‐‐‐‐ Original Message ‐‐‐‐‐‐‐\nOn Tuesday, May 4, 2021 10:00 AM, Support <support@dtnet.de> wrote:\n\n> Geht es wieder?'],
  ['QQ', '------------------ 原始邮件 ------------------\n发件人: "Support" <support@dtnet.de>;\n发送时间: 2021年5月4日(星期二) 上午10:00\n收件人: "Anna";\n主题: Drucker\n\nGeht es wieder?'],
  ['QQ on a telephone', '---Original---\nFrom: "Support"<support@dtnet.de>\nDate: Tue, May 4, 2021 10:00 AM\nTo: "Anna"<anna@web.de>;\nSubject: Re: Drucker\n\nGeht es wieder?'],
  ['a help desk', '##- Bitte geben Sie Ihre Antwort über dieser Zeile ein. -##\n\nGeht es wieder?'],
  ['a help desk in English', '--- Please reply above this line ---\n\nGeht es wieder?'],
  ['all headers on one line', 'Von: Support <support@dtnet.de> Gesendet: Dienstag, 4. Mai 2021 10:00 An: Anna Betreff: Drucker\n\nGeht es wieder?'],
])('%s: the old mail and its headers are folded (M08)', (_program, old) => {
  expect(shown(`${answer}\n\n${old}\n`)).toBe(answer);
});

test.each([
  ['a list', 'Von: Büro\nBis: Lager\n\nDanke'],
  ['an order', 'Datum: 4.5.2021\nArtikel: Toner\nAnzahl: 3'],
  ['a journey', 'From: Berlin\nTo: Dortmund\nDate: 12.03.2021\n\nplease book.'],
  ['what somebody copied', 'Originalnachricht:\nPC LOAD LETTER'],
  ['a field of a web form', 'Ihre Nachricht:\nDer Drucker geht nicht.'],
  ['a web form', 'Name: Anna\nE-Mail: anna@web.de\nDatum: 04.05.2021 10:00\nNachricht: Der Drucker geht nicht.'],
])('%s is no block of headers (M08)', (_what, text) => {
  expect(shown(`Guten Tag,\n\n${text}`)).toBe(`Guten Tag,\n\n${text}`);
});

describe('a forwarded mail is new here and stays', () => {
  const mail = `${headers(['Von', 'Gesendet', 'An', 'Betreff'])}\n\nDer Drucker geht nicht.\n\n-- \nMax\n\nAm 03.05.21 um 10:00 schrieb Anna:\n> Bitte melden.`;
  test.each([
    ['Gmail', '---------- Forwarded message ---------'],
    ['Gmail in German', '---------- Weitergeleitete Nachricht ---------'],
    ['Thunderbird', '-------- Weitergeleitete Nachricht --------'],
    ['Apple', 'Anfang der weitergeleiteten Nachricht:'],
    ['Yahoo', '----- Weitergeleitete Nachricht -----'],
    ['Gmail in French', '---------- Message transféré ---------'],
    ['Gmail in Russian', '---------- Пересылаемое сообщение ---------'],
    ['Proton Mail', '------- Forwarded Message -------'],
    ['Notes', '----- Weitergeleitet -----'],
  ])('%s (M08)', (_program, separator) => {
    const text = `Können Sie das bitte ansehen?\n\n${separator}\n${mail}`;

    expect(shown(text)).toBe(text);
  });

  test('also quoted, as Apple does', () => {
    const text = `Bitte ansehen.\n\nAnfang der weitergeleiteten Nachricht:\n\n> Von: Max\n> Datum: 4. Mai 2021\n> Betreff: Drucker\n>\n> Er geht nicht.`;

    expect(shown(text)).toBe(text);
  });

  test('also where only its subject says so, as with Outlook', () => {
    const text = `Bitte ansehen.\n\n${mail}`;

    expect(shown(text, true)).toBe(text);
    expect(shown(text, false)).toBe('Bitte ansehen.');
  });

  test('also with nothing above it', () => {
    expect(shown(mail)).toBe(mail);
    expect(shown(`-----Original Message-----\n${mail}`)).toBe(`-----Original Message-----\n${mail}`);
  });

  test('but within an old mail it is old', () => {
    expect(shown(`${answer}\n\nAm 04.05.21 um 10:00 schrieb Support:\n> Hallo\n>\n> -------- Weitergeleitete Nachricht --------\n> ${mail.replaceAll('\n', '\n> ')}`)).toBe(answer);
  });
});

describe('where the answer stands', () => {
  test('below the quote: the quote above it is folded (M08)', () => {
    expect(shown(`Am 04.05.21 um 10:00 schrieb Support:\n> Geht es wieder?\n\n${answer}`)).toBe(answer);
    expect(shown(`-----Original Message-----\n> From: Support\n> Geht es wieder?\n\n${answer}`)).toBe(answer);
  });

  test('between quotes: those between answers stay, the rest is folded (M08)', () => {
    const inline = 'Am 04.05.21 um 10:00 schrieb Support:\n> Geht es wieder?\n\nJa.\n\n> Und der Toner?\n\nAuch.';

    expect(shown(`${inline}\n\n> Mit freundlichen Grüßen\n> Support`)).toBe(inline);
  });

  test('alone: nothing is folded if nothing else would be shown (M08)', () => {
    const text = '> Geht es wieder?\n';

    expect(shown(text)).toBe(text.trim());
  });

  test('a quoted line that was broken in two is still quoted (M08)', () => {
    const broken = '> Bitte melden Sie sich bei uns, wenn der Drucker in Ihrem Büro wieder\ngeht.\n> Danke';

    expect(shown(`${answer}\n\nAm 04.05.21 um 10:00 schrieb Support:\n${broken}`)).toBe(answer);
  });
});
