import { describe, expect, test } from 'vitest';
import { shippedCredits } from '../../../src/parse/credit/shipped.ts';

/** The credits of a line, as names with roles. */
const read = (line: string): string[] =>
  (shippedCredits()(line, 'LINE') ?? []).map(({ name, role }) => `${name} ${role}`);

describe('writers are told from other words of a line', () => {
  test.each([
    ['□ 本报记者 苗青禾 通讯员 边 城', ['苗青禾 REPORTER', '边城 CORRESPONDENT']],
    ['来源:云岫新闻网 作者:苗青禾 字体:放大 缩小 默认', ['苗青禾 REPORTER']],
    ['2021-03-04 本报记者 苗青禾 第01版:要闻', ['苗青禾 REPORTER']],
    ['(云岫报记者 苗青禾 摄影 陶然)', ['苗青禾 REPORTER', '陶然 PHOTOGRAPHER']],
  ])('%s', (line, credits) => expect(read(line)).toEqual(credits));
});

test('a line that names nobody has no credits', () => {
  expect(shippedCredits()('网站简介 | 法律声明 | 投稿信箱', 'LINE')).toBeNull();
});
