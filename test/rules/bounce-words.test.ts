import { expect, test } from 'vitest';
import { automaticKind } from '../../src/rules/automatic-mail.ts';
import { readBounce } from '../../src/rules/bounce.ts';
import { aReport } from '../support/reports.ts';

const max = 'max@kunde.example';

/** Who writes it, what, and what it says of the one address in it. Subject and headers tell nothing. */
const reports: [string, string, 'hard' | 'soft' | 'delay'][] = [
  ['Exchange 2000', `Your message\n\n  To:      ${max}\n  Subject: Drucker\n  Sent:    Mon, 1 Jan 2001 10:00:00 +0100\n\ndid not reach the following recipient(s):\n\n${max} on Mon, 1 Jan 2001 10:00:05 +0100\n    The recipient name is not recognized\n\tThe MTS-ID of the original message is: c=de;a= ;p=x;l=SRV0101-Z\n    MSEXCH:IMS:Firma:SITE:SRV 0 (000C05A6) Unknown Recipient\n`, 'hard'],
  ['GroupWise', `The message that you sent was undeliverable to the following:\n\t${max} (user not found)\n\nPossibly truncated original message follows:\n\nFrom: a\n`, 'hard'],
  ['CompuServe', `Your message could not be delivered for the following reason:\n\nReceiver not found: ${max}\n\n--- Returned message ---\n\nReceived: from x\n`, 'hard'],
  ['Smail', `|------------------------- Failed addresses follow: ---------------------|\n <${max}> ... unknown host\n|------------------------- Message text follows: ------------------------|\nReceived: by x\n`, 'hard'],
  ['Netscape', `This Message was undeliverable due to the following reason:\n\nThe following destination addresses were unknown (please check\nthe addresses and re-mail the message):\n\nSMTP <${max}>\n\nPlease reply to <postmaster@mx.example>\nif you feel this message to be in error.\n`, 'hard'],
  ['a mail box provider', `Your message to the following recipient failed.\n\nUndeliverable Address:\n${max}\n\nReason: mailbox full\n`, 'soft'],
  ['a machine generated message', `This is the machine generated message from mail service.\n\nDear Sir or Madam,\n\nWe were unable to deliver your message to the following recipients:\n\n<${max}>\nUnknown user\n\n--- Below the next line original message.\nReceived: x\n`, 'hard'],
  ['an old Microsoft server', `------Transcript of session follows -------\n${max}\nThe user's email name is not found.\n`, 'hard'],
  ['a server that waited in vain', `Your message was not delivered within 3 days and 0 hours.\nHost example is not responding.\n\nThe following recipients did not receive this message:\n\n     <${max}>\n\nPlease reply to Postmaster@mx.example\nif you feel this message to be in error.\n`, 'soft'],
  ['T-Online', `Ihre Nachricht\n\nBetreff: Drucker\n\nkonnte nicht an die folgenden Empfänger zugestellt werden:\n\n<${max}>: Das Postfach des Empfängers ist voll.\n`, 'soft'],
  ['GMX', `Diese Nachricht wurde automatisch von der Mail Engine der GMX-Mailserver erstellt.\n\nDie folgende Empfängeradresse kann nicht erreicht werden:\n\n"${max}":\nSMTP error from remote server for RCPT TO command, host: mx.kunde.example (192.0.2.1) reason: 550 unknown user\n\n--- Der Header der ursprünglichen Mail folgt. ---\n\nReceived: x\n`, 'hard'],
  ['Google in German', `** Adresse nicht gefunden **\n\nIhre Nachricht wurde nicht an ${max} zugestellt, weil die Adresse nicht gefunden wurde oder keine E-Mails empfangen kann.\n\nAntwort des Remote-Servers:\n\n550 5.1.1 The email account that you tried to reach does not exist.\n`, 'hard'],
  ['Google in French', `** Adresse introuvable **\n\nVotre message n'est pas parvenu à ${max}, car l'adresse est introuvable.\n`, 'hard'],
  ['Google, of a delay', `** Delivery incomplete **\n\nThere was a temporary problem delivering your message to ${max}. Gmail will retry for 47 more hours. You'll be notified if the delivery fails permanently.\n`, 'delay'],
  ['McAfee', `--- The following addresses had delivery problems ---\n\n<${max}>   (Unknown user ${max})\n\nDate: x\n`, 'hard'],
  ['Barracuda', `Your message to: ${max}\nwas blocked by our Spam Firewall. The email you sent with the following subject has NOT BEEN DELIVERED:\n\nSubject: Drucker\n`, 'soft'],
  ['Yahoo', `Sorry, we were unable to deliver your message to the following address.\n\n<${max}>:\n554: delivery error: dd This user doesn't have a yahoo.com account (${max}) [0] - mta1234\n\n--- Forwarded message ---\n\nReceived: x\n`, 'hard'],
  ['Exchange in Italian', `Recapito non riuscito ai seguenti destinatari o gruppi:\n\n${max}\nL'indirizzo di posta elettronica immesso non è stato trovato.\n`, 'hard'],
  ['Exchange in Spanish', `Error de entrega a estos destinatarios o grupos:\n\n${max}\nNo se encontró la dirección de correo electrónico que ha especificado.\n`, 'hard'],
  ['Exchange in Dutch', `Bezorging aan deze geadresseerden of groepen is mislukt:\n\n${max}\nHet e-mailadres dat u hebt ingevoerd, is niet gevonden.\n`, 'hard'],
  ['Exchange in Polish', `Dostarczenie wiadomości do tych adresatów lub grup nie powiodło się:\n\n${max}\nNie można odnaleźć podanego adresu e-mail.\n`, 'hard'],
  ['Exchange, of a full mailbox', `Delivery has failed to these recipients or groups:\n\n${max}\nThe recipient's mailbox is full and can't accept messages now. Please try resending your message later.\n`, 'soft'],
  ['Exchange in German, of a full mailbox', `Fehler bei der Nachrichtenzustellung an folgende Empfänger oder Gruppen:\n\n${max}\nDas Postfach des Empfängers ist voll und kann zurzeit keine Nachrichten annehmen.\n`, 'soft'],
  ['Sendmail, of a delay', `    **********************************************\n    **      THIS IS A WARNING MESSAGE ONLY      **\n    **  YOU DO NOT NEED TO RESEND YOUR MESSAGE  **\n    **********************************************\n\nThe original message was received at Mon\nfrom localhost\n\n   ----- The following addresses had transient non-fatal errors -----\n<${max}>\n\n   ----- Transcript of session follows -----\n${max}... Deferred: Connection timed out with mx.\nWarning: message still undelivered after 4 hours\nWill keep trying until message is 5 days old\n`, 'delay'],
  ['Exim, of a delay', `This message was created automatically by mail delivery software.\nA message that you sent has not yet been delivered to one or more of its\nrecipients after more than 24 hours on the queue on mx.example.\n\nThe address to which the message has not yet been delivered is:\n\n  ${max}\n    Delay reason: connection timed out\n\nNo action is required on your part. Delivery attempts will continue for\nsome time.\n`, 'delay'],
  ['Postfix, of a delay', `####################################################################\n# THIS IS A WARNING ONLY.  YOU DO NOT NEED TO RESEND YOUR MESSAGE. #\n####################################################################\n\nYour message could not be delivered for more than 4 hour(s).\nIt will be retried until it is 5 day(s) old.\n\n<${max}>: connect to mx: Connection timed out\n`, 'delay'],
  ['an X.400 gateway', `Delivery report\n\nThe following message could not be delivered\nto recipient ${max}\nReason: unable-to-transfer, Diagnostic: unrecognised-OR-name\n`, 'hard'],
  ['Exchange', `Delivery has failed to these recipients or groups:\n\nMax Muster (${max})<mailto:${max}>\nThe e-mail address you entered couldn't be found. Please check the recipient's e-mail address and try to resend the message.\n\nDiagnostic information for administrators:\n\nGenerating server: x\n\n${max}\n#550 5.1.1 RESOLVER.ADR.RecipNotFound; not found ##\n`, 'hard'],
  ['a sentence', `I'm sorry to inform you that the message you sent to ${max} was rejected because the mailbox has exceeded its quota.\n`, 'soft'],
  ['Postfix', `This is the mail system at host mx.\n\nI'm sorry to have to inform you that your message could not\nbe delivered to one or more recipients. It's attached below.\n\n<${max}>: host mx.kunde.example[192.0.2.1] said: 550 5.1.1\n    <${max}>: Recipient address rejected: User unknown in virtual mailbox table\n    (in reply to RCPT TO command)\n`, 'hard'],
  ['Domino', `Your message\n\n  Subject: Drucker\n\nwas not delivered to:\n\n  ${max}\n\nbecause:\n\n  User max (${max}) not listed in Domino Directory\n`, 'hard'],
  ['one line', `Your message to <${max}> could not be delivered because the mailbox does not exist.\n`, 'hard'],
  ['a Japanese server', `次の宛先に配信できませんでした。\n\n<${max}>\nユーザーが見つかりません。 550 User unknown\n`, 'hard'],
  ['a Chinese server', `很抱歉您的邮件被退回：\n收件人：${max}\n原因：550 Mailbox not found\n`, 'hard'],
  ['a Russian server', `Ваше сообщение не было доставлено следующим получателям:\n\n${max}\n550 пользователь не найден\n`, 'hard'],
  ['MDaemon', `The attached message had PERMANENT fatal delivery errors!\n\nAfter one or more unsuccessful delivery attempts the attached message has\nbeen removed from the mail queue on this server.\n\n----- Session Transcript -----\nMon 10:00: --> RCPT To:<${max}>\nMon 10:00: <-- 550 5.1.1 User unknown\n`, 'hard'],
  ['Mercury', `The attached message has failed delivery and has been referred\nto you as postmaster. The following error report or reports were\ngiven to explain the problem:\n\n   *** ${max}\n   User not known at this site.\n`, 'hard'],
  ['a server that says nothing of why', `This is an automatically generated Delivery Status Notification.\n\nDelivery to the following recipients failed.\n\n       ${max}\n`, 'soft'],
];

test.each(reports)('what %s writes is a bounce of that address (A14)', (_, text, kind) => {
  const mail = { ...aReport({ subject: 'Drucker', text }), fromText: 'mailer-daemon@mx.example' };

  expect(readBounce(mail).recipients.map((one) => [one.address, one.kind])).toEqual([[max, kind]]);
  expect(automaticKind(mail, { from: 'mailer-daemon@mx.example', to: 'support@dtnet.de' })).toBe('bounce');
});
