import { describe, expect, test } from 'vitest';
import { shippedModels } from '../../../src/extract/models.ts';
import { resolveBodies } from '../../../src/extract/organisation/coreference.ts';
import type { Scene } from '../../../src/extract/organisation/coreference.ts';
import { LINEAR, growth } from '../../support/growth.ts';

const resolve = (text: string, names: readonly string[], scene: Partial<Scene> = {}) =>
  resolveBodies(
    {
      text,
      bodyStart: text.indexOf('\n') + 1,
      names,
      unread: [],
      implied: [],
      introductions: [],
      people: [],
      placeOf: () => null,
      ...scene,
    },
    shippedModels().weighAntecedents,
  );

/** The other names of each organisation, as `name: alias alias`. */
const bodies = (text: string, names: readonly string[], scene?: Partial<Scene>): string[] =>
  resolve(text, names, scene).clusters.map(({ name, aliases }) => [`${name}:`, ...aliases].join(' '));

describe('names of one body', () => {
  test('short forms that no rule had seen are found in the text', () => {
    expect(
      bodies('长风电梯牵手客商。\n青州长风电梯制造有限公司开工。长风公司董事长致辞。', ['青州长风电梯制造有限公司']),
    ).toEqual(['青州长风电梯制造有限公司: 长风电梯 长风公司']);
    expect(bodies('\n江东师范大学开学，江东师大迎来新生。', ['江东师范大学'])).toEqual(['江东师范大学: 江东师大']);
  });

  test('a short form in a longer word or a place of that name is none', () => {
    const name = '汐河港务集团有限公司';
    expect(bodies('\n汐河港务集团有限公司开会，客人来到汐河港参观汐河。', [name])).toEqual([`${name}:`]);
  });

  test('different bodies with one brand stay apart, and the bare brand is the group', () => {
    expect(bodies('\n中岫集团和中岫股份签约，以中岫为龙头。', ['中岫集团', '中岫股份'])).toEqual([
      '中岫集团: 中岫',
      '中岫股份:',
    ]);
  });

  test('a form that two bodies have is the one of the place that the text is about', () => {
    const placeOf = (level: string): string | null => (level === '市' ? '青岭市' : null);
    const names = ['临溪市教育局', '青岭市教育局', '市教育局'];
    expect(bodies('\n临溪市教育局、青岭市教育局座谈，市教育局介绍情况。', names, { placeOf })).toEqual([
      '临溪市教育局:',
      '青岭市教育局: 市教育局',
    ]);
  });

  test('a place and its government are one, under the name of the government', () => {
    const placeOf = (level: string): string | null => (level === '县' ? '青岭县' : null);
    const text = '\n青岭县人民政府与企业签约。青岭要做大产业，县政府将给予支持，我县欢迎客商。';
    expect(bodies(text, ['青岭县人民政府'], { placeOf })).toEqual(['青岭县人民政府: 县政府 我县 青岭']);
  });

  test('a name with 第五届 in it is not the name of the body', () => {
    expect(
      bodies('\n青岭市第五届人大常委会开会。青岭市人大常委会发布公告。', [
        '青岭市第五届人大常委会',
        '青岭市人大常委会',
      ]),
    ).toEqual(['青岭市人大常委会: 青岭市第五届人大常委会']);
  });
});

describe('common nouns', () => {
  test('a noun is the body of the speaker before the nearest one', () => {
    const text = '\n青岭铜业有限公司总经理水清感谢海浦电缆有限公司。水清表示，公司将扩大产能。\n';
    const names = ['青岭铜业有限公司', '海浦电缆有限公司'];
    const at = text.lastIndexOf('水清');
    const people = [{ start: at, end: at + 2, name: '水清', organisation: '青岭铜业有限公司' }];
    expect(bodies(text, names, { people })).toEqual(['青岭铜业有限公司: 公司', '海浦电缆有限公司:']);
  });

  test('each noun finds the body of its sort', () => {
    const text = '\n青岭铜业有限公司与白石职业技术学院共建实训室。公司总经理水清和学院院长郎月揭牌。';
    expect(bodies(text, ['青岭铜业有限公司', '白石职业技术学院'])).toEqual([
      '青岭铜业有限公司: 公司',
      '白石职业技术学院: 学院',
    ]);
  });

  test('a noun that means all of its sort is no name', () => {
    const names = ['青岭市第一人民医院', '白石林业大学'];
    for (const text of [
      '青岭市第一人民医院、白石林业大学到会。游客可在公立医院、综合性大学免费停车。',
      '青岭市第一人民医院、白石林业大学到会。各医院、学校都要排查。',
      '青岭市第一人民医院、白石林业大学到会。学校教育很重要。',
    ])
      expect(bodies(`\n${text}`, names), text).toEqual(['青岭市第一人民医院:', '白石林业大学:']);
  });

  test('a noun that two bodies could mean alike is linked to none', () => {
    const names = ['青石中学', '白鹿中学'];
    expect(bodies('\n青石中学和白鹿中学开学，学校准备充分。', names)).toEqual(['青石中学:', '白鹿中学:']);
  });
});

test('very many names are joined in time in proportion to the text', async () => {
  const name = (i: number) => `${String.fromCharCode(0x6000 + (i % 90), 0x7000 + Math.floor(i / 90))}商贸有限公司`;
  const names = Array.from({ length: 300 }, (_, i) => name(i));
  const text = (count: number) => `\n${Array.from({ length: count }, (_, i) => `${name(i % 300)}开业。`).join('')}`;
  expect(await growth(2_000, (count) => resolve(text(count), names))).toBeLessThan(LINEAR);
});
