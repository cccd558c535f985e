/** Where a signature begins: after two dashes, a rule, or *Sent from my …*. */

/** A signature after a mark that is not quite `-- ` is at most so long; otherwise it was a rule within the text. */
const LONGEST_AFTER_RULE = 14;

/** Whether a line is the signature mark of RFC 3676 section 4.3, also with its blank lost. */
export function isSignatureMark(line: string): boolean {
  return /^(--|—|––|- -|-- ?\*?|\*?-- ?)\s*$/.test(line);
}

/** Whether the lines below a rule are few enough to be a signature. */
export function isShort(lines: number): boolean {
  return lines <= LONGEST_AFTER_RULE;
}

/** *Sent from my iPhone* and what other telephones and programs write under their owner's text. */
export function isSentFrom(line: string): boolean {
  const said = line.trim().replace(/^[*_[(<\s-]+/, '').toLowerCase();
  return said.length <= 140 && SENT_FROM.some((words) => words.test(said));
}

const DEVICE = '(iphone|ipad|ipod|apple|mac\\b|watch|android|galaxy|samsung|huawei|honor|xiaomi|redmi|oneplus|pixel|nokia|lumia|windows|blackberry|htc|lg |sony|xperia|wiko|motorola|moto|nexus|smartphone|smart phone|mobil|mobile|handy|phone|tablet|tablette|telefon|téléphone|teléfono|telefono|telemóvel|telefoon|puhelin|outlook|mail|e-mail|gmail|yahoo|web\\.de|gmx|proton|spark|thunderbird|mailbird|mailspring|t-online|freenet|bluemail|aquamail|k-9|edison|fairphone|smart|verizon|device|gerät|gsm|cellulare|komórk|appareil|mi )';

const SENT_FROM = [
  new RegExp(`^(sent|sent with|sent via|sent using|sent by|get|envoyé|envoyé à partir|envoyé depuis|enviado|enviada|inviato|verzonden|verstuurd|skickat|sendt|lähetetty|wysłane|wysłano|odesláno|odoslané|poslano|trimis|küldve|elküldve|gesendet|gesendet von|gesendet mit|von|verschickt|отправлено|надіслано|στάλθηκε|gönderildi|enviat)\\b.{0,40}${DEVICE}`),
  new RegExp(`^(diese nachricht|diese e-mail|diese mail|this message|this email|ce message|este mensaje) (wurde|was|a été|fue) .{0,30}${DEVICE}.{0,40}(gesendet|verschickt|sent)?`),
  new RegExp(`^(lähetetty|отправлено|надіслано|отправлен|изпратено|στάλθηκε|发自|發自|从我的|從我的|來自|来自|נשלח|أرسلت|مرسل|أُرسلت|تم الإرسال)`),
  new RegExp(`${DEVICE}.{0,30}(から送信|에서 보냄|ımdan gönderildi|umdan gönderildi|ден жіберілді|dan dikirim|gesendet|verzonden|verstuurd|lähetetty)\\.?$`),
  /^(get outlook for|download outlook|outlook für (ios|android) (beziehen|herunterladen)|holen sie sich outlook|obtenez outlook|obtener outlook|scarica outlook|obter o outlook|télécharger outlook)/,
];
