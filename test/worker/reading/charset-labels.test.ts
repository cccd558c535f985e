import { expect, test } from 'vitest';
import { charsetNamed } from '../../../src/inbound/reading/charset-labels.ts';
import { decodeBytes } from '../../../src/inbound/reading/charset.ts';

/** Bytes in hex; `Grüße` in Latin 1 is `47 72 fc df 65`. */
function decode(hex: string, declared: string | null, hint: string | null = null): string {
  return decodeBytes(Uint8Array.from(hex.split(' '), (byte) => Number.parseInt(byte, 16)), declared, hint);
}

test.each([
  ['windows-1252', ['Windows-1252', 'cp1252', 'win1252', 'ANSI', 'x-ms-cp1252', 'windows-28591', 'ISO_Latin-1', '"windows-1252"; format=flowed', 'charset=cp1252']],
  ['iso-8859-1', ['ISO-8859-1', 'iso8859_1', 'iso-8859-1:1987', "'iso8859-1'", 'x-iso-8859-1']],
  ['utf-8', ['utf8', 'UTF-8', 'utf_8', 'utf-8//TRANSLIT', 'cp65001', 'utf8mb4', ' UTF-8;']],
  ['gb18030', ['GB2312', 'gb_2312-80', 'GBK', 'x-gbk', 'cp936', 'gb18030-2000']],
  ['shift_jis', ['Shift_JIS', 'x-sjis', 'cp932', 'Windows-31J', 'MS_Kanji']],
  ['iso-2022-jp', ['ISO-2022-JP', 'csISO2022JP', 'iso-2022-jp-ms', 'cp50221']],
  ['euc-kr', ['ks_c_5601-1987', 'euc_kr', 'cp949', 'KSC5601']],
  ['', ['us-ascii', 'unknown-8bit', 'x-user-defined', '8bit', '']],
])('%j is meant by %j (M01)', (charset, labels) => {
  for (const label of labels) expect(same(charsetNamed(label))).toBe(charset);
});

/** Labels that the runtime knows stay as they are. */
function same(charset: string): string {
  return { 'x-sjis': 'shift_jis', 'ks_c_5601-1987': 'euc-kr', latin1: 'windows-1252' }[charset] ?? charset;
}

test.each([
  ['47 72 fc df 65', null, 'Grüße'],
  ['c4', 'us-ascii', 'Ä'],
  ['47 72 fc df 65', 'utf-8', 'Grüße'],
  ['47 72 c3 bc c3 9f 65', 'iso-8859-15', 'Grüße'],
  ['d2 bb', 'gb2312', '一'],
  ['b0 a2 d2 bb', 'gbk', '阿一'],
  ['e4 b8 80', 'gb2312', '一'],
  ['47 00 fc 00', 'utf-16', 'Gü'],
  ['00 47 00 fc', 'utf-16', 'Gü'],
  ['1b 24 42 25 46 1b 28 42', null, 'テ'],
  ['1b 24 42 25 46 1b 28 42', 'utf-8', 'テ'],
  ['94 81 84', 'ibm850', 'öüä'],
  ['a4 b3 a4 f3 a4 cb a4 c1 a4 cf', 'iso-2022-jp', 'こんにちは'],
  ['ff fe 47 00', 'iso-8859-1', 'G'],
])('the bytes %j, declared as %j, say %j (M01)', (hex, declared, text) => {
  expect(decode(hex, declared)).toBe(text);
});

test('a hint counts where the label says nothing, and never against what the bytes are (M02)', () => {
  expect(decode('cf f0 e8 e2 e5 f2', null, 'windows-1251')).toBe('Привет');
  expect(decode('47 72 c3 bc c3 9f 65', null, 'windows-1251')).toBe('Grüße');
  expect(decode('47 72 fc df 65', null, 'utf-8')).toBe('Grüße');
});
