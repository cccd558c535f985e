import type { LocalDesk } from './local-settings.ts';

/** What a newcomer needs to know once the desk runs: where the portal is, how mail comes in and goes out, who the admin is. */
export function greeting({ settings, url }: LocalDesk): string {
  const demo = url === 'http://localhost:8787' ? 'npm run demo' : `npm run demo -- --url ${url}`;
  const admin = settings.admins[0] ?? 'nobody: set ADMINS in wrangler.toml';
  return `
${settings.siteName} runs on ${url}  (Ctrl-C ends it)

  Portal         ${url}/sign-in
  Admin          ${admin}
                 First password: ask for it at ${url}/password/forgotten, then open
                 the link in the mail to ${admin} under "Mails sent".
  Mails sent     ${url}/cdn-cgi/local/explorer/email/sending
  Write a mail   ${url}/cdn-cgi/local/explorer/email/routing, or with this command:

${curl(url, settings.supportAddress)}

  Fill it        ${demo}
                 plays four weeks of an invented IT firm: sixty tickets.
`;
}

/** Works pasted into bash or zsh. A Message-ID of its own each time: the same mail twice is one article. */
function curl(url: string, to: string): string {
  const from = 'karla@example.com';
  const mail = [
    `From: Karla Kunde <${from}>`,
    `To: ${to}`,
    'Subject: Drucker druckt nicht',
    "Message-ID: <'$RANDOM$RANDOM$'@example.com>",
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Seit heute Morgen kommt aus dem Drucker im Flur nur weißes Papier.',
  ];
  return `curl '${url}/cdn-cgi/local/email?from=${from}&to=${to}' --data-binary $'${mail.join('\\r\\n')}\\r\\n'`;
}
