import { expect, test } from 'vitest';
import { saysForwarded } from '../../src/rules/reply-text/forward-subject.ts';

test.each(['WG: Drucker', 'Fwd: Drucker', 'FW: AW: Drucker', 'Fwd : Drucker', '[EXTERN] WG: Drucker', '[other #79] FW: Drucker', 'TR: imprimante', 'RV: impresora', 'ENC: impressora', 'VB: skrivare', 'PD: drukarka', '转发：打印机', 'İLT: yazıcı'])('%s says that it was forwarded (M08)', (subject) => {
  expect(saysForwarded(subject)).toBe(true);
});

test.each(['Drucker', 'AW: WG: Drucker', 'Re: Fwd: Drucker', 'Fwd ohne Doppelpunkt', 'Wgs: Drucker', ''])('%j does not (M08)', (subject) => {
  expect(saysForwarded(subject)).toBe(false);
});
