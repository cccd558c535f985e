import { describe, expect, test } from 'vitest';
import { MOST_BYTES, relayed, relayedType } from '../../src/rules/relay.ts';
import type { Attachment } from '../../src/rules/ticket.ts';

let made = 0;
function aFile(name: string, with_: Partial<Attachment> = {}): Attachment {
  made += 1;
  return { id: `f${made}`, name, type: 'application/octet-stream', size: 1000, key: `files/f${made}`, contentId: null, ...with_ };
}
const names = (files: Attachment[]) => relayed(files).map((file) => file.name);

test.each(['Bericht.pdf', 'Foto.JPG', 'Liste.xlsx', 'notiz.txt', 'Vertrag v1.2.docx', 'fehler.log', 'Folien.odp', 'Aufnahme.mp4'])('%s goes out (P12)', (name) => {
  expect(names([aFile(name)])).toEqual([name]);
});

test.each(['setup.exe', 'rechnung.pdf.exe', 'rechnung.exe.', 'RECHNUNG.EXE ', 'makro.docm', 'vorlage.xlt', 'notizen.one', 'skript.py', 'a.chm', 'suche.search-ms', 'seite.html', 'bild.svg', 'abbild.iso', 'link.lnk', 'run.ps1', 'a.hta', 'archiv.jar', 'alles.zip', 'alt.doc', 'alt.xls', 'brief.rtf', 'termin.ics', 'post.eml', 'post.msg', 'unterschrift.p7s', 'daten.xml', 'was es noch nicht gibt.neu', 'ohne Endung', '.pdf ', 'pdf', ''])('%s stays in the portal (SW12)', (name) => {
  expect(names([aFile(name)])).toEqual([]);
});

test.each([
  ['harmlos.txt', 'text/html', 'text/plain'],
  ['Bild.png', 'image/svg+xml', 'image/png'],
  ['Vertrag.docx', 'application/zip', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['ohne Endung', 'image/png', 'image/png'],
])('%s goes out by its name, whatever its sender calls it: %s as %s (SW12)', (name, type, sentAs) => {
  expect(relayedType({ name, type })).toBe(sentAs);
});

describe('files that do not all fit', () => {
  test('go out as far as they fit, pictures that the text shows first, in their order (P12)', () => {
    const large = aFile('groß.pdf', { size: MOST_BYTES - 1500 });
    const picture = aFile('bild.png', { size: 1400, contentId: 'a@b' });

    expect(names([large, aFile('klein.txt', { size: 500 }), picture, aFile('winzig.txt', { size: 100 })])).toEqual(['groß.pdf', 'bild.png', 'winzig.txt']);
  });

  test('are at most twenty, and never empty ones (P12)', () => {
    expect(names(Array.from({ length: 30 }, (_, at) => aFile(`${at}.txt`)))).toHaveLength(20);
    expect(names([aFile('leer.txt', { size: 0 })])).toEqual([]);
  });
});
