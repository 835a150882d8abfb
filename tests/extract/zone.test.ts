import { expect, it } from 'vitest';
import { townOf, zoneOf } from '../../src/extract/zone.ts';

it.each([
  ['云岫经济技术开发区', '云岫', '经开区'], ['云岫经开区管委会', '云岫', '经开区'], ['江东省明州市云岫经济开发区管理委员会', '明州市云岫', '经开区'],
  ['云岫国家高新技术产业开发区', '云岫', '高新区'], ['云岫高新区', '云岫', '高新区'], ['中国（明州）自由贸易试验区', '中国（明州）', '自贸区'],
  ['云岫新区管委会', '云岫', '新区'], ['云岫综合保税区', '云岫', '综保区'], ['管委会', null, null], ['经开区管委会', '', '经开区'], ['云岫区', null, null], ['云岫社区', null, null],
])('%s is the zone %s%s', (name, place, sort) => {
  expect(zoneOf(name)).toEqual(place === null ? null : { place, sort });
});

it.each([
  ['青石街道', '青石街道'], ['云岫区青石街道办事处', '青石街道'], ['青石街道办', '青石街道'], ['临溪县柳河镇人民政府', '柳河镇'], ['柳河乡政府', '柳河乡'], ['柳河镇', '柳河镇'],
  ['青石街道党群服务中心', null], ['柳河镇党委', null], ['云岫区人民政府', null], ['街道办事处', null],
])('%s belongs to the town %s', (name, town) => {
  expect(townOf(name)).toBe(town);
});
