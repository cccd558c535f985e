import { describe, expect, test } from 'vitest';
import { rebuildHtml } from '../../src/mail-html/rebuild.ts';
import { textOfHtml } from '../../src/mail-html/text.ts';
import { foldReply } from '../../src/rules/reply-text.ts';

const words = { quote: 'Zitierter Text', signature: 'Signatur' };
const rebuilt = (html: string, forwarded = false) => rebuildHtml(html, { attached: () => null, elsewhere: 'blocked' }, { forwarded, words })?.html ?? '';
/** What a reader sees before they open a fold. */
const seen = (html: string, forwarded = false) => rebuilt(html, forwarded).replace(/<details[^>]*>.*?<\/details>/gs, '').replace(/<[^>]*>/g, ' ').replace(/&nbsp;|\s+/g, ' ').trim();
const shownText = (html: string, forwarded = false) => foldReply(textOfHtml(html), forwarded).filter((part) => part.shown).map((part) => part.text).join('').replace(/\s+/g, ' ').trim();

const quote = '<p>Geht es wieder?</p><table><tr><td>Support</td></tr></table>';
const headers = '<b>Von:</b> Support &lt;support@dtnet.de&gt;<br><b>Gesendet:</b> Dienstag, 4. Mai 2021 10:00<br><b>An:</b> Anna<br><b>Betreff:</b> Drucker';
const welsh = '<b>Oddi wrth:</b> Support &lt;support@dtnet.de&gt;<br><b>Anfonwyd:</b> 04 Mai 2021 10:00<br><b>Pwnc:</b> Drucker';

const programs: [program: string, html: string][] = [
  ['Gmail', `<div dir="ltr">Ja, gerne.</div><br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">Am Di., 4. Mai 2021 um 10:00 Uhr schrieb Support &lt;<a href="mailto:support@dtnet.de">support@dtnet.de</a>&gt;:<br></div><blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204);padding-left:1ex">${quote}</blockquote></div>`],
  ['Gmail in a language of no list', `<div dir="ltr">Ja, gerne.</div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">Ar Maw, 4 Mai 2021 anfonodd Support<br></div><blockquote class="gmail_quote">${quote}</blockquote></div>`],
  ['Outlook on a desk', `<div class="WordSection1"><p class="MsoNormal">Ja, gerne.<o:p></o:p></p><p class="MsoNormal"><o:p>&nbsp;</o:p></p><div><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p class="MsoNormal">${headers}</p></div></div>${quote}</div>`],
  ['Outlook on a desk in a language of no list', `<div class="WordSection1"><p class="MsoNormal">Ja, gerne.</p><div><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p class="MsoNormal">${welsh}</p></div></div>${quote}</div>`],
  ['old Outlook', `<div><p class="MsoNormal">Ja, gerne.</p><div><div style="BORDER-RIGHT: medium none; PADDING-RIGHT: 0in; BORDER-TOP: #b5c4df 1pt solid; PADDING-LEFT: 0in; PADDING-BOTTOM: 0in; BORDER-LEFT: medium none; PADDING-TOP: 3pt; BORDER-BOTTOM: medium none"><p class="MsoNormal">${welsh}</p></div></div>${quote}</div>`],
  ['Windows Mail', `<div data-externalstyle="false"><div>Ja, gerne.</div><div data-signatureblock="true"><div>Sent from Windows Mail</div></div><div style="padding-top: 5px; border-top-color: rgb(229, 229, 229); border-top-width: 1px; border-top-style: solid;"><div>${welsh}</div></div><div>${quote}</div></div>`],
  ['Hotmail', `<div dir="ltr">Ja, gerne.<br><br><div><hr id="stopSpelling">${headers}<br><br>${quote}</div></div>`],
  ['Outlook on the web', `<div style="font-family:Aptos" class="elementToProof">Ja, gerne.</div><div id="appendonsend"></div><hr style="display:inline-block;width:98%" tabindex="-1"><div id="divRplyFwdMsg" dir="ltr"><font face="Calibri, sans-serif" style="font-size:11pt" color="#000000">${headers}</font><div>&nbsp;</div></div><div>${quote}</div>`],
  ['Outlook on a telephone', `<div dir="auto">Ja, gerne.</div><hr style="display:inline-block;width:98%"><div id="divRplyFwdMsg">${welsh}</div>${quote}`],
  ['the new Outlook on a telephone', `<div>Ja, gerne.</div><div id="mail-editor-reference-message-container"><div class="ms-outlook-mobile-reference-message skipProofing"><hr><div>${headers}</div><div>${quote}</div></div></div>`],
  ['Exchange between two Outlooks', `<div>Ja, gerne.</div><div id="x_appendonsend"></div><hr><div id="x_divRplyFwdMsg">${headers}</div><div>${quote}</div>`],
  ['Apple Mail', `<html><body style="overflow-wrap: break-word;">Ja, gerne.<br><div><br><blockquote type="cite"><div>Am 04.05.2021 um 10:00 schrieb Support &lt;support@dtnet.de&gt;:</div><br class="Apple-interchange-newline"><div>${quote}</div></blockquote></div><br></body></html>`],
  ['an iPhone', `<html><body dir="auto"><div dir="ltr">Ja, gerne.</div><div dir="ltr"><br><blockquote type="cite">Am 04.05.2021 um 10:00 schrieb Support &lt;support@dtnet.de&gt;:<br><br></blockquote></div><blockquote type="cite"><div dir="ltr">${quote}</div></blockquote></body></html>`],
  ['Thunderbird', `<p>Ja, gerne.</p><div class="moz-cite-prefix">Am 04.05.21 um 10:00 schrieb Support:<br></div><blockquote type="cite" cite="mid:x@y">${quote}</blockquote>`],
  ['GMX and web.de', `<div style="font-family: Verdana;font-size: 12.0px;"><div>Ja, gerne.</div><div>&nbsp;<div name="quote" style="margin:10px 5px 5px 10px; padding: 10px 0 10px 10px; border-left:2px solid #C3D9E5;"><div style="margin:0 0 10px 0;"><b>Gesendet:</b>&nbsp;Dienstag, 04. Mai 2021 um 10:00 Uhr<br/><b>Von:</b>&nbsp;&quot;Support&quot; &lt;support@dtnet.de&gt;<br/><b>An:</b>&nbsp;anna@web.de<br/><b>Betreff:</b>&nbsp;Drucker</div><div name="quoted-content">${quote}</div></div></div></div>`],
  ['Yahoo', `<div class="ydp1yahoo-style-wrap"><div>Ja, gerne.</div></div><div id="ydpyahoo_quoted_1" class="yahoo_quoted"><div><div>Am Dienstag, 4. Mai 2021, 10:00:00 MESZ hat Support &lt;support@dtnet.de&gt; Folgendes geschrieben:</div><div><br></div>${quote}</div></div>`],
  ['Proton Mail', `<div>Ja, gerne.</div><div class="protonmail_signature_block"><div class="protonmail_signature_block-proton">Gesendet mit Proton Mail</div></div><div class="protonmail_quote">Am Dienstag, 4. Mai 2021 um 10:00, Support &lt;support@dtnet.de&gt; schrieb:<br><blockquote class="protonmail_quote" type="cite">${quote}</blockquote></div>`],
  ['Zimbra', `<div style="font-family: arial"><div>Ja, gerne.</div><hr id="zwchr" data-marker="__DIVIDER__"><div data-marker="__HEADERS__"><blockquote style="border-left:2px solid #1010FF;margin-left:5px;padding-left:5px"><b>Von: </b>"Support" &lt;support@dtnet.de&gt;<br><b>An: </b>"Anna"<br><b>Gesendet: </b>Dienstag, 4. Mai 2021 10:00:00<br><b>Betreff: </b>Drucker<br></blockquote></div><div data-marker="__QUOTED_TEXT__"><blockquote>${quote}</blockquote></div></div>`],
  ['Zoho', `<div><div>Ja, gerne.</div><div class="zmail_extra" id="Zm-_Id_-Sgn1"><div id="Zm-_Id_-Sgn">---- Am Di, 04 Mai 2021 10:00:00 +0200 <b>Support &lt;support@dtnet.de&gt;</b> schrieb ----</div><blockquote id="blockquote_zmail">${quote}</blockquote></div></div>`],
  ['Roundcube', `<p>Ja, gerne.</p><p id="reply-intro">Am 2021-05-04 10:00, schrieb Support:</p><blockquote type="cite" style="padding: 0 0.4em; border-left: #1010ff 2px solid; margin: 0"><div id="replybody1">${quote}</div></blockquote>`],
  ['Open-Xchange', `<div class="default-style">Ja, gerne.</div><blockquote type="cite"><div>Support &lt;support@dtnet.de&gt; hat am 04.05.2021 10:00 geschrieben:</div><div>&nbsp;</div>${quote}</blockquote>`],
  ['Samsung', `<div>Ja, gerne.</div><div><br></div><div align="left" dir="auto" style="font-size:100%;color:#000000"><div>-------- Ursprüngliche Nachricht --------</div><div>Von: Support &lt;support@dtnet.de&gt; </div><div>Datum: 04.05.21  10:00  (GMT+01:00) </div><div>An: Anna </div><div>Betreff: Drucker </div><div><br></div></div>${quote}`],
  ['Spark', `<div name="messageBodySection"><div dir="auto">Ja, gerne.</div></div><div name="messageSignatureSection"><br><div>Anna</div></div><div name="messageReplySection">Am 4. Mai 2021, 10:00 +0200 schrieb Support &lt;support@dtnet.de&gt;:<br><blockquote type="cite">${quote}</blockquote></div>`],
];

describe.each(programs)('%s', (_program, html) => {
  test('shows the answer, and the old mail behind a fold (M08)', () => {
    expect(seen(html)).toBe('Ja, gerne.');
    expect(rebuilt(html)).toContain('Geht es wieder?');
  });

  test('has the same in its text (M08)', () => {
    expect(shownText(html)).toBe('Ja, gerne.');
  });

  test('shows a mail of which the subject says that it was forwarded, unless it is marked as quoted (M08)', () => {
    expect(seen(html, true).includes('Geht es wieder?')).toBe(!/gmail_attr|cite|yahoo_quoted|zmail_extra/.test(html));
  });
});

test.each([
  ['Gmail', `<div dir="ltr">Bitte ansehen.<br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">---------- Forwarded message ---------<br>Von: <b>Max</b> &lt;max@kunde.example&gt;<br>Date: Di., 4. Mai 2021 um 10:00 Uhr<br>Subject: Drucker<br>To: Anna<br></div>${quote}</div></div>`],
  ['Apple Mail', `<div>Bitte ansehen.</div><div><blockquote type="cite"><div>Anfang der weitergeleiteten Nachricht:</div><br><div><b>Von: </b>Max<br></div><div><b>Betreff: </b>Drucker<br></div><div><b>Datum: </b>4. Mai 2021<br></div><div>${quote}</div></blockquote></div>`],
  ['Thunderbird', `<p>Bitte ansehen.</p><div class="moz-forward-container"><br>-------- Weitergeleitete Nachricht --------<table class="moz-email-headers-table"><tr><th>Betreff: </th><td>Drucker</td></tr><tr><th>Datum: </th><td>Tue, 4 May 2021 10:00</td></tr><tr><th>Von: </th><td>Max</td></tr></table>${quote}</div>`],
  ['Yahoo', `<div>Bitte ansehen.</div><div class="yahoo_quoted"><div>----- Weitergeleitete Nachricht -----</div><div>Von: Max</div>${quote}</div>`],
])('a mail forwarded with %s stays (M08)', (_program, html) => {
  expect(seen(html)).toContain('Geht es wieder?');
  expect(shownText(html)).toContain('Geht es wieder?');
});

describe('a signature that its program marks', () => {
  test.each([
    '<div dir="ltr" class="gmail_signature" data-smartmail="gmail_signature">', '<pre class="moz-signature" cols="72">-- \n', '<div id="Signature">', '<div id="ms-outlook-mobile-signature">', '<div id="AppleMailSignature">', '<div class="x_gmail_signature">',
    '<div class="protonmail_signature_block">', '<div data-marker="__SIG_PRE__">', '<div id="_rc_sig">',
  ])('%s is folded with all that is in it (M08)', (start) => {
    const html = `<p>Ja, gerne.</p>${start}Muster GmbH <a href="https://muster.example/">Web</a></${start.startsWith('<pre') ? 'pre' : 'div'}>`;

    expect(seen(html)).toBe('Ja, gerne.');
    expect(rebuilt(html)).toContain('<details class="fold signature"><summary title="Signatur">');
    expect(shownText(html)).toBe('Ja, gerne.');
  });

  test('is not folded if words stand below it (M08)', () => {
    const html = '<div id="Signature">Muster GmbH</div><p>Ach ja: der Toner auch.</p>';

    expect(seen(html)).toBe('Muster GmbH Ach ja: der Toner auch.');
  });
});

describe('a fold in HTML', () => {
  test('is not put where a browser would move it: between rows, entries or the words of a paragraph', () => {
    const html = `<table><tr><td>Ja, gerne.</td></tr><tr><td>Am 04.05.21 um 10:00 schrieb Support:</td></tr><tr><td><blockquote>Alt</blockquote></td></tr></table>`;

    expect(rebuilt(html)).toMatch(/<tr><td><details class="fold quote">.*?<\/details><\/td><\/tr>/);
    expect(rebuilt(html)).not.toMatch(/<(table|tbody|tr|ul|ol|p)[^>]*><details/);
  });

  test('is one for neighbours, with the rule above them in it', () => {
    const html = `<p>Ja, gerne.</p><hr><p>Am 04.05.21 um 10:00 schrieb Support:</p> <blockquote>Alt</blockquote><br>`;

    expect(rebuilt(html).match(/<details/g)).toHaveLength(1);
    expect(rebuilt(html)).toMatch(/<\/summary><hr>/);
  });

  test('leaves quotes between answers in sight, and an indented paragraph', () => {
    const inline = '<p>Zu Ihren Fragen:</p><blockquote>Geht es wieder?</blockquote><p>Ja.</p>';

    expect(rebuilt(`${inline}<blockquote>Gruß</blockquote>`)).toBe(`${inline}${rebuilt('<p>x</p><blockquote>Gruß</blockquote>').slice('<p>x</p>'.length)}`);
    expect(rebuilt('<p>Ja.</p><blockquote style="margin: 0 0 0 40px; border: none; padding: 0px;">Eingerückt</blockquote>')).not.toContain('<details');
  });

  test('loses nothing: without its tags the mail is what it was', () => {
    for (const [, html] of programs) {
      const plain = rebuildHtml(html, { attached: () => null, elsewhere: 'blocked' })?.html;

      expect(rebuilt(html).replace(/<details[^>]*><summary.*?<\/summary>|<\/details>/gs, '')).toBe(plain);
    }
  });

  test('is never made by the mail itself', () => {
    expect(rebuilt('<details open class="fold"><summary>x</summary>y</details>')).toBe('xy');
  });
});
