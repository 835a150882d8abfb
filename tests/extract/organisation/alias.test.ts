import { describe, expect, test } from 'vitest';
import { clusterNames, governmentOf, longestName, type Introduction } from '../../../src/extract/organisation/alias.ts';
import { placeOf } from '../printed.ts';

const cluster = (names: readonly string[], introductions: readonly Introduction[] = []): string[][] =>
  clusterNames(names, introductions, placeOf).map(({ name, aliases }) => [name, ...aliases]);

describe('short names that join a longer one', () => {
  test.each([
    ['whose tail it is', '云岫区教育局', '区教育局'],
    ['whose beginning it is', '东铭绿能（明州）科技有限公司', '东铭绿能'],
    ['that it abbreviates', '上海新微科技集团有限公司', '新微集团'],
    ['that it abbreviates with its place', '上海云岫城市建设投资（集团）有限公司', '云岫城投集团'],
    ['whose ending it contracts', '明州市科学技术委员会', '市科委'],
    ['that it leads to as an association', '明州市作家协会', '市作协'],
    ['of the same government', '明州市云岫区人民政府', '云岫区'],
    ['of the same government, by its level alone', '云岫区人民政府', '区政府'],
    ['of which it is the zone', '云岫经济开发区管委会', '云岫经济开发区'],
    ['of the same zone, in short', '云岫经济技术开发区', '云岫经开区管委会'],
    ['of the only zone of its sort', '云岫高新技术产业开发区管委会', '高新区'],
    ['of the school whose paper speaks', '江东师范学院', '我院'],
    ['of the same office', '区委办公室', '区委办'],
    ['of the court of the same district', '明州市青石区人民法院', '青石法院'],
    ['of the same village', '柳河镇青石村村民委员会', '青石村委会'],
    ['of the same numbered school', '明州市第三中学', '市三中'],
    ['of the same numbered school, by its place', '临溪县第一高级中学', '临溪一中'],
    ['of the same hospital of a university', '江东大学附属第一医院', '江大一附院'],
    ['of the school of a university', '江东师范大学附属中学', '师大附中'],
    ['of the same paper', '明州日报社', '明州日报'],
    ['of the same league', '共青团临溪县委', '团县委'],
    ['of the same county, told by its region', '新疆临溪县人民政府', '临溪县'],
    ['that goes on behind a place in brackets', '云图智能科技（明州）有限公司', '云图智能'],
    ['of the only town', '柳河镇人民政府', '镇政府'],
    ['of the same district of a minority', '罗溪彝族自治县人民政府', '罗溪县'],
    ['of the zone that it shortens', '青港滨海新区管理委员会', '滨海新区'],
    ['of the court whose notice it is', '云岫区人民法院', '本院'],
    ['of the same branch of a bank', '明丰农村商业银行青石支行', '明丰农商行青石支行'],
    ['of the same company abroad', '松林水产株式会社', '松林水产'],
    ['of the same place, told by its name', '临溪县人民政府', '临溪县'],
    ['of the same street', '云岫区青石街道办事处', '青石街道'],
    ['of the same town', '临溪县柳河镇人民政府', '柳河镇'],
    ['that stands for it behind Latin letters', '东铭达科技集团股份有限公司', 'DMD（东铭达）'],
  ])('a short name joins the longer one %s', (_, long, short) => {
    expect(cluster([short, long])).toEqual([[long, short]]);
  });

  test('a short name joins the longer one that the text introduces it for', () => {
    expect(cluster(['海港国际艺术馆', '艺海'], [{ full: '海港国际艺术馆', shortName: '艺海' }])).toEqual([
      ['海港国际艺术馆', '艺海'],
    ]);
  });
});

describe('names that stay apart', () => {
  test.each([
    ['when one is the group and one the listed company', '中智集团', '中智股份'],
    ['when they are two committees of one congress', '中共临溪县第十六届纪律检查委员会', '中共临溪县第十六届委员会'],
    ['when they are zones of two places', '云岫经开区管委会', '临溪经开区'],
    ['when one is the zone of the district', '云岫经济开发区', '云岫区'],
    ["when the paper that speaks is no school's", '江东农业大学', '我院'],
    ['when the short one is a common noun', '江东农业大学', '大学'],
    ['when the longer one is a hospital of the university', '江东大学附属医院', '江东大学'],
    ['when one is the committee of another party', '民盟明州市委', '明州市委'],
    ['when one is a commission and one the Party committee', '明州市发展和改革委员会', '明州市委'],
    ["when one is a part of the other's sort of bank", '明丰农村商业银行青石支行', '农商行'],
    ["when their courts' districts differ", '明州市青石区人民法院', '云岫法院'],
    ['when their numbers differ', '明州市第三中学', '市二中'],
    ['when their districts differ', '云岫区人民政府', '崇南区'],
    ['when their endings differ', '云岫区教育局', '云岫区教育学院'],
    ['when the longer one is a school of the university', '江东大学美术学院', '江东大学'],
  ])('two names stay apart %s', (_, a, b) => {
    expect(cluster([a, b])).toEqual([[a], [b]]);
  });

  test('two names stay apart when two zones have the same ending', () => {
    expect(cluster(['青港滨海新区', '白港滨海新区', '滨海新区管委会'])).toHaveLength(3);
  });

  test('two names stay apart when the text introduces the short one for another', () => {
    const names = ['东铭绿能（明州）科技有限公司', '海港国际艺术馆', '东铭绿能'];
    expect(cluster(names, [{ full: '海港国际艺术馆', shortName: '东铭绿能' }])).toContainEqual([
      '海港国际艺术馆',
      '东铭绿能',
    ]);
  });

  test('two names stay apart when the short one could mean either of two', () => {
    expect(cluster(['云岫区教育局', '崇南区教育局', '区教育局'])).toHaveLength(3);
  });
});

describe('main names', () => {
  test('the main name has the place rather than the level', () => {
    expect(longestName(['县政府', '临溪县'])).toBe('临溪县');
    expect(longestName(['区人民政府', '临溪县'])).toBe('区人民政府');
  });

  test('a town or a school abroad loses its country in the main name, a company keeps it', () => {
    expect(longestName(['韩国松林郡', '松林郡'])).toBe('松林郡');
    expect(longestName(['德国凯乐公司', '凯乐公司'])).toBe('德国凯乐公司');
    expect(longestName(['韩国松林郡'])).toBe('韩国松林郡');
  });
});

describe('governments', () => {
  test.each([
    ['明州市云岫区人民政府', '云岫区'],
    ['云岫区政府', '云岫区'],
    ['云岫区', '云岫区'],
    ['区政府', '云岫区'],
    ['临溪县人民政府', '临溪县'],
  ])('%s is the government of %s', (name, place) => {
    expect(governmentOf(name, placeOf)).toBe(place);
  });

  test('neither a zone nor a bureau is a government', () => {
    for (const name of ['云岫经开区', '明州高新区', '云岫区教育局', '青石社区'])
      expect(governmentOf(name, placeOf), name).toBeNull();
  });
});
