/** Small ones, and one that is no request at all. */

import { anna, answers, type Case, jonas, sofia } from '../case.ts';

export const odd: Case[] = [
  {
    language: 'en',
    opened: [14, '03:12'],
    from: 'promo',
    subject: 'Boost your ranking!!! 500 backlinks for only $49',
    text: 'Dear webmaster, we have checked your website and found many SEO errors. Order now and get 500 premium backlinks. Unsubscribe by answering this mail.',
    then: [jonas.rejects('5h')],
  },
  {
    language: 'de',
    opened: [20, '09:02'],
    from: 'lindner',
    subject: 'Namensschild am Telefon ändern',
    text: 'am Telefon 231 steht im Display noch „Lager“. Dort sitzt jetzt Frau Brand. Eilt nicht.',
    then: [sofia.takes('1d'), sofia.replies('5m', 'das Display zeigt jetzt „L. Brand“.'), sofia.closes('1m')],
  },
  {
    language: 'de',
    opened: [11, '14:26'],
    from: 'claasen',
    subject: 'Tastatur klemmt',
    text: 'bei meiner Tastatur klemmt die Leertaste. Haben Sie eine in Reserve?',
    then: [anna.takes('2h'), anna.replies('10m', 'ja, sie liegt für Sie am Empfang.'), answers('1d', 'abgeholt, danke.'), anna.closes('5m')],
  },
  {
    language: 'de',
    opened: [7, '17:55'],
    from: 'ott',
    subject: 'Bildschirmschoner mit Praxislogo',
    text: 'Frau Weiß wünscht sich an allen fünf Rechnern einen Bildschirmschoner mit unserem Logo. Geht das zentral?',
    file: { name: 'logo-hinweis.txt', type: 'text/plain', text: 'Logo liegt unter P:\\Praxis\\Logo\\logo-2026.png\n' },
    then: [jonas.takes('16h'), jonas.replies('30m', 'ist verteilt. Nach der nächsten Anmeldung erscheint das Logo nach zehn Minuten Pause.'), jonas.closes('1d')],
  },
  {
    language: 'en',
    opened: [8, '12:08'],
    from: 'patel',
    subject: 'Please unsubscribe leaver from the rota',
    text: 'Callum Price left last week but still gets the rota mails. Could you take him off the list?',
    then: [sofia.takes('2h'), sofia.replies('5m', 'he is off the list, and I have disabled his account as well. Please let us know about leavers as early as you can.'), sofia.closes('1m')],
  },
];
