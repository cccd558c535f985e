import { expect, test } from 'vitest';
import { base64Bytes } from '../../src/inbound/reading/base64.ts';

const decoded = (coded: string) => Buffer.from(base64Bytes(Buffer.from(coded, 'latin1'))).toString('latin1');

test.each([
  ['QUJD', 'ABC'],
  ['QUI=', 'AB'],
  ['QUI', 'AB'],
  ['QQ==', 'A'],
  ['QQ', 'A'],
  ['Q', ''],
  ['QUJD\r\nREVG\r\n', 'ABCDEF'],
  ['QQ==\r\nQkM=\r\nREVG', 'ABCDEF'],
  ['Q U\tJ!D\x00*R\xffEVG', 'ABCDEF'],
  ['====', ''],
  ['', ''],
])('%j is %j', (coded, bytes) => {
  expect(decoded(coded)).toBe(bytes);
});

test.each([1, 2, 3, 255, 4096, 4097])('a file of %i bytes comes out as it went in (M03)', (size) => {
  const file = Buffer.from(Uint8Array.from({ length: size }, (_, at) => (at * 7919) % 256));

  expect(Buffer.from(base64Bytes(Buffer.from(file.toString('base64').replace(/.{76}/g, '$&\r\n'))))).toEqual(file);
});
