/** Where letters go in the fault tests, and whom the fail-points ask: a server on this machine that survives the desk. */

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';

/** A letter that the sink took, in the order in which it came. */
export type TakenLetter = { messageId: string; to: string; replyTo: string | null; subject: string; text: string; at: number };

/** What becomes of a letter. `take`; `refuse`: not now; `lose the answer`: taken, but the desk hears of a broken connection. */
export type Fate = 'take' | 'refuse' | 'lose the answer';

export type Sink = {
  url: string;
  letters: TakenLetter[];
  /** How often each fate happened. */
  fates: Record<Fate, number>;
  /** Both may be set anew at any time. `reached` answers whether the desk may go on; one that never answers holds it. */
  fateOf: () => Fate;
  reached: (point: string) => Promise<boolean>;
  close: () => void;
};

export async function openSink(): Promise<Sink> {
  const server = createServer((request, response) => void answer(sink, request, response).catch(() => response.destroy()));
  // A connection closed by us while the desk begins to use it again would look like a letter whose answer was lost.
  server.keepAliveTimeout = 3_600_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const at = server.address();
  const sink: Sink = {
    url: `http://127.0.0.1:${typeof at === 'object' && at !== null ? at.port : 0}`,
    letters: [],
    fates: { take: 0, refuse: 0, 'lose the answer': 0 },
    fateOf: () => 'take',
    reached: async () => true,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
  return sink;
}

async function answer(sink: Sink, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await text(request);
  if (request.url === '/reached') return end(response, (await sink.reached(body)) ? 200 : 500, {});
  const fate = sink.fateOf();
  sink.fates[fate] += 1;
  if (fate === 'refuse') return end(response, 200, { code: 'E_INTERNAL_SERVER_ERROR', words: 'try again' });
  const messageId = take(sink, JSON.parse(body));
  end(response, 200, fate === 'take' ? { messageId } : { words: 'Network connection lost' });
}

function take(sink: Sink, { to, replyTo = null, subject, text }: Omit<TakenLetter, 'messageId' | 'at'>): string {
  const messageId = `<letter-${sink.letters.length + 1}@sink.example>`;
  sink.letters.push({ messageId, to, replyTo, subject, text, at: Date.now() });
  return messageId;
}

function end(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
