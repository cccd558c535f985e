/** What telephones and mail programs write under their owner's text, in pieces. Lower case, as in regular expressions. Data only; sent-from uses it. */

/** How such a line begins. */
export const sentBeginnings: readonly string[] = [
  ...['sent (?:from|with|via|using|by|on|in|through)', '(?:written|composed|created) (?:on|with|using)', '(?:gesendet|verschickt|geschrieben|gsendet) (?:von|vom|mit|über|aus|via|auf|per|durch|vo)', 'von unterwegs'],
  ...['envoyée?', 'expédié', 'enviad[oa]', 'enviat', 'bidalia', 'bidali', 'mandado', 'inviat[oa]', 'verzonden', 'verstuurd', 'sendt', 'skickat', 'skickade?s', 'lähetetty', 'lähetin', 'sent úr', 'saadetud', 'nosūtīts', 'išsiųsta'],
  ...['wysłan[eo]', 'wyslan[eo]', 'wiadomość wysłana', 'odesláno', 'odeslané', 'odoslan[ée]', 'poslan[oé]', 'poslato', 'послато', 'отправлено?', 'відправлено', 'надіслано', 'изпратено', 'elküldve', 'küldve', 'trimis', 'στάλθηκε', 'εστάλη', 'απεστάλη'],
  ...['gönderildi', 'נשלח', 'أ?رسلت', 'أُرسلت', 'أُرسل', 'أرسل', 'مرسل', 'تم الإرسال', 'تم إرسال', 'ارسال', 'ارسل', 'فرستاده', 'đã gửi', 'được gửi', 'gửi từ', 'ส่ง', 'dikirim', 'dihantar', '发自', '發自', '从我的', '從我的', '来自', '來自', '寄自', '傳送自'],
];

/** How it ends where the verb stands last. */
export const sentEndings: readonly string[] = [
  ...['gesendet', 'verschickt', 'geschrieben', 'gsendet', 'verzonden', 'verstuurd', 'lähetetty', 'küldve', 'gönderildi', 'gönderilmiştir', 'dikirim'],
  ...['から送信', 'から送信されました', 'より送信', '에서 보냄', '에서 보냈습니다', '에서 발송', '에서 발송됨', '传送', '傳送', '发送', '發送', '寄出', 'से भेजा गया'],
];

/** The thing or program that it was sent with. Parts of words, because many languages put an ending on them. */
export const devices: readonly string[] = [
  ...['iphon', 'ipad', 'ipod', 'imac', 'macbook', 'apple', 'android', 'galaxy', 'samsung', 'huawei', 'honor', 'xiaomi', 'redmi', 'poco', 'oneplus', 'oppo', 'realme', 'vivo', 'pixel', 'nokia', 'lumia', 'windows', 'blackberry', 'htc', '\\blg\\b', 'sony', 'xperia', 'wiko', 'motorola', '\\bmoto\\b', 'nexus', 'fairphone', 'gigaset', 'cubot', 'doogee', 'ulefone', 'asus', 'alcatel', 'surface'],
  ...['phone', 'handy', 'mobil', 'mobile', 'móvil', 'móvel', 'celular', 'cellulare', 'cellphone', 'komór', 'telefon', 'téléphone', 'teléfono', 'telefono', 'telefoon', 'telefone', 'telemóvel', 'puhelin', 'puhelime', 'телефон', 'смартфон', 'мобил', 'мобіл', 'κινητό', 'natel', 'gsm', 'tablet', 'tablette', 'laptop', 'device', 'gerät', 'dispositivo', 'appareil', 'urządzeni', 'zařízení', 'zariadeni', 'устройств', 'пристро', '手机', '手機', '携帯', 'スマート', '휴대', '스마트', '아이폰', '갤럭시', 'הנייד', 'טלפון', 'סמארטפון', 'الهاتف', 'هاتف', 'الآيفون', 'ايفون', 'جوال'],
  ...['outlook', 'e-mail', '\\bemail', '\\bmail\\b', 'mail app', 'mail-app', 'mailapp', 'gmail', 'inbox', 'yahoo', '\\baol\\b', 'web\\.de', 'gmx', 'proton', 'tutanota', '\\btuta\\b', '\\bspark\\b', 'thunderbird', 'mailbird', 'mailspring', 'nylas', 't-online', 'telekom', 'freenet', 'vodafone', 'verizon', 't-mobile', 'at&t', '\\bo2\\b', 'bluemail', 'aquamail', 'aqua mail', 'k-9', '\\bk9\\b', 'edison', 'typemail', 'typeapp', 'polymail', 'superhuman', 'airmail', 'newton', 'cloudmagic', 'canary', 'missive', 'maildroid', 'mail\\.ru', 'яндекс', 'yandex', 'почт', 'zoho', 'zimbra', 'seznam', 'fairemail', 'mymail', 'em client', 'postbox', 'mailmaster', '网易', '\\bqq\\b', 'foxmail', 'naver', '네이버', '다음', 'daum', 'hotmail', 'infomaniak', 'bluewin', 'posteo', 'mailbox', 'laposte', 'orange', 'libero', 'virgilio', 'onet', 'interia', 'centrum', 'kmail', 'evolution', 'geary', 'sailfish', 'kindle', 'webmail', 'roundcube'],
];
