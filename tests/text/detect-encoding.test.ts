import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync, gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { Converter } from 'opencc-js';
import { describe, expect, test } from 'vitest';
import { detectText } from '../../src/text/detect-encoding.ts';
import { nameOf, type Encoding } from '../../src/text/encoding.ts';

const traditional = Converter({ from: 'cn', to: 'tw' });
const folders = ['tests/pages', 'tests/fresh/pages', 'tests/fresh/articles', 'seeds'];
const texts = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => readFileSync(join(folder, name), 'utf8').trim()),
);
const cases = [
  ['UTF_8', 'simplified', (text: string) => text],
  ['UTF_16LE', 'simplified', (text: string) => text],
  ['UTF_16BE', 'traditional', traditional],
  ['GB18030', 'simplified', (text: string) => text],
  ['GB18030', 'traditional', traditional],
  ['BIG5', 'traditional', traditional],
] as const satisfies readonly (readonly [Encoding, string, (text: string) => string])[];

/** How many texts are read correctly, how many are unsure, and which are read wrong. */
function tally(encoding: Encoding, samples: readonly string[]): { right: number; unsure: number; wrong: string[] } {
  const result = { right: 0, unsure: 0, wrong: [] as string[] };
  for (const sample of samples) {
    const content = iconv.encode(sample, nameOf(encoding), { addBOM: false });
    const detected = detectText(content);
    if (detected === null) result.unsure += 1;
    else if (detected.encoding === encoding && detected.text === iconv.decode(content, nameOf(encoding)))
      result.right += 1;
    else if (/[^\0-\x7f]/.test(detected.text)) result.wrong.push(detected.text);
  }
  return result;
}

describe.each(cases)('in %s, %s characters', (encoding, _, convert) => {
  test('every page is read', () => {
    expect(tally(encoding, texts.map(convert))).toEqual({ right: texts.length, unsure: 0, wrong: [] });
  });

  test.each([
    [40, 0.9],
    [20, 0.7],
  ])('texts of %i characters are read or, rarely, unsure, but never read wrong', (length, share) => {
    const samples = texts.flatMap((text) => [0, 1, 2].map((i) => convert(text.slice(i * length, (i + 1) * length))));
    const { right, wrong } = tally(encoding, samples);
    expect(wrong).toEqual([]);
    expect(right).toBeGreaterThan(samples.length * share);
  });
});

test('a byte order mark tells the encoding and is not part of the text', () => {
  for (const name of ['UTF-8', 'UTF-16LE', 'UTF-16BE']) {
    expect(detectText(iconv.encode('徐', name, { addBOM: true }))).toEqual({
      text: '徐',
      encoding: name.replace('-', '_'),
    });
  }
  expect(() => detectText(Uint8Array.from([0xff, 0xfe, 0x90]))).toThrow('not valid UTF-16LE at byte');
});

const japanese = '本日、東京都で会議が開かれ、区長が出席した。新しい協定に署名し、地域の発展について話し合った。';
const korean = '오늘 서울에서 회의가 열렸다. 구청장이 참석하여 새로운 협정에 서명하고 지역 발전에 대해 논의했다.';
const russian = 'Сегодня в Москве состоялось заседание. Глава района подписал новое соглашение.';
const french = 'Ça été déjà vu à l’école; où est-il né? Voilà la façon française.';
test.each([
  ['Shift_JIS', japanese],
  ['EUC-JP', japanese],
  ['EUC-KR', korean],
  ['windows-1251', russian],
  ['KOI8-R', russian],
  ['windows-1252', french],
])('%s is not taken for Chinese', (name, text) => {
  for (const length of [12, 25, 50, 500])
    expect(detectText(iconv.encode(text.repeat(10).slice(0, length), name))).toBeNull();
});

test('random bytes, pictures, documents and archives are not taken for text', () => {
  const page = Buffer.from(texts[0] ?? '');
  const files = [
    gzipSync(page),
    deflateSync(page),
    Buffer.concat([Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1'), deflateSync(page)]),
    Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'), randomBytes(500)]),
    Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), randomBytes(500)]),
    ...Array.from({ length: 500 }, (_, i) => Buffer.concat([Buffer.from([0x80]), randomBytes(20 + i)])),
  ];
  expect(files.filter((file) => detectText(file) !== null)).toEqual([]);
});
