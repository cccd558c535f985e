/**
 * Stands on both sides of the desk under the bench, in the same runtime: brings mails to it as the platform does, without the local
 * tools' own parsing and keeping of every mail, and takes its letters in the sending service's place, which answers at once.
 */

import { WorkerEntrypoint } from 'cloudflare:workers';

type Mailbox = { email: (mail: Brought) => Promise<void> };
type Brought = Pick<ForwardableEmailMessage, 'from' | 'to' | 'raw' | 'rawSize' | 'headers'> & { setReject: (reason: string) => void };
type Bindings = { DESK: Mailbox; FLOOR: Mailbox };

let letters = 0;

/** What the binding `MAIL` leads to. */
export class Post extends WorkerEntrypoint {
  async send(_: unknown): Promise<{ messageId: string }> {
    letters += 1;
    return { messageId: `<${letters}@post.example>` };
  }
}

export default {
  async fetch(request, env) {
    const { pathname, searchParams } = new URL(request.url);
    if (pathname === '/letters') return new Response(String(letters));
    const bytes = new Uint8Array(await request.arrayBuffer());
    let refused: string | null = null;
    const mail: Brought = {
      from: searchParams.get('from') ?? '',
      to: searchParams.get('to') ?? '',
      raw: new Blob([bytes]).stream(),
      rawSize: bytes.length,
      headers: new Headers(),
      setReject: (reason) => void (refused = reason),
    };
    await (pathname === '/floor' ? env.FLOOR : env.DESK).email(mail);
    return new Response(refused, { status: refused === null ? 200 : 422 });
  },
} satisfies ExportedHandler<Bindings>;
