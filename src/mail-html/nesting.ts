/** Which elements end which, and how far: what of the HTML Standard's tree construction (§13.2.6) can be seen in a text. Data. */

import { blocks, unread } from './lines.ts';

/** What is to be known of an element by its name: asking many sets of names for every tag takes longer than all the rest. */
export type Rule = ReturnType<typeof ruleFor>;

/** The rule of an element whose name is written so. */
export function ruleOf(written: string): Rule {
  const known = rules.get(written);
  if (known !== undefined) return known;
  const name = written.toLowerCase();
  return rules.get(name) ?? { ...ordinary, name };
}

const names = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const headings = names('h1 h2 h3 h4 h5 h6');
const empties = names('area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr');
const raws = names('iframe noembed noframes noscript plaintext script style textarea title xmp');
const pages = names('body frame frameset head html');
const endParagraphs = names('address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li listing main menu nav ol '
  + 'p plaintext pre search section summary table ul xmp');
const containers = names('address applet article aside blockquote button center dd details dialog dir div dl dt fieldset figcaption figure footer header hgroup li listing main marquee menu nav object ol pre '
  + 'search section summary ul');
const formatting = names('a b big code em font form i nobr s small strike strong tt u');
const special = names('address applet article aside blockquote button caption center dd details dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup li listing main '
  + 'marquee menu nav object ol p pre search section select summary table tbody td template tfoot th thead tr ul');
const walls = names('annotation-xml applet caption desc foreignobject marquee mi mn mo ms mtext object table td template th');
const grids = names('table tbody tfoot thead tr');
const groups = names('table tbody tfoot thead');
const cells = names('caption td th');
const rows = new Map([['caption', names('table')], ['col', names('table')], ['colgroup', names('table')], ['tbody', names('table')], ['tfoot', names('table')], ['thead', names('table')], ['tr', groups], ['td', grids], ['th', grids]]);
const drawings = names('math svg');
const endDrawings = names('b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta nobr ol p pre ruby s small span strong strike sub sup table tt u ul var');

/** Attributes that make a difference: see `partOf` and `linesOfHtml`. */
const marks = names('class data-marker data-signatureblock data-smartmail id');
const marksOf = new Map([['blockquote', new Set([...marks, 'style', 'type'])], ['div', new Set([...marks, 'name', 'style'])], ['image', names('alt')], ['img', names('alt')]]);

const rules = new Map([...blocks, ...unread, ...headings, ...empties, ...raws, ...pages, ...endParagraphs, ...containers, ...formatting, ...special, ...walls, ...cells, ...rows.keys(), ...drawings, ...endDrawings,
  'image', 'o:p', 'span'].map((name) => [name, ruleFor(name)]));
const ordinary = ruleFor('');

function ruleFor(name: string) {
  const ends = endParagraphs.has(name);
  const standsIn = rows.get(name) ?? null;
  return {
    name,
    /** It has no end. */
    empty: empties.has(name),
    /** What stands in it is no markup up to its own end. */
    raw: raws.has(name),
    /** Around or beside the body: its end changes nothing for what follows. */
    page: pages.has(name),
    /** Its start ends a paragraph. */
    endsParagraph: ends,
    heading: headings.has(name),
    /** Its end also ends whatever is open in it; that of others only if nothing special is. */
    container: containers.has(name),
    special: special.has(name),
    /** Its end, with something special open in it, ends nothing but itself. */
    formatting: formatting.has(name),
    /** No end tag in it ends what is open around it; or no end of a paragraph, or of a list's entry. */
    wall: walls.has(name),
    paragraphWall: walls.has(name) || name === 'button',
    entryWall: walls.has(name) || name === 'ol' || name === 'ul',
    /** A table, a group of its rows, a row: only their own parts stand in them, everything else before the table. */
    grid: grids.has(name),
    cell: cells.has(name),
    /** In which open elements this part of a table stands; null for everything else. */
    standsIn,
    /** It ends a list of choices. */
    endsChoices: ['input', 'keygen', 'select', 'textarea'].includes(name),
    drawing: drawings.has(name),
    /** In a drawing or formula: there is HTML in it again. */
    drawnHtml: ['desc', 'foreignobject', 'mi', 'mn', 'mo', 'ms', 'mtext', 'title'].includes(name),
    /** Elsewhere in a drawing it ends that. */
    endsDrawing: endDrawings.has(name),
    /** It has lines of its own, or a blank behind it. */
    line: blocks.has(name) || ['br', 'td', 'th'].includes(name),
    unread: unread.has(name),
    /** Nothing ends before it, and only its attributes can make a difference. */
    inline: !blocks.has(name) && !unread.has(name) && !ends && !empties.has(name) && !pages.has(name) && standsIn === null && !drawings.has(name) && name !== 'button' && name !== 'image',
    marks: marksOf.get(name) ?? marks,
  };
}
