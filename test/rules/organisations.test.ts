import { describe, expect, test } from 'vitest';
import { can, filesFor, mayRead } from '../../src/rules/access.ts';
import { isFreeMail } from '../../src/rules/free-mail.ts';
import { decide } from '../../src/rules/lifecycle.ts';
import { judgeOrganisation } from '../../src/portal/admin/judge-organisation.ts';
import { textIn } from '../../src/text/text.ts';
import { address, anActor, anArticle, aParticipant, aTicket, customer, now } from '../support/builders.ts';

/** Sees what people of `kunde.example` write to the desk; is on no ticket. */
const chief = () => anActor('chefin@holding.example', { name: 'Chefin', reach: { queues: null, domains: ['kunde.example'] } });

describe('somebody who sees the tickets of an organisation', () => {
  test('sees and answers a ticket of its people, and does nothing else there (SW13)', () => {
    const rights = (['see', 'reply', 'comment', 'change', 'source'] as const).filter((action) => can(chief(), action, aTicket()));

    expect(rights).toEqual(['see', 'reply']);
    expect(can(chief(), 'reply', aTicket({ status: 'closed' }))).toBe(false);
  });

  test.each([
    ['of another domain', [aParticipant('max@andere.example', { role: 'requester' })]],
    ['of a subdomain', [aParticipant('max@it.kunde.example', { role: 'requester' })]],
    ['of a domain that ends like theirs', [aParticipant('max@xkunde.example', { role: 'requester' })]],
    ['on which one of them only stands in Cc', [aParticipant('max@andere.example', { role: 'requester' }), aParticipant('eva@kunde.example')]],
    ['whose requester was another before', [aParticipant('max@kunde.example', { role: 'requester', state: 'removed' }), aParticipant('max@andere.example', { role: 'requester' })]],
  ])('does not see a ticket %s (W05)', (_, people) => {
    expect(can(chief(), 'see', aTicket({ people }))).toBe(false);
  });

  test('reads all correspondence from its beginning, no comment and no machine’s note (P08)', () => {
    const ticket = aTicket({ people: [customer(), aParticipant('chefin@holding.example', { fromArticle: 5 })] });

    expect(mayRead(ticket, chief(), anArticle())).toBe(true);
    expect(mayRead(ticket, chief(), anArticle({ kind: 'comment' }))).toBe(false);
    expect(mayRead(ticket, chief(), anArticle({ automatic: 'machine' }))).toBe(false);
    expect(mayRead(ticket, chief(), anArticle({ state: 'leaving' }))).toBe(false);
  });

  test('gets files, but no raw mail: it holds the requester’s reply key', () => {
    const file = { id: 'f', name: 'mail.eml', type: 'message/rfc822', size: 1, key: `raw/${'a'.repeat(64)}`, contentId: null };

    expect(filesFor(chief(), anArticle({ attachments: [file, { ...file, id: 'g', key: 'files/1' }] })).map(({ id }) => id)).toEqual(['g']);
  });

  test('joins in Cc by answering, also after leaving (A08)', () => {
    for (const people of [[customer()], [customer(), aParticipant('chefin@holding.example', { state: 'removed' })]]) {
      const decision = decide(aTicket({ people }), { kind: 'reply', text: 'Bitte vorziehen.', attachments: [], channel: 'portal' }, chief(), now);

      expect(decision).toMatchObject({ kind: 'changes', changes: [{ kind: 'joined', person: { address: 'chefin@holding.example', role: 'cc', state: 'verified', fromArticle: 1 } }, { kind: 'article' }] });
    }
  });
});

describe('an organisation', () => {
  const words = textIn('en').organisations.errors;
  const other = { id: 1, name: 'Andere', domains: ['andere.example'], people: [] };
  const judge = (typed: { name?: string; domains?: string; people?: string }) => judgeOrganisation({ name: 'Kunde', domains: 'kunde.example', people: '', ...typed }, { others: [other], ownAddresses: [address('support@dtnet.de')] }, textIn('en'));

  test('has domains as mails name them, and people', () => {
    const { draft } = judge({ domains: '@Kunde.example\nmünchen.example, kunde.example', people: 'Chefin@Holding.example' });

    expect(draft).toEqual({ name: 'Kunde', domains: ['kunde.example', 'xn--mnchen-3ya.example'], people: ['chefin@holding.example'] });
  });

  test.each([
    [{ name: ' ' }, { name: words.name }],
    [{ domains: '' }, { domains: words.noDomain }],
    [{ domains: 'kunde' }, { domains: words.domain('kunde') }],
    [{ domains: 'max@kunde.example' }, { domains: words.domain('max@kunde.example') }],
    [{ domains: 'kunde.example\nGMX.de' }, { domains: words.freeMail('gmx.de') }],
    [{ domains: 'andere.example' }, { domains: words.taken('andere.example', 'Andere') }],
    [{ people: 'chefin' }, { people: words.person('chefin') }],
    [{ people: 'support+1-2-x@dtnet.de' }, { people: words.own('support+1-2-x@dtnet.de') }],
  ])('with %j is told what is wrong: %j (W08)', (typed, errors) => {
    expect(judge(typed)).toEqual({ draft: null, errors });
  });

  test.each(['gmail.com', 'gmx.de', 'web.de', 't-online.de', 'outlook.com', 'icloud.com'])('cannot be %s, where strangers have their addresses', (domain) => {
    expect(isFreeMail(domain)).toBe(true);
  });
});
