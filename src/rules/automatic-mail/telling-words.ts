/** The words by which bounces and robots are known where headers say nothing. Lower case. */

/** A person reads and writes below this; only the beginning of a text is looked at. */
const READ = 2000;

/** Subjects of delivery reports, from the mail systems of forty years. */
const BOUNCE_SUBJECTS = [
  'undeliver', 'mail delivery', 'delivery status', 'delivery failure', 'delivery notification', 'delivery report', 'delivery has failed',
  'returned mail', 'failure notice', 'failure delivery', 'message delivery', 'mail failure',
  'mail could not be delivered', 'could not be delivered', 'non-delivery', 'non delivery', 'nondeliverable', 'not delivered', 'undelivered',
  'unzustellbar', 'nicht zugestellt', 'nicht zustellbar', 'zustellung', 'zustellfehler', 'unable to deliver', 'warning: message',
  'warning: could not send', 'message status', 'delivery incomplete', 'delayed mail',
  'delivery delayed', 'delivery error', 'mail system error', 'returned to sender', 'return to sender', 'rejected mail', 'error sending',
  'user unknown', 'address not found', 'mail undeliverable', 'non remis', 'échec de la remise', 'non recapitabile', 'mancata consegna',
  'no se puede entregar', 'no entregado', 'não entregue', 'falha na entrega', 'onbestelbaar', 'niet bezorgd', 'kan inte levereras', 'kan ikke leveres',
  'nie dostarczono', 'niedostarczalne', 'nedoručitelné', 'не доставлено', 'недоставлен', 'kézbesíthetetlen', 'teslim edilemedi', '配信', '配信不能', '未送達',
  '退信', '无法投递', '未能送达', '배달되지', 'dsn:', 'ndn:', 'dsn ', 'failed mail', 'postmaster notify', 'mail returned', 'message you sent blocked',
];

export function subjectOfBounce(subject: string): boolean {
  const said = subject.slice(0, READ).toLowerCase();
  return BOUNCE_SUBJECTS.some((words) => said.includes(words));
}

/** What mail systems write about a mail that they could not deliver, in their first lines. */
const UNDELIVERED = [
  'could not be delivered', 'cannot be delivered', "couldn't be delivered", 'was not delivered', "wasn't delivered", 'has not been delivered',
  'unable to deliver', 'not able to deliver', "wasn't able to deliver", 'could not deliver', 'failed to deliver', 'undeliverable',
  'delivery failed', 'delivery has failed', 'delivery to the following', 'failed addresses', 'addresses failed', 'permanent fatal errors',
  'transient non-fatal errors', 'had delivery problems', 'returned to sender', 'returning to sender', 'rejected your message', 'message was rejected',
  'delivery error', 'error occurred while trying to deliver', 'did not receive this message', 'invalid user address',
  'nicht zugestellt werden', 'konnte nicht zugestellt', 'unzustellbar', 'zustellung ist fehlgeschlagen', 'fehler bei der zustellung',
  "n'a pas pu être", "n'a pu être remis", 'échec de la remise', 'no se pudo entregar', 'no se ha podido entregar', 'error al entregar',
  'impossibile recapitare', 'non è stato possibile consegnare', 'não foi possível entregar', 'não pôde ser entregue',
  'kon niet worden bezorgd', 'kunde inte levereras', 'kunne ikke leveres', 'nie można dostarczyć', 'nie została dostarczona', 'nelze doručit',
  'не удалось доставить', 'не было доставлено', '送信できませんでした', '配信できませんでした', '配達できません', '无法送达', '未能送达', '退信',
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
