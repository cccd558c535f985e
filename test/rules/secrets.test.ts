import { describe, expect, test } from 'vitest';
import { maySeeFact } from '../../src/rules/access.ts';
import { lettersFor } from '../../src/rules/letters.ts';
import { decide } from '../../src/rules/lifecycle.ts';
import { openSecrets, SECRET_DAYS, secretAt, secretsOver } from '../../src/rules/secrets.ts';
import type { AskedSecret } from '../../src/rules/asked-secret.ts';
import type { Change } from '../../src/rules/ticket.ts';
import { address, agent, anActor, annaTheAgent, aTicket, customer, everywhere, maxTheCustomer, now } from '../support/builders.ts';

const WEEK_MS = SECRET_DAYS * 86_400_000;
const [max, anna] = [address('max@kunde.example'), address('anna@dtnet.de')];

function aSecret(with_: Partial<AskedSecret> = {}): AskedSecret {
  return { id: 1, label: 'WLAN', of: max, by: anna, state: 'asked', until: now + WEEK_MS, ...with_ };
}

const withSecret = (with_: Partial<AskedSecret> = {}) => aTicket({ people: [customer(), agent()], secrets: [aSecret(with_)] });

describe('asking for a credential', () => {
  test('asks the requester, who has a week, and puts the agent on the ticket (S18)', () => {
    const decision = decide(aTicket({ engagedAt: null }), { kind: 'askSecret', for: ' WLAN\n Büro ' }, annaTheAgent(), now);

    expect(decision).toMatchObject({ changes: [{ kind: 'engaged' }, { kind: 'joined' }, { kind: 'secretAsked', secret: 1, label: 'WLAN Büro', of: max, until: now + WEEK_MS }] });
  });

  test.each([
    ['without a word of what for', aTicket(), ' ', annaTheAgent(), 'noText'],
    ['on a closed ticket', aTicket({ status: 'closed' }), 'WLAN', annaTheAgent(), 'closed'],
    ['without a requester', aTicket({ people: [] }), 'WLAN', annaTheAgent(), 'notOnTicket'],
    ['by somebody outside', aTicket(), 'WLAN', maxTheCustomer(), 'notAllowed'],
  ])('is refused %s (S18)', (_, ticket, what, by, refusal) => {
    expect(decide(ticket, { kind: 'askSecret', for: what }, by, now)).toEqual({ kind: 'refusal', refusal });
  });

  test('writes to the one who is asked, and once it is given to the one who asked (S18)', () => {
    const asked: Change = { kind: 'secretAsked', secret: 1, label: 'WLAN', of: max, until: now };
    const given: Change = { kind: 'secretGiven', secret: 1, label: 'WLAN', of: max, until: now, sealed: 'x' };

    expect(lettersFor(withSecret(), asked, anna)).toEqual([{ kind: 'secret-asked', to: max, article: 1 }]);
    expect(lettersFor(withSecret(), given, max)).toEqual([{ kind: 'secret-given', to: anna, article: 1 }]);
  });
});

describe('what may be done with one', () => {
  const give = { kind: 'giveSecret', secret: 1, sealed: 'x' } as const;
  const see = { kind: 'seeSecret', secret: 1 } as const;
  const withdraw = { kind: 'withdrawSecret', secret: 1 } as const;
  const bert = anActor('bert@dtnet.de', { role: 'admin' });
  const cc = anActor('boss@kunde.example');

  test.each([
    ['asked', give, maxTheCustomer(), 'secretGiven'],
    ['given', give, maxTheCustomer(), 'secretOver'],
    ['asked', give, cc, 'notFound'],
    ['given', see, annaTheAgent(), 'seen'],
    ['given', see, bert, 'notAllowed'],
    ['given', see, maxTheCustomer(), 'notAllowed'],
    ['asked', see, annaTheAgent(), 'secretOver'],
    ['seen', see, annaTheAgent(), 'secretOver'],
    ['withdrawn', give, maxTheCustomer(), 'secretOver'],
    ['given', withdraw, bert, 'withdrawn'],
    ['asked', withdraw, maxTheCustomer(), 'notAllowed'],
    ['seen', withdraw, bert, 'nothing'],
  ] as const)('%s: %j by %j (S18)', (state, command, by, expected) => {
    const decision = decide(withSecret({ state }), command, by, now);

    const [change] = decision.kind === 'changes' ? decision.changes : [];
    expect(decision.kind === 'refusal' ? decision.refusal : change === undefined ? 'nothing' : change.kind === 'secretEnded' ? change.how : change.kind).toBe(expected);
  });

  test('ends when its time is over, whether or not that was recorded (S18)', () => {
    const ticket = withSecret({ state: 'given', until: now });

    expect(secretAt(ticket, 1, now)?.state).toBe('expired');
    expect(openSecrets(ticket, now)).toEqual([]);
    expect(decide(ticket, see, annaTheAgent(), now)).toEqual({ kind: 'refusal', refusal: 'secretOver' });
    expect(secretsOver(ticket, now)).toEqual([{ kind: 'secretEnded', secret: 1, label: 'WLAN', of: max, how: 'expired' }]);
    expect(secretsOver(ticket, now - 1)).toEqual([]);
  });
});

test('others on the ticket do not see that somebody was asked (S18)', () => {
  const fact = { kind: 'secretAsked', secret: 1, label: 'WLAN', of: max, until: now } as const;

  expect(maySeeFact({ address: max, role: 'requester', reach: everywhere }, fact)).toBe(true);
  expect(maySeeFact({ address: address('boss@kunde.example'), role: 'requester', reach: everywhere }, fact)).toBe(false);
});
