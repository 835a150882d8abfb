import { describe, expect, test } from 'vitest';
import { findPeople } from '../../../src/extract/person/person.ts';
import { factsOf, personOf, placeOf, postOf, readingOf, titlesOf } from '../printed.ts';

const people = (body: string, lexicon: readonly string[] = []) =>
  findPeople(readingOf(body), { placeOf, isOrganisation: () => false }, new Set(lexicon));
const names = (body: string, lexicon: readonly string[] = []): string[] =>
  people(body, lexicon).map(({ name }) => name);

describe('people of an article', () => {
  test('a person is one wherever the name stands', () => {
    const facts = factsOf('区长韦国栋出席。韦国栋表示，要加快建设。');
    expect(facts.people).toHaveLength(1);
    expect(personOf(facts, '韦国栋')).toMatchObject({
      mentions: [
        { start: 2, quote: '韦国栋' },
        { start: 8, quote: '韦国栋' },
      ],
      roles: [{ role: 'ATTENDED' }, { role: 'SPOKE' }],
    });
  });

  test('a person whose name runs into a verb is found once another sentence shows where it ends', () => {
    expect(names('韦国栋正式出席。区长韦国栋，副区长杜若兰走访企业。')).toEqual(['韦国栋', '杜若兰']);
  });

  test('a person is not cut out of a longer name', () => {
    expect(names('副区长王志华出席。王志华，区长杜若兰讲话。')).toEqual(['王志华', '杜若兰']);
  });

  test('a person is known from another article when this one gives no post', () => {
    expect(names('会场上还有韦国栋的身影。', ['韦国栋'])).toEqual(['韦国栋']);
    expect(names('会场上还有韦国栋的身影。')).toEqual([]);
  });

  test('a name that a correction takes back is not a person', () => {
    expect(names('更正：“区长韦国东”应为“区长韦国栋”。')).toEqual(['韦国栋']);
  });
});

describe('who is not a person', () => {
  test.each([
    ['an unnamed group', '有关部门负责人、居民代表参加会议。'],
    ['a doctrine or a place', '学习贯彻重要思想，走进周家村。'],
    ['a name of a body', '东方明珠集团、金力科技公司落户。'],
    ['a surname with a courtesy', '王总说，卫老师很热情。'],
  ])('%s is not a person', (_, body) => {
    expect(names(body)).toEqual([]);
  });
});

describe('titles', () => {
  test('a title is given once, however often it is printed', () => {
    expect(titlesOf(personOf(factsOf('区长韦国栋出席。区长韦国栋讲话。'), '韦国栋'))).toEqual([['区长', '云岫区']]);
  });

  test('a title is not repeated by its short form after the name', () => {
    expect(titlesOf(personOf(factsOf('东铭集团副总经理韦国栋出席。韦国栋副总经理讲话。'), '韦国栋'))).toEqual([
      ['副总经理', '东铭集团'],
    ]);
  });

  test('a title says whether its organisation is printed or completed', () => {
    const facts = factsOf('云岫区教育局局长韦国栋，区长杜若兰出席。');
    expect(facts.people.map(({ titles }) => titles.map(({ isOwnerInferred }) => isOwnerInferred))).toEqual([
      [false],
      [true],
    ]);
  });

  test('a title has the organisation under the name that the article gives it', () => {
    const facts = factsOf('上海新微科技集团有限公司落户。新微集团总裁秦曦出席。');
    expect(titlesOf(personOf(facts, '秦曦'))).toEqual([['总裁', '上海新微科技集团有限公司']]);
  });

  test('a title of 该公司 or 公司 belongs to the company that these words mean', () => {
    const lead = '明州远图股份有限公司落户。云岫合众科技有限公司和东铭制造有限公司到会。';
    expect(titlesOf(personOf(factsOf(`${lead}该公司总经理韦国栋表示，要扩产。`), '韦国栋'))).toEqual([
      ['总经理', '东铭制造有限公司'],
    ]);
    expect(
      titlesOf(
        personOf(
          factsOf(`明州远图股份有限公司获得东铭创业投资有限公司的投资。公司总经理韦国栋表示，要扩产。`),
          '韦国栋',
        ),
      ),
    ).toEqual([['总经理', '明州远图股份有限公司']]);
  });

  test("a title after a professor's name belongs to the owner of the post before it", () => {
    const facts = factsOf('江东大学副校长韦国栋出席。韦国栋教授介绍，成果很多。');
    expect(titlesOf(personOf(facts, '韦国栋'))).toEqual([
      ['副校长', '江东大学'],
      ['教授', '江东大学'],
    ]);
  });

  test('a title that is printed and then taken away is one title', () => {
    const facts = factsOf('云岫区财政局局长韦国栋作报告。会议决定免去韦国栋的云岫区财政局局长职务。');
    expect(personOf(facts, '韦国栋')?.titles.map(({ title, change }) => [title, change])).toEqual([
      ['局长', 'REMOVED'],
    ]);
  });

  test('a title may be given or taken away', () => {
    const [person] = people('任命韦国栋为云岫区教育局局长。');
    expect(person!.posts.map(({ post, change }) => [change, ...postOf(post)])).toEqual([
      ['APPOINTED', '局长', '云岫区教育局'],
    ]);
  });
});
