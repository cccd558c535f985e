import { expect, test } from 'vitest';
import { inTurn } from '../../src/inbound/turns.ts';

const large = 20 * 1024 * 1024;

test('large mails are read one after the other, in the order they came (SP07)', async () => {
  const seen: string[] = [];

  await Promise.all(['one', 'two', 'three'].map((name) => inTurn(large, async () => {
    seen.push(`${name} begins`);
    await scheduler.wait(5);
    seen.push(`${name} ends`);
  })));

  expect(seen).toEqual(['one begins', 'one ends', 'two begins', 'two ends', 'three begins', 'three ends']);
});

test('small mails do not wait for large ones (SP08)', async () => {
  const { promise, resolve } = Promise.withResolvers<string>();
  const waiting = inTurn(large, () => promise);

  expect(await inTurn(1000, async () => 'small')).toBe('small');

  resolve('large');
  expect(await waiting).toBe('large');
});

test('a large mail that fails or never ends holds up the next no longer than a while', async () => {
  const failing = inTurn(large, () => Promise.reject(new Error('broken')));
  const endless = inTurn(large, () => new Promise(() => undefined));
  const next = inTurn(large, async () => 'next', 20);

  await expect(failing).rejects.toThrow('broken');
  expect(await next).toBe('next');
  expect(await Promise.race([endless, 'still waiting'])).toBe('still waiting');
});
