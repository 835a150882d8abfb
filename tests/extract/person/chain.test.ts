import { describe, expect, test } from 'vitest';
import type { OwnerCandidate, OwnerQuestion } from '../../../src/extract/title/owner-choice.ts';
import { castOf, usualOwner } from '../marked.ts';
import { nowhere } from '../printed.ts';

/** What is asked of the owners in a text, answered by the usual ways. */
function questions(body: string, places?: typeof nowhere): OwnerQuestion[] {
  const asked: OwnerQuestion[] = [];
  castOf(
    body,
    (question) => {
      asked.push(question);
      return usualOwner(question);
    },
    places,
  );
  return asked;
}

/** The candidates for the last owner that is asked for. */
const candidates = (body: string, places?: typeof nowhere): OwnerCandidate[] => [
  ...questions(body, places).at(-1)!.candidates,
];
const waysOf = (name: string | null, body: string, places?: typeof nowhere): readonly string[] | undefined =>
  candidates(body, places).find((candidate) => candidate.name === name)?.ways;

describe('the owners that a post could have', () => {
  test('are not asked for where one is printed', () => {
    expect(questions('{B江东大学}{T校长}{P柳青}出席。')).toEqual([]);
    expect(questions('{B云岫区}{T副区长}{P柳青}出席。')).toEqual([]);
  });

  test('begin with nobody', () => {
    expect(candidates('{T校长}{P柳青}出席。')).toEqual([
      { name: null, bare: null, ways: ['nobody'], distance: 9, count: 0, signs: [] },
    ]);
  });

  test('are those of the post before in the chain', () => {
    expect(waysOf('东铭集团', '{B东铭集团}{T党委书记}、{T总经理}{P柳青}出席。')).toContain('post before 0');
    expect(waysOf('东铭集团', '{B东铭集团}{T党委书记}、{B东铭股份}{T董事长}、{T总经理}{P柳青}出席。')).toContain(
      'post before 1',
    );
  });

  test('are those of the person before in the sentence', () => {
    const list = '{B江东大学}{T党委书记}{P韦国栋}，{T校长}{P柳青}出席。';
    expect(waysOf('江东大学', list)).toContain('person before 0');
    const apart = '{B江东大学}{T党委书记}{P韦国栋}出席。{T校长}{P柳青}主持。';
    expect(waysOf('江东大学', apart)).not.toContain('person before 0');
  });

  test('are the bodies named before, the nearest first, and the one behind', () => {
    const body = '{B青石中学}开学。{B东铭集团}到访{B白鹿中学}，{T校长}{P柳青}会见{B海昇动力}一行。';
    expect(candidates(body).map(({ name }) => name)).toEqual([null, '白鹿中学', '东铭集团', '青石中学', '海昇动力']);
    expect(waysOf('白鹿中学', body)).toContain('body 0 of sentence');
    expect(waysOf('东铭集团', body)).toContain('opens the sentence');
    expect(waysOf('青石中学', body)).toEqual(expect.arrayContaining(['body 2', 'first body', 'most named SCHOOL']));
    expect(waysOf('海昇动力', body)).toContain('body after');
  });

  test('tell how far back and how often the body is named', () => {
    const body = '{B青石中学}开学。{B青石中学}是所老校。天气晴好。{T校长}{P柳青}致辞。';
    expect(candidates(body).find(({ name }) => name === '青石中学')).toMatchObject({ distance: 2, count: 2 });
  });

  test('are few, however many bodies are named', () => {
    const bodies = Array.from({ length: 200 }, (_, i) => `{B第${i}中学}`).join('、');
    expect(candidates(`${bodies}开学。{T校长}{P柳青}致辞。`).length).toBeLessThan(10);
  });

  test('are places of its level', () => {
    expect(candidates('{T区长}{P柳青}出席。').map(({ name, ways }) => [name, ways])).toEqual([
      [null, ['nobody']],
      ['云岫区', ['place of text']],
    ]);
    expect(waysOf('崇南区', '{B崇南区}{T区委书记}{P韦国栋}，{T区长}{P柳青}出席。')).toContain('place before');
  });

  test('are no bodies of another kind than the post tells', () => {
    const body = '{B崇南县委}、{B崇南县第九届人大常委会}和{B崇南县人民政府}到{B石牙乡}。';
    const named = (post: string): (string | null)[] => candidates(body + post, nowhere).map(({ name }) => name);
    expect(named('{T县长}{P柳青}出席。')).toEqual([null, '崇南县人民政府']);
    expect(named('{T县委书记}{P柳青}出席。')).toEqual([null, '县委', '崇南县委']);
    expect(named('{T县人大常委会主任}{P柳青}出席。')).toEqual([null, '县人大常委会', '崇南县第九届人大常委会']);
  });

  test('are those of the same person elsewhere in the article', () => {
    const body = '{T校长}{P柳青}到任。{B青石中学}{T校长}{P柳青}说，要办好学校。';
    expect(questions(body)[0]!.candidates.find(({ name }) => name === '青石中学')).toMatchObject({
      ways: expect.arrayContaining(['same person']),
      signs: expect.arrayContaining(['same person, printed']),
    });
  });

  test('are completed by the words of the post', () => {
    expect(candidates('{T区委书记}{P柳青}出席。').find(({ name }) => name === '云岫区委')).toMatchObject({
      bare: '区委',
    });
    expect(waysOf('云岫区委组织部', '{B云岫区}{T区委常委}、{T组织部部长}{P柳青}出席。')).toContain('post before 0');
    expect(waysOf('区委', '{T区委书记}{P柳青}出席。', nowhere)).toContain('level alone');
  });
});

describe('what else is seen of an owner', () => {
  const signsOf = (name: string, body: string): readonly string[] | undefined =>
    candidates(body).find((candidate) => candidate.name === name)?.signs;

  test('is what stands around its name', () => {
    const body = '昨日，{B东铭集团}到访。{T总经理}{P柳青}致辞。';
    expect(signsOf('东铭集团', body)).toEqual(expect.arrayContaining(['left ，', 'right 到', '0 posts']));
    expect(signsOf('东铭集团', body)).toContain('opens the paragraph');
  });

  test('is that it is a part of another one', () => {
    const body = '{B江东大学}和{B江东大学医学院}挂牌。{T院长}{P柳青}致辞。';
    expect(signsOf('江东大学', body)).toContain('whole');
    expect(signsOf('江东大学医学院', body)).toContain('part');
  });

  test('is that its post is held already, or another one by the same person', () => {
    const body = '{B青石中学}{T校长}{P韦国栋}致辞。{T校长}{P柳青}发言。';
    expect(signsOf('青石中学', body)).toContain('post is held');
    expect(signsOf('青石中学', '{B青石中学}{T校长}{P柳青}致辞。{T书记}{P柳青}发言。')).toContain('same person');
    expect(signsOf('青石中学', '{B青石中学}{T校长}{P柳青}致辞。{T校长}{P柳青}发言。')).toContain('same post');
  });

  test('is whether it is of the level of the post', () => {
    const body = '{B崇南县}的{B崇南县政府}和{B石牙乡}开会。{T县领导}{P柳青}致辞。';
    expect(signsOf('崇南县', body)).toContain('of level: place');
    expect(signsOf('石牙乡', body)).toContain('of level: no');
  });

  test('is that a house calls itself so', () => {
    const body = '昨日我校开学，{T校长}{P柳青}致辞。';
    expect(waysOf('我校', body)).toEqual(['own house 0']);
    expect(signsOf('我校', body)).toContain('pronoun');
  });
});

describe('the question', () => {
  test('says whose post it is and what separates it from the person before', () => {
    expect(questions('{B江东大学}{T党委书记}{P韦国栋}，{T校长}{P柳青}、{P海澄}出席。')).toMatchObject([
      { title: '校长', names: ['柳青', '海澄'], link: '，' },
    ]);
  });

  test.each([
    ['{T校长}{P柳青}出席。', 'first'],
    ['{B江东大学}{T党委书记}{P韦国栋}、{T校长}{P柳青}出席。', '、'],
    ['{B江东大学}{T党委书记}{P韦国栋}（右二）、{T校长}{P柳青}出席。', '、'],
    ['{B江东大学}{T党委书记}{P韦国栋}主持会议，{T校长}{P柳青}出席。', 'clause'],
    ['{B江东大学}{T党委书记}{P韦国栋}会见了来访的{T校长}{P柳青}。', 'words'],
    ['{B江东大学}{T党委书记}、{T校长}{P柳青}出席。', 'chain'],
  ])('the link in %s is %s', (body, link) => {
    expect(questions(body).at(-1)).toMatchObject({ link });
  });
});
