import { describe, expect, test } from 'vitest';
import { findInLists, isListed } from '../../../src/extract/organisation/organisation-list.ts';
import { readingOf } from '../printed.ts';

const names = (body: string): string[] => findInLists(readingOf(body)).map(({ name }) => name);

describe('lists that name their kind', () => {
  test.each<[string, readonly string[]]>([
    ['特赞科技、萃达万博、中汉能源等企业参加。', ['特赞科技', '萃达万博', '中汉能源']],
    ['云岫还成功牵手五矿发展、东铭绿能、明州斯睿等12个重点项目。', ['五矿发展', '东铭绿能', '明州斯睿']],
    ['推介会上与中国能建、东铭股份等央企代表签署备忘录。', ['中国能建', '东铭股份']],
    ['海昇动力、赫尔姆阀门和菲奥德风能三家企业落户。', ['海昇动力', '赫尔姆阀门', '菲奥德风能']],
    ['会上，虹桥社区、虹桥村、塘下村三个单位作交流发言。', ['虹桥社区', '虹桥村', '塘下村']],
    ['海昇动力、赫尔姆阀门、菲奥德风能三家企业落户。', ['海昇动力', '赫尔姆阀门', '菲奥德风能']],
  ])('a list proves its items in %s', (body, expected) => {
    expect(names(body)).toEqual(expected);
  });

  test('a list proves no venues', () => {
    expect(names('推进青石体育中心、明州站前广场等项目。')).toEqual([]);
  });

  test('a list proves no items that are kinds themselves', () => {
    expect(names('金融、科技、文化等企业参加。')).toEqual([]);
  });

  test('a list does not extend back into the sentence before', () => {
    expect(names('会议结束。特赞科技、萃达万博等企业参加。')).toEqual(['特赞科技', '萃达万博']);
  });
});

test('a list without a kind proves nothing', () => {
  expect(names('推进山水、田园、林草三个方面的工作。')).toEqual([]);
  expect(names('涵盖信息科技、大模型、新能源等多个领域。')).toEqual([]);
  expect(names('韦国栋、杜若兰等出席。')).toEqual([]);
  expect(names('选派针灸科、骨伤科等科室专家到医院坐诊。')).toEqual([]);
  expect(names('东部没有三级甲等医院。')).toEqual([]);
});

test('some words cannot be items of a list', () => {
  expect(isListed('特赞科技')).toBe(true);
  for (const words of ['企业', '学校', '新的机遇', '在云岫落户', '“特赞”', '特', '云岫新区党工委委员'])
    expect(isListed(words), words).toBe(false);
});
