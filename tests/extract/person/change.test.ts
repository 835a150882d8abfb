import { describe, expect, test } from 'vitest';
import { castOf } from '../marked.ts';
import { factsOf, personOf, postOf } from '../printed.ts';

const changes = (body: string) =>
  castOf(body).map(({ names, posts, change }) => [
    change,
    names.map(({ text }) => text).join('、'),
    ...posts.map(postOf),
  ]);

describe('appointments', () => {
  test.each<[string, string, [string, string | null]]>([
    ['任命{P韦国栋}为{B县财政局}{T局长}。', '韦国栋', ['局长', '县财政局']],
    ['会议决定任命{P韦国栋}同志为{B县财政局}{T局长}。', '韦国栋', ['局长', '县财政局']],
    ['会议选举{P柳青}担任{B云岫商会}{T会长}。', '柳青', ['会长', '云岫商会']],
    ['大会选出{P柳青}为{B云岫商会}{T会长}。', '柳青', ['会长', '云岫商会']],
    ['{P佘山月}任{B县审计局}{T局长}。', '佘山月', ['局长', '县审计局']],
    ['{P海澄}当选{B临溪县}{T县长}。', '海澄', ['县长', '临溪县']],
    ['{P海澄}被聘为{B江东大学}{T教授}。', '海澄', ['教授', '江东大学']],
    ['{P海澄}获推举为{B云岫商会}{T名誉会长}。', '海澄', ['名誉会长', '云岫商会']],
    ['会议选举{P达瓦措姆}（藏族，女）为{B临溪县}{T副县长}。', '达瓦措姆', ['副县长', '临溪县']],
  ])('an appointment is read in %s', (body, name, post) => {
    expect(changes(body)).toEqual([['APPOINTED', name, post]]);
  });

  test('an appointment continues over a semicolon', () => {
    expect(changes('会议决定：任命{P韦国栋}为{B云岫区教育局}{T局长}；{P杜若兰}为{B云岫区审计局}{T局长}。')).toEqual([
      ['APPOINTED', '韦国栋', ['局长', '云岫区教育局']],
      ['APPOINTED', '杜若兰', ['局长', '云岫区审计局']],
    ]);
  });

  test('an appointment continues in a list', () => {
    expect(changes('任命{P其木格}为{B旗财政局}{T局长}、{P赵永红}为{B旗审计局}{T局长}。')).toEqual([
      ['APPOINTED', '其木格', ['局长', '旗财政局']],
      ['APPOINTED', '赵永红', ['局长', '旗审计局']],
    ]);
  });

  test('an appointment continues where its people have posts already', () => {
    expect(
      changes(
        '聘任{P韦国栋}为{B云岫商会}{T会长}，{B海昇动力}{T总经理}{P柳青}、{B东铭股份}{T董事长}{P海澄}为{B云岫商会}{T副会长}。',
      ),
    ).toEqual([
      ['APPOINTED', '韦国栋', ['会长', '云岫商会']],
      [null, '柳青', ['总经理', '海昇动力']],
      [null, '海澄', ['董事长', '东铭股份']],
      ['APPOINTED', '柳青、海澄', ['副会长', '云岫商会']],
    ]);
  });

  test('several people are given one post', () => {
    expect(changes('会议选举{P吉克阿木}、{P柳青}为{B云岫商会}{T副会长}。')).toEqual([
      ['APPOINTED', '吉克阿木、柳青', ['副会长', '云岫商会']],
    ]);
  });

  test('a candidate is not appointed', () => {
    expect(changes('会议推选{P韦国栋}为{T副县长}人选。')).toEqual([]);
    expect(changes('会议提名{P韦国栋}为{T副县长}候选人。')).toEqual([]);
  });

  test.each(['曾任', '拟任', '历任', '原任', '在任时，', '被提名为', '，认为'])(
    'nobody is appointed who %s a post',
    (words) => {
      expect(changes(`{P韦国栋}${words}{B临溪县}{T县长}走访企业。`)).toEqual([]);
    },
  );
});

describe('removals', () => {
  test.each<[string, string, [string, string | null]]>([
    ['免去{P杜若兰}的{B云岫区财政局}{T局长}职务。', '杜若兰', ['局长', '云岫区财政局']],
    ['解聘{P杜若兰}的{B云岫区财政局}{T局长}职务。', '杜若兰', ['局长', '云岫区财政局']],
    ['免去{P杜若兰}同志{B云岫区财政局}{T局长}职务。', '杜若兰', ['局长', '云岫区财政局']],
    ['{P柳青}辞去{B临溪县}{T县长}职务。', '柳青', ['县长', '临溪县']],
    ['会议接受{P旺姆}因工作调动请求辞去{B临溪县}{T副县长}职务。', '旺姆', ['副县长', '临溪县']],
    ['{P柳青}不再担任{B云岫商会}{T会长}。', '柳青', ['会长', '云岫商会']],
    ['{P柳青}卸任{B云岫商会}{T会长}。', '柳青', ['会长', '云岫商会']],
  ])('a removal is read in %s', (body, name, post) => {
    expect(changes(body)).toEqual([['REMOVED', name, post]]);
  });

  test.each(['，免去其', '，同时免去其', '职务，不再担任'])('the same person loses another post: %s', (words) => {
    expect(changes(`{P海澄}任{B云岫区审计局}{T局长}${words}{B云岫区财政局}{T副局长}职务。`)).toEqual([
      ['APPOINTED', '海澄', ['局长', '云岫区审计局']],
      ['REMOVED', '海澄', ['副局长', '云岫区财政局']],
    ]);
  });

  test('a removal continues to the next person', () => {
    expect(
      changes('免去{P杜若兰}的{B云岫区财政局}{T局长}职务；{P海澄}的{B云岫区审计局}{T局长}职务。').map(
        ([change, name]) => [change, name],
      ),
    ).toEqual([
      ['REMOVED', '杜若兰'],
      ['REMOVED', '海澄'],
    ]);
  });

  test('the removal of one person does not extend to the next', () => {
    expect(
      changes('免去{P杜若兰}的{B云岫区财政局}{T局长}职务；{P海澄}任{B云岫区审计局}{T局长}，试用期一年。').map(
        ([change, name]) => [change, name],
      ),
    ).toEqual([
      ['REMOVED', '杜若兰'],
      ['APPOINTED', '海澄'],
    ]);
  });
});

test('nothing changes where a post is only printed', () => {
  expect(changes('{B云岫区财政局}{T局长}{P杜若兰}宣读任命决定。').map(([change]) => change)).toEqual([null]);
});

test('a real decision is read', () => {
  const facts = factsOf('会议通过人事任免名单，决定任命韦国栋为云岫区教育局局长，免去杜若兰的云岫区财政局局长职务。');
  const read = (name: string) =>
    personOf(facts, name)?.titles.map(({ change, title, organisation }) => [change, title, organisation]);
  expect(read('韦国栋')).toEqual([['APPOINTED', '局长', '云岫区教育局']]);
  expect(read('杜若兰')).toEqual([['REMOVED', '局长', '云岫区财政局']]);
});
