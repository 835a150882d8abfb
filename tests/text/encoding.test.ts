import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { decodeAs, encodingNamed, EncodingError, encodings, markedEncoding, nameOf } from '../../src/text/encoding.ts';

const bytes = (...values: number[]) => Uint8Array.from(values);

test.each(encodings)('%s is decoded without its byte order mark', (encoding) => {
  const text = '中山日報：第968期,12月3日。';
  expect(decodeAs(iconv.encode(text, nameOf(encoding), { addBOM: false }), encoding)).toBe(text);
  if (encoding.startsWith('UTF'))
    expect(decodeAs(iconv.encode(text, nameOf(encoding), { addBOM: true }), encoding)).toBe(text);
});

test('the characters of Hong Kong are decoded, and those that only GB 18030 has', () => {
  expect(decodeAs(iconv.encode('啓德裏', 'big5-hkscs'), 'BIG5')).toBe('啓德裏');
  expect(decodeAs(iconv.encode('㐁𠮷', 'gb18030'), 'GB18030')).toBe('㐁𠮷');
});

test('an empty file is an empty text', () => {
  for (const encoding of encodings) expect(decodeAs(bytes(), encoding)).toBe('');
});

test.each([
  ['it is not valid UTF-8 at byte 3.', 'UTF_8', bytes(0x61, 0x62, 0xd0, 0xec, 0xbb, 0xe3)],
  ['it is not valid UTF-8 at byte 3.', 'UTF_8', bytes(0x61, 0xe5, 0xbe)],
  ['it is not valid UTF-16LE at byte 3.', 'UTF_16LE', bytes(0x90, 0x5f, 0x90)],
  ['it is not valid GB18030 at byte 2.', 'GB18030', bytes(0xd0, 0xec, 0xff, 0x61)],
  ['it is not valid BIG5 at byte 2.', 'BIG5', bytes(0xae, 0x7d, 0x80, 0x61)],
  ['it is not text: it holds NUL.', 'UTF_8', bytes(0x61, 0, 0x62)],
  ['it is not text: it holds NUL.', 'UTF_16LE', bytes(0xff, 0xfe, 0, 0)],
] as const)('a byte that does not belong is refused with its place: %s (%s)', (message, encoding, content) => {
  expect(() => decodeAs(content, encoding)).toThrow(new EncodingError(message));
});

test('encodings are known by their usual names', () => {
  expect(['utf8', 'UTF-8', 'utf_16le', 'GBK', 'gb2312', 'CP936', 'Big5-HKSCS', 'big5'].map(encodingNamed)).toEqual([
    'UTF_8',
    'UTF_8',
    'UTF_16LE',
    'GB18030',
    'GB18030',
    'GB18030',
    'BIG5',
    'BIG5',
  ]);
  expect(['', 'latin1', 'Shift_JIS', 'utf-16'].map(encodingNamed)).toEqual([null, null, null, null]);
});

test('a byte order mark tells the encoding', () => {
  expect(
    [bytes(0xef, 0xbb, 0xbf, 0x61), bytes(0xff, 0xfe, 0x61, 0), bytes(0xfe, 0xff, 0, 0x61), bytes(0x61), bytes()].map(
      markedEncoding,
    ),
  ).toEqual(['UTF_8', 'UTF_16LE', 'UTF_16BE', null, null]);
});
