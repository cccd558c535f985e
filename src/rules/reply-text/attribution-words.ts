/** The words of the line above a quote, *On … Anna wrote:*, in the languages of mail programs. Lower case. Data only; attribution uses it. */

/** The verb. */
export const wroteWords: ReadonlySet<string> = new Set([
  ...['wrote', 'writes', 'written', 'said', 'says', 'replied', 'schrieb', 'schrieben', 'schreibt', 'geschrieben', 'gschrieben', 'antwortete', 'meinte', 'verfasste'],
  ...['écrit', 'ecrit', 'écrivait', 'écris', 'répondu', 'escribió', 'escribio', 'escribe', 'escrito', 'respondió', 'escreveu', 'escreve', 'respondeu', 'scritto', 'scrive', 'scrisse', 'risposto'],
  ...['schreef', 'schrijft', 'geschreven', 'skrev', 'skreiv', 'skriver', 'skrifaði', 'ritaði', 'kirjoitti', 'kirjoitit', 'kirjutas', 'rašė', 'parašė', 'rakstīja'],
  ...['napisał', 'napisała', 'napisano', 'napisana', 'pisze', 'napsal', 'napsala', 'napsal/a', 'píše', 'napísal', 'napísala', 'napisal', 'napisala', 'piše', 'napisao', 'je napisao', 'написао', 'написала'],
  ...['написал', 'написано', 'пишет', 'писал', 'писала', 'пише', 'написав', 'писав', 'написа', 'напиша', 'írta', 'írták', 'írt', 'scris', 'scria', 'έγραψε', 'εγραψε', 'yazdı', 'yazmış', 'yazdi'],
  ...['כתב', 'כתבה', 'כתבו', 'כתב/ה', 'كتب', 'كتبت', 'كتابة', 'نوشت', 'नेलिखा', 'लिखा', 'viết', 'menulis', 'escriure', 'escrit', 'escribiu', 'idatzi', 'ysgrifennodd', 'scríobh', 'thuas'],
  ...['напісаў', 'напісала', 'skrivet', 'skribis', 'نوشته', 'skrivaði', 'skreau', 'scribite', 'დაწერა', 'nivîsî', 'schreift', 'लिहीले', 'shkroi', 'shkruajti', 'yozgan', 'yazıb', 'գրեց', 'бичсэн', 'жазды'],
  // No verb, but it says what the rest is: *Zitat von Anna:*, *Missatge d'Anna del dia 4:*
  ...['zitat', 'missatge', 'quoting', 'citando', 'citation', 'citerar', 'citaat', 'cytowanie', 'cytuję', 'citace', 'citát', 'цитирую', 'lainaus', 'idézet', 'citering', 'alıntı'],
]);

/** The same in scripts without blanks between words: wherever it stands in the line. */
export const wroteSigns: readonly string[] = ['写道', '寫道', '写到', '寫到', '写信', '书写', '撰寫', '撰写', '来信', '來信', '書きました', 'のメール', '書いた', 'さんの投稿', 'からのメール', '작성', '썼습니다', '쓰셨습니다', '님의 말', '쓴 글', '쓴 내용', 'เขียน', 'សរសេរ'];

/** With which it begins: *On*, *Am*, *Le* … Asked only where such a line runs over several. */
export const onWords: readonly string[] = [
  'on', 'at', 'am', 'le', 'el', 'em', 'no dia', 'a', 'il', 'il giorno', 'in data', 'op', 'den', 'd.', 'på', 'w dniu', 'dnia', 'dne', 'dňa', 'dana', 'в', 'у', 'на', 'στις', 'την', 'la', 'în data', 'pe', 'vào', '在', '于', '於',
  'ב', 'בתאריך', 'في', 'pada', 'em', 'ar', 'in einer', 'in a message', 'dans un', 'in un', 'en un', 'wiadomość', 'zitat von', 'quoting', 'from', 'von', 'am', 'ti', 'ma', 'ke', 'to', 'pe', 'la', 'su', 'hi,', 'hallo,',
];

/**
 * With one of these it is somebody's sentence that leads to their own words: *Am 4. Mai schrieb mir Herr Muster folgendes:*. Mail programs say none
 * of them of a person whose address they do not name.
 */
export const ownWords: ReadonlySet<string> = new Set([
  'ihnen', 'ihm', 'ihr', 'folgendes', 'folgende', 'dass', 'dazu', 'i', 'me', 'them', 'following', 'this', 'that', 'suivant', 'nos', 'lo', 'siguiente',
]);

/** The same, even where an address stands in it. */
export const speakers: ReadonlySet<string> = new Set(['mir', 'uns', 'mich', 'ich', 'wir', 'us', 'we', 'nous', 'moi']);
