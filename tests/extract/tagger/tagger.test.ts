import { describe, expect, test } from 'vitest';
import { shippedModels } from '../../../src/extract/models.ts';
import { latticeOf } from '../../../src/extract/tagger/lattice.ts';
import { tagArticle } from '../../../src/extract/tagger/tagger.ts';
import type { KnownNames, Segment } from '../../../src/extract/tagger/tagger.ts';
import { growth, LINEAR } from '../../support/growth.ts';
import { HOSTILE_TEXTS } from '../../support/hostile-text.ts';
import { readingOf } from '../printed.ts';

const tag = (text: string, { people = [], bodies = [] }: Partial<Record<keyof KnownNames, string[]>> = {}): Segment[] =>
  tagArticle(readingOf(text), shippedModels().tagger, { people: new Set(people), bodies: new Set(bodies) });
const words = (...parts: Parameters<typeof tag>): string[] =>
  tag(...parts).map(({ label, text }) => `${label} ${text}`);

/** Segments follow each other, and their words stand in the text where they say. */
function expectInOrder(text: string): void {
  const reading = readingOf(text);
  const segments = tagArticle(reading, shippedModels().tagger, { people: new Set(), bodies: new Set() });
  let end = 0;
  for (const segment of segments) {
    expect(segment.start).toBeGreaterThanOrEqual(end);
    expect(segment.end).toBeGreaterThan(segment.start);
    expect(segment.text).toBe(reading.text.slice(segment.start, segment.end));
    expect(segment.confidence).toBeGreaterThanOrEqual(0);
    expect(segment.confidence).toBeLessThanOrEqual(1 + 1e-6);
    end = segment.end;
  }
  expect(end).toBeLessThanOrEqual(reading.text.length);
}

describe('people, titles and bodies', () => {
  test('are found in the register of leaders', () => {
    expect(words('江东大学党委书记韦国栋，云岫区教育局局长柳青，副区长欧阳海澄出席活动。')).toEqual([
      'BODY 江东大学',
      'TITLE 党委书记',
      'PERSON 韦国栋',
      'BODY 云岫区教育局',
      'TITLE 局长',
      'PERSON 柳青',
      'TITLE 副区长',
      'PERSON 欧阳海澄',
    ]);
  });

  test('are found in traditional characters as in simplified', () => {
    const simplified = words('江东大学校长韦国栋与东铭集团总裁杜若兰签署合作协议。');
    expect(simplified).toContain('PERSON 韦国栋');
    expect(words('江東大學校長韋國棟與東銘集團總裁杜若蘭簽署合作協議。')).toEqual(simplified);
  });

  test('are none where the text has none', () => {
    expect(words('春风拂面，草长莺飞。会议指出，有关部门要加强协作，企业要勇于担当。')).toEqual([]);
  });

  test('do not overlap and stand in the text', () => {
    for (const text of [
      '江东大学党委书记韦国栋，校长、中国科学院院士金力，区委常委、组织部部长柳青出席。',
      '卡尔·林德曼（右二）与Peter Lau参观东铭智能（云岫）有限公司。',
      '江東大學校長韋國棟𠮷出席。\n\n（記者 柳青）',
      ...HOSTILE_TEXTS,
    ])
      expectInOrder(text);
  });

  test('are the same when read again', () => {
    const text = '云岫区委书记柳青会见江东大学校长韦国栋一行。';
    expect(tag(text)).toEqual(tag(text));
  });
});

describe('names that the archive knows', () => {
  test('are found where the text alone does not tell', () => {
    const text = '会场外，东方既白路过时停了下来。';
    expect(words(text)).not.toContain('PERSON 东方既白');
    const open = '花香满路，谷雨时节云程小站客来客往。';
    const [known] = tag(open, { bodies: ['云程小站'] }).filter(({ text: name }) => name === '云程小站');
    expect(known?.confidence ?? 0).toBeGreaterThanOrEqual(
      tag(open).find(({ text: name }) => name === '云程小站')?.confidence ?? 0,
    );
  });

  test('make a name likelier', () => {
    const text = '韦国栋的身影还在会场上，大家都很高兴。';
    const sure = (people: string[]): number =>
      tag(text, { people }).find(({ text: name }) => name === '韦国栋')?.confidence ?? 0;
    expect(sure(['韦国栋'])).toBeGreaterThan(sure([]));
    expect(sure(['韦国栋'])).toBeGreaterThan(0.9);
  });

  test('say nothing of names that are not there', () => {
    const text = '云岫区委书记柳青会见江东大学校长韦国栋一行。';
    expect(tag(text, { people: ['海澄'], bodies: ['东铭集团'] })).toEqual(tag(text));
  });
});

describe('hostile texts', () => {
  const units = [
    '王',
    '欧阳',
    '、',
    '公司',
    '有限公司',
    '主任',
    '（',
    '）',
    '阿·卜·都',
    '7',
    'Ab Cd ',
    '省市区县',
    '与',
    '部',
    '王公司主任',
  ];

  test.each(units)('work grows no faster than a text of %s', async (unit) => {
    const texts = new Map<number, string>();
    const ratio = await growth(400, (size) => {
      const text = texts.get(size) ?? unit.repeat(Math.ceil(size / unit.length));
      texts.set(size, text);
      return tag(text);
    });
    expect(ratio).toBeLessThan(LINEAR);
  });

  test.each(units)('candidates are few for each character of a text of %s', (unit) => {
    const text = unit.repeat(Math.ceil(4_000 / unit.length));
    expect(latticeOf({ text, bodyStart: 0 }).candidates.length).toBeLessThan(40 * text.length);
  });

  test.each(['、', '（', '7', '阿·卜·都', '\n', '王、'])('100,000 characters of %s are read', (unit) => {
    expectInOrder(unit.repeat(Math.ceil(100_000 / unit.length)));
  });

  test.each(units)('segments of a text of %s are in order', (unit) => {
    expectInOrder(unit.repeat(Math.ceil(1_000 / unit.length)));
  });
});
