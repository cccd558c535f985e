/** Pages that watch something change. A page is told that something changed, never what: it then asks for itself, as its reader. */

import { sessionsStillIn } from '../directory/sessions.ts';
import type { Viewer } from '../rules/page.ts';
import type { Instant } from '../rules/ticket.ts';

/** Whose page it is. `stamp`: how far the page knows; `writing`: somebody types there. */
export type Watcher = { session: string; viewer: Viewer; name: string; stamp: string; writing: boolean };

export type Watching = { socket: WebSocket; watcher: Watcher };

/** What a page is told. `presence` goes to agents alone and names agents alone. */
export type Told = { kind: 'changed' } | { kind: 'presence'; looking: string[]; writing: string[] };

const HEADER = 'X-Watcher';
/** Application codes (RFC 6455 §7.4.2). */
const SESSION_OVER = 4401;
export const NO_RIGHT = 4403;

/** The request for a socket that the portal hands to an object. Nobody else can send one, so its header is believed. */
export function socketRequest(watcher: Watcher): Request {
  return new Request('https://object/live', { headers: { Upgrade: 'websocket', [HEADER]: encodeURIComponent(JSON.stringify(watcher)) } });
}

export function watcherIn(request: Request): Watcher {
  return JSON.parse(decodeURIComponent(request.headers.get(HEADER) ?? ''));
}

/** Opens the socket. Between messages the object sleeps; what it has to know of the page is kept with the socket. */
export function letWatch(ctx: DurableObjectState, watcher: Watcher): Response {
  const { 0: client, 1: server } = new WebSocketPair();
  ctx.acceptWebSocket(server);
  ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair('ping', 'pong'));
  server.serializeAttachment(watcher);
  return new Response(null, { status: 101, webSocket: client });
}

/** Every open socket. */
export function watchers(ctx: DurableObjectState): Watching[] {
  return ctx.getWebSockets().filter((socket) => socket.readyState === WebSocket.OPEN).map((socket) => ({ socket, watcher: socket.deserializeAttachment() }));
}

/** Those whose session is still in force, with the role of today. The others are closed: nothing is told them any more. */
export async function livingWatchers(ctx: DurableObjectState, db: D1Database, at: Instant): Promise<Watching[]> {
  const all = watchers(ctx);
  if (all.length === 0) return [];
  const still = await sessionsStillIn(db, [...new Set(all.map(({ watcher }) => watcher.session))], at);
  return all.flatMap(({ socket, watcher }) => {
    const viewer = still.get(watcher.session);
    if (viewer !== undefined) return [{ socket, watcher: { ...watcher, viewer } }];
    socket.close(SESSION_OVER);
    return [];
  });
}

export function tell(socket: WebSocket, told: Told): void {
  try {
    socket.send(JSON.stringify(told));
  } catch {
    // It closed a moment ago; a page that comes back asks anew.
  }
}
