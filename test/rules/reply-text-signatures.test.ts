import { describe, expect, test } from 'vitest';
import { foldReply } from '../../src/rules/reply-text.ts';

const of = (text: string, kind: string): string => foldReply(text).filter((part) => part.kind === kind).map((part) => part.text).join('').trim();
const shown = (text: string): string => of(text, 'answer');
const answer = 'Ja, gerne.\n\nMit freundlichen Grüßen\nAnna';

test.each([
  'Von meinem iPhone gesendet', 'Sent from my iPhone', 'Envoyé de mon iPhone', 'Enviado desde mi iPhone', 'Enviado do meu iPhone', 'Inviato da iPhone', 'Verstuurd vanaf mijn iPhone', 'Sendt fra min iPhone',
  'Skickat från min iPhone', 'Lähetetty iPhonesta', 'Wysłane z iPhone’a', 'Odesláno z iPhonu', 'Odoslané z iPhonu', 'Poslano iz mojega iPhona', 'Poslano s mog iPhone uređaja', 'Отправлено с iPhone', 'Надіслано з iPhone',
  'Изпратено от моя iPhone', 'Elküldve az iPhone-omról', 'Az iPhone-omról küldve', 'Trimis de pe iPhone‑ul meu', 'Στάλθηκε από το iPhone μου', 'iPhone’umdan gönderildi', 'Enviat des del meu iPhone', '‏נשלח מה-iPhone שלי', '‫أُرسلت من الـ iPhone‬',
  'Đã gửi từ iPhone của tôi', 'ส่งจาก iPhone ของฉัน', 'Dikirim dari iPhone saya', 'मेरे iPhone से भेजा गया', '发自我的 iPhone', '從我的 iPhone 傳送', 'iPhoneから送信', '나의 iPhone에서 보냄',
  'Sent from my iMachine', 'Von meinem Samsung Galaxy Smartphone gesendet.', 'Von Samsung Mobile gesendet', 'Von meinem Huawei-Mobiltelefon gesendet', 'Gesendet von meinem Windows Phone', 'Von meinem/meiner Galaxy gesendet',
  'Diese Nachricht wurde von meinem Android-Gerät mit WEB.DE Mail gesendet.', 'Diese Nachricht wurde von meinem Android Mobiltelefon mit GMX Mail gesendet.', 'Gesendet mit der WEB.DE Mail App', 'Gesendet mit der GMX Mail App', 'Gesendet mit der Telekom Mail App', 'Gesendet von Yahoo Mail auf Android',
  'Gesendet von Mail für Windows 10', 'Gesendet von Mail<https://go.microsoft.com/fwlink/?LinkId=550986> für Windows', 'Sent from Mail for Windows', 'Gesendet von Outlook für iOS<https://aka.ms/o0ukef>', 'Holen Sie sich Outlook für iOS<https://aka.ms/o0ukef>', 'Outlook für Android beziehen',
  'Get Outlook for Android<https://aka.ms/AAb9ysg>', 'Obtenez Outlook pour Android', 'Obtener Outlook para Android', 'Obter o Outlook para iOS', 'Scarica Outlook per Android', 'Hent Outlook til iOS', 'Skaffa Outlook för Android', 'Pobierz program Outlook dla systemu iOS', 'Скачать Outlook для Android',
  'Sent with Proton Mail secure email.', 'Gesendet mit Proton Mail', 'Sent from Yahoo Mail for iPhone', 'Gesendet über BlueMail für Android', 'Sent with Spark', 'Virenfrei. www.avast.com', 'Diese E-Mail wurde von Avast-Antivirussoftware auf Viren geprüft.',
])('%s is folded (M08)', (line) => {
  expect(of(`${answer}\n\n${line}\n`, 'signature')).toBe(line);
  expect(shown(`${answer}\n\n${line}\n\nAm 04.05.21 um 10:00 schrieb Support:\n> Geht es wieder?`)).toBe(answer);
});

test.each([
  'Gesendet von Outlook kam die Mail nicht an.\nWas nun?',
  'Ich habe das Bild vom iPhone gesendet.',
  'Von Outlook aus kann ich nicht drucken.',
  'Das Fax wurde verschickt.',
  'Sent the invoice yesterday.',
])('%j is no such line (M08)', (text) => {
  expect(of(`Guten Tag\n\n${text}`, 'signature')).toBe('');
});

describe('a signature', () => {
  test('is folded from its mark to the old mail below it (M08)', () => {
    const signed = `${answer}\n\n-- \nMuster GmbH\nTelefon 0231 999\n`;

    expect(shown(signed)).toBe(answer);
    expect(shown(`${signed}\nAm 04.05.21 um 10:00 schrieb Support:\n> Geht es wieder?`)).toBe(answer);
  });

  test.each(['--', '-- ', '––', '—', '--\u00a0', '__', '**--**'])('may stand below %j (M08)', (mark) => {
    expect(shown(`${answer}\n\n${mark}\nMuster GmbH`)).toBe(answer);
  });

  test('stands below a rule only if a greeting is above that (M08)', () => {
    expect(shown(`${answer}\n\n---------------\nMuster GmbH\nTelefon 0231 999`)).toBe(answer);
    expect(shown('Erstens\n\n---------------\nZweitens')).toBe('Erstens\n\n---------------\nZweitens');
  });

  test('is no greeting with a name and an address: that stays (M08)', () => {
    const text = `${answer}\nMuster GmbH\nTelefon 0231 999`;

    expect(shown(text)).toBe(text);
  });

  test('can be a name behind a dash, but not the last entry of a list (M08)', () => {
    expect(shown('Ja, gerne.\n\n-Anna Muster')).toBe('Ja, gerne.');
    expect(shown('Ja, gerne.\n\n/Anna\n\nAm 04.05.21 um 10:00 schrieb Support:\n> Geht es?')).toBe('Ja, gerne.');
    expect(shown('Betroffen:\n-Drucker\n-Rechner')).toBe('Betroffen:\n-Drucker\n-Rechner');
    expect(shown('- Drucker')).toBe('- Drucker');
  });

  test.each([
    'Diese E-Mail enthält vertrauliche und/oder rechtlich geschützte Informationen.\nWenn Sie nicht der richtige Adressat sind, löschen Sie sie.',
    'This e-mail and any attachments are confidential and intended solely for the addressee.',
    'CONFIDENTIALITY NOTICE: This message is for the person named only.',
    'Ce message et toutes les pièces jointes sont confidentiels.',
  ])('can be what a company puts under every mail: %j (M08)', (text) => {
    expect(shown(`${answer}\n\n${text}`)).toBe(answer);
  });

  test('is what GitHub puts below a long dash (M08)', () => {
    expect(shown('Ja.\n\n—\nReply to this email directly, view it on GitHub, or unsubscribe.')).toBe('Ja.');
  });

  test('is not a long text below two dashes (M08)', () => {
    const text = `Erstens\n\n--\n${'Zweitens\n'.repeat(20)}`.trim();

    expect(shown(text)).toBe(text);
  });

  test('below an answer that stands below the quote is folded too (M08)', () => {
    expect(shown(`Am 04.05.21 um 10:00 schrieb Support:\n> Geht es wieder?\n\n${answer}\n\n-- \nMuster GmbH`)).toBe(answer);
  });
});
