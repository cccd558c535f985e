import { createExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import { portal } from '../../src/portal/portal.tsx';
import { bringToTicket, plainMail } from './inbox.ts';
import { origin, signedIn, type Visitor } from './portal-visitor.ts';

/** The zip's bytes as text: its parts are stored as they are, so that names and texts stand in it. */
async function download({ cookie }: Visitor): Promise<{ headers: Headers; zip: string }> {
  const answer = await portal.fetch(new Request(`${origin}/profile/download`, { headers: { Cookie: cookie } }), env, createExecutionContext());
  return { headers: answer.headers, zip: new TextDecoder().decode(await answer.arrayBuffer()) };
}

function withFile(from: string, name: string, content: string, headers: string[] = []): string {
  const parts = ['--b', 'Content-Type: text/plain; charset=utf-8', '', `Text of ${from}.`, '--b', `Content-Type: text/csv; name=${name}`, `Content-Disposition: attachment; filename=${name}`, '', content, '--b--', ''].join('\r\n');
  return plainMail({ from, subject: 'Files', headers }).replace('text/plain; charset=utf-8', 'multipart/mixed; boundary=b').replace(/Text \d+\.\r\n$/, parts);
}

describe('everything about somebody', () => {
  test('is one zip: the person, their tickets as they may see them, their own files', async () => {
    const [reader, agent] = [await signedIn('reader@kunde.example'), await signedIn('agent@dtnet.de', 'agent')];
    const number = await bringToTicket(withFile('reader@kunde.example', 'mine.csv', 'my;own;cells'));
    await agent.post(`/tickets/${number}/comments`, { text: 'Only agents read this' });
    await agent.post(`/tickets/${number}/replies`, { text: 'An answer for you' });

    const { headers, zip } = await download(reader);

    expect(headers.get('Content-Type')).toBe('application/zip');
    expect(headers.get('Content-Disposition')).toContain('about-me.zip');
    expect(zip).toMatch(/^PK/);
    expect(zip).toContain('person.json');
    expect(zip).toContain('reader@kunde.example');
    expect(zip).toContain(`tickets/${number}.json`);
    expect(zip).toContain('An answer for you');
    expect(zip).toContain(`tickets/${number}/1.1 mine.csv`);
    expect(zip).toContain('my;own;cells');
  });

  test('holds no comment, no secret and nothing of tickets of others (P08, W05)', async () => {
    const [reader, agent] = [await signedIn('second@kunde.example'), await signedIn('agent@dtnet.de', 'agent')];
    const own = await bringToTicket(plainMail({ from: 'second@kunde.example', subject: 'Own' }));
    const others = await bringToTicket(withFile('stranger@anderswo.example', 'theirs.csv', 'their;cells'));
    await agent.post(`/tickets/${own}/comments`, { text: 'Only agents read this' });

    const { zip } = await download(reader);

    expect(zip).toContain(`tickets/${own}.json`);
    expect(zip).not.toContain('Only agents read this');
    expect(zip).not.toContain(`tickets/${others}`);
    expect(zip).not.toContain('stranger@anderswo.example');
    expect(zip).not.toMatch(/tokenHash|secret|passwordHash/);
  });

  test('of somebody in Cc has the text they see, not the files of others', async () => {
    const reader = await signedIn('cc@kunde.example');
    const number = await bringToTicket(withFile('writer@kunde.example', 'writers.csv', 'writers;cells', ['Cc: cc@kunde.example']));

    const { zip } = await download(reader);

    expect(zip).toContain(`tickets/${number}.json`);
    expect(zip).toContain('Text of writer@kunde.example.');
    expect(zip).not.toContain('writers;cells');
  });
});
