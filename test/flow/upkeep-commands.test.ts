/** The commands of whoever keeps a desk, on two desks as `npm start` runs them: what they do, and what they say if they cannot. */

import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { mailTo, sendMail } from '../support/local-mail.ts';
import { freePort, runScript, startedDesk, type StartedDesk } from '../support/started-desk.ts';

// Each command starts wrangler, and the machine may be busy.
vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 });

const karla = 'karla@kunde.example';
const yesterday = dayFromToday(-1);
const tomorrow = dayFromToday(1);

let folder: string;
let used: StartedDesk;
let empty: StartedDesk;

beforeAll(async () => {
  folder = join(mkdtempSync(join(tmpdir(), 'vorgang-')), 'export');
  used = await startedDesk();
  empty = await startedDesk();
  await sendMail(used.desk, { from: karla, to: 'support@dtnet.de', subject: 'Drucker', text: 'Der Drucker druckt Äpfel.', files: [{ name: 'liste.csv', type: 'text/csv', bytes: new TextEncoder().encode('a;b') }] });
  await mailTo(used.desk, karla, 'Drucker');
  await sendMail(used.desk, { from: karla, to: 'support@dtnet.de', subject: 'Fax', text: 'Das Fax faxt.' });
  await mailTo(used.desk, karla, 'Fax');
});

afterAll(async () => {
  await Promise.all([used?.stop(), empty?.stop()]);
});

const upkeep = (command: string, args: string[]) => runScript(`scripts/upkeep/${command}.ts`, args);

describe('a desk', () => {
  test('comes out of its database, objects and bucket into a folder', async () => {
    const { code, output } = await upkeep('export', [folder, ...used.args]);

    expect(output).toContain('2 mails, 1 files');
    expect(output).toMatch(/sha256 [0-9a-f]{64}/);
    expect(code).toBe(0);
  });

  test('becomes another desk by it, which exports the same (SR6)', async () => {
    const expected = misread('Äpfel', 'Ãpfel');

    const imported = await upkeep('import', [folder, ...empty.args]);
    const again = await upkeep('export', [`${folder}-again`, ...empty.args]);

    expect(imported.output).toContain('and 2 tickets.');
    expect(imported.output).toContain(`${empty.desk.url}/password/forgotten`);
    expect(again.output).toContain(`sha256 ${expected}`);
    expect([imported.code, again.code]).toEqual([0, 0]);
  });

  test('says which mails today’s parser reads otherwise, and has them say so when that is asked for (M12)', async () => {
    const days = ['--day', yesterday, '--to', tomorrow, ...empty.args];

    const told = await upkeep('read-again', days);
    const applied = await upkeep('read-again', [...days, '--apply']);
    const after = await upkeep('read-again', days);

    expect(told.output).toContain(`#427637, article 1 (text): Drucker from ${karla}`);
    expect(told.output).toContain('1 read otherwise today. Nothing was changed');
    expect(applied.output).toContain('1 were read otherwise and say so now');
    expect(after.output).toContain(`2 mails on tickets, from ${yesterday} to ${tomorrow}: 0 read otherwise`);
    expect([told.code, applied.code, after.code]).toEqual([0, 0, 0]);
  });

  test('writes lists and search anew', async () => {
    const { code, output } = await upkeep('rebuild-index', empty.args);

    expect(output).toContain('2 tickets');
    expect(output).toContain('The index says what the tickets say.');
    expect(code).toBe(0);
  });
});

describe('what cannot be done is told in a sentence with what to do:', () => {
  test('an import into a desk that is not empty, into which nothing is brought', async () => {
    const { code, output } = await upkeep('import', [folder, ...used.args]);

    expect([code, output]).toEqual([1, 'The desk is not empty. An import needs one that nobody has used: no tickets, no mails, nobody signed in.\n']);
  });

  test('an address at which there is no desk', async () => {
    const port = await freePort();

    const { code, output } = await upkeep('rebuild-index', ['--port', String(port)]);

    expect([code, output]).toEqual([1, `Nobody answers at http://localhost:${port}. Please start the desk with npm start, and give its --port here too.\n`]);
  });

  test('the database of another desk, which opens nothing here', async () => {
    const { code, output } = await upkeep('rebuild-index', [...portOf(used), ...stateOf(empty)]);

    expect(code).toBe(1);
    expect(output).toContain('does not know the key');
    expect(output).toContain('Please give --port and --persist-to as they were given to npm start.');
  });

  test('a place where there is no database', async () => {
    const { code, output } = await upkeep('rebuild-index', [...portOf(used), '--persist-to', mkdtempSync(join(tmpdir(), 'vorgang-'))]);

    expect(code).toBe(1);
    expect(output).toContain('The desk’s database could not be written, so there is no way in. Please give --persist-to as it was given to npm start.');
  });

  test('a desk that was never deployed', async () => {
    const { code, output } = await upkeep('export', [folder, '--deployed']);

    expect(code).toBe(1);
    expect(output).toMatch(/^No desk was deployed from this folder: .* npm run deploy/);
  });

  test.each<[string, (copy: string) => void, RegExp]>([
    ['a mail that is broken', (copy) => writeFileSync(join(copy, mailIn(copy)), 'x'), /^1 of \d+ files in .* are missing or not what was exported, such as raw\/[0-9a-f]{64}\. Please fetch it again \(npm run export/],
    ['a mail that is missing', (copy) => rmSync(join(copy, mailIn(copy))), /^1 of \d+ files in .* are missing or not what was exported/],
    ['a list that is broken', (copy) => writeFileSync(join(copy, 'bytes.jsonl'), '{"key":\n'), /^Line 1 of .*bytes\.jsonl is broken\. Please fetch it again/],
    ['an export that was stopped on its way', (copy) => rmSync(join(copy, 'bytes.jsonl')), /holds no whole export: bytes\.jsonl, which is written last of all, is not in it\. Please fetch it again/],
  ])('a folder with %s', async (_, spoil, says) => {
    const copy = join(mkdtempSync(join(tmpdir(), 'vorgang-')), 'copy');
    cpSync(folder, copy, { recursive: true });
    spoil(copy);

    const { code, output } = await upkeep('import', [copy, ...empty.args]);

    expect(code).toBe(1);
    expect(output).toMatch(says);
  });

  test.each<[string, string, string[], string]>([
    ['no folder', 'export', [], 'Please name a folder: npm run export -- DIR'],
    ['no folder', 'import', ['--port', '1'], 'Please name a folder: npm run import -- DIR'],
    ['a day that there is not', 'read-again', ['--day', '2026-02-30'], 'Please say which day'],
    ['a last day before the first', 'read-again', ['--day', '2026-02-02', '--to', '2026-02-01'], '2026-02-01 is before 2026-02-02'],
    ['what is no ticket', 'rebuild-index', ['--after', 'x'], '--after is the number of a ticket'],
    ['what cannot be a folder', 'export', [import.meta.filename], 'A file or folder cannot be used:'],
    ['a folder with other things in it', 'export', [import.meta.dirname], 'holds other things than an export. Please name a folder that is new or empty.'],
  ])('%s (%s)', async (_, command, args, says) => {
    const { code, output } = await upkeep(command, command === 'export' && args.length > 0 ? [...args, ...empty.args] : args);

    expect(code).toBe(1);
    expect(output).toContain(says);
  });
});

/** As if the desk had read its first ticket's mail so. Returns the hash of the folder, as an export would end with it. */
function misread(really: string, as: string): string {
  const path = join(folder, 'export/tickets/0000427637/0001.jsonl');
  writeFileSync(path, readFileSync(path, 'utf8').replaceAll(really, as));
  const lines = readFileSync(join(folder, 'bytes.jsonl'), 'utf8').trim().split('\n').map((line): { key: string } => JSON.parse(line));
  const listed = lines.map((line) => (line.key === 'export/tickets/0000427637/0001.jsonl' ? { ...line, sha256: createHash('sha256').update(readFileSync(path)).digest('hex') } : line));
  writeFileSync(join(folder, 'bytes.jsonl'), listed.map((line) => `${JSON.stringify(line)}\n`).join(''));
  return createHash('sha256').update(listed.filter(({ key }) => key !== 'export/about.json').map((line) => `${JSON.stringify(line)}\n`).join('')).digest('hex');
}

function mailIn(copy: string): string {
  const key = /"raw\/([0-9a-f]{64})"/.exec(readFileSync(join(copy, 'bytes.jsonl'), 'utf8'))?.[1];
  return `mails/${key}.eml`;
}

function portOf({ args }: StartedDesk): string[] {
  return args.slice(0, 2);
}

function stateOf({ args }: StartedDesk): string[] {
  return args.slice(2);
}

function dayFromToday(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
