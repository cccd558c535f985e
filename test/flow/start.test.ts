import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { mailTo } from '../support/local-mail.ts';
import { ended, freePort, said, startScript } from '../support/started-desk.ts';

test('a wrong setting stops the start with a sentence that names it', async () => {
  const { code, output } = await ended(start('--var', 'ZONE:Mars/Base', '--var', 'ADMINS:nobody'));

  expect(code).toBe(1);
  expect(output).toContain('Setting ZONE is not an IANA time zone like Europe/Berlin.');
  expect(output).toContain('Setting ADMINS is not a mail address: "nobody".');
});

test('a taken port is told in a sentence, with another one', async () => {
  const { server, port } = await listening();

  const { code, output } = await ended(start('--port', String(port)));

  server.close();
  expect(code).toBe(1);
  expect(output).toContain(`Port ${port} is taken`);
  expect(output).toContain(`--port ${port + 1}`);
});

test('npm start says where everything is, its command sends a mail, links in letters fit the port, and an end leaves nothing behind', async () => {
  const port = await freePort();
  const state = mkdtempSync(join(tmpdir(), 'vorgang-'));
  const desk = { url: `http://localhost:${port}`, supportAddress: 'support@dtnet.de', taken: new Set<string>() };
  const started = start('--port', String(port), '--persist-to', state);

  const output = await said(started, 'npm run demo');
  const command = output.split('\n').find((line) => line.startsWith('curl ')) ?? '';
  await promisify(execFile)('bash', ['-c', `${command} -sS`]);
  const letter = await mailTo(desk, 'karla@example.com');
  const page = await fetch(`${desk.url}/sign-in`);
  started.kill('SIGTERM');
  const { code } = await ended(started);

  expect(output).toContain(`${desk.url}/sign-in`);
  expect(output).toContain('admin@dtnet.de');
  expect(page.status).toBe(200);
  expect(letter.text).toContain(`${desk.url}/tickets/427637`);
  expect(code).toBe(0);
  await expect(fetch(desk.url)).rejects.toThrow();
});

const start = (...args: string[]) => startScript('scripts/start.ts', args);

async function listening(): Promise<{ server: ReturnType<typeof createServer>; port: number }> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const at = server.address();
  return { server, port: typeof at === 'object' && at !== null ? at.port : 0 };
}
