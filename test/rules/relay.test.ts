import { describe, expect, test } from 'vitest';
import { MOST_BYTES, relayed } from '../../src/rules/relay.ts';
import type { Attachment } from '../../src/rules/ticket.ts';

let made = 0;
function aFile(name: string, with_: Partial<Attachment> = {}): Attachment {
  made += 1;
  return { id: `f${made}`, name, type: 'application/octet-stream', size: 1000, key: `files/f${made}`, contentId: null, ...with_ };
}
const names = (files: Attachment[]) => relayed(files).map((file) => file.name);

test.each(['Bericht.pdf', 'Foto.JPG', 'Liste.xlsx', 'alles.zip', 'notiz.txt', 'ohne Endung', 'Vertrag v1.2.docx'])('%s goes out (P12)', (name) => {
  expect(names([aFile(name)])).toEqual([name]);
});

test.each(['setup.exe', 'rechnung.pdf.exe', 'rechnung.exe.', 'RECHNUNG.EXE ', 'makro.docm', 'vorlage.xlt', 'notizen.one', 'skript.py', 'a.chm', 'suche.search-ms', 'seite.html', 'bild.svg', 'abbild.iso', 'link.lnk', 'run.ps1', 'a.hta', 'archiv.jar'])('%s stays in the portal (SW12)', (name) => {
  expect(names([aFile(name)])).toEqual([]);
});

test.each(['text/html', 'image/svg+xml', 'message/rfc822', 'application/x-msdownload', 'application/pkcs7-signature'])('a file of type %s stays in the portal, whatever its name (SW12)', (type) => {
  expect(names([aFile('harmlos.txt', { type })])).toEqual([]);
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
