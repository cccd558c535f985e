/**
 * The words by which mail programs introduce old mail, in the languages they speak. Lower case. Data only: how they are used is
 * in attribution, header-block and separator.
 */

/** *On … Anna wrote:* — the verb of the line above a quote. */
export const wroteWords: ReadonlySet<string> = new Set([
  'wrote', 'writes', 'schrieb', 'schrieben', 'schreibt', 'geschrieben', 'gschrieben', 'antwortete', 'écrit', 'ecrit', 'écrivait', 'escribió', 'escribio', 'escribe', 'escrito', 'escreveu', 'escreve', 'scritto', 'scrive', 'scrisse',
  'schreef', 'geschreven', 'skrev', 'skreiv', 'skriver', 'kirjoitti', 'skrifaði', 'napisał', 'napisała', 'pisze', 'napsal', 'napsala', 'napísal', 'napísala', 'píše', 'napisal', 'napisala', 'napisao', 'написао',
  'написал', 'написала', 'пишет', 'писал', 'писала', 'написав', 'пише', 'написа', 'írta', 'írták', 'írt', 'scris', 'έγραψε', 'yazdı', 'yazmış', 'כתב', 'כתבה', 'كتب', 'كتبت', 'نوشت',
  'viết', 'menulis', 'rašė', 'rakstīja', 'kirjutas', 'escriure', 'escrit', 'escribiu', 'idatzi', 'ysgrifennodd', 'scríobh', 'लिखा', 'replied', 'répondu', 'respondió', 'risposto',
]);

/** The same in scripts without blanks between words: any part of the line. */
export const wroteSigns: readonly string[] = ['写道', '寫道', '写到', '写信', '书写', '書きました', 'のメール', '書いた', 'さんの投稿', '작성', '썼습니다', '쓰셨습니다', '님의 말', 'เขียน'];

/** How such a line begins: *On*, *Am*, *Le* … Needed only where it runs over lines or has no date. */
export const onWords: readonly string[] = [
  'on', 'at', 'am', 'le', 'el', 'em', 'no dia', 'il', 'il giorno', 'op', 'den', 'd.', 'på', 'w dniu', 'dnia', 'dne', 'dňa', 'в', 'у', 'на', 'στις', 'la', 'în data', 'pe', 'vào', '在', '于', '於', 'a', 'ב', 'في', 'pada', 'hi,', 'hallo,',
];

/** A header's name as forwarded or quoted mails show it. */
export type HeaderKind = 'from' | 'date' | 'to' | 'cc' | 'subject' | 'other';

const NAMES: Record<HeaderKind, string> = {
  from: `from|von|de|da|van|od|fra|från|fran|lähettäjä|от|від|от кого|kimden|gönderen|από|מאת|من|发件人|發件人|寄件者|寄件人|差出人|送信元|送信者|보낸 사람|보낸사람|보낸이|feladó|expeditor|expediator|din|odesílatel|odosielateľ|odoslané od|nadawca|pošiljatelj|
    afsender|avsändare|avsender|remitente|mittente|expéditeur|remetente|afzender|absender|sender|kimden|từ|người gửi|จาก|dari|nuo|no|saatja|şu kişiden|del|message de|reply-to`,
  date: `date|sent|sent at|sent on|datum|gesendet|gesendet am|gesendet um|datum/uhrzeit|envoyé|envoye|envoyé le|envoyé à|fecha|enviado|enviado el|enviado em|enviada|enviada em|enviada a|data|inviato|data invio|verzonden|verzonden op|sendt|sendt den|skickat|skickades|dato|lähetetty|päivä|päiväys|
    päivämäärä|pvm|дата|отправлено|надіслано|отправлен|изпратено|дата и время|tarih|gönderme tarihi|gönderilme tarihi|gönderildi|ημερομηνία|στάλθηκε|תאריך|נשלח|تاريخ|التاريخ|تم الإرسال|تاريخ الإرسال|日期|时间|時間|发送时间|發送時間|发送日期|寄件日期|日時|送信日時|送信日|날짜|보낸 날짜|보낸날짜|보낸시간|dátum|elküldve|küldve|küldés ideje|
    küldés dátuma|data wysłania|wysłano|wysłane|data|odesláno|odoslané|dátum|poslano|poslané|trimis|data trimiterii|dată|ngày|đã gửi|วันที่|ส่ง|tanggal|terkirim|išsiųsta|nosūtīts|saadetud|kuupäev|message du|enviat`,
  to: `to|an|à|a|para|aan|till|til|do|komu|kime|alıcı|кому|до|προς|אל|إلى|الى|收件人|收件者|宛先|받는 사람|받는사람|받는이|címzett|către|catre|pro|za|prejemnik|vastaanottaja|modtager|mottagare|mottaker|destinatario|destinataire|destinatário|ontvanger|empfänger|recipient|per|đến|tới|ถึง|kepada|untuk|kam|kellele|pre|k`,
  cc: `cc|kopie|copie|copie à|cópia|copia|kopia|kopio|kópia|kopi|копия|копія|másolatot kap|bilgi|κοιν|κοινοποίηση|抄送|副本|참조|cc an|bcc|עותק|نسخة|dw|do wiadomości|v kopii|másolat`,
  subject: `subject|betreff|betr|betrifft|objet|sujet|asunto|assunto|oggetto|onderwerp|emne|ämne|aihe|temat|předmět|predmet|zadeva|тема|относно|konu|θέμα|נושא|الموضوع|موضوع|主题|主題|主旨|标题|件名|제목|tárgy|subiect|tema|tēma|teema|chủ đề|tiêu đề|เรื่อง|หัวเรื่อง|subjek|perihal|assumpte|re|aw`,
  other: `reply-to|antwort an|antwort-an|répondre à|responder a|rispondi a|svar til|importance|wichtigkeit|priority|priorität|sensitivity|attachments|anlagen|anhänge|pièces jointes|adjuntos|allegati|bijlagen|organization|organisation|message-id|newsgroups|mailing-list|x-mailer|reply to|in-reply-to|attachment|priorité|importance`,
};

/** Name to kind. */
export const headerNames: ReadonlyMap<string, HeaderKind> = new Map(
  kinds().flatMap((kind) => NAMES[kind].split('|').map((name): [string, HeaderKind] => [name.trim(), kind])),
);

/** The last one wins for a name of two kinds, so that the kinds that matter come last. */
function kinds(): HeaderKind[] {
  return ['other', 'cc', 'subject', 'to', 'date', 'from'];
}

/** Between dashes: below stands the mail that is answered. */
export const originalWords: readonly string[] = [
  'original message', 'original-nachricht', 'originalnachricht', 'original nachricht', 'ursprüngliche nachricht', 'ursprungliche nachricht', 'urspruengliche nachricht', 'ursprüngliche mail', 'original-mail', 'originalmail', 'original mail', 'original email', 'original e-mail', 'originalmeddelande', 'original meddelelse', 'original appointment', 'ursprünglicher termin',
  'message original', "message d'origine", 'message d’origine', 'message initial', 'courriel original', 'mensaje original', 'mensagem original', 'messaggio originale', 'messaggio di origine', 'oorspronkelijk bericht', 'origineel bericht', 'oorspronkelijk bericht', 'oprindelig meddelelse', 'oprindelig besked', 'opprinnelig melding', 'ursprungligt meddelande', 'alkuperäinen viesti', 'alkuperäinen sähköposti',
  'oryginalna wiadomość', 'wiadomość oryginalna', 'treść oryginalnej wiadomości', 'původní zpráva', 'původní e-mail', 'pôvodná správa', 'izvirno sporočilo', 'izvorna poruka', 'originalna poruka', 'исходное сообщение', 'оригинальное сообщение', 'пересылаемое сообщение', 'первоначальное сообщение', 'исходное письмо', 'вихідне повідомлення', 'оригинално съобщение', 'eredeti üzenet', 'mesaj original', 'mesajul original', 'αρχικό μήνυμα', 'orijinal mesaj', 'özgün ileti', 'orijinal ileti', 'asıl ileti', 'asıl mesaj', 'הודעה מקורית', 'الرسالة الأصلية', 'رسالة أصلية',
  '原始邮件', '原始郵件', '原邮件', '邮件原件', '原始訊息', '元のメッセージ', 'オリジナルメッセージ', '원본 메시지', '원본 메일', '원본메일', 'tin nhắn gốc', 'thư gốc', 'pesan asli', 'missatge original', 'previous replies', 'vorherige antworten', 'original posting',
  'reply message', 'antwortnachricht', 'replied message', 'message de réponse',
];

/** Between dashes or alone: below stands a mail that is new here, so it stays in sight. */
export const forwardWords: readonly string[] = [
  'forwarded message', 'begin forwarded message', 'forwarded mail', 'fwd', 'weitergeleitete nachricht', 'anfang der weitergeleiteten nachricht', 'weitergeleitete e-mail', 'weitergeleitete mail', 'message transféré', 'message transmis', 'début du message transféré', 'début du message réexpédié', 'mensaje reenviado', 'inicio del mensaje reenviado', 'mensagem encaminhada', 'mensagem reencaminhada', 'início da mensagem encaminhada', 'messaggio inoltrato', 'inizio messaggio inoltrato',
  'doorgestuurd bericht', 'begin doorgestuurd bericht', 'videresendt meddelelse', 'videresendt besked', 'videresendt melding', 'vidarebefordrat meddelande', 'vidarebefordrat brev', 'välitetty viesti', 'wiadomość przekazana', 'przekazana wiadomość', 'přeposlaná zpráva', 'preposlaná správa', 'пересланное сообщение', 'пересылаемое сообщение', 'начало переадресованного сообщения', 'továbbított üzenet', 'mesaj redirecționat', 'προωθημένο μήνυμα', 'yönlendirilmiş ileti', 'iletilmiş mesaj', '转发邮件', '轉寄郵件', '転送メッセージ', '전달된 메시지', 'הודעה שהועברה', 'الرسالة المعاد توجيهها',
];

/** Help desks put such a line above their own text. */
export const replyAboveWords: readonly string[] = [
  'reply above this line', 'type your reply above', 'write your reply above', 'reply above the line', 'respond above this line', 'enter your reply above', 'add your reply above', 'please reply above', 'reply above this dotted line', 'antworten sie oberhalb', 'antwort oberhalb dieser', 'antwort über dieser', 'antworten sie über dieser', 'schreiben sie ihre antwort über', 'oberhalb dieser linie antworten', 'oberhalb dieser zeile', 'über dieser linie antworten', 'bitte geben sie ihre antwort über', 'répondez au-dessus de cette ligne', 'répondre au-dessus de cette ligne', 'responda por encima de esta línea', 'escriba su respuesta por encima', 'responda acima desta linha', 'rispondi sopra questa riga', 'antwoord boven deze', 'svara ovanför', 'svar over denne linje', 'odpowiedz powyżej', 'previous discussion', 'previous replies', 'vorherige antworten', 'frühere antworten',
];
