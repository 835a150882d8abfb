import { describe, expect, test } from 'vitest';
import type { Setting } from '../../src/extract/facts.ts';
import { extractIssue } from '../../src/extract/issue.ts';
import { LINEAR, growth } from '../support/growth.ts';
import { article, issue, personOf, titlesOf, yunxiu } from './printed.ts';

const unstated: Setting = { district: null, city: null, publishedOn: null };

describe('the facts of an issue', () => {
  test('facts stand in the order of the articles', () => {
    const facts = extractIssue(
      issue(article('区长韦国栋出席。'), article('会议举行。'), article('副区长杜若兰出席。')),
      yunxiu,
    );
    expect(facts.map(({ people }) => people.map(({ name }) => name))).toEqual([['韦国栋'], [], ['杜若兰']]);
  });

  test('an empty issue has no facts', () => {
    expect(extractIssue(issue(), yunxiu)).toEqual([]);
    expect(extractIssue(issue(article('')), yunxiu)).toMatchObject([
      { event: null, people: [], organisations: [], agreements: [] },
    ]);
  });

  test('a person in one article is known by the title in another', () => {
    const [, second] = extractIssue(issue(article('区委书记陈吉宁出席。'), article('陈吉宁、有关人士到场。')), yunxiu);
    expect(personOf(second!, '陈吉宁')).toMatchObject({ titles: [], mentions: [{ quote: '陈吉宁' }] });
  });
});

describe('pages of very many articles', () => {
  const each = 6;
  /** Articles that each give some people a title, and name one of the next article without it. */
  const pageOf = (count: number) => {
    const total = count * each;
    const nameOf = (i: number) => {
      const third = String.fromCharCode('春'.charCodeAt(0) + (Math.floor(i / 100) % 200));
      return `${'赵钱孙李周吴郑王冯陈'[i % 10]!}${'江海川岳峰林松柏梅兰'[Math.floor(i / 10) % 10]!}${third}`;
    };
    return issue(
      ...Array.from({ length: count }, (_, i) => {
        const titled = Array.from({ length: each }, (_, k) => `副区长${nameOf(i * each + k)}出席。`).join('');
        return article(`${titled}${nameOf(((i + 1) * each) % total)}、有关人士到场。`);
      }),
    );
  };

  test('the time grows in proportion to the articles, though each is read with the people of all', async () => {
    const pages = new Map([75, 600].map((count) => [count, pageOf(count)]));
    expect(await growth(75, (count) => extractIssue(pages.get(count)!, yunxiu))).toBeLessThan(LINEAR);
  });

  test('the names that the archive knows are scanned once, not once for each article', () => {
    let walks = 0;
    class WalkedSet extends Set<string> {
      override [Symbol.iterator]() {
        walks += 1;
        return super[Symbol.iterator]();
      }
    }
    const known = extractIssue(pageOf(20), yunxiu, {
      people: new WalkedSet(['赵江春', '不在场']),
      organisations: new WalkedSet(['云岫夜校']),
    });
    expect(known).toHaveLength(20);
    expect(walks).toBeLessThanOrEqual(2);
  });
});

describe('the district of a bare post', () => {
  const title = (setting: Setting, ...bodies: readonly string[]) =>
    titlesOf(extractIssue(issue(...bodies.map((body) => article(body))), setting)[0]!.people[0]);

  test('the district is the one stated with the issue', () => {
    expect(title(yunxiu, '区长韦国栋出席。')).toEqual([['区长', '云岫区']]);
  });

  test('the district is taken from another article when this one names none', () => {
    expect(title(unstated, '区长韦国栋出席。', '徐汇区召开大会，徐汇区加快建设。')).toEqual([['区长', '徐汇区']]);
  });

  test('the district stays open when nothing gives it', () => {
    expect(title(unstated, '区长韦国栋出席。')).toEqual([['区长', null]]);
  });
});

describe('the year of a day without one', () => {
  const event = (setting: Setting, ...bodies: readonly string[]) =>
    extractIssue(issue(...bodies.map((body) => article(body))), setting)[0]!.event?.date;

  test('the year is that of the issue', () => {
    expect(event(yunxiu, '5月23日，大会召开。')).toBe('2024-05-23');
  });

  test('the year is proved by another article when the issue has no day', () => {
    expect(event(unstated, '5月21日，大会召开。', '5月23日，2024年云岫区第二批重大项目集中签约仪式举行。')).toBe(
      '2024-05-21',
    );
  });

  test('the year is the one that the article itself prints in a digital edition', () => {
    const [facts] = extractIssue(issue(article('5月21日，大会召开。', { publishedOn: '2022-06-01' })), yunxiu);
    expect(facts!.event?.date).toBe('2022-05-21');
  });
});
