import { describe, expect, test } from 'vitest';
import { addressesIn, erasedAddress, isErased, readdressed, whyNotErased, type Readdressing } from '../../src/rules/readdressing.ts';
import { address } from '../support/builders.ts';

const max = address('max@kunde.example');
const boss = address('boss@kunde.example');
const gone: Readdressing = { kind: 'erased', from: max, to: { address: erasedAddress(17), name: 'erased person #17' } };
const moved: Readdressing = { kind: 'moved', from: max, to: { address: address('max@neu.example'), name: '' } };

describe('an address that becomes another', () => {
  test('takes the name beside it along where somebody is erased, and leaves it where they move (P11, SW17)', () => {
    const fact = { kind: 'joined', person: { address: max, name: 'Max Muster', role: 'cc' }, via: 'mail' };

    expect(readdressed(fact, gone)).toEqual({ ...fact, person: { address: erasedAddress(17), name: 'erased person #17', role: 'cc' } });
    expect(readdressed(fact, moved)).toEqual({ ...fact, person: { address: 'max@neu.example', name: 'Max Muster', role: 'cc' } });
  });

  test('is swapped as an owner, in lists and in a server’s words, and nowhere within other words (P11)', () => {
    const fact = { from: max, to: null, people: [boss, max], failure: { address: max, words: '550 5.1.1 <Max@Kunde.example>: unknown' }, label: `frag ${max}`, other: 'climax@kunde.example' };

    expect(readdressed(fact, moved)).toEqual({ from: 'max@neu.example', to: null, people: [boss, 'max@neu.example'], failure: { address: 'max@neu.example', words: '550 5.1.1 <max@neu.example>: unknown' }, label: `frag ${max}`, other: 'climax@kunde.example' });
  });

  test('is found wherever it is all of a string (P11)', () => {
    expect(addressesIn({ kind: 'leftOut', people: [max, boss], text: `an ${max}`, odd: 'Max@Kunde.example' })).toEqual([max, boss]);
    expect(addressesIn({ kind: 'engaged' })).toEqual([]);
  });
});

test('only what stands for an erased person is erased (P11)', () => {
  expect([isErased(erasedAddress(3)), isErased('erased-3@erased.invalid.example'), isErased(max)]).toEqual([true, false, false]);
});

test.each([
  ['a customer', { address: max, role: 'requester' }, max, [], null],
  ['an agent, by an admin', { address: max, role: 'agent' }, boss, [], null],
  ['an agent, by themselves', { address: max, role: 'agent' }, max, [], 'yourself'],
  ['whom the settings name', { address: max, role: 'requester' }, boss, [max], 'setting'],
] as const)('%s is erased, or is not for a reason (P11)', (_, person, by, admins, why) => {
  expect(whyNotErased(person, by, [...admins])).toBe(why);
});
