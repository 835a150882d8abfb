import { expect, test } from 'vitest';
import { pageShapeOf } from '../../../src/parse/labeller/page-shape.ts';
import { readLines } from '../../../src/parse/line.ts';

const shapeOf = (...lines: string[]) => pageShapeOf(readLines(lines.join('\n')));

test('lines that begin with the same mark are known as a list', () => {
  const { marks } = shapeOf(
    '简讯',
    '●青岭乡七条水渠今天全部通水,灌溉农田三千亩。(苗青禾)',
    '●白石林场今春种下苗木一万株,成活率九成以上。(白一墨)',
  );
  expect(marks[0]).toBeNull();
  expect(marks[1]).toBe(marks[2]);
  expect(marks[1]).toMatchObject({ times: 2, apart: 1, closed: 4 });
});

test('rows of a table look alike', () => {
  const { alike } = shapeOf('地点如下:', '青岭水渠边', '白石苗圃里', '云岫林场中');
  expect(alike.before).toEqual([0, 0, 1, 2]);
  expect(alike.after).toEqual([0, 2, 1, 0]);
});
