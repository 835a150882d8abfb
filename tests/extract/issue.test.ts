import { describe, expect, it } from 'vitest';
import type { Setting } from '../../src/extract/facts.ts';
import { extractIssue } from '../../src/extract/issue.ts';
import { article, issue, personOf, titlesOf, yunxiu } from './printed.ts';

const unstated: Setting = { district: null, city: null, publishedOn: null };

describe('the facts of an issue', () => {
  it('stand in the order of its articles', () => {
    const facts = extractIssue(issue(article('区长韦国栋出席。'), article('会议举行。'), article('副区长杜若兰出席。')), yunxiu);
    expect(facts.map(({ people }) => people.map(({ name }) => name))).toEqual([['韦国栋'], [], ['杜若兰']]);
  });

  it('are none where nothing is printed', () => {
    expect(extractIssue(issue(), yunxiu)).toEqual([]);
    expect(extractIssue(issue(article('')), yunxiu)).toMatchObject([{ event: null, people: [], organisations: [], agreements: [] }]);
  });

  it('know a person in one article by the title in another', () => {
    const [, second] = extractIssue(issue(article('区委书记陈吉宁出席。'), article('陈吉宁、有关人士到场。')), yunxiu);
    expect(personOf(second!, '陈吉宁')).toMatchObject({ titles: [], mentions: [{ quote: '陈吉宁' }] });
  });
});

describe('the district of a bare post', () => {
  const title = (setting: Setting, ...bodies: readonly string[]) => titlesOf(extractIssue(issue(...bodies.map((body) => article(body))), setting)[0]!.people[0]);

  it('is stated with the issue', () => {
    expect(title(yunxiu, '区长韦国栋出席。')).toEqual([['区长', '云岫区']]);
  });

  it('is told by another article when this one names none', () => {
    expect(title(unstated, '区长韦国栋出席。', '徐汇区召开大会，徐汇区加快建设。')).toEqual([['区长', '徐汇区']]);
  });

  it('is open when nothing tells it', () => {
    expect(title(unstated, '区长韦国栋出席。')).toEqual([['区长', null]]);
  });
});

describe('the year of a day without one', () => {
  const event = (setting: Setting, ...bodies: readonly string[]) => extractIssue(issue(...bodies.map((body) => article(body))), setting)[0]!.event?.date;

  it('is that of the issue', () => {
    expect(event(yunxiu, '5月23日，大会召开。')).toBe('2024-05-23');
  });

  it('is proved by another article when the issue has no day', () => {
    expect(event(unstated, '5月21日，大会召开。', '5月23日，2024年云岫区第二批重大项目集中签约仪式举行。')).toBe('2024-05-21');
  });

  it('is what the article itself prints in a digital edition', () => {
    const [facts] = extractIssue(issue(article('5月21日，大会召开。', { publishedOn: '2022-06-01' })), yunxiu);
    expect(facts!.event?.date).toBe('2022-05-21');
  });
});
