import { describe, expect, test } from 'vitest';
import { byWays, castOf } from '../marked.ts';
import { factsOf, nowhere, personOf, postOf, titlesOf } from '../printed.ts';

type Cast = [names: string, ...posts: [string, string | null][]][];
const cast = (...parts: Parameters<typeof castOf>): Cast =>
  castOf(...parts).map(({ names, posts }) => [names.map(({ text }) => text).join('、'), ...posts.map(postOf)]);

describe('posts before a name', () => {
  test('a post belongs to the organisation printed before it', () => {
    expect(cast('{B江东农业大学}{T党委书记}{P韦国栋}出席。')).toEqual([['韦国栋', ['党委书记', '江东农业大学']]]);
  });

  test('a unit within the organisation stays in the title', () => {
    expect(cast('{B江东大学}{T土木学院院长}{P柳青}出席。')).toEqual([['柳青', ['土木学院院长', '江东大学']]]);
  });

  test('the owner may stand before 的', () => {
    expect(cast('{B明州智能科技有限公司}的{T创始人}{P花千红}介绍情况。')).toEqual([
      ['花千红', ['创始人', '明州智能科技有限公司']],
    ]);
  });

  test('a bare post belongs to the place that the article is about', () => {
    expect(cast('{T区长}{P柳青}出席。')).toEqual([['柳青', ['区长', '云岫区']]]);
    expect(cast('{T区委书记}{P柳青}出席。')).toEqual([['柳青', ['区委书记', '云岫区委']]]);
  });

  test('a post belongs to the place printed before it, whose level word is part of the title', () => {
    for (const place of ['{L崇南}', '{B崇南区}', '{B崇南区委}'])
      expect(cast(`${place}{T${place === '{B崇南区委}' ? '' : '区委'}书记}{P柳青}出席。`), place).toEqual([
        ['柳青', ['区委书记', '崇南区委']],
      ]);
    expect(cast('{B沐溪县}{T县长}{P柳青}出席。')).toEqual([['柳青', ['县长', '沐溪县']]]);
    expect(cast('{B沐溪县}{T县委书记}{P柳青}出席。')).toEqual([['柳青', ['县委书记', '沐溪县委']]]);
  });

  test('a post of a place says whose it is in its own words', () => {
    expect(cast('{T云岫区副区长}{P柳青}出席。')).toEqual([['柳青', ['副区长', '云岫区']]]);
  });

  test('a place printed only as a level stays so when nothing gives the place', () => {
    expect(cast('{T县领导}{P柳青}出席。', byWays('level alone', 'nobody'), nowhere)).toEqual([
      ['柳青', ['县领导', null]],
    ]);
    expect(cast('{T区委书记}{P柳青}出席。', byWays('level alone', 'nobody'), nowhere)).toEqual([
      ['柳青', ['区委书记', '区委']],
    ]);
  });

  test('a bracket, a colon or a quotation mark may stand before the name', () => {
    for (const between of ['（右二）', '：', '“'])
      expect(cast(`{T区长}${between}{P柳青}调研。`), between).toEqual([['柳青', ['区长', '云岫区']]]);
  });

  test('a post without a name beside it names nobody', () => {
    expect(cast('{T区长}表示，要加快建设。')).toEqual([]);
    expect(cast('{P柳青}表示，{T区长}要加快建设。')).toEqual([]);
  });
});

describe('words beside a post', () => {
  test.each([
    '{B江东大学}{T校长}、国家杰青获得者{P柳青}出席。',
    '{B江东大学}{T校长}、1988级校友{P柳青}出席。',
    '{B江东大学}{T校长}、控球后卫、{T副教授}{P柳青}出席。',
  ])('what a holder is called besides does not part them in %s', (body) => {
    expect(cast(body)[0]?.slice(0, 2)).toEqual(['柳青', ['校长', '江东大学']]);
  });

  test.each(['{B江东大学}{T校长}、率队赴{P柳青}家。', '{B江东大学}{T校长}会见{P柳青}。'])(
    'a verb parts them in %s',
    (body) => {
      expect(cast(body)).toEqual([]);
    },
  );
});

describe('a life in short', () => {
  test('posts are those of whose life it is', () => {
    expect(
      cast('{P柳青}，女，畲族，1971年6月生，曾任{B临溪县文旅局}{T局长}、{B云岫商会}{T会长}，现任{B江东大学}{T校长}。'),
    ).toEqual([
      ['柳青', ['局长', '临溪县文旅局'], ['会长', '云岫商会']],
      ['柳青', ['校长', '江东大学']],
    ]);
  });

  test('what is only planned is no post', () => {
    expect(cast('{P柳青}，女，1971年6月生，现任{B江东大学}{T校长}，拟任{B云岫商会}{T会长}。')).toEqual([
      ['柳青', ['校长', '江东大学']],
    ]);
  });

  test('a post behind other words is not read', () => {
    expect(cast('{P柳青}表示，曾任{B江东大学}{T校长}的人不多。')).toEqual([]);
  });
});

describe('posts behind a name', () => {
  test('a post stands right behind its holder', () => {
    expect(cast('{P柳青}{T教授}介绍，成果很多。', byWays('nobody'))).toEqual([['柳青', ['教授', null]]]);
  });

  test('the owner of such a post stands before the holder', () => {
    expect(cast('{B云岫区教育局}{P吴萍}{T局长}介绍情况。')).toEqual([['吴萍', ['局长', '云岫区教育局']]]);
  });

  test.each([
    '{P柳青}（{B江东大学}{T教授}）撰文。',
    '{P柳青}，{B江东大学}{T教授}，多年研究玉米。',
    '{P柳青}，男，{B江东大学}{T教授}。',
    '{P柳青}是{B江东大学}{T教授}，多年研究玉米。',
    '{P柳青}，现任{B江东大学}{T教授}。',
  ])('a post is set off behind its holder in %s', (body) => {
    expect(cast(body)).toEqual([['柳青', ['教授', '江东大学']]]);
  });

  test('a post that goes on to its own holder is not that of the person before', () => {
    expect(cast('{P柳青}，{B江东大学}{T教授}{P海澄}出席。')).toEqual([['海澄', ['教授', '江东大学']]]);
  });

  test('a post right behind its holder ends the chain', () => {
    expect(cast('{P柳青}{T教授}，{B江东大学}{T校长}{P海澄}出席。', byWays('nobody'))).toEqual([
      ['柳青', ['教授', null]],
      ['海澄', ['校长', '江东大学']],
    ]);
  });
});

describe('several posts of one person', () => {
  test('posts are joined by a comma of the list, by 兼 and by brackets', () => {
    expect(cast('{B云岫股份}{T党委委员}、{T副总经理}兼{T董事会秘书}（{T财务总监}）{P陶然}出席。')).toEqual([
      [
        '陶然',
        ['党委委员', '云岫股份'],
        ['副总经理', '云岫股份'],
        ['董事会秘书', '云岫股份'],
        ['财务总监', '云岫股份'],
      ],
    ]);
  });

  test('each post takes the level in its own words', () => {
    expect(cast('{T区委副书记}、{T代理区长}{P柳青}出席。', byWays('place of text'))).toEqual([
      ['柳青', ['区委副书记', '云岫区委'], ['代理区长', '云岫区']],
    ]);
    expect(cast('{T区人大常委会主任}{P柳青}、{T区政协主席}{P海澄}出席。')).toEqual([
      ['柳青', ['区人大常委会主任', '云岫区人大常委会']],
      ['海澄', ['区政协主席', '云岫区政协']],
    ]);
  });

  test('several posts can belong to several organisations', () => {
    expect(cast('{B东铭集团}{T党委书记}、{T董事长}、{B东铭股份}{T董事长}{P海澄}出席。')).toEqual([
      ['海澄', ['党委书记', '东铭集团'], ['董事长', '东铭集团'], ['董事长', '东铭股份']],
    ]);
  });

  test('a department is given its committee', () => {
    for (const title of ['组织部部长', '组织部长'])
      expect(cast(`{T区委常委}、{T${title}}{P柳青}出席。`)).toEqual([
        ['柳青', ['区委常委', '云岫区委'], [title, '云岫区委组织部']],
      ]);
  });

  test('a committee is told once for the posts in it', () => {
    expect(cast('{T区委委员}、{T常委}、{T副书记}{P柳青}出席。')).toEqual([
      ['柳青', ['区委委员', '云岫区委'], ['区委常委', '云岫区委'], ['区委副书记', '云岫区委']],
    ]);
  });
});

describe('lists of people', () => {
  test('a list passes an owner on to the next bare post', () => {
    expect(cast('{B江东大学}{T党委书记}{P韦国栋}，{T校长}、{B中国科学院}{T院士}{P金力}出席。')).toEqual([
      ['韦国栋', ['党委书记', '江东大学']],
      ['金力', ['校长', '江东大学'], ['院士', '中国科学院']],
    ]);
  });

  test('a list shares one post among all the names that follow it', () => {
    expect(cast('{B明州画院}{T副院长}{P韦国栋}、{P杜若兰}和{P孟克巴特尔}出席。')).toEqual([
      ['韦国栋、杜若兰、孟克巴特尔', ['副院长', '明州画院']],
    ]);
    expect(cast('{B明州画院}{T副院长}{P韦国栋}会见了{P杜若兰}。')).toEqual([['韦国栋', ['副院长', '明州画院']]]);
  });

  test("a place in the same list is the owner rather than the article's own place", () => {
    expect(cast('{B崇南区}{T区委书记}{P韦国栋}，{T区长}{P柳青}出席。')).toEqual([
      ['韦国栋', ['区委书记', '崇南区委']],
      ['柳青', ['区长', '崇南区']],
    ]);
  });

  test('a list returns to the district for a bare post of the district', () => {
    expect(cast('{B江东农业大学}{T校长}{P金力}，{T副区长}{P柳青}出席。')).toEqual([
      ['金力', ['校长', '江东农业大学']],
      ['柳青', ['副区长', '云岫区']],
    ]);
  });

  test('a list does not pass an owner on over the end of a sentence', () => {
    expect(cast('{B江东大学}{T校长}{P金力}出席。{T秘书长}{P柳青}主持。', byWays('person before 0'))).toEqual([
      ['金力', ['校长', '江东大学']],
      ['柳青', ['秘书长', null]],
    ]);
  });
});

test('a post says where it stands, where its owner is printed, and how it is held', () => {
  const [appearance] = castOf('{B云岫区}{T副区长}{P柳青}出席。');
  expect(appearance!.posts).toEqual([
    {
      title: '副区长',
      organisation: '云岫区',
      bare: null,
      start: 1,
      end: 7,
      owner: { start: 1, end: 4 },
      modality: 'DEPUTY',
    },
  ]);
});

test('a post of a place completed from the context keeps the words that tell it', () => {
  const [appearance] = castOf('{T区委书记}{P柳青}出席。');
  expect(appearance!.posts).toMatchObject([{ organisation: '云岫区委', bare: '区委', owner: null }]);
});

test.each([
  ['{T原区长}{P柳青}', 'FORMER'],
  ['{T代理区长}{P柳青}', 'ACTING'],
  ['{T名誉会长}{P柳青}', 'HONORARY'],
  ['{T常务副区长}{P柳青}', 'EXECUTIVE'],
])('how a post is held is read in %s', (body, modality) => {
  expect(castOf(body)[0]!.posts).toMatchObject([{ modality }]);
});

test('the rule says whether one person or several have the post, and whether it stands behind', () => {
  expect(
    castOf('{B明州画院}{T副院长}{P韦国栋}、{P杜若兰}出席，{T区长}{P柳青}主持，{P海澄}{T教授}主讲。').map(
      ({ rule }) => rule,
    ),
  ).toEqual(['person.shared-post', 'person.post-before-name', 'person.post-after-name']);
});

describe('the register of a real article', () => {
  const titles = (body: string, name: string) => titlesOf(personOf(factsOf(body), name));

  test('a list of leaders is read', () => {
    const body = '5月26日，云岫区委书记柳青到青石街道调研。区委常委、组织部部长韦国栋，副区长杜若兰参加。';
    expect(titles(body, '柳青')).toEqual([['区委书记', '云岫区委']]);
    expect(titles(body, '韦国栋')).toEqual([
      ['区委常委', '云岫区委'],
      ['组织部部长', '云岫区委组织部'],
    ]);
    expect(titles(body, '杜若兰')).toEqual([['副区长', '云岫区']]);
  });

  test('an owner printed once is that of the next in the list', () => {
    const body = '江东农业大学党委书记韦国栋，校长、中国科学院院士金力出席签约仪式并致辞。';
    expect(titles(body, '金力')).toEqual([
      ['校长', '江东农业大学'],
      ['院士', '中国科学院'],
    ]);
  });

  test('a post behind a name is read', () => {
    const body = '“这项技术把产量提高了两成。”江东大学农学院教授柳青介绍。柳青教授从事玉米育种二十多年。';
    expect(titles(body, '柳青')?.map(([title]) => title)).toContain('教授');
  });
});
