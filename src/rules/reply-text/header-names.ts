/**
 * What mail programs call the headers of the mail below, by language: from, date, to, subject. Lower case, variants apart by `|`:
 * Outlook's, Apple's, Thunderbird's, Samsung's, Zimbra's and the webmails' words differ. Data only; header-block uses it.
 */

/** What a header says. */
export type HeaderKind = 'from' | 'date' | 'to' | 'subject' | 'other';

type Names = readonly [from: string, date: string, to: string, subject: string];

const names: Record<string, Names> = {
  de: ['von|absender|gesendet von', 'gesendet|gesendet am|gesendet um|datum|datum/uhrzeit|verschickt|am|date', 'an|empfänger|empfaenger', 'betreff|betr|betrifft|thema|titel'],
  en: ['from|sender|reply-to|from address', 'date|sent|sent at|sent on|sent date|received|time', 'to|recipient|recipients|sent to', 'subject|subj|title|re'],
  fr: ['de|expéditeur|expediteur|message de|envoyé par|de la part de', 'date|envoyé|envoye|envoyé le|envoyé à|date d\'envoi|date d’envoi|message du', 'à|a|destinataire|destinataires|pour', 'objet|sujet'],
  es: ['de|remitente', 'fecha|enviado|enviado el|enviado a las|enviada|enviada el|fecha de envío', 'para|a|destinatario|destinatarios', 'asunto'],
  pt: ['de|remetente|da', 'data|enviado|enviado em|enviada|enviada em|enviado a|enviada a|enviadas|data de envio', 'para|destinatário|destinatario', 'assunto'],
  it: ['da|mittente', 'data|inviato|inviato il|inviata|data invio|ricevuto', 'a|per|destinatario|destinatari', 'oggetto'],
  nl: ['van|afzender', 'datum|verzonden|verzonden op|verstuurd|verzonddatum', 'aan|naar|ontvanger', 'onderwerp|betreft'],
  da: ['fra|afsender', 'dato|sendt|sendt den', 'til|modtager', 'emne'],
  no: ['fra|frå|avsender', 'dato|sendt|sendt den', 'til|mottaker', 'emne'],
  sv: ['från|fran|avsändare', 'datum|skickat|skickades|skickad|sänt', 'till|mottagare', 'ämne|angående'],
  fi: ['lähettäjä|keneltä', 'päivä|päiväys|päivämäärä|pvm|lähetetty|aika', 'vastaanottaja|kenelle|vast.ott', 'aihe'],
  is: ['frá', 'sent|dagsetning', 'til', 'efni'],
  et: ['saatja|kellelt', 'saadetud|kuupäev', 'saaja|kellele|adressaat', 'teema|pealkiri'],
  lv: ['no|sūtītājs', 'nosūtīts|datums', 'kam|adresāts', 'tēma|temats'],
  lt: ['nuo|siuntėjas', 'išsiųsta|data|siųsta', 'kam|iki|gavėjas', 'tema'],
  pl: ['od|nadawca|from', 'data|wysłano|wyslano|wysłane|data wysłania|wysłany|dnia', 'do|adresat|odbiorca|komu', 'temat'],
  cs: ['od|odesílatel|odesilatel|kdo', 'datum|odesláno|odeslano|odeslané', 'komu|pro|příjemce|adresát', 'předmět|predmet|věc'],
  sk: ['od|odosielateľ|odosielatel', 'dátum|odoslané|odoslane|poslané|odoslaná', 'komu|pre|príjemca|adresát', 'predmet'],
  sl: ['od|pošiljatelj', 'datum|poslano', 'za|do|prejemnik', 'zadeva'],
  hr: ['od|šalje|pošiljatelj|šalje', 'datum|poslano|poslato', 'za|prima|kome|primatelj', 'predmet|tema|naslov'],
  sr: ['од|шаље|пошиљалац', 'датум|послато', 'за|прима|коме|прималац', 'тема|наслов|предмет'],
  ru: ['от|от кого|отправитель', 'дата|отправлено|отправлен|дата и время|послано', 'кому|получатель|для', 'тема'],
  uk: ['від|від кого|відправник', 'дата|надіслано|відправлено', 'кому|до|отримувач', 'тема'],
  bg: ['от|подател|изпращач', 'дата|изпратено|изпратен на', 'до|кому|получател', 'относно|тема|заглавие'],
  mk: ['од|испраќач', 'датум|испратено', 'до|за|примач', 'наслов|тема'],
  be: ['ад|ад каго|адпраўнік', 'дата|адпраўлена', 'каму|атрымальнік', 'тэма'],
  el: ['από|αποστολέας', 'ημερομηνία|στάλθηκε|εστάλη|απεστάλη|αποστολή', 'προς|παραλήπτης', 'θέμα'],
  tr: ['kimden|gönderen|gönderici|gonderen|şu kişiden', 'tarih|gönderme tarihi|gönderilme tarihi|gönderildi|gönderim tarihi', 'kime|alıcı|alici|bilgi', 'konu'],
  az: ['kimdən|göndərən', 'tarix|göndərildi', 'kimə', 'mövzu'],
  uz: ['kimdan', 'sana', 'kimga', 'mavzu'],
  sq: ['nga|dërguesi', 'datë|data|dërguar', 'për|marrësi', 'subjekt|subjekti|tema'],
  lb: ['vun', 'datum|geschéckt', 'un', 'sujet'],
  fy: ['fan', 'datum|ferstjoerd', 'oan', 'ûnderwerp'],
  cy: ['oddi wrth', 'dyddiad|anfonwyd', 'at|derbyniwr', 'pwnc'],
  ga: ['seolaí|ó', 'dáta|seolta', 'chuig', 'ábhar|ábhair'],
  eo: ['sendanto|de', 'dato|sendita', 'ricevanto|al', 'temo'],
  ka: ['გამგზავნი|გამომგზავნი|ვისგან', 'თარიღი|გაგზავნილია', 'ვის|მიმღები', 'სათაური|თემა'],
  hy: ['ուղարկող|ումից', 'ամսաթիվ|ուղարկված է', 'ստացող|ում', 'վերնագիր|թեմա'],
  hu: ['feladó|küldő|tőle', 'dátum|elküldve|küldve|küldés ideje|küldés dátuma|kelt', 'címzett|neki|kinek', 'tárgy'],
  ro: ['de la|expeditor|expediator|din', 'data|trimis|trimis la|data trimiterii|dată|trimisă', 'către|catre|la|destinatar|pentru', 'subiect|subiectul'],
  ca: ['de|remitent', 'data|enviat|enviat el|data d\'enviament', 'per a|a|per|destinatari', 'assumpte|tema'],
  eu: ['nork|bidaltzailea|igorlea', 'data|bidalia|bidaltze-data', 'nori|hartzailea', 'gaia'],
  gl: ['de|remitente', 'data|enviado|enviado o', 'para|a', 'asunto'],
  he: ['מאת|מ', 'נשלח|תאריך|בתאריך', 'אל|ל|עבור', 'נושא|הנדון'],
  ar: ['من|المرسل', 'التاريخ|تاريخ|تم الإرسال|تاريخ الإرسال|أرسلت|تم إرساله في|الإرسال', 'إلى|الى|المرسل إليه', 'الموضوع|موضوع|العنوان'],
  fa: ['از|فرستنده', 'تاریخ|ارسال|ارسال شده', 'به|گیرنده', 'موضوع|عنوان'],
  hi: ['प्रेषक|से', 'भेजा गया|दिनांक|तारीख|तिथि', 'प्रति|सेवा में|को|प्राप्तकर्ता', 'विषय'],
  bn: ['প্রেরক', 'তারিখ', 'প্রাপক', 'বিষয়'],
  mr: ['प्रेषक', 'दिनांक|तारीख', 'प्रती', 'विषय'],
  ta: ['அனுப்புனர்', 'தேதி', 'பெறுனர்', 'தலைப்பு'],
  th: ['จาก|ผู้ส่ง', 'วันที่|ส่ง|ส่งเมื่อ|เวลา', 'ถึง|ผู้รับ', 'เรื่อง|หัวเรื่อง|หัวข้อ'],
  vi: ['từ|người gửi|gửi từ', 'ngày|đã gửi|thời gian|gửi lúc', 'đến|tới|người nhận|gửi đến', 'chủ đề|tiêu đề'],
  id: ['dari|pengirim|daripada', 'tanggal|terkirim|dikirim|tarikh|dihantar', 'kepada|ke|untuk|penerima', 'subjek|perihal|judul'],
  zh: ['发件人|發件人|寄件者|寄件人|发信人|發信人|由|从', '日期|时间|時間|发送时间|發送時間|发送日期|寄件日期|传送时间|傳送時間|发件日期|已发送|傳送日期|發送日期|寄件時間', '收件人|收件者|至|到|致', '主题|主題|主旨|标题|標題'],
  ja: ['差出人|送信元|送信者|発信者|from', '日時|送信日時|送信日|日付|送信|送信済み', '宛先|受信者|送信先', '件名|題名'],
  ko: ['보낸 사람|보낸사람|보낸이|발신자|발신인|보낸 이', '날짜|보낸 날짜|보낸날짜|보낸시간|보낸 시간|일시|발송일|전송', '받는 사람|받는사람|받는이|수신자|수신인|수신|받는 이', '제목'],
};

const others = [
  'cc|bcc|cc an|kopie|kopie an|bk|copie|copie à|cci|cópia|copia|kopia|kopio|kópia|kopi|kopi till|kopi til|másolatot kap|másolat|bilgi|κοιν|κοινοποίηση|抄送|副本|密送|ccへ|cc 抄送|참조|עותק|نسخة|dw|do wiadomości|v kopii|копия|копія|cc.|cópia para|con copia|p. conoscenza|c/c',
  'reply to|in-reply-to|antwort an|antwort-an|répondre à|répondre|responder a|responder para|rispondi a|beantwoorden|svar til|svara till|vastaus osoitteeseen|odpowiedz do|odpověď|ответить|返信先|回复',
  'importance|wichtigkeit|priority|priorität|priorité|prioridad|prioridade|sensitivity|vertraulichkeit|importancia|importanza|attachments|attachment|anlage|anlagen|anhang|anhänge|pièces jointes|pièce jointe|adjuntos|anexos|allegati|bijlagen|liitteet|bilagor|vedhæftede filer|załączniki|přílohy|вложения|附件|添付ファイル|첨부',
  'organization|organisation|message-id|newsgroups|mailing-list|x-mailer|user-agent|mime-version|content-type|list-id|queue|ticket|categories|kategorien|signed by|mailed-by',
];

/** Name to kind. A word that two languages use for two things has the kind that matters more: from, then date, to, subject. */
export const headerNames: ReadonlyMap<string, HeaderKind> = new Map([
  ...others.flatMap((list) => entries(list, 'other')),
  ...Object.values(names).flatMap(([, , , subject]) => entries(subject, 'subject')),
  ...Object.values(names).flatMap(([, , to]) => entries(to, 'to')),
  ...Object.values(names).flatMap(([, date]) => entries(date, 'date')),
  ...Object.values(names).flatMap(([from]) => entries(from, 'from')),
]);

function entries(list: string, kind: HeaderKind): [string, HeaderKind][] {
  return list.split('|').map((name) => [name, kind]);
}
