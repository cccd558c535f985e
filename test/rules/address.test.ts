import { describe, expect, test } from 'vitest';
import { domainOf, isAscii, isRoleAddress, parseAddress } from '../../src/rules/address.ts';

function address(text: string) {
  const parsed = parseAddress(text);
  if (parsed === null) throw new Error(`not an address: ${text}`);
  return parsed;
}

describe('an address', () => {
  test.each([
    ['Anna@Example.COM', 'anna@example.com'],
    [' <anna@example.com> ', 'anna@example.com'],
    ['anna@müller.de', 'anna@xn--mller-kva.de'],
    ['anna@MÜNCHEN.example', 'anna@xn--mnchen-3ya.example'],
    ['anna@例え.jp', 'anna@xn--r8jz45g.jp'],
    ['anna@пример.испытание', 'anna@xn--e1afmkfd.xn--80akhbyknj4f'],
    ['anna@xn--mller-kva.de', 'anna@xn--mller-kva.de'],
    ['jörg@example.com', 'jörg@example.com'],
    ["o'neil+x=1/2@example.com", "o'neil+x=1/2@example.com"],
    ['a..b.@docomo.example', 'a..b.@docomo.example'],
    ['root@localhost', 'root@localhost'],
    ['anna@example.com.', 'anna@example.com'],
  ])('%s is %s (P05)', (text, expected) => {
    expect(parseAddress(text)).toBe(expected);
  });

  test.each(['bücher.example', 'ليهمابتكلموشعربي.eg', '他们为什么不说中文.cn', 'Привет.рф', 'ドメイン名例.jp', 'ＭÜller．de', '3年b組金八先生.jp'])(
    'has the domain %s in the form the URL standard gives it (P05)', (host) => {
      expect(domainOf(address(`anna@${host}`))).toBe(new URL(`http://${host}`).hostname);
    });

  test.each([
    '', '@', 'anna', 'anna@', '@example.com', 'anna@@example.com', 'a@b@c', 'an na@example.com', '"v@x "@evil.example',
    '"anna"@example.com', 'anna@[127.0.0.1]', 'anna@exam ple.com', 'anna@-example.com', 'anna@example..com', 'anna@exa\u0000mple.com',
    'anna@example.com\r\nBcc: x@y', 'an\u200bna@example.com', 'anna@exa\u202emple.com', 'Anna <anna@example.com>', '<a@b>, <c@d>',
    `${'a'.repeat(250)}@example.com`, `anna@${'ü'.repeat(200)}.de`,
  ])('%j is none (A19)', (text) => {
    expect(parseAddress(text)).toBeNull();
  });

  test('has its domain behind the @', () => {
    expect(domainOf(address('Anna@Müller.DE'))).toBe('xn--mller-kva.de');
  });

  test('beyond ASCII is known, as not every server takes it', () => {
    expect([isAscii(address('jörg@example.com')), isAscii(address('anna@müller.de'))]).toEqual([false, true]);
  });
});

describe('a role address never joins (A08)', () => {
  test.each(['no-reply', 'noreply', 'No_Reply', 'donotreply', 'do-not-reply', 'mailer-daemon', 'MAILER-DAEMON', 'postmaster', 'bounce',
    'bounces', 'bounces+17-abc=x', 'notification', 'notifications', 'newsletter', 'jira-noreply', 'noreply-apps', 'noreply2', 'nicht-antworten'])(
    '%s is one', (local) => {
      expect(isRoleAddress(address(`${local}@example.com`))).toBe(true);
    });

  test.each(['anna', 'info', 'support', 'anna+newsletter', 'reply', 'nora.reply', 'postmasters', 'bouncer', 'abused'])('%s is none', (local) => {
    expect(isRoleAddress(address(`${local}@example.com`))).toBe(false);
  });
});
