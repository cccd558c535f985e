import { describe, expect, test } from 'vitest';
import { becomingOverdue, overdueFrom } from '../../src/rules/overdue.ts';
import { lettersFor } from '../../src/rules/letters.ts';
import { anActor, annaTheAgent, aTicket, now } from '../support/builders.ts';

const due = now - 1;
const late = aTicket({ dueAt: due });
const seller = anActor('sven@dtnet.de', { role: 'agent', reach: { queues: [2], domains: [] } });

describe('a ticket past its due', () => {
  test('tells so once, to those of its queue who want it, whoever owns it (L10)', () => {
    const changes = becomingOverdue({ ...late, owner: annaTheAgent().address }, null, [annaTheAgent(), seller], now);

    expect(changes).toEqual([{ kind: 'overdue', dueAt: due, tell: ['anna@dtnet.de'] }]);
    expect(becomingOverdue(late, due, [annaTheAgent()], now)).toEqual([]);
  });

  test('is in its history though nobody wants a letter (L10)', () => {
    expect(becomingOverdue(late, null, [], now)).toEqual([{ kind: 'overdue', dueAt: due, tell: [] }]);
  });

  test('tells again of another due', () => {
    expect(becomingOverdue({ ...late, dueAt: due - 5 }, due, [], now)).toMatchObject([{ dueAt: due - 5 }]);
  });

  test.each([{ status: 'waiting' }, { status: 'closed', closedAt: now }, { status: 'rejected', closedAt: now }, { status: 'open', mergedInto: 7, closedAt: now }] as const)('says nothing while %j, and wakes up for nothing', (standing) => {
    expect(becomingOverdue({ ...late, ...standing }, null, [annaTheAgent()], now)).toEqual([]);
    expect(overdueFrom({ ...late, ...standing }, null)).toBe(null);
  });

  test('says nothing before, and wakes up then', () => {
    const soon = aTicket({ dueAt: now + 1 });

    expect(becomingOverdue(soon, null, [annaTheAgent()], now)).toEqual([]);
    expect(overdueFrom(soon, null)).toBe(now + 1);
  });

  test('is one letter to each', () => {
    expect(lettersFor({ ...late, articleCount: 3 }, { kind: 'overdue', dueAt: due, tell: [annaTheAgent().address] }, null)).toEqual([{ kind: 'overdue', to: 'anna@dtnet.de', article: 3 }]);
  });
});
