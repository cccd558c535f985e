/** Which files of an article go out with its letters, and which stay in the portal (SW12, P12). */

import { securityOf } from './mail-security.ts';
import type { Attachment } from './ticket.ts';

/** Of all files of a letter, in bytes: a third more once encoded, so that the letter stays below the platform's 5 MiB. */
export const MOST_BYTES = 3_000_000;
export const MOST_FILES = 20;

/** What runs, or brings what runs, when somebody opens it. */
const endings = new Set(('ade adp apk app appx bat cmd com cpl dll dmg docm dotm exe hta htm html img ins iso jar js jse lnk mde mht mhtml msc msi msix msp mst pif potm ppam '
  + 'pptm ps1 reg scf scr sct shb shs sldm svg svgz sys url vb vbe vbs vhd vhdx wsc wsf wsh xhtml xlam xll xlsb xlsm xltm xml').split(' '));
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
