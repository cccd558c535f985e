/** The words by which notes of people who are away are known, where headers say nothing. Lower case. */

import { oneOf } from '../one-of.ts';

/** A person reads and writes below this; only the beginning of a text is looked at. */
const READ = 2000;

/** Subjects of absence notes begin so. After `Re:` or `AW:` it is a person who answers one. */
const TITLES = [
  // German
  'automatische antwort', 'autom. antwort', 'autoantwort', 'auto-antwort', 'automatisch antwort', 'abwesenheitsnotiz', 'abwesenheitsnachricht', 'abwesenheitsmeldung',
  'abwesenheitsassistent', 'abwesenheit:', 'nicht im büro', 'außer haus', 'ausser haus', 'urlaubsnotiz', 'urlaubsmeldung', 'abwesend',
  // English
  'automatic reply', 'automatic response', 'auto reply', 'auto-reply', 'autoreply', 'auto response', 'auto-response', 'autoresponse',
  'automated reply', 'automated response', 'auto:',
  'out of office', 'out of the office', 'out-of-office', 'ooo:', 'on vacation', 'vacation reply', 'away from my mail', 'away from the office',
  'absence notification', 'on annual leave', 'on holiday',
  // French
  'réponse automatique', 'reponse automatique', "absence du bureau", 'absent du bureau', "message d'absence", 'absence :', "notification d'absence",
  // Spanish, Portuguese, Italian, Romanian
  'respuesta automática', 'respuesta automatica', 'fuera de la oficina', 'ausente de la oficina', 'resposta automática', 'resposta automatica',
  'fora do escritório', 'ausência temporária',
  'risposta automatica', 'fuori sede', 'fuori ufficio', 'assente', 'răspuns automat', 'raspuns automat',
  // Dutch, Scandinavian, Finnish
  'automatisch antwoord', 'afwezigheidsbericht', 'afwezig:', 'niet aanwezig', 'autosvar', 'automatiskt svar', 'automatisk svar', 'automatisk svar',
  'frånvaro', 'fravær', 'ikke til stede', 'automaattinen vastaus', 'poissaoloilmoitus', 'poissa',
  // Slavic, Baltic, Hungarian, Greek, Turkish
  'automatyczna odpowiedź', 'autoodpowiedź', 'odpowiedź automatyczna', 'nieobecność', 'poza biurem', 'automatická odpověď', 'automatická odpoveď',
  'automatická odpoved', 'mimo kancelář',
  'samodejni odgovor', 'automatski odgovor', 'автоматический ответ', 'автоответ', 'автоматична відповідь', 'автоматичен отговор',
  'automatinis atsakymas', 'automātiskā atbilde', 'automaatvastus',
  'automatikus válasz', 'házon kívül', 'αυτόματη απάντηση', 'otomatik yanıt', 'otomatik cevap', 'ofis dışında',
  // East and south
  '自動返信', '自動応答', '自動送信', '不在通知', '不在の', '自动答复', '自動回覆', '自动回复', '자동 회신', '자동 응답', '부재중', 'תשובה אוטומטית', 'מענה אוטומטי', 'رد تلقائي',
  'trả lời tự động', 'การตอบกลับอัตโนมัติ', 'balasan otomatis',
];

/** What follows the title of a note: the subject that it answers, how long, or nothing. `Out of office assistant is broken` is a person's. */
const AFTER_TITLE = /^\s{0,3}(?:$|[:：\-–—|~!.,(（\[［\])）】」』*/]|(?:re|aw|sv|rv|vs|until|till|from|for|bis|vom|von|ab|wegen|am|jusqu|du|hasta|desde|del|fino|dal|tot|van|do|od|até|till|fra|fram)\b)/;

/** Sentences in a subject that only who is away writes. */
const FIRST_PERSON = oneOf([
  String.raw`ich bin (?:zur ?zeit |derzeit |momentan |aktuell |im moment |bis \S+ |ab \S+ |vom \S+ ){0,2}(?:nicht im (?:büro|hause?)|im urlaub|außer haus|ausser haus|abwesend|nicht (?:da|erreichbar))`,
  String.raw`bin im urlaub|i(?: a|'|’)m (?:currently |now )?(?:out of (?:the )?office|on (?:vacation|holiday|leave|annual leave)|away (?:from|until))`,
  String.raw`je suis (?:absent|en congé)|estoy (?:fuera de|de vacaciones)|sono (?:fuori|in ferie)`,
  String.raw`ik ben (?:afwezig|met vakantie|op vakantie|niet aanwezig)|jestem (?:na urlopie|nieobecn)|away until`,
], { before: String.raw`^` });

/** Notes writes so of others: `Max Muster/Firma is out of the office.` */
const THIRD_PERSON = /^[^:?]{2,60} (?:is|will be) (?:currently )?out of (?:the |my )?office\b\.?(?:\s*$| \(| until | from | starting )|^[^:?]{2,60} ist (?:au(?:ß|ss)er haus|nicht im büro|im urlaub|abwesend)\.?(?:\s*$| \()/;

/** Whether a subject is that of an absence note; a reply to one is not. `marked`: something else already tells a machine. */
export function subjectOfAbsence(subject: string, marked: boolean): boolean {
  const said = subject.slice(0, READ).toLowerCase().replace(/^[\s[({"*<【「『（-]+/, '');
  const title = TITLES.find((words) => said.startsWith(words));
  if (title !== undefined && (marked || title.endsWith(':') || AFTER_TITLE.test(said.slice(title.length)))) return true;
  return FIRST_PERSON.test(said) || THIRD_PERSON.test(said) || /[[(](?:auto-?reply|out of (?:the )?office|ooo|automatische antwort|abwesenheitsnotiz)[\])]/.test(said);
}

/** Words that mark an answer as that of somebody who is away; only asked where something else already tells a machine. */
const ABSENT = [
  'abwesenheit', 'abwesend', 'nicht im büro', 'nicht im haus', 'außer haus', 'ausser haus', 'im urlaub', 'in urlaub', 'elternzeit', 'nicht erreichbar',
  'wieder erreichbar', 'in mutterschutz', 'nicht am platz',
  'out of office', 'out of the office', 'out-of-office', 'away from the office', 'away from my', 'on vacation', 'on holiday', 'on leave',
  'annual leave', 'maternity leave', 'parental leave', 'sick leave', 'limited access to', 'i am away', "i'm away", 'will be away', 'i will return',
  "i'll be back",
  'en vacances', 'absent', 'en congé', 'de retour le', 'fuera de la oficina', 'de vacaciones', 'ausente', 'fora do escritório', 'de férias',
  'fuori ufficio', 'fuori sede', 'in ferie', 'in vacanza', 'assente',
  'niet aanwezig', 'afwezig', 'met vakantie', 'op vakantie', 'semester', 'ikke på kontoret', 'på ferie', 'inte på kontoret', 'lomalla', 'poissa',
  'na urlopie', 'nieobecn', 'poza biurem', 'na dovolené', 'mimo kancelář',
  'в отпуске', 'отсутству', 'у відпустці', 'szabadság', 'házon kívül', 'izinde', 'tatilde', 'ofis dışında', 'εκτός γραφείου', '休暇', '不在', '休假', '不在办公室', '휴가', '부재',
];

export function saysAbsent(text: string): boolean {
  const said = text.slice(0, READ).toLowerCase();
  return ABSENT.some((words) => said.includes(words));
}

/** A note begins so, once greeting and thanks are left out. */
const OPENING = /^(?:(?:vom|von|bis|ab|seit) [^.!?]{1,60}? )?(?:ich bin|bin ich|ich befinde mich|ich werde|i am|i'm|i’m|i will be|i'll be|we are|je suis|je serai|estoy|estaré|sono|sarò|ik ben|jestem|estou|estarei|jag är|jeg er|jsem|я|我|私は|只今)/;
/** And says this too: when the person is back, whom to ask, that nobody reads the mail. */
const FURTHER = oneOf([
  String.raw`wieder (?:da|erreichbar|im|zurück|für)|zurück(?:\b|ge)|kein(?:en|e)? (?:zugriff|zugang)|nicht (?:bearbeitet|gelesen|weitergeleitet|abgerufen)`,
  String.raw`dringend|vertret|nachricht|e-?mail|limited access|no access|urgent|return|be back|reply (?:to|as|when)|respond|contact|reach`,
  String.raw`from \S+ \S+ (?:to|until)|retour|urgence|urgente|regreso|volver|rientr|torner|terug|dringend|pilne|wróc|regress|åter|tilbage|tilbake|zpět`,
  String.raw`срочн|верн|至急|返信|回复|联系`,
]);
const THANKS = oneOf([
  String.raw`(?:sehr geehrte|hallo|guten (?:tag|morgen|abend)|liebe[rs]?|moin|servus|grüß|grüezi|hi|hello|hey|dear|good (?:morning|day|afternoon)|bonjour|hola|buenos|ciao|buongiorno|gentile|beste|dag|hej|dzień dobry|olá|dobrý den)\b[^\n]{0,60}`,
  String.raw`[^.!?\n]{0,30}\b(?:dank|thank(?:s| you)|merci|gracias|grazie|bedankt|dziękuj|obrigad|tack|tak for)\b[^.!?\n]{0,80}`,
], { before: '^', after: '$' });
/** Notes are short. */
const LONGEST_NOTE = 900;

/**
 * Whether the words alone are such a note: short, asking nothing, beginning (after greeting and thanks) with who is away, and saying one of the
 * things that notes say. A person who mentions a holiday does so at the end, or asks for something.
 */
export function readsAsAbsence(text: string): boolean {
  const own = text.slice(0, READ).toLowerCase().split('\n').map((line) => line.trim()).filter((line) => !line.startsWith('>')).join('\n');
  if (own.length > LONGEST_NOTE || /[?？]/.test(own) || /\b(?:bitte (?:um|prüf|änder|richt|schick|send|helf)|please (?:check|help|change|send|set)|können sie|könnten sie)/.test(own)) return false;
  const sentences = own.split(/(?<=[^\d\s][.!]|[。！])\s+|\n+/).map((one) => one.replace(/[.!,。！]+$/, '').trim()).filter((one) => one !== '');
  const first = sentences.find((one) => !THANKS.test(one)) ?? '';
  return OPENING.test(first) && saysAbsent(first) && FURTHER.test(own);
}
