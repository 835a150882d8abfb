import { describe, expect, test } from 'vitest';
import { factsOf, organisationOf, personOf, titlesOf } from './printed.ts';

const names = (body: string): string[] => factsOf(body).organisations.map(({ name }) => name);

describe('the organisations of an article', () => {
  test('organisations printed with titles are found', () => {
    expect(organisationOf(factsOf('东铭绿能总裁韦国栋出席。'), '东铭绿能')).toMatchObject({
      mentions: [{ quote: '东铭绿能', rule: 'organisation.named' }],
      impliedBy: null,
    });
  });

  test('organisations implied by titles are found', () => {
    expect(organisationOf(factsOf('区委书记韦国栋出席。'), '云岫区委')).toMatchObject({
      mentions: [],
      impliedBy: { quote: '区委书记' },
    });
  });

  test('organisations have the short forms that make sense only in this article', () => {
    expect(
      organisationOf(factsOf('云岫香港联谊会成立，联谊会主席韦国栋致辞。'), '云岫香港联谊会')!.aliases,
    ).toMatchObject([{ name: '联谊会', evidence: { start: 10, end: 13 } }]);
  });

  test('organisations have the short form that the article introduces', () => {
    const facts = factsOf('近日，云岫国有资本运营公司（以下简称“云资”）成立。云资董事长韦国栋出席。');
    expect(organisationOf(facts, '云岫国有资本运营公司')!.aliases.map(({ name }) => name)).toEqual(['云资']);
    expect(titlesOf(personOf(facts, '韦国栋'))).toEqual([['董事长', '云岫国有资本运营公司']]);
  });

  test("no organisation is part of a person's name", () => {
    expect(names('青石街道居民东方明珠参加。')).toEqual(['青石街道']);
  });

  test('an organisation begins after the person that a verb puts before it', () => {
    const facts = factsOf('柳青山任云岫融媒体中心副主任。会议决定，免去柳青山云岫区融媒体中心主任职务。');
    expect(facts.organisations.map(({ name }) => name)).toContain('云岫区融媒体中心');
    expect(facts.organisations.some(({ name }) => name.includes('柳青山'))).toBe(false);
  });

  test('an organisation begins after the person printed before it', () => {
    expect(names('云岫区教育局局长封开云和云岫区审计局局长杜若兰出席。')).toEqual(['云岫区教育局', '云岫区审计局']);
  });
});

test('a bare post belongs to the body before it that has such a post', () => {
  expect(titlesOf(personOf(factsOf('青石中学举行开学典礼。校长韦国栋说。'), '韦国栋'))).toEqual([['校长', '青石中学']]);
});

test('nothing is read from an article that says nothing', () => {
  expect(factsOf('春风拂面，草长莺飞。')).toMatchObject({ event: null, people: [], organisations: [], agreements: [] });
});
