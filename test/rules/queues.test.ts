import { describe, expect, test } from 'vitest';
import { addressesOf, firstQueue, queueOf, tagsOf } from '../../src/rules/queues.ts';
import { address, aQueue } from '../support/builders.ts';

const support = aQueue({ aliases: [address('help@dtnet.de')], formerTags: ['old.de'] });
const sales = aQueue({ id: 2, name: 'Sales', address: address('sales@dtnet.de'), tag: 'sales' });
const retired = aQueue({ id: 3, name: 'Fax', address: address('fax@dtnet.de'), tag: 'fax', retired: true });
const queues = [support, sales, retired];

describe('a new ticket waits in the queue', () => {
  test.each([
    ['of the address', ['sales@dtnet.de'], sales],
    ['of the address in any case and with a detail', ['Sales+news@DTNET.de'], sales],
    ['of an alias', ['help@dtnet.de'], support],
    ['of the first address that leads anywhere', ['info@dtnet.de', 'sales@dtnet.de', 'support@dtnet.de'], sales],
    ['that is first, for an address of no queue', ['info@dtnet.de'], support],
    ['that is first, for a retired queue’s address', ['fax@dtnet.de'], support],
  ])('%s (T12)', (_, recipients, queue) => {
    expect(queueOf(recipients, queues)).toBe(queue);
  });

  test('that takes new ones, even if the first is retired (T12)', () => {
    expect(firstQueue([retired, sales])).toBe(sales);
    expect(() => firstQueue([])).toThrow('no queue');
  });
});

test('aliases and retired queues’ addresses are the desk’s own (P04)', () => {
  expect(addressesOf(queues)).toEqual(['support@dtnet.de', 'help@dtnet.de', 'sales@dtnet.de', 'fax@dtnet.de']);
});

test('former tags and those of retired queues are known, each once (T12)', () => {
  expect(tagsOf([...queues, sales])).toEqual(['dtnet.de', 'old.de', 'sales', 'fax']);
});
