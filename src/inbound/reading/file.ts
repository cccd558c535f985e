import { cleanFileName } from '../../rules/clean.ts';
import type { MailFile } from '../../rules/mail.ts';
import { nameByType } from './file-names.ts';
import type { Part } from './part.ts';

/** The part as a file. `shown`: the Content-IDs that the HTML names. */
export function fileOf(part: Part, index: number, shown: ReadonlySet<string>): MailFile {
  return {
    name: cleanFileName(part.fileName ?? '') || nameByType(part, index),
    type: part.type,
    bytes: part.bytes,
    contentId: part.contentId,
    inline: part.contentId !== null && shown.has(part.contentId),
  };
}
