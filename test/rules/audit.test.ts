import { describe, expect, test } from 'vitest';
import { audited } from '../../src/portal/audited.ts';
import { boundedTarget, csvCell, networkPart } from '../../src/rules/audit.ts';

const answered = { method: 'POST', status: 303, to: '/', form: {}, shownInPage: false, everyTicket: false };

describe('a request', () => {
  test.each([
    ['POST', '/sign-in', 401, { address: 'max@kunde.example' }, 'signInFailed'],
    ['POST', '/sign-in/second', 401, {}, 'secondFactorFailed'],
    ['POST', '/sign-in/again', 401, {}, 'signInFailed'],
    ['POST', '/sign-in/passkey', 401, {}, 'signInFailed'],
    ['POST', '/sign-in/link/open', 410, {}, 'signInFailed'],
    ['POST', '/password/new', 410, {}, 'signInFailed'],
    ['GET', '/sign-in/company/back', 403, {}, 'signInFailed'],
    ['GET', '/admin/audit', 403, {}, 'refused'],
    ['POST', '/tickets/17/comments', 403, {}, 'refused'],
    ['GET', '/tickets/17', 404, {}, 'refused'],
    ['GET', '/tickets/17/attachments/abc/a.pdf', 404, {}, 'refused'],
    ['POST', '/tickets/17/secrets/1/withdraw', 303, {}, 'secretWithdrawn'],
    ['GET', '/profile/download', 200, {}, 'ownDownloaded'],
    ['POST', '/profile/security/password', 303, {}, 'passwordSet'],
    ['POST', '/profile/security/passkeys', 200, {}, 'secondFactorChanged'],
    ['POST', '/profile/security/sessions/end', 303, {}, 'sessionsEnded'],
    ['POST', '/admin/people', 303, { address: 'a@dtnet.de', role: 'agent' }, 'personAdded'],
    ['POST', '/admin/people/7', 303, { account: '', role: 'admin' }, 'rightsChanged'],
    ['POST', '/admin/people/7', 303, { account: 'disable' }, 'disabled'],
    ['POST', '/admin/people/7', 303, { account: 'enable' }, 'enabled'],
    ['POST', '/admin/queues', 303, {}, 'queueChanged'],
    ['POST', '/desk/door/0123456789abcdef', 303, { decision: 'admit' }, 'doorDecided'],
    ['POST', '/tickets/17/secrets', 303, {}, 'secretAsked'],
    ['POST', '/tickets/17/secrets/1/see', 200, {}, 'secretSeen'],
    ['POST', '/tickets/17/articles/2/redact', 303, {}, 'redacted'],
    ['POST', '/secrets/17-1-token', 303, {}, 'secretGiven'],
    ['GET', '/tickets/17/articles/1/source', 200, {}, 'sourceRead'],
    ['GET', '/tickets/17/attachments/abc/a.pdf', 206, {}, 'fileRead'],
    ['GET', '/admin/audit.csv', 200, {}, 'logExported'],
  ])('%s %s answered %i, with %j, is noted as it is (SW18)', (method, path, status, form, action) => {
    expect(audited({ ...answered, method, path, status, form })?.action).toBe(action);
  });

  test.each([
    ['GET', '/tickets/17', 200, null],
    ['GET', '/tickets/new/x', 404, null],
    ['GET', '/nowhere', 404, null],
    ['POST', '/admin/people/7', 422, null],
    ['POST', '/sign-in', 429, null],
    ['POST', '/profile/security/passkeys', 303, '/sign-in/again?next=/profile/security'],
    ['POST', '/tickets/17/replies', 303, '/tickets/17'],
  ])('%s %s answered %i, to %s, is not: nothing of weight was done (SW18)', (method, path, status, to) => {
    expect(audited({ ...answered, method, path, status, to })).toBeNull();
  });

  test('of an agent for a ticket that does not exist is not: they mistyped its number (SW18)', () => {
    expect(audited({ ...answered, method: 'GET', path: '/tickets/17', status: 404, everyTicket: true })).toBeNull();
  });

  test('leaves nothing of a link that opens something (SW18)', () => {
    expect(JSON.stringify(audited({ ...answered, path: '/secrets/17-1-opensesame' }))).not.toContain('opensesame');
  });
});

describe('what anybody can cause', () => {
  const tried = { action: 'signInFailed', target: 'max@kunde.example' } as const;

  test.each([
    [{ each: 58, all: 58 }, 'max@kunde.example'],
    [{ each: 59, all: 59 }, 'max@kunde.example more'],
    [{ each: 60, all: 60 }, null],
    [{ each: 0, all: 499 }, 'max@kunde.example more'],
    [{ each: 0, all: 500 }, null],
  ])('is noted no more after so many within the hour, %j, and the last says so (SW18)', (taken, target) => {
    expect(boundedTarget(tried, taken)).toBe(target);
  });

  test('is all that is bounded: what people with rights do is always noted (SW18)', () => {
    expect(boundedTarget({ action: 'rightsChanged', target: 'x' }, { each: 9999, all: 9999 })).toBe('x');
  });
});

test.each([
  ['=1+1', `"'=1+1"`],
  ['+49', `"'+49"`],
  ['-1', `"'-1"`],
  ['@SUM(A1)', `"'@SUM(A1)"`],
  ['\tx', `"'\tx"`],
  ['a "b", c', '"a ""b"", c"'],
])('a cell %j is no formula in a spreadsheet (SH13)', (value, cell) => {
  expect(csvCell(value)).toBe(cell);
});

test.each([
  ['203.0.113.77', '203.0.113.0/24'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
])('%s is noted as its network %s (SW18)', (ip, network) => {
  expect(networkPart(ip)).toBe(network);
});
