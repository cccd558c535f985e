/** The words by which absence notes, bounces and robots are known where headers say nothing. Lower case. */

/** A person reads and writes below this; only the beginning of a text is looked at. */
const READ = 2000;

/** Subjects of absence notes begin so. After `Re:` or `AW:` it is a person who answers one. */
const ABSENCE_SUBJECTS = [
  // German
  'automatische antwort', 'autom. antwort', 'autoantwort', 'auto-antwort', 'automatisch antwort', 'abwesenheitsnotiz', 'abwesenheitsnachricht', 'abwesenheitsmeldung',
  'abwesenheitsassistent', 'abwesenheit:', 'ich bin nicht im büro', 'ich bin im urlaub', 'bin im urlaub', 'nicht im büro', 'außer haus', 'ausser haus', 'urlaubsnotiz', 'urlaubsmeldung', 'abwesend',
  // English
  'automatic reply', 'automatic response', 'auto reply', 'auto-reply', 'autoreply', 'auto response', 'auto-response', 'autoresponse', 'automated reply', 'automated response', 'auto:',
  'out of office', 'out of the office', 'out-of-office', 'ooo:', 'i am out of', "i'm out of", 'i am on vacation', 'on vacation', 'vacation reply', 'away from my mail', 'away from the office',
  'absence notification', 'on annual leave', 'on holiday',
  // French
  'réponse automatique', 'reponse automatique', "absence du bureau", 'absent du bureau', "message d'absence", 'absence :', "notification d'absence",
  // Spanish, Portuguese, Italian, Romanian
  'respuesta automática', 'respuesta automatica', 'fuera de la oficina', 'ausente de la oficina', 'resposta automática', 'resposta automatica', 'fora do escritório', 'ausência temporária',
  'risposta automatica', 'fuori sede', 'fuori ufficio', 'assente', 'răspuns automat', 'raspuns automat',
  // Dutch, Scandinavian, Finnish
  'automatisch antwoord', 'afwezigheidsbericht', 'afwezig:', 'niet aanwezig', 'autosvar', 'automatiskt svar', 'automatisk svar', 'automatisk svar', 'frånvaro', 'fravær', 'ikke til stede', 'automaattinen vastaus', 'poissaoloilmoitus', 'poissa',
  // Slavic, Baltic, Hungarian, Greek, Turkish
  'automatyczna odpowiedź', 'autoodpowiedź', 'odpowiedź automatyczna', 'nieobecność', 'poza biurem', 'automatická odpověď', 'automatická odpoveď', 'automatická odpoved', 'mimo kancelář',
  'samodejni odgovor', 'automatski odgovor', 'автоматический ответ', 'автоответ', 'автоматична відповідь', 'автоматичен отговор', 'automatinis atsakymas', 'automātiskā atbilde', 'automaatvastus',
  'automatikus válasz', 'házon kívül', 'αυτόματη απάντηση', 'otomatik yanıt', 'otomatik cevap', 'ofis dışında',
  // East and south
  '自動返信', '自動応答', '不在通知', '不在の', '自动答复', '自動回覆', '自动回复', '자동 회신', '자동 응답', '부재중', 'תשובה אוטומטית', 'מענה אוטומטי', 'رد تلقائي', 'trả lời tự động', 'การตอบกลับอัตโนมัติ', 'balasan otomatis',
];

/** Whether a subject is that of an absence note; a reply to one is not. */
export function subjectOfAbsence(subject: string): boolean {
  const said = subject.slice(0, READ).toLowerCase().replace(/^[\s[({"*<-]+/, '');
  return ABSENCE_SUBJECTS.some((words) => said.startsWith(words)) || /[[(](auto-?reply|out of (the )?office|ooo|automatische antwort|abwesenheitsnotiz)[\])]/.test(said);
}

/** Words that mark an answer as that of somebody who is away; only asked where something else already tells a machine. */
const ABSENT = [
  'abwesenheit', 'abwesend', 'nicht im büro', 'nicht im haus', 'außer haus', 'ausser haus', 'im urlaub', 'in urlaub', 'elternzeit', 'nicht erreichbar', 'wieder erreichbar', 'in mutterschutz', 'nicht am platz',
  'out of office', 'out of the office', 'out-of-office', 'away from the office', 'away from my', 'on vacation', 'on holiday', 'on leave', 'annual leave', 'maternity leave', 'parental leave', 'sick leave', 'limited access to', 'i am away', "i'm away", 'will be away', 'i will return', "i'll be back",
  'en vacances', 'absent', 'en congé', 'de retour le', 'fuera de la oficina', 'de vacaciones', 'ausente', 'fora do escritório', 'de férias', 'fuori ufficio', 'fuori sede', 'in ferie', 'in vacanza', 'assente',
  'niet aanwezig', 'afwezig', 'met vakantie', 'op vakantie', 'semester', 'ikke på kontoret', 'på ferie', 'inte på kontoret', 'lomalla', 'poissa', 'na urlopie', 'nieobecn', 'poza biurem', 'na dovolené', 'mimo kancelář',
  'в отпуске', 'отсутству', 'у відпустці', 'szabadság', 'házon kívül', 'izinde', 'tatilde', 'ofis dışında', 'εκτός γραφείου', '休暇', '不在', '休假', '不在办公室', '휴가', '부재',
];

export function saysAbsent(text: string): boolean {
  const said = text.slice(0, READ).toLowerCase();
  return ABSENT.some((words) => said.includes(words));
}

/** Subjects of delivery reports, from the mail systems of forty years. */
const BOUNCE_SUBJECTS = [
  'undeliver', 'mail delivery', 'delivery status', 'delivery failure', 'delivery notification', 'delivery report', 'delivery has failed', 'returned mail', 'failure notice', 'failure delivery', 'message delivery', 'mail failure',
  'mail could not be delivered', 'could not be delivered', 'non-delivery', 'non delivery', 'nondeliverable', 'not delivered', 'undelivered', 'unzustellbar', 'nicht zugestellt', 'nicht zustellbar', 'zustellung', 'zustellfehler', 'unable to deliver', 'warning: message', 'warning: could not send', 'message status', 'delivery incomplete', 'delayed mail',
  'delivery delayed', 'delivery error', 'mail system error', 'returned to sender', 'return to sender', 'rejected mail', 'error sending', 'user unknown', 'address not found', 'mail undeliverable', 'non remis', 'échec de la remise', 'non recapitabile', 'mancata consegna',
  'no se puede entregar', 'no entregado', 'não entregue', 'falha na entrega', 'onbestelbaar', 'niet bezorgd', 'kan inte levereras', 'kan ikke leveres', 'nie dostarczono', 'niedostarczalne', 'nedoručitelné', 'не доставлено', 'недоставлен', 'kézbesíthetetlen', 'teslim edilemedi', '配信', '配信不能', '未送達', '退信', '无法投递', '未能送达', '배달되지', 'dsn:', 'ndn:', 'dsn ', 'failed mail', 'postmaster notify', 'mail returned', 'message you sent blocked',
];

export function subjectOfBounce(subject: string): boolean {
  const said = subject.slice(0, READ).toLowerCase();
  return BOUNCE_SUBJECTS.some((words) => said.includes(words));
}

/** What mail systems write about a mail that they could not deliver, in their first lines. */
const UNDELIVERED = [
  'could not be delivered', 'cannot be delivered', "couldn't be delivered", 'was not delivered', "wasn't delivered", 'has not been delivered', 'unable to deliver', 'not able to deliver', "wasn't able to deliver", 'could not deliver', 'failed to deliver', 'undeliverable',
  'delivery failed', 'delivery has failed', 'delivery to the following', 'failed addresses', 'addresses failed', 'permanent fatal errors', 'transient non-fatal errors', 'had delivery problems', 'returned to sender', 'returning to sender', 'rejected your message', 'message was rejected', 'delivery error', 'error occurred while trying to deliver', 'did not receive this message', 'invalid user address',
  'nicht zugestellt werden', 'konnte nicht zugestellt', 'unzustellbar', 'zustellung ist fehlgeschlagen', 'fehler bei der zustellung', "n'a pas pu être", "n'a pu être remis", 'échec de la remise', 'no se pudo entregar', 'no se ha podido entregar', 'error al entregar', 'impossibile recapitare', 'non è stato possibile consegnare', 'não foi possível entregar', 'não pôde ser entregue',
  'kon niet worden bezorgd', 'kunde inte levereras', 'kunne ikke leveres', 'nie można dostarczyć', 'nie została dostarczona', 'nelze doručit', 'не удалось доставить', 'не было доставлено', '送信できませんでした', '配信できませんでした', '配達できません', '无法送达', '未能送达', '退信',
];

export function saysUndelivered(text: string): boolean {
  const said = text.slice(0, READ).toLowerCase().replace(/\s+/g, ' ');
  return UNDELIVERED.some((words) => said.includes(words));
}

/**
 * A robot's own sentence about itself, at the beginning of a line: people write *I got an automatic reply*, and virus scanners
 * *this mail was automatically checked*.
 */
const DECLARATIONS = [
  /^dies(e[rs]?)? (ist|e-?mail wurde|mail wurde|nachricht wurde|antwort wurde)( [a-zäöü]+){0,2} (automatisch|maschinell|systemseitig)(e[rsn]?)? (antwort|generiert|erstellt|erzeugt|vers|gesendet|nachricht|e-?mail|mail|mitteilung|benachrichtigung|abwesenheit)/,
  /^(please note:? )?this (e-?mail |message |mail |response |reply |notification )?(is|was|has been)( (an?|just an?|only an?))? (auto(mated|matic|matically|-)? ?-?(generated|reply|response|message|e-?mail|notification|created|sent)|(computer|system)[- ]generated)/,
  /^(ceci est|il s'agit d')\s?un(e)? (réponse|message|courriel|mail) automatique/,
  /^(esta|este) es una? (respuesta|mensaje|correo) automátic/,
  /^(esta|este) é uma? (resposta|mensagem|e-?mail) automátic/,
  /^quest[ao] è una? (risposta|messaggio|e-?mail) automatic/,
  /^dit is een automatisch/,
  /^(detta|dette|det här) är (ett|en) automatisk|^dette er (et|en) automatisk/,
  /^(to jest automatyczn|to jest wiadomość automatyczn|toto je automatick|это автоматическ|це автоматичн|ez egy automatikus|bu otomatik|bu bir otomatik)/,
];

/** Whether one of the first lines, quoted ones left out, says that a machine wrote the mail. */
export function declaresItself(text: string): boolean {
  const lines = text.slice(0, READ).split('\n').map((line) => line.trim()).filter((line) => line !== '');
  return lines.slice(0, BEGINNING_LINES).some((line) => DECLARATIONS.some((words) => words.test(line.toLowerCase())));
}

/** Below this it may be something a person shows us. */
const BEGINNING_LINES = 5;
