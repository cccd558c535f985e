/** Mail domains that anybody can have an address of. */

/** Of the large ones in Germany and the world; whoever has an address there belongs to no organisation by it. */
const freeMail: ReadonlySet<string> = new Set([
  'gmail.com', 'googlemail.com', 'outlook.com', 'outlook.de', 'hotmail.com', 'hotmail.de', 'live.com', 'live.de', 'msn.com', 'icloud.com', 'me.com', 'mac.com',
  'yahoo.com', 'yahoo.de', 'ymail.com', 'rocketmail.com', 'aol.com', 'aol.de', 'gmx.de', 'gmx.net', 'gmx.com', 'gmx.at', 'gmx.ch', 'gmx.eu', 'web.de', 'email.de', 'mail.de',
  'freenet.de', 'freenetmail.de', 't-online.de', 'magenta.de', 'arcor.de', 'vodafone.de', 'vodafonemail.de', 'o2online.de', 'online.de', 'onlinehome.de', 'kabelmail.de', 'unitybox.de',
  'posteo.de', 'posteo.net', 'posteo.eu', 'mailbox.org', 'proton.me', 'protonmail.com', 'pm.me', 'tutanota.com', 'tutanota.de', 'tuta.com', 'tuta.io', 'tutamail.com', 'mail.com', 'mail.ru',
  'yandex.com', 'yandex.ru', 'bluewin.ch', 'hispeed.ch', 'sunrise.ch', 'aon.at', 'chello.at', 'a1.net', 'orange.fr', 'wanadoo.fr', 'laposte.net', 'free.fr', 'libero.it', 'zoho.com', 'fastmail.com',
  'hey.com', 'qq.com', '163.com', '126.com', 'comcast.net', 'verizon.net', 'att.net', 'btinternet.com', 'wp.pl', 'o2.pl', 'seznam.cz', 'mailinator.com',
]);

/** Whether strangers share the domain, so that its tickets are no organisation's. `domain`: as `domainOf` returns it. */
export function isFreeMail(domain: string): boolean {
  return freeMail.has(domain);
}
