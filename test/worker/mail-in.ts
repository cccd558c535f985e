/** Mails for tests in the runtime: brought through the Worker's own door, as the platform does it. */

import { env } from 'cloudflare:workers';
import worker from '../../src/worker.ts';

export const support = 'support@dtnet.de';

export type Mail = { from: string; to?: string; cc?: string; subject: string; text?: string; headers?: Record<string, string> };

/** The bytes of a plain mail, ASCII only. Each call has a Message-ID of its own, unless the headers give one. */
export function mailBytes({ from, to = support, cc, subject, text = 'Guten Tag, der Drucker druckt nicht.', headers = {} }: Mail): string {
  const lines = {
    From: from,
    To: to,
    ...(cc === undefined ? {} : { Cc: cc }),
    Subject: subject,
    'Message-ID': `<${crypto.randomUUID()}@kunde.example>`,
    ...headers,
  };
  return `${Object.entries(lines).map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${text}\r\n`;
}

/** Brings the mail to where its To says. */
export async function bringMail(mail: Mail): Promise<void> {
  return bringBytes(mailBytes(mail), { from: addressIn(mail.from), to: addressIn(mail.to ?? support) });
}

/** Brings these bytes once. Throws where the sender's server is to try again, and where it need not. */
export async function bringBytes(bytes: string, envelope: { from: string; to: string }): Promise<void> {
  const raw = new TextEncoder().encode(bytes);
  await worker.email(
    {
      ...envelope,
      raw: new Blob([raw]).stream(),
      rawSize: raw.length,
      headers: new Headers(),
      setReject: (reason: string) => {
        throw new Error(`The desk will never take this mail: ${reason}`);
      },
      forward: nothing,
      reply: nothing,
    },
    env,
  );
}

function addressIn(mailbox: string): string {
  return /<([^>]*)>$/.exec(mailbox)?.[1] ?? mailbox;
}

async function nothing(): Promise<never> {
  throw new Error('The desk neither forwards nor uses reply()');
}
