import { setTimeout } from 'node:timers/promises';
import { mailTo, type MailDesk, sentMails } from '../../test/support/local-mail.ts';
import type { MailFile } from '../../test/support/raw-mail.ts';

/** Somebody signed in to the portal, by forms and cookies as any browser. `post` returns the path the desk leads to. */
export type PortalSession = { post: (path: string, fields: Record<string, string>, files?: MailFile[]) => Promise<string> };

/** Sets the password through the mailed link, as everybody does the first time, and signs in. */
export async function enter(desk: MailDesk, address: string, password: string): Promise<PortalSession> {
  for (const { messageId } of await sentMails(desk)) desk.taken.add(messageId);
  await post(desk.url, '/password/forgotten', { email: address });
  const letter = await mailTo(desk, address);
  const link = /https?:\/\/\S+\/password\/new\?token=[\w-]+/.exec(letter.text)?.[0];
  if (link === undefined) throw new Error(`The letter to ${address} has no link for a password.`);
  const { pathname, search } = new URL(link);
  await post(desk.url, pathname + search, { password, password_again: password });

  const answer = await post(desk.url, '/sign-in', { email: address, password });
  const cookie = answer.headers.getSetCookie().map((one) => one.split(';', 1)[0]).join('; ');
  if (cookie === '') throw new Error(`${address} could not sign in.`);
  return { post: async (path, fields, files = []) => (await post(desk.url, path, fields, { cookie, files })).headers.get('location') ?? '' };
}

/** `warned`: what the page has warned of, sent along as the second press of its button does. */
type Beside = { cookie: string; files: MailFile[]; warned?: string[] };

async function post(url: string, path: string, fields: Record<string, string>, { cookie, files, warned = [] }: Beside = { cookie: '', files: [] }): Promise<Response> {
  const body = files.length === 0 ? new URLSearchParams([...Object.entries(fields), ...warned.map((one): [string, string] => ['warned', one])]) : multipart(fields, files);
  const answer = await fetch(url + path, { method: 'POST', headers: { origin: url, cookie }, body, redirect: 'manual' });
  if (answer.status === 429) {
    await setTimeout(1000 * Number(answer.headers.get('retry-after') ?? 1));
    return post(url, path, fields, { cookie, files, warned });
  }
  if (answer.status < 400) return answer;

  const page = await answer.text();
  const warnings = [...page.matchAll(/name="warned" value="([^"]+)"/g)].map(([, one = '']) => one);
  if (warned.length === 0 && warnings.length > 0) return post(url, path, fields, { cookie, files, warned: warnings });
  throw new Error(`${path} answered ${answer.status}: ${page.replace(/<[^>]*>|\s+/g, ' ').slice(0, 400)}`);
}

function multipart(fields: Record<string, string>, files: MailFile[]): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  for (const file of files) form.append('files', new Blob([Buffer.from(file.bytes)], { type: file.type }), file.name);
  return form;
}
