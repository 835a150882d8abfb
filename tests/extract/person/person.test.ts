import { describe, expect, test } from 'vitest';
import { castContextOf } from '../../../src/extract/person/cast-context.ts';
import { findPeople } from '../../../src/extract/person/person.ts';
import { marked, usualOwner } from '../marked.ts';
import { contextOf, factsOf, personOf, placeOf, postOf, readingOf, segmentsOf, titlesOf } from '../printed.ts';

/** People found among segments that the test states. */
function people(body: string) {
  const { reading, segments } = marked(body);
  const bodies = segments.filter(({ label }) => label === 'BODY');
  return findPeople(reading, segments, castContextOf(reading, bodies, placeOf, usualOwner));
}

/** Names found by the shipped weights. */
function names(body: string, known: readonly string[] = []): string[] {
  const reading = readingOf(body);
  const segments = segmentsOf(reading, known);
  return findPeople(reading, segments, contextOf(reading, segments)).map(({ name }) => name);
}

describe('people of an article', () => {
  test('a person is one wherever the name stands, with all posts', () => {
    expect(
      people('{B云岫区教育局}{T局长}{P韦国栋}出席。{P韦国栋}表示感谢。{B江东大学}{T教授}{P韦国栋}讲课。').map(
        ({ name, rule, posts }) => [name, rule, ...posts.map(({ post }) => postOf(post))],
      ),
    ).toEqual([['韦国栋', 'person.post-before-name', ['局长', '云岫区教育局'], ['教授', '江东大学']]]);
  });

  test('a person may have no post', () => {
    expect(people('{P韦国栋}表示感谢。')).toEqual([{ name: '韦国栋', rule: 'person.named', posts: [] }]);
  });

  test('people come in the order in which they are named', () => {
    expect(people('{P海澄}会见{T区长}{P柳青}、{P韦国栋}。').map(({ name }) => name)).toEqual([
      '海澄',
      '柳青',
      '韦国栋',
    ]);
  });

  test('a post may be given or taken away', () => {
    expect(
      people('任命{P韦国栋}为{B云岫区教育局}{T局长}。')[0]!.posts.map(({ post, change }) => [change, ...postOf(post)]),
    ).toEqual([['APPOINTED', '局长', '云岫区教育局']]);
  });

  test('a name that a correction takes back is not a person', () => {
    expect(people('更正：“{T区长}{P韦国东}”应为“{T区长}{P韦国栋}”。').map(({ name }) => name)).toEqual(['韦国栋']);
    expect(names('更正：“区长韦国东”应为“区长韦国栋”。')).toEqual(['韦国栋']);
  });

  test('a person is mentioned, and acts, wherever the name stands', () => {
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

  test('a person is not cut out of a longer name, nor does the name run into a verb', () => {
    expect(names('副区长王志华出席。王志华，区长杜若兰讲话。')).toEqual(['王志华', '杜若兰']);
    expect(names('韦国栋正式出席。区长韦国栋，副区长杜若兰走访企业。')).toEqual(['韦国栋', '杜若兰']);
  });

  test('a person is known from another article', () => {
    expect(names('会场上还有韦国栋的身影。', ['韦国栋'])).toEqual(['韦国栋']);
  });
});

describe('who is not a person', () => {
  test.each([
    ['an unnamed group', '有关部门负责人、居民代表参加会议。'],
    ['a doctrine or a place', '学习贯彻重要思想，走进周家村。'],
    ['a name of a body', '东方明珠集团、金力科技公司落户。'],
    ['a surname with a courtesy', '王总说，卫老师很热情。'],
    ['a post that is only spoken of', '多位校长、书记参加培训。区长表示，要加快建设。'],
    ['the wording of a duty', '技术总监全程跟班，安全总监严字当头。'],
    ['a word that begins like a post', '云岫银行长期支持企业，明州银行长春分行开业。'],
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
});
