import { expect, test } from 'vitest';
import { automaticKind, signOfMachine, wantsNoAnswer, type Telling } from '../../src/rules/automatic-mail.ts';
import { address } from '../support/builders.ts';
import { fields } from '../support/reports.ts';

const person = { address: address('max@kunde.example'), name: 'Max Muster' };
const envelope = { from: 'max@kunde.example', to: 'support@dtnet.de' };

function aMail(with_: Partial<Telling> & { header?: string } = {}): Telling {
  const { header = 'X-Mailer: hand', ...rest } = with_;
  return { headers: fields(header), from: person, fromText: 'Max Muster <max@kunde.example>', to: [], subject: 'Drucker druckt nicht', text: 'Guten Tag,\n\nder Drucker druckt nicht.\n', report: null, ...rest };
}

const kind = (with_: Parameters<typeof aMail>[0], from = envelope.from) => automaticKind(aMail(with_), { ...envelope, from });

const machines = [
  'Auto-Submitted: auto-generated', 'Auto-Submitted: auto-replied', 'Auto-Submitted: auto-notified; owner-email="a@b"', 'Precedence: bulk', 'Precedence: junk', 'Precedence: auto_reply', 'X-Autoreply: yes', 'X-Autorespond: Away',
  'X-FC-MachineGenerated: true', 'Return-Path: <>', 'Content-Type: multipart/report; report-type=disposition-notification; boundary=x', 'Content-Type: message/disposition-notification',
];
test.each(machines)('%s is machine mail (A11)', (header) => {
  expect(kind({ header })).not.toBe('no');
});

test.each(['Auto-Submitted: no', 'X-Auto-Response-Suppress: All', 'Precedence: normal', 'X-Autoreply: no', 'Return-Path: <max@kunde.example>', 'Auto-Submitted: No (a person)'])('%s is a person\'s mail (A12)', (header) => {
  expect(kind({ header })).toBe('no');
});

test('X-Auto-Response-Suppress asks for no acknowledgement (A12)', () => {
  expect(wantsNoAnswer(aMail({ header: 'X-Auto-Response-Suppress: OOF, AutoReply' }))).toBe(true);
  expect(wantsNoAnswer(aMail({ header: 'X-Auto-Response-Suppress: None' }))).toBe(false);
});

test.each(['List-Id: <friends.example>', 'List-Unsubscribe: <https://example.com/x>', 'List-Post: <mailto:friends@example.com>', 'Precedence: list'])('%s is a list (A11)', (header) => {
  expect(kind({ header })).toBe('list');
});

test('the null envelope sender is nobody (A11)', () => {
  expect(kind({}, '')).toBe('machine');
  expect(kind({}, '<>')).toBe('machine');
});

const absences = [
  'Abwesenheitsnotiz: Drucker', 'Automatische Antwort: [dtnet.de #427637] Drucker', 'Abwesend: Ich bin im Urlaub', 'Max Muster/Firma ist außer Haus.', 'Max Muster is out of the office.', 'AUTO: Max Muster ist außer Haus (Rückkehr am 01.08.2026)', 'Out of Office: Printer', 'Automatic reply: Printer', 'Auto: Printer', 'Réponse automatique : Imprimante', "Absence du bureau : congés",
  'Respuesta automática: Impresora', 'Fuera de la oficina', 'Risposta automatica: Stampante', 'Automatisch antwoord: Printer', 'Afwezig: vakantie', 'Odpowiedź automatyczna: Drukarka', 'Resposta automática: Impressora', 'Autosvar: Skrivare', 'Automatiskt svar: Skrivare', 'Automatisk svar: Printer',
  'Automatická odpověď: Tiskárna', 'Автоматический ответ: Принтер', 'Автоответ: Принтер', '自動返信: プリンター', '不在通知', '自动答复: 打印机', '자동 회신: 프린터', 'Otomatik yanıt: Yazıcı', 'Automatikus válasz: Nyomtató', 'Αυτόματη απάντηση: Εκτυπωτής', 'Automaattinen vastaus: Tulostin',
];
test.each(absences)('the subject *%s* alone is an absence note (A13)', (subject) => {
  expect(kind({ subject })).toBe('out-of-office');
});

const awayTexts = [
  'Ich bin bis zum 3. Januar nicht im Büro und habe keinen Zugriff auf meine E-Mails.', 'Vielen Dank für Ihre Nachricht. Ich bin vom 1. bis 14. August im Urlaub.', 'I am out of the office until Monday with limited access to e-mail.', 'Je suis absent du bureau jusqu\'au 3 janvier.',
  'Estaré fuera de la oficina hasta el lunes.', 'Sono fuori ufficio fino a lunedì.', 'Ik ben afwezig tot maandag.', 'Jestem na urlopie do poniedziałku.', 'Estou de férias até segunda-feira.', 'Jag är på semester till måndag.', 'Jeg er på ferie til mandag.', 'Jsem na dovolené do pondělí.', 'Я в отпуске до понедельника.', '休暇をいただいております。', '我正在休假。',
];
test.each(awayTexts)('with a header of a machine, *%s* is an absence note (A13)', (text) => {
  expect(kind({ header: 'Auto-Submitted: auto-replied', subject: 'Re: Drucker', text })).toBe('out-of-office');
});

test.each(awayTexts.slice(0, 3))('with the subject of a reply and no header, *%s* is still an absence note (A13)', (text) => {
  expect(kind({ subject: 'AW: [dtnet.de #427637] Drucker', text })).toBe('out-of-office');
});

const people: [string, string][] = [
  ['Abwesenheitsassistent funktioniert nicht', 'Guten Tag,\n\nich bin nächste Woche im Urlaub, aber mein Abwesenheitsassistent lässt sich nicht einschalten. Können Sie helfen?\n'],
  ['Out of office assistant is broken', 'Hello,\n\nmy out of office message does not go out. Can you look at it?\n'],
  ['Herr Muster ist im Urlaub, wer hilft mir?', 'Der Drucker druckt nicht.\n'],
  ['Anna is out of the office printer list', 'Please add her.\n'],
  ['AW: Abwesenheitsnotiz: Drucker', 'Danke, dann melde ich mich nach Ihrem Urlaub.\n'],
  ['Drucker', 'Guten Tag,\n\nder Drucker druckt nicht. Ich bin ab Montag im Urlaub, bitte wenden Sie sich an Frau Maier.\n\nMax Muster\n'],
  ['Urlaub', 'Hallo, ich bin ab morgen nicht im Büro. Kann die Telefonumleitung bitte bis Freitag auf Frau Maier gehen?\n'],
  ['Undelivered Mail Returned to Sender', 'Hello, I get this whenever I write to our supplier. What is wrong?\n\n> This is the mail system at host mx.example.\n'],
  ['Automatische Mails', 'Dies ist eine Frage zu Ihren automatischen Mails.\n'],
  ['Re: Drucker', 'It works now, thank you.\n\n> This is an automatically generated message.\n'],
  ['Automatic updates', 'Since the automatic update the printer is gone.\n'],
];
test.each(people)('*%s* from a person is a person\'s (A13)', (subject, text) => {
  expect(kind({ subject, text })).toBe('no');
});

const daemon = { from: { address: address('mailer-daemon@mx.example'), name: 'Mail Delivery System' }, fromText: 'Mail Delivery System <mailer-daemon@mx.example>' };
test('what a mail system writes about a mail that it could not deliver is a bounce, in any language and without a report type (A14)', () => {
  const header = 'Content-Type: text/plain';

  expect(kind({ ...daemon, header, subject: 'Undelivered Mail Returned to Sender' })).toBe('bounce');
  expect(kind({ ...daemon, header, subject: 'Nyaan', text: 'Leider konnte Ihre Nachricht nicht zugestellt werden.' })).toBe('bounce');
  expect(kind({ ...daemon, header, subject: 'Nyaan', report: { status: [fields('Final-Recipient: rfc822; a@b.example')], feedback: [], returned: [] } })).toBe('bounce');
  expect(kind({ header: 'Content-Type: multipart/report; report-type=delivery-status; boundary=x' })).toBe('bounce');
  expect(kind({ header: 'X-Failed-Recipients: a@b.example' })).toBe('bounce');
  expect(kind({ ...daemon, header, subject: 'Statistics', text: '500 mails today.' })).toBe('machine');
  expect(kind({ header, from: null, fromText: 'Max', subject: 'Drucker', text: 'Die Adresse max@kunde.example gibt es nicht mehr, user unknown.' })).toBe('no');
});

test('a feedback report is a complaint (A11)', () => {
  expect(kind({ header: 'Content-Type: multipart/report; report-type=feedback-report; boundary=x', subject: 'FW: Drucker' })).toBe('complaint');
  expect(kind({ subject: 'complaint about message from 192.0.2.1', report: { status: [], feedback: [], returned: fields('From: support@dtnet.de') } })).toBe('complaint');
});

test('a robot that says so is one; a person who quotes it is not (A11)', () => {
  expect(kind({ text: 'Dies ist eine automatisch generierte Nachricht.\nBitte antworten Sie nicht.\n' })).toBe('machine');
  expect(kind({ text: 'This is an automated message. Your parcel is on its way.\n' })).toBe('machine');
  expect(kind({ text: 'Was soll ich damit?\n\n> Dies ist eine automatisch generierte Nachricht.\n' })).toBe('no');
});

test('what gave a machine away is said', () => {
  const why = (with_: Parameters<typeof aMail>[0]) => signOfMachine(aMail(with_), envelope)?.why ?? null;

  expect(why({ header: 'Auto-Submitted: auto-replied' })).toBe('auto-submitted: auto-replied');
  expect(why({ header: 'List-Id: <friends.example>' })).toBe('list-id: <friends.example>');
  expect(why({ subject: 'Abwesenheitsnotiz: Drucker' })).toBe('subject');
  expect(why({})).toBe(null);
});
