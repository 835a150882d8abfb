import { describe, expect, test } from 'vitest';
import { extractIssue } from '../../../src/extract/issue.ts';
import { article, credited, factsOf, flowed, issue, organisationOf, personOf, titlesOf, yunxiu } from '../printed.ts';

const body =
  '海桥鶴洲聯誼總會（下稱「聯誼總會」）會長馮國樑說，與北岭科技有限公司簽署合作協議，總經理盧展鵬代表公司簽字。';

describe('texts in traditional characters', () => {
  const byline = credited('記者 韋詠珊', { name: '韋詠珊', role: 'REPORTER', title: '記者', organisation: null });
  const facts = factsOf(body, byline);

  test('a traditional text is read by the same rules and gives the characters that it prints', () => {
    expect(titlesOf(personOf(facts, '馮國樑'))).toEqual([['會長', '海桥鶴洲聯誼總會']]);
    expect(organisationOf(facts, '海桥鶴洲聯誼總會')?.aliases.map(({ name }) => name)).toEqual(['聯誼總會']);
    expect(facts.agreements.map(({ parties }) => parties.map(({ organisation }) => organisation))).toEqual([
      ['海桥鶴洲聯誼總會', '北岭科技有限公司'],
    ]);
  });

  test('a traditional text is quoted verbatim', () => {
    const { evidence } = personOf(facts, '馮國樑')!.titles[0]!;
    expect(body.slice(evidence.start, evidence.end)).toBe(evidence.quote);
    expect(personOf(facts, '韋詠珊')?.roles[0]?.evidence.quote).toBe('韋詠珊');
    expect(titlesOf(personOf(facts, '韋詠珊'))).toEqual([['記者', null]]);
  });

  test('a text is read in one script: somebody in the headline and in the body is one person', () => {
    const [read] = extractIssue(
      issue(article('本報訊 臺商代表李民輝到訪，看著園區的變化。', { headline: flowed('臺商代表李民輝到訪') })),
      yunxiu,
    );
    expect(read!.people.map(({ name }) => name)).toEqual(['李民輝']);
  });

  test('a person whom the archive knows in another script is known', () => {
    const known = { people: new Set(['卢展鹏']), organisations: new Set<string>() };
    const [read] = extractIssue(
      issue(article('盧展鵬對本報記者說，學會將繼續與內地機構聯繫，開辦課程，讓會員認識國家發展。')),
      yunxiu,
      known,
    );
    expect(personOf(read!, '盧展鵬')).toBeDefined();
  });
});

describe('names in traditional characters', () => {
  test('a traditional name does not change a simplified text', () => {
    const facts = factsOf(
      '海桥社团总会会长方民輝一行来云岫区考察，区长韦国栋会见了客人，双方就进一步加强科技、教育、文化合作交换了意见。',
    );
    expect(titlesOf(personOf(facts, '方民輝'))).toEqual([['会长', '海桥社团总会']]);
  });
});
