/** Which files of an article go out with its letters, and which stay in the portal (SW12, P12). */

import { securityOf } from './mail-security.ts';
import type { Attachment } from './ticket.ts';

/** Of all files of a letter, in bytes: a third more once encoded, so that the letter stays below the platform's 5 MiB. */
export const MOST_BYTES = 3_000_000;
export const MOST_FILES = 20;

/** What runs, or brings what runs, when somebody opens it. */
const endings = new Set(('ace action ade adp apk app application appref-ms appx bash bat cab chm cmd com command cpl crx csh deb desktop diagcab dll dmg docm dot dotm exe'
  + ' gadget hta htm html img inf ins iso jar job js jse ksh library-ms lnk mde mht mhtml msc msh msi msix msp mst one onepkg pif pl pot potm ppa ppam pptm'
  + ' prf prg ps1 py pyw rb rdp reg rpm run scf scr sct search-ms settingcontent-ms sh shb shs sldm svg svgz sys theme themepack udl url vb vbe vbs vhd vhdx'
  + ' vxd website wim workflow wsc wsf wsh xhtml xla xlam xll xlsb xlsm xlt xltm xml xpi xsl').split(' '));
const types = new Set(['application/x-msdownload', 'application/x-msdos-program', 'application/x-sh', 'application/xhtml+xml', 'image/svg+xml', 'message/rfc822', 'text/html', 'text/javascript', 'text/xml']);

/**
 * The files that go out, in their order. Pictures that the text shows come first, then what still fits. Nothing that runs, no
 * attached mails (nobody has looked what is in them), no signatures (they sign the mail that came, not our letter).
 */
export function relayed(files: readonly Attachment[]): Attachment[] {
  const fit = new Set<Attachment>();
  let room = MOST_BYTES;
  for (const file of [...files.filter(isShown), ...files.filter((one) => !isShown(one))]) {
    if (fit.size >= MOST_FILES || file.size > room || !mayTravel(file)) continue;
    fit.add(file);
    room -= file.size;
  }
  return files.filter((file) => fit.has(file));
}

function isShown(file: Attachment): boolean {
  return file.contentId !== null;
}

/** By every ending of the name: `bill.pdf.exe` and `bill.exe.` are programs too. */
function mayTravel(file: Attachment): boolean {
  const named = file.name.toLowerCase().split('.').slice(1).map((ending) => ending.trim());
  return file.size > 0 && !named.some((ending) => endings.has(ending)) && !types.has(file.type) && securityOf(file) === null;
}
