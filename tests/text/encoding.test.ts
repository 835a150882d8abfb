import { expect, test } from 'vitest';
import { decodeText } from '../../src/text/encoding.ts';

const read = (content: Uint8Array) => decodeText(content, 'a.txt');
const bytes = (...values: number[]) => Uint8Array.from(values);

test('UTF-8 is read with and without a byte order mark', () => {
  expect(read(new TextEncoder().encode('徐汇报'))).toBe('徐汇报');
  expect(read(new TextEncoder().encode('\uFEFF徐汇报'))).toBe('徐汇报');
});

test('UTF-16 is read by its byte order mark, either way round', () => {
  expect(read(bytes(0xff, 0xfe, 0x90, 0x5f))).toBe('徐');
  expect(read(bytes(0xfe, 0xff, 0x5f, 0x90))).toBe('徐');
});

test('an empty file is an empty text', () => {
  expect(read(bytes())).toBe('');
});

test('other encodings are refused with the place of the first wrong byte', () => {
  expect(() => read(bytes(0x61, 0x62, 0xd0, 0xec, 0xbb, 0xe3))).toThrow('a.txt is not valid UTF-8 at byte 3.');
  expect(() => read(bytes(0x61, 0xff, 0x62))).toThrow('a.txt is not valid UTF-8 at byte 1.');
});

test('a character cut off at the end is refused', () => {
  expect(() => read(bytes(0x61, 0xe5, 0xbe))).toThrow('a.txt is not valid UTF-8 at byte 3.');
});

test('binary files are refused', () => {
  expect(() => read(bytes(0x61, 0, 0x62))).toThrow('NUL');
  expect(() => read(bytes(0xff, 0xfe, 0, 0))).toThrow('NUL');
});

test('a file above 8 MB is refused', () => {
  expect(() => decodeText(new Uint8Array(8 * 1024 * 1024 + 1).fill(0x61), 'a.txt')).toThrow('a.txt is larger than 8 MB.');
});
