/** Words around a mail as it was sent. */

import type { Security } from '../../rules/mail-security.ts';

const security: Record<Security, string> = {
  smimeSigned: 'Signed with S/MIME; nobody has checked the signature.',
  pgpSigned: 'Signed with OpenPGP; nobody has checked the signature.',
  smime: 'Encrypted or signed with S/MIME; it cannot be opened here.',
  pgpEncrypted: 'Encrypted with OpenPGP; it cannot be opened here.',
};

const views = { html: 'As sent', text: 'As text', source: 'Source', earlier: 'Read before' };

export const mail = {
  security,
  views,
  readAgain: 'Read this mail again',
  readAgainHint: 'The desk reads the mail anew with the program it has today: its text, its layout and its files. What it was read as before is kept, and nobody gets a letter.',
  isReadAgain: 'The mail was read again. If it read otherwise before, that is under “Read before”.',
  wasReadAgain: (who: string) => `${who} had a mail read again`,
  readSoUntil: 'Read so until',
  earlierHint: 'What this mail was read as, before it was read again. Letters that left in that time said this.',
  view: 'How the mail is shown',
  title: (name: string) => `Mail of ${name}`,
  back: (number: number) => `Back to ticket #${number}`,
  download: 'Download (.eml)',
  attached: 'An attached mail. Who wrote it, and when, is only what it says itself.',
  unreadable: 'This mail is too large or too broken to be shown here. You can download it.',
  from: 'From',
  to: 'To',
  cc: 'Cc',
  date: 'Date',
  sourceCut: (shown: string, whole: string) => `The first ${shown} of ${whole}; the download has everything.`,
  imagesFrom: (hosts: string[], more: number) => `Images from ${hosts.join(', ')}${more === 0 ? '' : ` and ${more} more`} were not loaded.`,
  imagesTell: 'Loading them tells the sender that and where you read this.',
  showImages: 'Show images',
  tooComplex: 'This mail’s layout is too complex to be shown. Here is its text; the whole mail is in its source.',
};
