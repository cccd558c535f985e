import { expect, test } from 'vitest';
import { nameAmong, nameOf } from '../../src/portal/parts/person-name.tsx';
import { address } from '../support/builders.ts';

const anna = { address: address('anna@dtnet.de'), name: 'Anna Berger' };

test.each([
  [{ address: address('eve@evil.example'), name: 'anna@dtnet.de' }, 'eve@evil.example'],
  [{ address: address('eve@evil.example'), name: 'ANNA berger' }, 'eve@evil.example'],
  [{ address: address('eve@evil.example'), name: '' }, 'eve@evil.example'],
  [{ address: address('eve@evil.example'), name: 'Eve' }, 'Eve'],
  [anna, 'Anna Berger'],
])('%o is shown among others as %s (SH08)', (person, name) => {
  expect(nameAmong(person, [anna])).toBe(name);
});

test('a name that is an address is shown nowhere (SH08)', () => {
  expect(nameOf({ address: address('eve@evil.example'), name: '"boss@dtnet.de"' })).toBe('eve@evil.example');
});
