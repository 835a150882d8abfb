import { describe, expect, test } from 'vitest';
import { shippedModels } from '../../../src/extract/models.ts';
import { tableOf } from '../../../src/extract/tagger/model.ts';
import type { WrittenWeights } from '../../../src/extract/tagger/model.ts';
import { FeatureList } from '../../../src/extract/tagger/weights.ts';
import { addOwnerFeatures, ownerChooser, ownerTemplates } from '../../../src/extract/title/owner-choice.ts';
import type { OwnerCandidate, OwnerQuestion } from '../../../src/extract/title/owner-choice.ts';

const candidate = (name: string | null, way: string, distance = 9, count = 0): OwnerCandidate => ({
  name,
  bare: null,
  ways: [way],
  distance,
  count,
  signs: [],
});
const question = (title: string, ...candidates: OwnerCandidate[]): OwnerQuestion => ({
  title,
  at: 0,
  names: ['柳青'],
  link: '，',
  candidates,
});
const choose = (weights: WrittenWeights, asked: OwnerQuestion): string | null =>
  ownerChooser(tableOf(ownerTemplates, weights))(asked);

const nobody = candidate(null, 'nobody');
const school = candidate('青石中学', 'body 0', 1, 2);
const group = candidate('东铭集团', 'person before 0', 9, 1);

describe('the owner of a post', () => {
  test('is the candidate for which most speaks', () => {
    const asked = question('校长', nobody, school, group);
    expect(choose({ way: 'body 0\t100\tperson before 0\t200' }, asked)).toBe('东铭集团');
    expect(choose({ way: 'body 0\t300\tperson before 0\t200' }, asked)).toBe('青石中学');
    expect(choose({ way: 'nobody\t100' }, asked)).toBeNull();
  });

  test('is told by the kind of the body, the head and the distance', () => {
    const asked = question('校长', nobody, group, school);
    expect(choose({ 'two last characters, head': '中学\t校长\t100' }, asked)).toBe('青石中学');
    expect(choose({ 'ending, head': '团\t校长\t100' }, asked)).toBe('东铭集团');
    expect(choose({ 'way, distance': 'body 0\t1\t100' }, asked)).toBe('青石中学');
    expect(choose({ 'way, link': 'person before 0\t，\t100' }, asked)).toBe('东铭集团');
    expect(choose({ 'count, way': '2\tbody 0\t100' }, asked)).toBe('青石中学');
  });

  test('is the first of those for which as much speaks', () => {
    expect(choose({}, question('校长', school, group, nobody))).toBe('青石中学');
  });

  test('is nobody where there is no candidate', () => {
    expect(choose({ way: 'nobody\t100' }, question('校长'))).toBeNull();
  });

  test('by the shipped weights goes with the list, and with the body that fits', () => {
    const { chooseOwner } = shippedModels();
    expect(
      chooseOwner({
        ...question('总经理', nobody, candidate('东铭集团', 'post before 0'), candidate('青石中学', 'body 1')),
        link: 'chain',
      }),
    ).toBe('东铭集团');
  });

  test('has features that can be written and read again', () => {
    const list = new FeatureList(ownerTemplates);
    const names = (list.names = new Map<number, string>());
    list.texts = new Map();
    for (const one of [nobody, school, group]) addOwnerFeatures(list, question('党委书记', one), one);
    const written: Record<string, string> = {};
    for (const name of names.values()) {
      const [template, ...values] = name.split('\t');
      const own = ownerTemplates[Number(template)]!.name;
      written[own] = [...(written[own] === undefined ? [] : [written[own]]), ...values, '100'].join('\t');
    }
    const table = tableOf(ownerTemplates, written);
    for (const [key, name] of names) expect(table.get(key), name).toBe(100);
  });
});
