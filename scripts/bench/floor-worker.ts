/**
 * The least that work of this kind can be, in the same runtime. A mail: read, kept in R2, noted in D1, written to an object. A page: one
 * query to D1, or one call to an object, and a page that shows nothing of it. With `session`, it is asked first whose that is.
 */

import { DurableObject } from 'cloudflare:workers';
import PostalMime from 'postal-mime';

type Bindings = { TICKETS: DurableObjectNamespace<FloorTicket>; DB: D1Database; FLOOR_DB: D1Database; BYTES: R2Bucket };

export class FloorTicket extends DurableObject<Bindings> {
  constructor(ctx: DurableObjectState, env: Bindings) {
    super(ctx, env);
    ctx.storage.sql.exec('create table if not exists articles (id integer primary key, sender text, text text)');
  }

  async keep(sender: string, text: string): Promise<void> {
    this.ctx.storage.transactionSync(() => this.ctx.storage.sql.exec('insert into articles (sender, text) values (?, ?)', sender, text));
  }

  async newest(): Promise<unknown[]> {
    return this.ctx.storage.sql.exec('select * from articles order by id desc limit 20').toArray();
  }
}

export default {
  /** `to` names the ticket as the part after the plus; without one it is a new ticket. */
  async email(mail, env) {
    const bytes = new Uint8Array(await new Response(mail.raw).arrayBuffer());
    const parsed = await PostalMime.parse(bytes);
    const key = crypto.randomUUID();
    await env.BYTES.put(`raw/${key}`, bytes);
    await Promise.all(parsed.attachments.map((file, at) => env.BYTES.put(`files/${key}/${at}`, file.content)));
    const number = /\+(\d+)@/.exec(mail.to)?.[1] ?? key;
    const sender = parsed.from?.address ?? '';
    await env.FLOOR_DB.batch([
      env.FLOOR_DB.prepare('insert into mails (key, sender, subject) values (?, ?, ?)').bind(key, sender, parsed.subject ?? ''),
      env.FLOOR_DB.prepare('insert into tickets (number, subject) values (?, ?) on conflict (number) do update set subject = excluded.subject').bind(number, parsed.subject ?? ''),
    ]);
    await env.TICKETS.getByName(number).keep(sender, parsed.text ?? '');
  },

  async fetch(request, env) {
    const { pathname, searchParams } = new URL(request.url);
    const session = searchParams.get('session');
    if (session !== null && (await personOf(env, session)) === null) return new Response(null, { status: 401 });
    switch (pathname) {
      case '/ticket':
        return emptyPage(await env.TICKETS.getByName(searchParams.get('number') ?? '').newest());
      case '/list':
        return emptyPage((await env.DB.prepare('select * from tickets where closed_at is null order by updated_at desc limit 50').all()).results);
      case '/search':
        return emptyPage((await env.DB.prepare('select tickets.* from ticket_words cross join tickets on tickets.number = ticket_words.rowid where ticket_words match ? order by ticket_words.rowid desc limit 50').bind(searchParams.get('word')).all()).results);
      default:
        return new Response(null, { status: 404 });
    }
  },
} satisfies ExportedHandler<Bindings>;

async function personOf(env: Bindings, session: string): Promise<unknown> {
  return env.DB.prepare('select * from sessions inner join people on people.id = sessions.person_id where token_hash = ? and expires_at > ?').bind(session, Date.now()).first();
}

function emptyPage(rows: unknown[]): Response {
  return new Response(`<!doctype html><title>${rows.length}</title>`, { headers: { 'Content-Type': 'text/html' } });
}
