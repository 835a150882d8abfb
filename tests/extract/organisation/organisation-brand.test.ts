import { expect, test } from 'vitest';
import { findBrands } from '../../../src/extract/organisation/organisation-brand.ts';
import { readingOf, textOf } from '../printed.ts';

const brands = (body: string): string[] => {
  const reading = readingOf(body);
  return findBrands(reading)
    .map((mention) => (expect(textOf(reading, mention)).toBe(mention.name), mention.name))
    .sort();
};

test.each<[string, readonly string[]]>([
  ['柳青先后到鼎蓝科技和九沅冷链走访。', ['九沅冷链', '鼎蓝科技']],
  ['本轮融资由鼎蓝创投领投、岫澜创投跟投。', ['岫澜创投', '鼎蓝创投']],
  ['地块分别由鼎沅置地与岫屿房产以底价竞得。', ['岫屿房产', '鼎沅置地']],
  ['走进鼎沅精工三号车间，机械臂起落有序。', ['鼎沅精工']],
  ['柳青一行来到岫澜食品考察。', ['岫澜食品']],
  ['本次比赛由湘沅酒业冠名。', ['湘沅酒业']],
  ['柳青走访了位于北沅产业园的鼎沅新材料并座谈，到岫澜纺织参观。', ['岫澜纺织']],
])('a brand with its trade is a company in %s', (body, names) => {
  expect(brands(body)).toEqual(names);
});

test.each([
  '柳青到现代物流考察。',
  '活动由智慧能源承建。',
  '会议由新材料领域专家主持。',
  '柳青来到鼎蓝科技园走访。',
  '大力发展鼎蓝科技和九沅冷链。',
  '前往高新科技调研。',
])('no company is read in %s', (body) => {
  expect(brands(body)).toEqual([]);
});
