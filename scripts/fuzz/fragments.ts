/** What is put into mails: things that mean something to one of those who read them. Each character is the byte of its number. */

const values = [
  '', ' ', 'a@b.example', '"a, b" <a@b.example>, c@d.example;', 'undisclosed-recipients:;', '<a@b.example', 'a@b@c.example', '=?utf-8?B?w6TDtsO8?=', '=?utf-8?Q?=0D=0ABcc:_x@y.example?=', '=?utf-7?Q?+AGE-?=', '=?x-unknown?Q?=FF?=',
  '=?iso-2022-jp?B?GyRC?=', '=?utf-8?B?////?=', '\xe4\xf6\xfc', '\xc3\xa4', '\x00', '\x1b$B', '\u007f', '(((((', '((a)b(c', '"""', '"\\', '<<<>>>', 'multipart/mixed; boundary=""', 'multipart/mixed; boundary="-"', 'multipart/mixed',
  'multipart/alternative; boundary=nest', 'text/html; charset=utf-16le', 'text/plain; charset=utf-7', 'text/plain; format=flowed; delsp=yes', 'message/rfc822', 'message/delivery-status', 'text/calendar; method=REQUEST', 'application/ms-tnef; name=winmail.dat',
  'application/octet-stream; name*0*=utf-8\'\'%e4; name*1=b; name*9999999999*=c', 'attachment; filename="../../etc/passwd"', 'attachment; filename*=x\'\'%00%0a%e2%80%ae', 'base64', 'quoted-printable', 'x-uuencode', '7bit', 'Thu, 32 Foo 99999 25:61:61 +9999', 'auto-replied',
  '<1@b.example> <2@b.example>', '<>', '<ticket-427637@dtnet.de>', '[dtnet.de #427637]', '[dtnet.de #99999999999999999999] [dtnet.de #0]', 'support@dtnet.de', 'support+427637-1-aaaaaaaaaaaaaaaa@dtnet.de', 'mailer-daemon@dtnet.de', 'x'.repeat(1200), '<a@b.example> '.repeat(150),
];

const pieces = [
  '\r\n', '\r\n\r\n', '\n', '\r', '\0', '\x1b', '\x1b$B', '\x0e', '~{', '+AGE', '=', '=\r\n', '=3D', '=\xff', '--', '\r\n--', '\r\n--nest--\r\n', '\r\nbegin 644 a.txt\r\n#86)C\r\n`\r\nend\r\n', '\r\nFrom a@b.example Mon Jan  1 00:00:00 2026\r\n', '<', '<!--', '-->', '<![CDATA[',
  '<script>alert(1)</script>', '<table><tr><td>', '</table></div></div>', '<img src=cid:a>', '<a href="javascript:alert(1)">', '<style>', '<svg><math>', '<plaintext>', '<b><i><a>', '<p '.repeat(50), '&#x0;', '&#xd800;', '&lt', '&', '\xff\xfe', '\xef\xbb\xbf', '\xed\xa0\x80', '\xf0\x9f',
  '\r\n> ', '\r\nOn Mon, 4 May 2026 at 10:15, Anna <a@b.example> wrote:\r\n', '\r\n-----Original Message-----\r\nFrom: a\r\nTo: b\r\nSubject: c\r\n', '\r\n-- \r\n', '\r\n________________________________\r\n', '\r\nBEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nRRULE:FREQ=SECONDLY\r\nDTSTART:99999999T999999\r\n',
  'Content-Type: text/html\r\n', 'Content-Transfer-Encoding: base64\r\n', 'From: other@b.example\r\n', 'Subject: \r\n', '\r\nFinal-Recipient: rfc822; a@b.example\r\nAction: failed\r\nStatus: 5.1.1\r\n', '(', ')', '"', '\\', ';', ',', ':', '\t', ' '.repeat(2000), '>'.repeat(500), '-'.repeat(400), 'x'.repeat(3000),
];

const words = [
  ['utf-8', 'iso-8859-1', 'windows-1252', 'us-ascii', 'utf-7', 'utf-16', 'utf-16le', 'iso-2022-jp', 'gb2312', 'big5', 'koi8-r', 'cp437', 'hz-gb-2312', 'iso-2022-kr', 'euc-kr', 'x-unknown', 'replacement', '""'],
  ['base64', 'quoted-printable', '7bit', '8bit', 'binary', 'x-uuencode', 'uue', 'gzip'],
  ['text/plain', 'text/html', 'multipart/mixed', 'multipart/alternative', 'multipart/related', 'multipart/report', 'multipart/signed', 'message/rfc822', 'message/partial', 'message/delivery-status', 'text/calendar', 'application/ms-tnef', 'application/octet-stream', 'image/png', 'text', ''],
  ['boundary=', 'Boundary =', 'boundary*=', 'xboundary='],
  ['attachment', 'inline', 'form-data', ''],
  ['?B?', '?Q?', '?b?', '?X?', '??'],
  ['filename=', 'filename*=', 'filename*0=', 'name=', 'filename*0*='],
  ['<div', '<p', '<table', '<blockquote', '<pre', '<a', '<font', '<span', '<script', '<style'],
];

export const fragments = { values, pieces, words };
