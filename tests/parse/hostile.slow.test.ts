import { expect, test } from 'vitest';
import { parsePage } from '../../src/parse/page.ts';
import { LINEAR, growth } from '../support/growth.ts';

const shapes: Record<string, (units: number) => string> = {
  'one line without punctuation': (n) => '徐'.repeat(n),
  'one line of sentences': (n) => '会议召开。'.repeat(n / 5),
  'brackets that never close': (n) => '（'.repeat(n),
  'brackets nested to the middle': (n) => '（'.repeat(n / 2) + '）'.repeat(n / 2),
  'quotation marks nested to the middle': (n) => '“'.repeat(n / 2) + '”'.repeat(n / 2),
  'sources in one line': (n) => '(来源:区委办)'.repeat(n / 8),
  'jump marks in one line': (n) => '(上接第1版)'.repeat(n / 8),
  'display lines only': (n) => '会议召开 部署工作\n'.repeat(n / 10),
  'captions that never end': (n) => '▲没有结束\n'.repeat(n / 6),
  'empty lines': (n) => '\n'.repeat(n),
  'form feeds': (n) => '\f'.repeat(n),
  'every code unit': (n) => Array.from({ length: n }, (_, i) => String.fromCharCode((i * 7919) % 65536)).join(''),
};

test.each(Object.entries(shapes))('%s takes time in proportion to the length', async (_, shape) => {
  expect(await growth(30_000, (units) => parsePage(shape(units), 'hostile.txt'))).toBeLessThan(LINEAR);
});

test('a line of a million characters is read', () => {
  const { articles } = parsePage('会议召开。'.repeat(200_000), 'long.txt');
  expect(articles[0]!.body.text).toHaveLength(1_000_000);
});
