import { describe, expect, test } from 'vitest';
import { readCast, readPosts } from '../../../src/extract/person/cast.ts';
import type { CastContext } from '../../../src/extract/person/cast-context.ts';
import { contextOf, eachSentence, nowhere, postOf, readingOf, spanOf } from '../printed.ts';

type People = [name: string, ...titles: [string, string | null][]][];
const cast = (body: string, context: Partial<CastContext> = {}): People =>
  eachSentence(body, (reading, sentence) => readCast(reading, sentence, contextOf(context))).map(({ name, posts }) => [
    name.text,
    ...posts.map(postOf),
  ]);

describe('posts before a name', () => {
  test('a post belongs to the organisation printed before it', () => {
    expect(cast('江东农业大学党委书记韦国栋出席。')).toEqual([['韦国栋', ['党委书记', '江东农业大学']]]);
  });

  test('a bare post belongs to the place that the article is about', () => {
    expect(cast('区长柳青出席。')).toEqual([['柳青', ['区长', '云岫区']]]);
    expect(cast('区委书记柳青出席。')).toEqual([['柳青', ['区委书记', '云岫区委']]]);
  });

  test('a bare post belongs to nobody when nothing gives the place', () => {
    expect(cast('区长柳青出席。', { placeOf: nowhere })).toEqual([['柳青', ['区长', null]]]);
  });

  test('a post of a group names nobody', () => {
    expect(cast('三方组织80名律师和社工。县领导包联重点项目。', { placeOf: nowhere })).toEqual([]);
    expect(cast('县领导柳青出席。', { placeOf: nowhere }).map(([name]) => name)).toEqual(['柳青']);
  });

  test('a post names a person without a Han surname', () => {
    expect(cast('县委书记次仁顿珠出席。', { placeOf: nowhere }).map(([name]) => name)).toEqual(['次仁顿珠']);
  });

  test('a bare post names a person by the characters of transliteration', () => {
    expect(cast('校长道尔吉说，学校有了老师。').map(([name]) => name)).toEqual(['道尔吉']);
    expect(cast('技术总监全程跟班，安全总监严字当头。')).toEqual([]);
    expect(cast('社区书记应知应会，网格长常态排查。')).toEqual([]);
  });

  test('a post can belong to a democratic party', () => {
    expect(cast('致公党临海市委会主委蓝天野发言。')).toEqual([['蓝天野', ['主委', '致公党临海市委会']]]);
  });

  test('no post is read in 长期 or in a place name', () => {
    expect(cast('云岫银行长期支持企业，明州银行长春分行开业。')).toEqual([]);
  });

  test('no post is read in the name of a body', () => {
    expect(cast('部长会议决定调整方案。')).toEqual([]);
    expect(cast('公司董事会通过了方案。')).toEqual([]);
  });

  test('a post without a name behind it names nobody', () => {
    expect(cast('区长表示，要加快建设。')).toEqual([]);
    expect(cast('多位校长、书记参加培训。')).toEqual([]);
  });
});

describe('the owner of a bare post in its sentence', () => {
  const organisations = (body: string, ...names: readonly string[]): Partial<CastContext> => ({
    organisations: names.map((name) => spanOf(readingOf(body), name)),
  });

  test('the owner is the last body of the sentence that has such a post', () => {
    const body = '一行来到红枫农场，场长韦国栋介绍情况。';
    expect(cast(body, organisations(body, '红枫农场'))).toEqual([['韦国栋', ['场长', '红枫农场']]]);
    const other = '一行来到红枫小学，场长韦国栋介绍情况。';
    expect(cast(other, organisations(other, '红枫小学'))).toEqual([['韦国栋', ['场长', null]]]);
  });

  test('the owner may stand before 的', () => {
    const body = '来自明州智能科技有限公司的创始人花千红介绍情况。';
    expect(cast(body, organisations(body, '明州智能科技有限公司'))).toEqual([
      ['花千红', ['创始人', '明州智能科技有限公司']],
    ]);
  });

  test('the owner begins after a verb with 着', () => {
    expect(cast('她拉着区妇联权益部部长柳青上门。')).toEqual([['柳青', ['权益部部长', '区妇联']]]);
  });

  test('a post of a school belongs to the university', () => {
    expect(cast('校党委书记柳青出席。', { ownerFor: (title) => (title === '校长' ? '西陇大学' : null) })).toEqual([
      ['柳青', ['校党委书记', '西陇大学']],
    ]);
  });
});

test('the owner is read before a name that begins like a post', () => {
  expect(cast('明州产投董事长董事成、海澄出席。').map(([name]) => name)).toEqual(['董事成', '海澄']);
  expect(cast('公司董事长董事会成员出席。')).toEqual([]);
});

test('the owner is not passed to the next person when the one before refers back to it', () => {
  expect(cast('副院长韦国栋担任审判长，云岫区人民检察院检察长柳青出席。')).toEqual([
    ['韦国栋', ['副院长', null]],
    ['柳青', ['检察长', '云岫区人民检察院']],
  ]);
});

describe('several posts of one person', () => {
  test('posts are divided at a comma of the list and at 兼', () => {
    expect(cast('云岫股份党委委员、副总经理兼董事会秘书陶然出席。')).toEqual([
      ['陶然', ['党委委员', '云岫股份'], ['副总经理', '云岫股份'], ['董事会秘书', '云岫股份']],
    ]);
  });

  test('each post takes the level in its own words', () => {
    expect(cast('区委副书记、代理区长柳青出席。')).toEqual([
      ['柳青', ['区委副书记', '云岫区委'], ['代理区长', '云岫区']],
    ]);
  });

  test('several posts can belong to several organisations', () => {
    expect(cast('东铭集团党委书记、董事长、东铭股份董事长海澄出席。')).toEqual([
      ['海澄', ['党委书记', '东铭集团'], ['董事长', '东铭集团'], ['董事长', '东铭股份']],
    ]);
  });

  test('a department is given its committee', () => {
    expect(cast('区委常委、组织部长柳青出席。')).toEqual([
      ['柳青', ['区委常委', '云岫区委'], ['组织部长', '云岫区委组织部']],
    ]);
  });
});

describe('lists of people', () => {
  test('a list passes an owner on to the next bare post', () => {
    expect(cast('江东农业大学党委书记韦国栋，校长、中国科学院院士金力出席。')).toEqual([
      ['韦国栋', ['党委书记', '江东农业大学']],
      ['金力', ['校长', '江东农业大学'], ['院士', '中国科学院']],
    ]);
  });

  test('a list shares one post among all the names that follow it', () => {
    expect(cast('明州画院副院长韦国栋、杜若兰、海澄出席。').map(([name, title]) => [name, title])).toEqual([
      ['韦国栋', ['副院长', '明州画院']],
      ['杜若兰', ['副院长', '明州画院']],
      ['海澄', ['副院长', '明州画院']],
    ]);
  });

  test('a list returns to the district for a bare post of the district', () => {
    expect(cast('江东农业大学校长金力，副区长柳青出席。')).toEqual([
      ['金力', ['校长', '江东农业大学']],
      ['柳青', ['副区长', '云岫区']],
    ]);
  });

  test('a list continues with names without a Han surname', () => {
    expect(
      cast('旗人大常委会副主任王云霞、孟克巴特尔、敖其尔出席。', { placeOf: nowhere }).map(([name]) => name),
    ).toEqual(['王云霞', '孟克巴特尔', '敖其尔']);
    expect(cast('明州画院副院长韦国栋、各部门负责人出席。').map(([name]) => name)).toEqual(['韦国栋']);
  });

  test('a list passes the owner on to a Party post after what the first person did', () => {
    expect(cast('东铭集团董事长韦国栋讲话，党委副书记、总经理杜若兰作报告。')).toEqual([
      ['韦国栋', ['董事长', '东铭集团']],
      ['杜若兰', ['党委副书记', '东铭集团'], ['总经理', '东铭集团']],
    ]);
  });

  test('a list does not extend over the end of a sentence', () => {
    expect(cast('江东农业大学校长金力出席。秘书长柳青主持。')).toEqual([
      ['金力', ['校长', '江东农业大学']],
      ['柳青', ['秘书长', null]],
    ]);
  });
});

test('a zone is passed on to its bare 管委会', () => {
  expect(cast('云岫经开区党工委书记韦国栋，管委会主任柳青出席。').map(([, title]) => title)).toEqual([
    ['党工委书记', '云岫经开区'],
    ['管委会主任', '云岫经开区'],
  ]);
});

describe('the owner of a bare post in its article', () => {
  test('the owner is the body that the rest of the article gives', () => {
    expect(cast('校长柳青说。', { ownerFor: (title) => (title === '校长' ? '青石中学' : null) })).toEqual([
      ['柳青', ['校长', '青石中学']],
    ]);
  });

  test("a place in the same list is the owner rather than the article's own place", () => {
    expect(cast('崇南区委书记韦国栋，区长柳青出席。')).toEqual([
      ['韦国栋', ['区委书记', '崇南区委']],
      ['柳青', ['区长', '崇南区']],
    ]);
  });
});

test('a post says where it stands, where its owner is printed, and how it is held', () => {
  const reading = readingOf('云岫区副区长柳青出席。');
  const [post] = readCast(reading, reading.sentences[0]!, contextOf())[0]!.posts;
  expect(post).toEqual({
    title: '副区长',
    organisation: '云岫区',
    start: 1,
    end: 7,
    owner: { start: 1, end: 4 },
    modality: 'DEPUTY',
  });
});

test('the rule says whether one person or several have the post', () => {
  const rules = eachSentence('明州画院副院长韦国栋、杜若兰出席，区长柳青主持。', (reading, sentence) =>
    readCast(reading, sentence, contextOf()),
  ).map(({ rule }) => rule);
  expect(rules).toEqual(['person.shared-post', 'person.shared-post', 'person.post-before-name']);
});

describe('posts without a name', () => {
  const posts = (body: string) => {
    const reading = readingOf(body);
    return readPosts(reading, { start: 1, end: reading.text.length - 1 }, contextOf()).map(postOf);
  };

  test('posts are read from a passage', () => {
    expect(posts('县财政局局长')).toEqual([['局长', '县财政局']]);
    expect(posts('区委常委、宣传部部长')).toEqual([
      ['区委常委', '云岫区委'],
      ['宣传部部长', '云岫区委宣传部'],
    ]);
  });

  test('no post is read from a passage without one', () => {
    expect(posts('县财政局')).toEqual([]);
  });
});
