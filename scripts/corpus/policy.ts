/** Where another project decided otherwise than we do: a miss that is none. Never for a fault of ours. */

import type { Field } from './checks.ts';

type Difference = { source: string; file: string; field: Field; why: string };

const sisimai = (field: Field, files: string[], why: string): Difference[] => files.map((name) => ({ source: 'sisimai', file: `${name}.eml`, field, why }));
const discourse = (field: Field, files: string[], why: string): Difference[] => files.map((name) => ({ source: 'discourse', file: `${name}.eml`, field, why }));

const unknownUser = ['lhost-activehunter-02', 'lhost-amazonworkmail-02', 'lhost-gsuite-08', 'lhost-messagingserver-03', 'lhost-messagingserver-06', 'lhost-messagingserver-08', 'lhost-office365-04', 'lhost-postfix-07',
  'lhost-receivingses-01', 'lhost-receivingses-02', 'lhost-x2-01', 'lhost-x2-02', 'lhost-zoho-02', 'lhost-zoho-03', 'rfc3464-01', 'dos/rfc3464-01', 'rfc3464-35'];
const lists = ['mailinglist', 'mailinglist_reply', 'mailinglist_short_message', 'mailinglist_dmarc_fail', 'reply_to_different_to_from', 'reply_to_different_to_from_quoted_display_name', 'reply_to_different_to_from_x_original_different'];

export const differences: Difference[] = [
  ...sisimai('bounce kind', unknownUser, 'The server says that there is no such user; sisimai knows carriers that say so for a filter, or another reason by the host.'),
  ...sisimai('bounce kind', ['lhost-fml-02', 'lhost-fml-03', 'lhost-postfix-75'], 'A mailing list\'s answer, or a note to the postmaster: machine mail, but no mail of ours that did not get there.'),
  ...sisimai('bounce kind', ['lhost-postfix-05'], 'The server says 4.1.1: for now. What is for now condemns no address.'),
  ...sisimai('automatic', ['lhost-fml-03'], 'Nothing in it tells a machine but the word *Alert*; at the worst it is a ticket.'),
  ...discourse('automatic', lists, 'A mail by way of a mailing list is machine mail (A11); Discourse can mirror lists.'),
  ...discourse('automatic', ['auto_generated_allowlisted', 'auto_generated_unblocked'], 'Discourse was told to take this sender\'s automatic mail.'),
  ...reading('subject', 'without a subject it is empty, and shown as *(no subject)*', [['redmine', 'no_subject_header.eml'], ['discourse', 'no_subject.eml']]),
  ...reading('subject', 'Redmine takes its own tag off the subject', [['redmine', 'message_reply_by_subject.eml']]),
  ...reading('from', 'the requester is From, not Reply-To or what a list wrote down of the first sender', [['discourse', 'reply_to_whitespaces.eml',
    'reply_to_different_to_from.eml', 'reply_to_different_to_from_quoted_display_name.eml']]),
  ...reading('from', 'the sender of a mail that an agent forwards is read by Discourse from the text', [['discourse', 'forwarded_by_group_to_inbox.eml']]),
  ...reading('from', 'a byte that cannot be UTF-8 is read as what it looks like', [['otobo', 'EmailParser/PostMaster-Test14.box']]),
  ...reading('attachments', 'where two names differ, the one of the disposition counts', [['webklex-php-imap', 'attachment_long_filename.eml']]),
  ...reading('people', 'people of a forwarded mail stand in the text, not in the header', [['discourse', 'forwarded_by_group_to_inbox.eml',
    'forwarded_by_group_to_inbox_double_cc.eml', 'long_embedded_email_headers.eml']]),
  ...reading('text', 'text made of HTML has no marks for bold or headings', [['enmime', 'mail/non-mime-html.raw'], ['redmine', 'ticket_html_only.eml']]),
  ...reading('text', 'texts one below the other are parted by a blank line', [['enmime', 'mail/mime-mixed.raw', 'mail/mime-signed.raw']]),
  ...reading('text', 'the test reads another mail than the file', [['enmime', 'mail/html-mime-inline.raw']]),
  ...reading('text', 'a broken character is shown as U+FFFD, not as a question mark', [['redmine', 'invalid_utf8.eml']]),
  ...reading('text', 'parts that are no alternatives are all read', [['redmine', 'different_contents_in_text_and_html.eml']]),
  ...reading('text', 'a line break is a blank there none', [['roundcube', 'tnef2.eml']]),
  ...reading('text', 'what is expected is a checksum', [['webklex-php-imap', 'example_bounce.eml', 'multipart_without_body.eml', 'issue-412.eml']]),
  ...reading('text', 'HTML in several parts is made one document each', [['webklex-php-imap', 'multiple_html_parts_and_attachments.eml']]),
  ...reading('attachments', 'OTOBO replaces what it takes for dangerous by underscores, and names the texts of a mail too', [['otobo', 'EmailParser/PostMaster-Test12.box',
    'EmailParser/DuplicateFilenameSpecialCharacters.box', 'EmailParser/EmptyEmail.eml', 'EmailParser/FilenameWithCRLF.box', 'EmailParser/FilenameWithNewline.box',
    'EmailParser/NestedMessage-Test1.box', 'EmailParser/UTF8Filename.box']]),
  ...reading('attachments', 'files without a name are called otherwise, there by a checksum', [['php-mime-mail-parser', 'm0020'], ['webklex-php-imap',
    'embedded_email_without_content_disposition.eml', 'example_bounce.eml', 'inline_attachment.eml']]),
  ...reading('attachments', 'of a path the last part is the name', [['webklex-php-imap', 'issue-414.eml']]),
  ...reading('attachments', 'the setting leaves files of that name out', [['redmine', 'ticket_with_attachment.eml']]),
  ...reading('attachments', 'an empty file is a file', [['redmine', 'ticket_with_empty_attachment.eml']]),
  ...reading('attachments', 'Chatwoot takes the first fifteen files', [['chatwoot', 'multiple_attachments.eml']]),
  ...reading('attachments', 'images beside plain text are files: there is no HTML that could show them', [['chatwoot', 'mail_with_plain_text_and_inline_image.eml']]),
  ...replies('a greeting and what stands below it without a mark are the writer\'s words, not a signature', [
    ['crisp-email-reply-parser', 'email_with_regards.txt'],
    ['edgetier-email-reply-parser', 'email_signature.txt', 'email_german.txt', 'email_french.txt', 'long_passage.txt', 'email_continue_after_signoff.txt',
      'swiss_german_signoff_no_trailing_newline.txt', 'george_best.txt', 'sincerely_message.txt', 'best_example.txt'],
    ['mail-parser-reply', 'email_pl_1_1.txt', 'email_pl_1_3.txt', 'email_danish_1.txt', 'email_danish_2.txt', 'email_danish_5.txt'],
  ]),
  ...replies('a quote between answers stays, with the line that introduces it', [
    ['crisp-email-reply-parser', 'email_2.txt'],
    ['willdurand-EmailReplyParser', 'email_2.txt'],
    ['github-email_reply_parser', 'email_1_2.txt', 'email_1_8.txt'],
    ['discourse', 'inline_mixed_replies.eml'],
    ['mailspring', 'email_27.html'],
  ]),
  ...replies('what stands below *Sent from my …* may be new, so it stays', [
    ['crisp-email-reply-parser', 'email_15.txt', 'email_german_3.txt'],
    ['willdurand-EmailReplyParser', 'email_15.txt'],
  ]),
  ...replies('a forwarded mail is new here', [['edgetier-email-reply-parser', 'forwarded_message_french.txt']]),
  ...replies('a warning that a mail server put above the mail is not taken away', [['edgetier-email-reply-parser', 'email_with_header_warning.txt']]),
  ...replies('a signature below the quote is folded with it', [['chatwoot', 'mail_with_quote.eml']]),
  ...replies('there it can be set to take the HTML, or all', [['discourse', 'text_and_html_reply.eml', 'original_message.eml']]),
  ...replies('the rule above the old mail belongs to that', [['mail-parser-reply', 'email_2_1.txt', 'email_nl_1_2.txt']]),
  ...replies('signatures within old mails are not looked for', [['mail-parser-reply', 'email_pl_1_2.txt']]),
  ...replies('what its test expects is not what its code does', [['mail-parser-reply', 'email_1_1.txt']]),
  ...replies('entities and blanks are compared as bytes there', [['extended_email_reply_parser', 'email_de_1.txt', 'email_de_9.eml']]),
  ...replies('the HTML is of a mail not yet decoded', [['mailspring', 'email_17.html']]),
  ...replies('the headers of an old mail in a quote are not taken for a forwarded mail', [['mailspring', 'email_5.html']]),
  ...replies('the old mail is shown there although it is quoted', [['mailspring', 'email_21.html']]),
  ...replies('the words of images count as text here', [['mailspring', 'email_16.html']]),
];

/** The reason, or null. */
export function policyOn(source: string, file: string, field: Field): string | null {
  return differences.find((one) => one.source === source && one.file === file && one.field === field)?.why ?? null;
}

/** There the size of a file is that of its base64. */
export const sourcesOfCodedSizes: ReadonlySet<string> = new Set(['webklex-php-imap']);

function reading(field: Field, why: string, files: [source: string, ...files: string[]][]): Difference[] {
  return files.flatMap(([source, ...names]) => names.map((file) => ({ source, file, field, why })));
}

function replies(why: string, files: [source: string, ...files: string[]][]): Difference[] {
  return reading('reply', why, files);
}
