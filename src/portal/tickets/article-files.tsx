import type { FC } from 'hono/jsx';
import { securityInText, securityOf } from '../../rules/mail-security.ts';
import type { Attachment } from '../../rules/ticket.ts';
import { fileSize } from '../parts/file-size.ts';
import type { Reader } from '../parts/layout.tsx';
import { attachmentAddress } from './attachment-address.ts';

import { looksLikeImage } from './shown-image.ts';

type FilesProps = { files: Attachment[]; number: number; reader: Reader };

/** The files of an article. Pictures are seen, attached mails can be read; signatures are no files for people. */
export const Files: FC<FilesProps> = ({ files, number, reader }) => {
  const shown = files.filter((file) => securityOf(file) === null);
  if (shown.length === 0) return null;
  return (
    <ul class="files" aria-label={reader.text.portal.history.files(shown.length)}>
      {shown.map((file) => <File file={file} number={number} reader={reader} />)}
    </ul>
  );
};

const File: FC<{ file: Attachment; number: number; reader: Reader }> = ({ file, number, reader: { language } }) => {
  const address = attachmentAddress(number, file);
  const picture = looksLikeImage(file.type);
  const mail = file.type === 'message/rfc822';
  return (
    <li class={picture ? 'picture' : mail ? 'file letter' : 'file'}>
      <a href={mail ? `${address}?view=mail` : address}>
        {picture && <img src={address} alt="" loading="lazy" decoding="async" />}
        <span class="name">{file.name}</span> <span class="size">{fileSize(file.size, language)}</span>
      </a>
    </li>
  );
};

/** What nobody has checked: a signature, or that we cannot decrypt (M13, SH12). */
export const Security: FC<FilesProps & { mail: string }> = ({ files, mail, number, reader: { text } }) => {
  const words = text.portal.mail.security;
  const inText = securityInText(mail);
  const parts = files.map((file) => ({ file, kind: securityOf(file) }));
  return (
    <>
      {inText !== null && <p class="security">{words[inText]}</p>}
      {parts.map(({ file, kind }) => kind !== null && <p class="security">{words[kind]} {kind !== 'pgpEncrypted' && <a href={attachmentAddress(number, file)}>{file.name}</a>}</p>)}
    </>
  );
};
