import { mailTo, type MailDesk } from '../../test/support/local-mail.ts';

/** Somebody signed in to the portal, by forms and cookies as any browser. */
export type PortalSession = { post: (path: string, fields: Record<string, string>) => Promise<void> };

/** Sets the password through the mailed link, as everybody does the first time, and signs in. */
export async function enter(desk: MailDesk, address: string, password: string): Promise<PortalSession> {
  await post(desk.url, '/password/forgotten', { email: address });
  const letter = await mailTo(desk, address);
  const link = /https?:\/\/\S+\/password\/new\?token=[\w-]+/.exec(letter.text)?.[0];
  if (link === undefined) throw new Error(`The letter to ${address} has no link for a password.`);
  const { pathname, search } = new URL(link);
  await post(desk.url, pathname + search, { password, password_again: password });

  const answer = await post(desk.url, '/sign-in', { email: address, password });
  const cookie = answer.headers.getSetCookie().map((one) => one.split(';', 1)[0]).join('; ');
  if (cookie === '') throw new Error(`${address} could not sign in.`);
  return { post: async (path, fields) => void (await post(desk.url, path, fields, cookie)) };
}

async function post(url: string, path: string, fields: Record<string, string>, cookie = ''): Promise<Response> {
  const answer = await fetch(url + path, {
    method: 'POST',
    headers: { origin: url, cookie, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
    redirect: 'manual',
  });
  if (answer.status >= 400) throw new Error(`${path} answered ${answer.status}: ${(await answer.text()).replace(/<[^>]*>|\s+/g, ' ').slice(0, 400)}`);
  return answer;
}
