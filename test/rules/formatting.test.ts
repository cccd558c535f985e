import { describe, expect, test } from 'vitest';
import { isFormatted, readFormatting, type Block, type Inline, type List } from '../../src/rules/formatting.ts';

const blocks = (text: string) => readFormatting(text).map(shown);

describe('what an agent writes', () => {
  test.each<[string, string[]]>([
    ['Bitte **neu starten**.', ['p(Bitte b(neu starten).)']],
    ['**Wichtig:** erst *sichern*, dann _löschen_!', ['p(b(Wichtig:) erst i(sichern), dann i(löschen)!)']],
    ['Tippen Sie `ipconfig /all` ein.', ['p(Tippen Sie c(ipconfig /all) ein.)']],
    ['Siehe [Anleitung](https://hilfe.dtnet.de/drucker_neu_(1)).', ['p(Siehe a(Anleitung|https://hilfe.dtnet.de/drucker_neu_(1)).)']],
    ['[Schreiben Sie uns](mailto:support@dtnet.de)', ['p(a(Schreiben Sie uns|mailto:support@dtnet.de))']],
    ['So:\n- erstens\n- zweitens **fett**\n  geht weiter', ['p(So:)', 'ul(erstens;zweitens b(fett)\ngeht weiter)']],
    ['1. auf\n2. zu\n3. Ende', ['ol1(auf;zu;Ende)']],
    ['* eins\n  * darunter\n  * noch eins\n* zwei', ['ul(eins[ul(darunter;noch eins)];zwei)']],
    ['## Schritte\n\nErst dies.', ['h(Schritte)', 'p(Erst dies.)']],
    ['Dann:\n\n```bash\n# apt update\n*  x  *\n\n**nein**\n```\n\nFertig.', ['p(Dann:)', 'code(# apt update\n*  x  *\n\n**nein**)', 'p(Fertig.)']],
    ['> Was heißt *das*?\nDas heißt **nichts**.', ['quote(Was heißt i(das)?)', 'p(Das heißt b(nichts).)']],
    ['eins\nzwei **drei**\n\n\nvier', ['p(eins\nzwei b(drei))', 'p(vier)']],
  ])('%j is %j', (text, expected) => {
    expect(blocks(text)).toEqual(expected);
    expect(isFormatted(text)).toBe(true);
  });

  test.each([
    'Guten Tag,\n\nerledigt.\n\nGruß\nAnna',
    '# systemctl restart cups',
    '# apt update\n# apt upgrade\n\n# reboot',
    '#42 ist erledigt',
    'Überschrift\n=====\n\nnoch eine\n-----',
    '5*3*2 = 30, und 2 * 3 * 4 = 24',
    'rm *.log *.tmp; ls **/*.js',
    '*** WARNING *** disk full ***',
    '/*kein Kommentar*/ und /** auch nicht **/',
    'snake_case_name, __init__, _kein_Anfang',
    'C:\\Users\\max_muster\\_temp_\\x',
    '- ein Strich allein',
    'am\n3. Mai\n7. Juni',
    '* Trying 10.0.0.1:443...\n* Connected to host\n> GET / HTTP/1.1\n< HTTP/1.1 200 OK',
    '    eingerückt\n    auch',
    '| PC | Ort |\n|----|-----|\n| 7  | EG  |',
    '2026-11-24 10:00:01 **boot** ok\n2026-11-24 10:00:02 _x_ failed',
    '<b>fett</b> <script>alert(1)</script> &amp;',
    '```\nnie geschlossen **hier**'.replace('**hier**', 'hier'),
    '[https://bank.example](https://evil.example)',
    '[x](javascript:alert(1)) [y](data:text/html,z) ![bild](http://x.example/y.png)'.replace('![bild](http://x.example/y.png)', ''),
    'https://dtnet.de/a_b_c/**x**/_y_',
    '-- \nAnna Agentin\n* nicht *',
    '> nur zitiert\n> mehr',
    '~~weg~~ ==gelb== ^hoch^',
    '',
  ])('%j is plain', (text) => {
    expect(isFormatted(text)).toBe(false);
  });

  test('of a hundred thousand characters takes no longer than its length asks for', () => {
    const hostile = ['*', '_a', '**a', '[', '[a](', '`', '```\n', '- \n', '1. a\n', '> ', '*a _b '].map((part) => part.repeat(Math.ceil(100_000 / part.length)));
    for (const text of hostile) expect(readFormatting(text).length).toBeGreaterThan(0);
  });

  test('keeps every word', () => {
    const text = '## Titel\n\nEins **zwei** *drei*:\n- vier\n- `fünf`\n\n```\nsechs\n```\n> sieben\nacht [neun](https://dtnet.de)';
    const said = blocks(text).join(' ');
    for (const word of ['Titel', 'Eins', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun']) expect(said).toContain(word);
  });
});

function shown(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return `p(${inline(block.parts)})`;
    case 'quote':
      return `quote(${inline(block.parts)})`;
    case 'heading':
      return `h(${inline(block.parts)})`;
    case 'list':
      return list(block.list);
    case 'code':
    case 'columns':
      return `${block.kind}(${block.text})`;
  }
}

function list({ start, items }: List): string {
  return `${start === null ? 'ul' : `ol${start}`}(${items.map(({ parts, under }) => inline(parts) + (under === null ? '' : `[${list(under)}]`)).join(';')})`;
}

function inline(parts: Inline[]): string {
  return parts.map((part) => {
    switch (part.kind) {
      case 'text':
        return part.text;
      case 'code':
        return `c(${part.text})`;
      case 'link':
        return `a(${part.text}|${part.url})`;
      case 'strong':
        return `b(${inline(part.parts)})`;
      case 'emphasis':
        return `i(${inline(part.parts)})`;
    }
  }).join('');
}
