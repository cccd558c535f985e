import { describe, expect, test } from 'vitest';
import { changeLabels, hueOf, MOST_LABELS, readLabels } from '../../src/rules/labels.ts';
import { decide } from '../../src/rules/lifecycle.ts';
import { annaTheAgent, aTicket, maxTheCustomer, now } from '../support/builders.ts';

describe('labels', () => {
  test.each<[string, string[]]>([
    ['Drucker, vor Ort', ['Drucker', 'vor Ort']],
    [' a ,, A ,b\u202e', ['a', 'b']],
    ['Müller,Mueller', ['Müller']],
    [' , ', []],
    ['x'.repeat(100), ['x'.repeat(40)]],
  ])('typed as %s are %j', (typed, labels) => {
    expect(readLabels(typed)).toEqual(labels);
  });

  test('are put on once and taken off once', () => {
    expect(changeLabels({ labels: ['Drucker', 'Alt'] }, { add: ['drucker', 'Neu'], remove: ['alt', 'fehlt'] })).toEqual({
      kind: 'changes',
      changes: [{ kind: 'unlabelled', label: 'Alt' }, { kind: 'labelled', label: 'Neu' }],
    });
  });

  test('are not more than twenty on a ticket', () => {
    const labels = Array.from({ length: MOST_LABELS }, (_, at) => `l${at}`);

    expect(changeLabels({ labels }, { add: ['more'], remove: [] })).toEqual({ kind: 'refusal', refusal: 'tooManyLabels' });
    expect(changeLabels({ labels }, { add: ['more'], remove: ['l0'] }).kind).toBe('changes');
  });

  test('are changed by agents alone', () => {
    const command = { kind: 'changeLabels' as const, add: ['x'], remove: [] };

    expect(decide(aTicket(), command, maxTheCustomer(), now)).toEqual({ kind: 'refusal', refusal: 'notAllowed' });
    expect(decide(aTicket(), command, annaTheAgent(), now)).toEqual({ kind: 'changes', changes: [{ kind: 'labelled', label: 'x' }] });
  });

  test('have the same colour however they are spelled', () => {
    expect(hueOf('Müller', 12)).toBe(hueOf('MUELLER', 12));
    expect(new Set(['Drucker', 'Netz', 'vor Ort', 'Rechnung', 'VPN', 'Konto'].map((label) => hueOf(label, 12))).size).toBeGreaterThan(3);
  });
});
