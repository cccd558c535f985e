/** What mail systems say when they refuse a mail, by what it means. The first line that fits decides. */

import { oneOf } from '../one-of.ts';
import type { BounceReason } from '../letter-kinds.ts';

/**
 * Lower case, without addresses, links and host names. What says that the mailbox does not exist stands before what is said of
 * mails in general, because servers give several reasons at once (*user unknown, see our policy*); what a mailbox *is* (full, closed)
 * stands before all, because some say *user unknown* for it too.
 */
export const PHRASES: [BounceReason, RegExp][] = [
  ['systemError', /\bprocmail:|couldn.?t create |command died/],
  // What is said of the sender is not said of the recipient.
  ['network', /host not found, try again|temporary (?:dns|lookup|name)|host not reachable/],
  ['policy', oneOf([
    String.raw`my name was rejected|mismatches client ip|client host|\b(?:helo|ehlo)\b|your (?:host|ip|server|domain|hostname|network)\b`,
    String.raw`sending (?:domain|ip|host)`,
  ])],
  ['senderRejected', oneOf([
    String.raw`domain of (?:the )?sender|sender'?s? (?:address|domain)\b[^.;]{0,60}(?:reject|denied|invalid|unknown|not |n't )`,
    String.raw`sender (?:rejected|denied|unknown|verify failed)`,
  ])],
  ['mailboxFull', oneOf([
    String.raw`mailbox (?:is |size )?(?:full|exceed|over)|over ?quota|overquota|quota (?:is )?(?:exceed|full|excee)`,
    String.raw`exceeds? (?:its |the |his |their |your )?(?:allowed |mailbox |storage |disk )?(?:quota|size: |size$)|mailbox exceeds`,
    String.raw`(?:mail)?(?:box|folder|store|drop) (?:is |has )?full|insufficient (?:disk |storage )?(?:quota|space for user)`,
    String.raw`out of (?:storage|disk) ?(?:space)?|not enough (?:storage|disk|space)|disk quota|storage quota|user is over`,
    String.raw`maildir (?:delivery failed: )?(?:over|size)|account is full|inbox is full|postfach[^.;]{0,30} (?:voll|überfüllt)|mailbox has exceeded|speicherplatz`,
    String.raw`boîte (?:aux lettres )?(?:est )?pleine|buzón (?:está )?lleno|casella (?:è )?piena|caixa (?:de correio )?(?:está )?cheia|postvak (?:is )?vol`,
    String.raw`skrzynk\S+ (?:jest )?(?:pełna|przepełniona)|переполнен|容量|メールボックスが一杯|邮箱已满|mailbox has exceeded`,
    String.raw`exceeded (?:the |his |its |your )?(?:storage|mailbox|disk)`,
  ])],
  ['suspended', oneOf([
    String.raw`(?:account|mailbox|user|address|recipient)(?:\(s\) |s? )(?:\S+ )?(?:is |are |has been |have been |was |been |it |temporarily |currently )*(?:disabled|suspended|inactive|deactivated|locked|blocked|closed|expired|frozen|on hold|not active|discontinued|deactiv)`,
    String.raw`disabled (?:user|account|mailbox|recipient)|inactive (?:user|account|mailbox)|(?:account|mailbox) (?:inactive|disabled)`,
    String.raw`user account is (?:disabled|unavailable)|account (?:that you tried to reach )?is (?:disabled|inactive|over)`,
    String.raw`konto (?:ist |wurde )?(?:gesperrt|deaktiviert|geschlossen)|compte (?:est )?(?:désactivé|fermé|suspendu)`,
    String.raw`cuenta (?:está )?(?:desactivada|suspendida)|mailbox temporarily disabled|user suspended|domain (?:is )?(?:suspended|disabled)`,
  ])],
  ['moved', oneOf([
    String.raw`has moved|mailbox moved|user (?:has )?moved|no longer (?:at|with) this|has left (?:the )?(?:company|organi)|address (?:has )?changed`,
    String.raw`hat (?:die )?(?:firma|das unternehmen) verlassen|ist umgezogen|a changé d'adresse|no forwarding address`,
  ])],
  ['userUnknown', oneOf([
    String.raw`(?:user|recipient|receiver|mailbox|account|addressee|address|alias|local ?part|member|customer|person|empfänger)(?:\(s\))?(?: name)?(?: is| was| are| could be| '?s?)? ?(?:unknown|not? (?:found|exist|known|listed|valid|recogni)|invalid|nonexist|non-exist|undeliverable)`,
    String.raw`(?:unknown|invalid|non-?existent?|nonexistent|no such|bad|undeliverable|unrouteable|unroutable|illegal|incorrect) (?:local |virtual |destination |delivery |final delivery |e-?mail |mail |smtp |recipient |user )*(?:user|recipient|mailbox|account|addressee|address|alias|local-?part|userid|person|member|customer|resource|email)`,
    String.raw`no (?:such )?(?:mailbox|user|account|recipient|address|person)(?: (?:here|by that name|with that|in this))`,
    String.raw`(?:does ?n[o']t|does not|doesn.?t|do not) (?:exist|have an? \S* ?(?:\S+ )?account|like recipient\W+remote host said\W+55\d\W+no)`,
    String.raw`doesn't have an? |does ?n[o']t (?:currently )?exist|not a valid (?:user|mailbox|recipient|address)|isn't (?:a )?(?:valid|listed)`,
    String.raw`not listed in|unknown (?:or illegal|or invalid)|address(?:es)? (?:couldn.?t|could not|was ?n[o']?t|wasn.?t|cannot) be found`,
    String.raw`address (?:you entered )?(?:couldn't be|wasn.?t|not) found|requested action not taken: mailbox unavailable`,
    String.raw`recipient address rejected(?:: access denied|\W*(?:\(in reply|$))|e-?mail address .{0,30}(?:not|n't) (?:found|exist)`,
    String.raw`user .{0,40}not (?:found|known|exist)|no mailbox|no valid recipients|not (?:our|a known) (?:customer|user)|recipient ?(?:not ?found|notfound)`,
    String.raw`recip(?:ient)?not ?found|mailbox (?:does|do|is) ?n[o']?t|mailbox unavailable or|that address is not|check if (?:the )?address is correct`,
    String.raw`address (?:has been )?rejected: (?:user|address)|user unknown|unbekannte?r? (?:benutzer|empfänger|adresse|nutzer)`,
    String.raw`(?:benutzer|empfänger|adresse|postfach|e-mail-adresse|konto)\b.{0,40}(?:unbekannt|existiert nicht|nicht (?:gefunden|vorhanden|bekannt|existent))`,
    String.raw`existiert nicht|(?:utilisateur|destinataire|adresse|boîte|compte)\b.{0,40}(?:inconnu|n'existe pas|introuvable|invalide)`,
    String.raw`no se encontr[óo][^.;]{0,20}(?:direcc|destinat|usuario|buzón|cuenta)|(?:usuario|destinatario|dirección|buzón|cuenta)\b.{0,40}(?:desconocid|no existe|no encontrad|no se (?:ha )?enc)`,
    String.raw`(?:utente|destinatario|indirizzo|casella)\b.{0,60}(?:sconosciut|non esiste|inesistente|non (?:è stat[oa] )?trovat)`,
    String.raw`(?:usuário|destinatário|endereço|conta)\b.{0,40}(?:desconhecid|não existe|não encontrad|inexistente)`,
    String.raw`(?:gebruiker|ontvanger|adres)\b.{0,40}(?:onbekend|bestaat niet|niet gevonden)`,
    String.raw`(?:użytkownik|adres|odbiorca)\S* .{0,40}(?:nie istnieje|nieznan|nie znaleziono)|nie można odnaleźć|unrecogni[sz]ed|not known (?:at|here)|(?:user|name|recipient|addresses) (?:were|was|is|are) (?:unknown|not (?:found|recogni))`,
    String.raw`(?:пользовател|получател|адрес|ящик)\S* .{0,40}(?:не найден|не существует|неизвест)|uživatel.{0,40}neexistuje|není znám`,
    String.raw`användar.{0,40}(?:finns inte|okänd)|findes ikke|宛先(?:が|は)?(?:不明|見つかり)|見つからない|ディレクトリのリストにありません|用户不存在|收件人不存在|地址不存在`,
  ])],
  ['hostUnknown', oneOf([
    String.raw`(?:host|domain|domain name|host name|server|mx|hostname)(?: or domain)?(?: name)?(?: is| was| could)?(?: \S+)? ?(?:unknown|not? ?(?:be )?found|not exist|nonexist|invalid|lookup failure)`,
    String.raw`(?:unknown|invalid|bad|no such|illegal|unroutable|unrouteable|non-?existent) (?:mail |destination |recipient |recipient's |system |remote )*(?:host|domain|system|mail server|server)`,
    String.raw`nxdomain|couldn't find any host|couldn.?t find (?:a |any )?(?:mail exchanger|host)|host(?: \S+)? not found|name or service not known`,
    String.raw`domain (?:does not|doesn.?t|isn.?t|is not) (?:exist|found|valid|recogni)|illegal host|no mx|dns (?:lookup )?(?:failure|error)`,
    String.raw`unknown public suffix|(?:domain|host|rechner|domäne)\b.{0,30}(?:existiert nicht|nicht gefunden|unbekannt)`,
    String.raw`domaine.{0,30}(?:inconnu|n'existe pas|introuvable)|dominio.{0,30}(?:desconocido|no existe|sconosciuto|non esiste)`,
  ])],
  ['notAccepted', oneOf([
    String.raw`null ?mx|nullmx|does ?n[o']?t (?:receive|accept) (?:e-?mail|mail)|not accept(?:ing)? (?:e-?mail|mail|messages|any mail|network messages)`,
    String.raw`no mail accepted|does not receive|mail exchanger or ip address|accepts no mail|no smtp service here|host does not accept`,
  ])],
  ['authenticationFailure', oneOf([
    String.raw`\bdmarc\b|\bdkim\b|\bspf\b|unauthenticated (?:e-?mail|mail|message)|sender policy framework|not authenticated`,
    String.raw`authentication (?:checks?|results?) (?:failed|fail)|domain ownership|fails? (?:to pass )?authentication|not allowed to send from`,
    String.raw`sender (?:id|domain) .{0,20}(?:mismatch|verification failed)`,
  ])],
  ['virus', /\bvirus|\bmalware|infected|\btrojan|banned (?:file|content|attachment)|\bworm\b|phish/],
  ['rejectedBySpam', oneOf([
    String.raw`\bspam|unsolicited|\bjunk\b|bulk (?:e-?mail|mail)|\buce\b|blacklisted (?:url|link|domain in)|spamassassin|high(?:ly)? probab`,
    String.raw`message (?:content )?(?:was )?(?:rejected|refused|blocked) (?:as|due to|because of) (?:its )?content|mail reje(?:c)?te|not rfc|looks like`,
    String.raw`identified as|considered`,
  ])],
  ['policy', oneOf([
    String.raw`black ?list|block ?list|deny ?list|blocked|\brbl\b|dnsbl|reputation|\bbanned|reverse dns|reverse lookup|rdns|\bptr\b|hostname of your`,
    String.raw`unresolvable|access denied|policy|security|prohibited|not (?:allowed|permitted|authori[sz]ed)|restricted|filtered|firewall|\btls\b|encryption`,
    String.raw`starttls|forbidden|unwanted|complaint|abuse|my name was rejected|invalid domain name|helo|your (?:ip|host|server|network|domain)`,
    String.raw`rejected (?:by|for) (?:the )?(?:recipient|policy)|only (?:authori|member)|not (?:a )?member|approved|gesperrt|abgelehnt|richtlinie`,
  ])],
  ['relayDenied', oneOf([
    String.raw`\brelay|not a gateway|we do not relay|no such domain at this location|mail to this domain|local(?:ly)? hosted`,
    String.raw`not (?:in|on) (?:my|our) list of allowed`,
  ])],
  ['senderRejected', oneOf([
    String.raw`sender (?:address )?(?:rejected|denied|invalid|unknown|not|is not|was rejected|verify failed|verification)|sender'?s? (?:domain|address)`,
    String.raw`return path|mail from|from address|bad sender|envelope (?:from|sender)|your address|backscatter`,
  ])],
  ['tooLarge', oneOf([
    String.raw`too (?:large|big)|message (?:is )?too long|(?:size|length) (?:limit|exceed)`,
    String.raw`exceeds? (?:the |a |our )?(?:maximum|fixed|message|size|limit|max)|message size|file size|mail size|maximum (?:message )?size|zu groß`,
    String.raw`größe überschreitet|trop (?:volumineux|grand|gros)|demasiado grande|troppo grande|muito grande`,
  ])],
  ['busy', oneOf([
    String.raw`greylist|grey-list|graylist|too many (?:connections|messages|recipients|sessions|concurrent|mail|emails|bad|errors)|rate ?limit|ratelimit`,
    String.raw`throttl|try (?:again )?later|temporarily (?:deferred|rejected|unavailable|rejected)|over rate|frequency|too (?:fast|frequent|quickly|much)`,
    String.raw`limit exceeded|exceeded the (?:rate|maximum number|limit)|receiving mail (?:at a rate|too)|daily (?:limit|quota)|insufficient system`,
    String.raw`resources temporarily|server (?:is )?busy|system load|load (?:average )?too|vorübergehend|später (?:erneut|noch)`,
  ])],
  ['expired', oneOf([
    String.raw`expired|timed? ?out|too long in|in the queue too long|has been in the queue|(?:could not|not) be(?:en)? delivered (?:for (?:more|over|\d)|within|in \d|after)`,
    String.raw`could(?:n't| not) deliver for|not delivered within|retry time(?:out)?|give up|giving up after|delivery (?:time|attempts?|failed \d+ attempts)`,
    String.raw`failed \d+ attempts|message (?:is )?too old|cannot be delivered within|did not (?:respond|reply)|no(?:t)? answer|not responding`,
    String.raw`zeitüberschreitung|délai|undelivered (?:for|after)|for more than \d+|over \d+ (?:hours|days)|recipient server did not accept our requests`,
  ])],
  ['network', oneOf([
    String.raw`connection (?:refused|reset|lost|closed|dropped|failed|error|attempt)|lost connection|network (?:is )?(?:unreachable|error)|no route to host`,
    String.raw`routing loop|mail loop|too many hops|loops? back|hop count|loop detected|loops? (?:to|back)|host (?:is )?(?:unreachable|down|not responding)`,
    String.raw`connect(?:ing)? to|unable to (?:connect|contact|lookup|resolve)|could not (?:connect|contact|resolve)|couldn't (?:connect|establish)`,
    String.raw`wasn't able to establish|name ?(?:server|service)|dns|socket error|cannot reach|unreachable|tls|verbindung|broken pipe|i\/o error`,
    String.raw`conversation with`,
  ])],
  ['systemError', oneOf([
    String.raw`(?:system|internal|server|local|software|configuration|operating|disk|resource|database) (?:error|problem|failure|configuration)`,
    String.raw`error (?:in processing|writing|opening|while)|out of memory|can(?:'|no)t (?:create|open|write|contact|lock|append)|i\/o|ldap`,
    String.raw`service (?:not available|unavailable|currently unavailable)|local (?:delivery|mailer)|command (?:died|failed|died with|output)|unexpected`,
    String.raw`fatal|program (?:exited|failed)|pipe to|procmail|mailer|unable to (?:open|create|write|process)|transaction failed|protocol violation`,
    String.raw`system (?:config|resources)`,
  ])],
  ['contentError', oneOf([
    String.raw`content|mime|header|syntax|8-?bit|charset|conversion|format|attachment|encod|malformed|duplicate|message-id|bare|invalid (?:character|data)`,
    String.raw`not rfc|rfc ?\d+|line too long`,
  ])],
  ['refused', oneOf([
    String.raw`reject|refus|denied|declin|not (?:accepted|delivered|wanted)|unavailable|mailbox not|requested action|can(?:'|no)t accept|did not like`,
    String.raw`does not like|not available|no thank`,
  ])],
];
