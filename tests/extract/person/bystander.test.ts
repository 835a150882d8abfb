import { describe, expect, test } from 'vitest';
import {
  isNameLike,
  readActors,
  readDescribed,
  readListed,
  readNamed,
  readRoster,
  readSpeakers,
} from '../../../src/extract/person/bystander.ts';
import type { CastContext } from '../../../src/extract/person/cast-context.ts';
import type { Reading } from '../../../src/extract/document/reading.ts';
import type { NamedSpan, Span } from '../../../src/extract/document/span.ts';
import { contextOf, eachSentence } from '../printed.ts';

type Rule = (reading: Reading, sentence: Span, context: CastContext) => NamedSpan[];
const people = (rule: Rule, body: string, known: readonly string[] = []): string[] =>
  eachSentence(body, (reading, sentence) => rule(reading, sentence, contextOf({ known: new Set(known) }))).map(
    ({ text }) => text,
  );

describe('speakers', () => {
  test.each([
    ['“很好。”韦国栋说。', '韦国栋'],
    ['汉斯·克莱因对记者说，合作顺利。', '汉斯·克莱因'],
    ['会议结束，杜若兰表示满意。', '杜若兰'],
    ['家住青石街道的韦国栋说，路好走了。', '韦国栋'],
  ])('the speaker is named in %s', (body, name) => {
    expect(people(readSpeakers, body)).toEqual([name]);
  });

  test('nobody speaks where the subject is not a name', () => {
    for (const body of ['会议指出，要加快建设。', '方案提出，要加快建设。', '他说，很好。', '区教育局表示满意。'])
      expect(people(readSpeakers, body), body).toEqual([]);
  });
});

describe('rosters', () => {
  const roster: Rule = (reading, sentence) => readRoster(reading, sentence);

  test('a roster ends before people whom it does not name', () => {
    expect(people(roster, '韦国栋、杜若兰、洪波及委员共26人出席。')).toEqual(['韦国栋', '杜若兰', '洪波']);
  });

  test('a roster does not begin with a post', () => {
    expect(people(roster, '副主任韦国栋、杜若兰、海澄3人出席。')).toEqual([]);
  });
});

describe('people named beside a description', () => {
  test.each<[string, readonly string[]]>([
    ['居民韦国栋参加。', ['韦国栋']],
    ['老党员代表舒尔康、海澄参加。', ['舒尔康', '海澄']],
    ['青年演奏家水灵登台。', ['水灵']],
    ['居民花无缺说，真方便。', ['花无缺']],
    ['退伍兵钟小山学会了炒茶。', ['钟小山']],
  ])('the person is named in %s', (body, names) => {
    expect(people(readDescribed, body)).toEqual(names);
  });

  test('nobody is named where the word continues', () => {
    for (const body of [
      '居民委员会换届。',
      '代表团队长发言。',
      '专家组成员参加。',
      '学生方面准备充分。',
      '专家留得住、干得好。',
      '科学家专心搞生产、放心办企业。',
      '村民韦阿婆数着工钱。',
      '选手参加比赛。',
      '工匠有奔头、有甜头。',
      '职工班中餐可口。',
      '专家多提宝贵意见。',
    ])
      expect(people(readDescribed, body), body).toEqual([]);
  });
});

describe('people named before an action', () => {
  test.each<[string, readonly string[]]>([
    ['韦国栋走访调研新组建单位', ['韦国栋']],
    ['韦国栋、杜若兰共同出席。', ['韦国栋', '杜若兰']],
    ['大会召开，韦国栋致辞。', ['韦国栋']],
  ])('the person is named in %s', (body, names) => {
    expect(people(readActors, body)).toEqual(names);
  });

  test('nobody acts where a body or a common word is the subject', () => {
    for (const body of ['全体参加会议。', '云岫区出席会议。', '高度重视，深入推进。'])
      expect(people(readActors, body), body).toEqual([]);
  });
});

describe('people named by the words around them', () => {
  test.each<[string, readonly string[]]>([
    ['说这话的人叫韦国栋，今年48岁。', ['韦国栋']],
    ['报告了关于韦国栋严重违纪违法问题的审查情况。', ['韦国栋']],
    ['来自外地的季如云、池上月夫妇在镇上租了小院。', ['季如云', '池上月']],
  ])('the person is found in %s', (body, names) => {
    expect(people(readNamed, body)).toEqual(names);
  });

  test('nobody is found where there is no name', () => {
    for (const body of [
      '他叫来了邻居。',
      '对学生严重违纪问题从严处理。',
      '村里的青年、中年夫妇都来了。',
      '名叫“谭姐调解室”的房间。',
    ])
      expect(people(readNamed, body), body).toEqual([]);
  });
});

describe('items of a roster', () => {
  test('a roster names all of its items when some read as names', () => {
    expect(people(readRoster, '韦国栋、德吉卓玛、杜若兰等8名代表发言。')).toEqual(['韦国栋', '德吉卓玛', '杜若兰']);
    expect(people(readRoster, '会上，赵亦山、德吉卓玛、其美多吉、扎西旺堆等8名代表发言。')).toEqual([
      '赵亦山',
      '德吉卓玛',
      '其美多吉',
      '扎西旺堆',
    ]);
  });

  test('a list of things is not a roster', () => {
    for (const body of ['信息、医疗、能源等8个领域。', '苹果、香梨、石榴等8名产品。'])
      expect(people(readRoster, body), body).toEqual([]);
  });
});

describe('neighbours in a list', () => {
  test.each<[string, readonly string[]]>([
    ['韦国栋、杜若兰、海澄揭牌。', ['杜若兰', '海澄']],
    ['岑南星、鱼玄之、韦国栋揭牌。', ['岑南星', '鱼玄之']],
  ])('the neighbour of a known person is a person too in %s', (body, neighbours) => {
    const found = new Set(people(readListed, body, ['韦国栋']));
    found.delete('韦国栋');
    expect([...found].sort()).toEqual([...neighbours].sort());
  });

  test('a neighbour is nobody when nobody in the list is known', () => {
    expect(people(readListed, '信息、医疗、能源加快发展。', ['韦国栋'])).toEqual([]);
  });

  test('a neighbour is nobody when it is not a name', () => {
    expect(people(readListed, '韦国栋、有关部门参加。', ['韦国栋'])).toEqual([]);
  });
});

test('a name is told apart from a word of the dictionary', () => {
  for (const name of ['韦国栋', '杜若兰', '汉斯·克莱因', 'Anna Meier'])
    expect(isNameLike(name, new Set()), name).toBe(true);
  for (const word of ['万一', '高度', '全面', '会议', '居民', '于是'])
    expect(isNameLike(word, new Set()), word).toBe(false);
  expect(isNameLike('水灵', new Set(['水灵']))).toBe(true);
});
