import { expect, test } from 'vitest';
import { createNameIndex } from '../../src/text/name-index.ts';
import { growth } from '../support/growth.ts';

test('the names in a text are found in the order of their places, the longer first', () => {
  const index = createNameIndex(2, ['白露', '林澄', '顾远', '白露霜']);
  expect(index.within('林澄与白露霜见林澄')).toEqual(['林澄', '白露霜', '白露']);
  expect(index.within('')).toEqual([]);
});

test('a name below the shortest length is not added, and a deleted one is gone', () => {
  const index = createNameIndex(4, ['海川', '海川集团', '青禾集团']);
  index.delete('青禾集团');
  index.delete('无');
  expect(index.within('海川集团与青禾集团')).toEqual(['海川集团']);
});

test('the time depends on the text, not on the number of names', async () => {
  const text = `${'没有名字的句子。'.repeat(10_000)}第77号公司`;
  const indexes = new Map(
    [25_000, 200_000].map((count) => [
      count,
      createNameIndex(
        4,
        Array.from({ length: count }, (_, n) => `第${n}号公司`),
      ),
    ]),
  );
  expect(indexes.get(200_000)!.within(text)).toEqual(['第77号公司']);
  expect(await growth(25_000, (count) => indexes.get(count)!.within(text), 3)).toBeLessThan(3);
});
