/** Which elements close which, and how far: what of the HTML Standard's tree construction (§13.2.6) can be seen in a text. Data. */

const names = (list: string): ReadonlySet<string> => new Set(list.split(' '));

export const headings = names('h1 h2 h3 h4 h5 h6');

/** Elements without an end. */
export const empties = names('area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr');

/** What stands in them is no markup up to their own end. */
export const raws = names('iframe noembed noframes noscript plaintext script style textarea title xmp');

/** Of these the raw text is seen. */
export const shownRaws = names('plaintext xmp');

/** Around or beside the body, whose end changes nothing for what follows. */
export const pages = names('body frame frameset head html');

/** Their start ends a paragraph. */
export const endParagraphs = names('address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li listing main menu nav ol '
  + 'p plaintext pre search section summary table ul xmp');

/** Their end also ends whatever is open in them. Others end only if nothing of `special` is open in them. */
export const containers = names('address applet article aside blockquote button center dd details dialog dir div dl dt fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup li listing '
  + 'main marquee menu nav object ol pre search section summary ul');

/** Their end, with something special open in them, ends nothing but themselves. */
export const formatting = names('a b big code em font form i nobr s small strike strong tt u');

export const special = names('address applet article aside blockquote button caption center dd details dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup li listing main '
  + 'marquee menu nav object ol p pre search section select summary table tbody td template tfoot th thead tr ul');

/** No end tag in them ends what is open around them. */
export const walls = names('annotation-xml applet caption desc foreignobject marquee mi mn mo ms mtext object table td template th');

/** No part of one table ends those of another. */
export const tables = names('table');

/** The same for a paragraph and for a list's entry. */
export const paragraphWalls = new Set([...walls, 'button']);
export const entryWalls = new Set([...walls, 'ol', 'ul']);

/** Table, groups of rows, rows: only their own parts stand in them, everything else before the table. */
export const grids = names('table tbody tfoot thead tr');
export const cells = names('caption td th');

export const listEntries = names('li');
export const definitions = names('dd dt');
/** These do not keep the entry open in which they stand. */
export const loose = names('address div p');

/** Into which open element each part of a table goes. */
export const gridOf: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ...['caption', 'colgroup', 'col', 'tbody', 'tfoot', 'thead'].map((name) => [name, tables] as const),
  ['tr', names('table tbody tfoot thead')],
  ['td', grids],
  ['th', grids],
]);

/** A list of choices has no other elements in it; `choiceEnds` end it, and in a table its parts do. */
export const choiceEnds = names('input keygen select textarea');

/** Drawings and formulas. */
export const drawings = names('math svg');
/** In these parts of them there is HTML again. */
export const drawnHtml = names('desc foreignobject mi mn mo ms mtext title');
/** Elsewhere in them these end them. */
export const endDrawings = names('b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta nobr ol p pre ruby s small span strong strike sub sup table tt u ul var');
