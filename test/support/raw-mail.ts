/** Mails as a correct mail program sends them: RFC 5322 and MIME, ASCII only, CRLF. */

export type MailFile = { name: string; type: string; bytes: Uint8Array; contentId?: string };

export type PlainMail = {
  /** `Karla Kunde <karla@example.com>`, or the bare address. */
  from: string;
  to: string | string[];
  cc?: string | string[];
  subject: string;
  text?: string;
  html?: string;
  files?: MailFile[];
  /** Beside those that follow from the rest, such as In-Reply-To; a `Message-ID` here takes the place of a new one. */
  headers?: Record<string, string>;
};

let written = 0;

/** The mail as bytes on the wire. `Message-ID` is new each time, unless the headers give one. */
export function rawMail(mail: PlainMail): string {
  const { type, body } = wholeBody(mail);
  const headers = {
    From: encodedMailbox(mail.from),
    To: many(mail.to).map(encodedMailbox).join(',\r\n '),
    ...(mail.cc === undefined ? {} : { Cc: many(mail.cc).map(encodedMailbox).join(',\r\n ') }),
    Subject: encodedWords(mail.subject),
    Date: new Date().toUTCString().replace('GMT', '+0000'),
    'Message-ID': `<${Date.now()}.${process.pid}.${++written}@${addressIn(mail.from).split('@')[1]}>`,
    'MIME-Version': '1.0',
    ...mail.headers,
    ...type,
  };
  return `${lines(headers)}\r\n\r\n${body}`;
}

/** `a@b` of `Name <a@b>`. */
export function addressIn(mailbox: string): string {
  return /<([^>]*)>\s*$/.exec(mailbox)?.[1] ?? mailbox.trim();
}

export function many(one: string | string[]): string[] {
  return Array.isArray(one) ? one : [one];
}

type Part = { type: Record<string, string>; body: string };

/** multipart/mixed around multipart/related around multipart/alternative, each only where there is something for it. */
function wholeBody({ text, html, files = [] }: PlainMail): Part {
  const texts = [...(text === undefined && html !== undefined ? [] : [textPart('plain', text ?? '')]), ...(html === undefined ? [] : [textPart('html', html)])];
  const inline = files.filter((file) => file.contentId !== undefined);
  const attached = files.filter((file) => file.contentId === undefined);
  const shown = multipart('related', [multipart('alternative', texts), ...inline.map(filePart)]);
  return multipart('mixed', [shown, ...attached.map(filePart)]);
}

function multipart(kind: string, parts: Part[]): Part {
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return only;

  const boundary = `=_${kind}_${++written}`;
  const inner = parts.map((part) => `--${boundary}\r\n${lines(part.type)}\r\n\r\n${part.body}\r\n`).join('');
  return { type: { 'Content-Type': `multipart/${kind};\r\n boundary="${boundary}"` }, body: `${inner}--${boundary}--\r\n` };
}

function textPart(kind: 'plain' | 'html', text: string): Part {
  return {
    type: { 'Content-Type': `text/${kind}; charset=utf-8`, 'Content-Transfer-Encoding': 'base64' },
    body: base64Lines(Buffer.from(text.replace(/\r?\n/g, '\r\n'))),
  };
}

function filePart(file: MailFile): Part {
  const name = `filename*=UTF-8''${encodeURIComponent(file.name)}`;
  return {
    type: {
      'Content-Type': file.type,
      'Content-Transfer-Encoding': 'base64',
      'Content-Disposition': `${file.contentId === undefined ? 'attachment' : 'inline'};\r\n ${name}`,
      ...(file.contentId === undefined ? {} : { 'Content-ID': `<${file.contentId}>` }),
    },
    body: base64Lines(file.bytes),
  };
}

function base64Lines(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64').replace(/.{76}(?=.)/g, '$&\r\n');
}

function lines(headers: Record<string, string>): string {
  return Object.entries(headers).map(([name, value]) => `${name}: ${value}`).join('\r\n');
}

function encodedMailbox(mailbox: string): string {
  const address = addressIn(mailbox);
  const name = mailbox.slice(0, mailbox.lastIndexOf('<')).trim();
  return mailbox.includes('<') && name !== '' ? `${encodedWords(name)} <${address}>` : address;
}

/** RFC 2047: ASCII as it is; else encoded words that never split a character. */
function encodedWords(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  const pieces: string[] = [''];
  for (const character of text) {
    const last = pieces.at(-1) ?? '';
    if (Buffer.byteLength(last + character) > 42) pieces.push(character);
    else pieces[pieces.length - 1] = last + character;
  }
  return pieces.map((piece) => `=?UTF-8?B?${Buffer.from(piece).toString('base64')}?=`).join('\r\n ');
}
