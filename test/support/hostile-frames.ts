/** Shows HTML in a real browser and tells what it did: scripts that ran, connections that were opened, what stands in the page that should not. */

import { createServer as createHttpServer, type Server } from 'node:http';
import { createServer as createTcpServer } from 'node:net';
import type { Browser } from 'playwright-core';
import { browser } from './browser.ts';

/** A page in a frame; `headers` null: no protection at all, and no sandbox. */
export type Framed = { html: string; headers: Record<string, string> | null };
export type Told = { ran: number; connections: number; stray: string[] };

export type Watch = { show: (frames: Framed[]) => Promise<Told>; stop: () => Promise<void> };

const A_PAGE = 50;

/**
 * Every host name leads to a listener that counts connections and never answers, so that nothing leaves the machine and nothing is
 * missed that a request's interception would not see, as lookups ahead. The pages themselves come from 127.0.0.1.
 */
export async function watchFrames({ sandbox, judge }: { sandbox: string; judge: string }): Promise<Watch> {
  let connections = 0;
  const trap = createTcpServer((socket) => {
    connections += 1;
    socket.destroy();
  });
  const pages = new Map<string, Framed>();
  const server = createHttpServer((asked, answer) => {
    const page = pages.get(asked.url ?? '');
    answer.writeHead(page === undefined ? 404 : 200, { 'Content-Type': 'text/html; charset=utf-8', ...page?.headers });
    answer.end(page?.html ?? '');
  });
  const [trapPort, port] = await Promise.all([listen(trap), listen(server)]);
  const chromium: Browser = await browser([`--host-resolver-rules=MAP * 127.0.0.1:${trapPort}, EXCLUDE 127.0.0.1`]);

  async function showSome(frames: Framed[]): Promise<Omit<Told, 'connections'>> {
    pages.clear();
    frames.forEach((frame, at) => pages.set(`/${at}`, frame));
    const boxes = frames.map((frame, at) => `<iframe src="/${at}"${frame.headers === null ? '' : ` sandbox="${sandbox}"`}></iframe>`).join('');
    pages.set('/all', { html: `<!doctype html><script>let count = 0; function ran() { count += 1; }</script>${boxes}`, headers: {} });
    const context = await chromium.newContext();
    const page = await context.newPage();
    page.on('dialog', (dialog) => void dialog.dismiss());
    await page.goto(`http://127.0.0.1:${port}/all`);
    await page.waitForTimeout(300);
    const told = { ran: await page.evaluate<number>('count'), stray: await page.evaluate<string[]>(judge) };
    await context.close();
    return told;
  }

  return {
    show: async (frames) => {
      const before = connections;
      const told: Told = { ran: 0, connections: 0, stray: [] };
      for (let from = 0; from < frames.length; from += A_PAGE) {
        const some = await showSome(frames.slice(from, from + A_PAGE));
        told.ran += some.ran;
        told.stray.push(...some.stray);
      }
      return { ...told, connections: connections - before };
    },
    stop: async () => {
      await chromium.close();
      trap.close();
      server.close();
    },
  };
}

function listen(server: Server | ReturnType<typeof createTcpServer>): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
}
