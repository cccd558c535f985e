import { expect, test } from 'vitest';
import { readBounce } from '../../src/rules/bounce.ts';
import { aReport, aStatusReport } from '../support/reports.ts';

const failed = (status: string, words: string) => `Final-Recipient: rfc822; max@kunde.example\nAction: failed\nStatus: ${status}\nDiagnostic-Code: smtp; ${words}`;
const only = (bounce: ReturnType<typeof readBounce>) => bounce.recipients.map(({ address, kind, reason, status }) => [address, kind, reason, status]);

const answers: [string, string, 'hard' | 'soft', string][] = [
  ['5.1.1', '550 5.1.1 <max@kunde.example>: Recipient address rejected: User unknown', 'hard', 'userUnknown'],
  ['5.0.0', '550 Requested action not taken: mailbox unavailable', 'hard', 'userUnknown'],
  ['5.1.10', '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup', 'hard', 'userUnknown'],
  ['5.0.0', '550 Benutzer max ist uns unbekannt', 'hard', 'userUnknown'],
  ['5.0.0', "550 L'adresse du destinataire est inconnue", 'hard', 'userUnknown'],
  ['5.4.4', 'Host or domain name not found. Name service error for name=kunde.example type=A: Host not found', 'hard', 'hostUnknown'],
  ['5.1.10', 'Domain kunde.example does not accept mail (nullMX)', 'hard', 'notAccepted'],
  ['5.1.6', '550 5.1.6 Recipient no longer at this company; mailbox has moved', 'hard', 'moved'],
  ['5.2.2', '552 5.2.2 Over quota', 'soft', 'mailboxFull'],
  ['5.1.1', '550 5.1.1 user unknown: mailbox is full', 'soft', 'mailboxFull'],
  ['5.2.1', '550 5.2.1 The account has been disabled', 'soft', 'suspended'],
  ['5.3.4', '552 5.3.4 Message size exceeds fixed limit', 'soft', 'tooLarge'],
  ['5.7.1', '554 5.7.1 This message looks like spam', 'soft', 'rejectedBySpam'],
  ['5.7.1', '554 5.7.1 Service unavailable; Client host [192.0.2.7] blocked using zen.example', 'soft', 'policy'],
  ['5.7.26', '550-5.7.26 Unauthenticated email is not accepted due to the DMARC policy', 'soft', 'authenticationFailure'],
  ['5.7.1', '554 5.7.1 Relay access denied', 'soft', 'policy'],
  ['5.1.8', '553 5.1.8 Domain of sender address support@dtnet.de does not exist', 'soft', 'senderRejected'],
  ['4.1.1', '450 4.1.1 <max@kunde.example>: Recipient address rejected: User unknown', 'soft', 'userUnknown'],
  ['5.1.10', '550 5.1.10 RESOLVER.ADR.RecipientNotFound', 'hard', 'userUnknown'],
  ['4.7.1', '451 4.7.1 Greylisted, please try again later', 'soft', 'busy'],
  ['4.4.7', '421 4.4.7 Message expired: too long in queue', 'soft', 'expired'],
  ['4.4.1', 'connect to mx.kunde.example: Connection refused', 'soft', 'network'],
  ['5.0.0', '504 Command parameter not implemented', 'soft', 'systemError'],
];

test.each(answers)('the answer %s %s is %s: %s (A14)', (status, words, kind, reason) => {
  const [recipient] = readBounce(aStatusReport([failed(status, words)])).recipients;

  expect(recipient).toMatchObject({ address: 'max@kunde.example', kind, reason });
});

test('a permanent failure for no reason that anybody knows is hard, one without a status is not (A14)', () => {
  expect(only(readBounce(aStatusReport([failed('5.0.0', 'x')])))).toEqual([['max@kunde.example', 'hard', 'unknown', '5.0.0']]);
  expect(only(readBounce(aReport({ text: 'I could not do it.\n\n<max@kunde.example>\n' })))).toEqual([['max@kunde.example', 'soft', 'unknown', null]]);
});

test('a server that takes the address and refuses the mail knows the user, whatever it says (A14)', () => {
  const report = aStatusReport([failed('5.0.0', '550 Unknown user max@kunde.example')]);

  expect(only(readBounce({ ...report, text: '<max@kunde.example>: host mx said: 550 Unknown user (in reply to end of DATA command)' }))).toEqual([
    ['max@kunde.example', 'soft', 'refused', '5.0.0'],
  ]);
});

test('a warning that a mail is late is a delay, by its fields or by its words (A14)', () => {
  const fields = aStatusReport(['Final-Recipient: rfc822; max@kunde.example\nAction: delayed\nStatus: 4.4.1\nDiagnostic-Code: smtp; connection timed out']);
  const words = aReport({ subject: 'Warning: could not send message for past 4 hours', text: 'THIS IS A WARNING MESSAGE ONLY.\n\n<max@kunde.example>... Deferred: Connection timed out' });

  expect([fields, words].map((report) => readBounce(report).recipients[0]?.kind)).toEqual(['delay', 'delay']);
});

test('a report of a delivery names nobody (A14)', () => {
  expect(readBounce(aStatusReport(['Final-Recipient: rfc822; max@kunde.example\nAction: delivered\nStatus: 2.1.5'])).recipients).toEqual([]);
});

test('every address has its own reason, also where no blank line parts them', () => {
  const one = 'Final-Recipient: rfc822; max@kunde.example\nStatus: 5.2.2\nAction: failed\nDiagnostic-Code: smtp; 552 Mailbox full';
  const other = 'Final-Recipient: rfc822; mia@kunde.example\nStatus: 5.1.1\nAction: failed\nDiagnostic-Code: smtp; 550 User unknown';
  const wanted = [['max@kunde.example', 'soft', 'mailboxFull', '5.2.2'], ['mia@kunde.example', 'hard', 'userUnknown', '5.1.1']];

  expect(only(readBounce(aStatusReport([one, other])))).toEqual(wanted);
  expect(only(readBounce(aStatusReport([`${one}\n${other}`])))).toEqual(wanted);
});

test('the address that a letter went to stands beside the one where it ended', () => {
  const [recipient] = readBounce(aStatusReport(['Original-Recipient: rfc822;info@kunde.example\nFinal-Recipient: rfc822; <MAX@Kunde.Example>\nAction: failed\nStatus: 5.1.1'])).recipients;

  expect(recipient).toMatchObject({ address: 'max@kunde.example', also: ['info@kunde.example'] });
});

const inWords: [string, string][] = [
  ['qmail', "Hi. This is the qmail-send program at mx.example.\nI'm afraid I wasn't able to deliver your message to the following addresses.\nThis is a permanent error; I've given up.\n\n<max@kunde.example>:\n192.0.2.1 does not like recipient.\nRemote host said: 550 5.1.1 sorry, no mailbox here by that name\nGiving up on 192.0.2.1.\n\n--- Below this line is a copy of the message.\n\nReturn-Path: <support@dtnet.de>\nTo: other@kunde.example\n"],
  ['Exim', 'This message was created automatically by mail delivery software.\n\nA message that you sent could not be delivered to one or more of its\nrecipients. This is a permanent error. The following address(es) failed:\n\n  max@kunde.example\n    host mx.kunde.example [192.0.2.1]\n    SMTP error from remote mail server after RCPT TO:<max@kunde.example>:\n    550 5.1.1 No such user here\n\n------ This is a copy of the message, including all the headers. ------\n\nReturn-path: <support@dtnet.de>\n'],
  ['Sendmail', '   ----- The following addresses had permanent fatal errors -----\n<max@kunde.example>\n    (reason: 550 5.1.1 User unknown)\n\n   ----- Transcript of session follows -----\n... while talking to mx.kunde.example.:\n>>> RCPT To:<max@kunde.example>\n<<< 550 5.1.1 User unknown\n'],
  ['Exchange in German', 'Fehler bei der Nachrichtenzustellung an folgende Empfänger oder Gruppen:\n\nmax@kunde.example<mailto:max@kunde.example>\nDie eingegebene E-Mail-Adresse konnte nicht gefunden werden.\n\nDiagnoseinformationen für Administratoren:\n\nmax@kunde.example\nRemote Server returned \'550 5.1.1 RESOLVER.ADR.RecipNotFound; not found\'\n\nUrsprüngliche Nachrichtenkopfzeilen:\n\nReceived: from a by b\nFrom: support@dtnet.de\n'],
  ['1&1', 'Diese Nachricht wurde automatisch erzeugt.\n\nEine Nachricht, die Sie versandt haben, konnte nicht zugestellt werden.\nDie folgende Adresse ist fehlgeschlagen:\n\nmax@kunde.example:\n550 5.1.1 Empfänger unbekannt\n\n--- The header of the original message is following. ---\n\nReceived: from a by b\n'],
  ['Notes', '------- Failure Reasons  --------\n\nUser not listed in public Name & Address Book\nmax@kunde.example\n\n------- Returned Message --------\nReceived: from a by b\n'],
  ['IMail', 'Unknown user: max@kunde.example\n\nOriginal message follows.\n\nReceived: from a by b\nTo: max@kunde.example\n'],
  ['a sentence', 'Your message to max@kunde.example could not be delivered: no such user.\n'],
  ['a transcript', 'Error message below:\n550 - Requested action not taken: no such user here\n\nMAIL FROM: support@dtnet.de\nRCPT TO: max@kunde.example\n'],
];

test.each(inWords)('what %s writes names the address and the reason', (_, text) => {
  expect(readBounce(aReport({ text })).recipients.map(({ address, kind, reason }) => [address, kind, reason])).toEqual([['max@kunde.example', 'hard', 'userUnknown']]);
});

test('X-Failed-Recipients names several; the text says what happened to each', () => {
  const headers = [{ name: 'x-failed-recipients', value: 'max@kunde.example, mia@kunde.example' }];
  const text = '  max@kunde.example\n    550 5.1.1 no such user\n\n  mia@kunde.example\n    552 5.2.2 mailbox is full\n';

  expect(only(readBounce(aReport({ headers, text }))).map((one) => one.slice(0, 3))).toEqual([['max@kunde.example', 'hard', 'userUnknown'], ['mia@kunde.example', 'soft', 'mailboxFull']]);
});

test('the sender of the mail that came back did not fail to get it', () => {
  const text = 'There was an error delivering your mail from support@dtnet.de to <max@kunde.example>.\n\n550 User unknown\n';

  expect(readBounce(aReport({ text })).recipients.map((one) => one.address)).toEqual(['max@kunde.example']);
});

test('names and hosts that look like reasons are none', () => {
  const [recipient] = readBounce(aStatusReport(['Final-Recipient: rfc822; no-spam@virus.example\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 <no-spam@virus.example>: User unknown, see https://quota.example/full'])).recipients;

  expect(recipient?.reason).toBe('userUnknown');
});

test('the header of the mail that came back is found in its part or in the text', () => {
  const part = aStatusReport([failed('5.1.1', '550 User unknown')], 'Message-ID: <one@dtnet.de>\nTo: max@kunde.example');
  const text = aReport({ text: '<max@kunde.example>: user unknown\n\n----- Original message -----\n\nReceived: from a by b\nReferences: <ticket-7@dtnet.de>\n <two@dtnet.de>\nMessage-Id: <one@dtnet.de>\n\nHello\nSubject: not this\n' });

  expect(readBounce(part).returned).toContainEqual({ name: 'message-id', value: '<one@dtnet.de>' });
  expect(readBounce(text).returned).toEqual([
    { name: 'received', value: 'from a by b' },
    { name: 'references', value: '<ticket-7@dtnet.de> <two@dtnet.de>' },
    { name: 'message-id', value: '<one@dtnet.de>' },
  ]);
});

test('hostile reports take no longer than their length', () => {
  const long = [' <a@'.repeat(50_000), 'unknown '.repeat(50_000), `${'x'.repeat(200_000)}@`, 'rcpt to:'.repeat(30_000), '--- '.repeat(50_000), 'a@b.c '.repeat(50_000), 'delivered '.repeat(40_000), `Name: v\n`.repeat(30_000)];
  const reports = long.flatMap((text) => [aReport({ text }), aStatusReport([failed('5.0.0', text)])]);

  expect(reports.map((report) => readBounce(report).recipients.length <= 400)).not.toContain(false);
});
