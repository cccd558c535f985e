import { expect, test } from 'vitest';
import { readMail } from '../mails.ts';

test('people in every odd form are the right ones, and no others (P05)', async () => {
  const { from, to, cc, replyTo } = await readMail('addresses-in-odd-forms');

  expect(from).toEqual({ name: 'Kunde, Karla', address: 'karla@kunde.example' });
  expect(to).toEqual([{ name: 'Anna Müller', address: 'anna@kunde.example' }]);
  expect(cc.map(({ name, address }) => `${name} <${address}>`)).toEqual([
    ' <bert.braun@kunde.example>',
    'Carla <carla@kunde.example>',
    ' <dora@kunde.example>',
    ' <emil@kunde.example>',
    ' <fritz@kunde.example>',
    'Gabi, Dr. <gabi@kunde.example>',
    'Heinz <heinz@kunde.example>',
    ' <ida@xn--mller-kva.example>',
  ]);
  expect(replyTo).toEqual([{ name: 'Karla Kunde', address: 'karla+antwort@kunde.example' }]);
});
