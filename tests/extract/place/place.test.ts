import { describe, expect, test } from 'vitest';
import { placeOfPaper, readPlaces, type PlaceOf } from '../../../src/extract/place/place.ts';
import { LINEAR, growth } from '../../support/growth.ts';

const unstated = { district: null, city: null, publishedOn: null };
const place = (level: string, text: string, elsewhere?: PlaceOf): string | null =>
  readPlaces(text, unstated, undefined, elsewhere)(level);

describe('the place of a paper', () => {
  test('a paper has the place that it is named after, where its pages name that', () => {
    const own = placeOfPaper('云岫周刊', '云岫区召开大会。');
    expect([own('区'), own('市')]).toEqual(['云岫区', null]);
    expect(readPlaces('到崇南区考察，崇南区副区长出席，区委书记讲话。', unstated, own)('区')).toBe('云岫区');
  });

  test('a paper named after something else has no place', () => {
    expect(placeOfPaper('江东大学报', '云岫区召开大会。')('区')).toBeNull();
    expect(placeOfPaper(null, '云岫区召开大会。')('区')).toBeNull();
  });
});

describe('the place of a level', () => {
  test('the place is what the metadata of the page states', () => {
    const placeOf = readPlaces('崇南区召开大会，崇南区加快建设。', {
      district: '云岫区',
      city: '明州市',
      publishedOn: null,
    });
    expect([placeOf('区'), placeOf('市')]).toEqual(['云岫区', '明州市']);
  });

  test('the place is the one that the text names most often', () => {
    expect(place('区', '徐汇区召开大会。徐汇区加快建设。浦东新区到访。静安区到访。')).toBe('徐汇区');
  });

  test('the name of a place may contain 州 or a function word', () => {
    expect(place('市', '柏州市召开会议。')).toBe('柏州市');
    expect(place('区', '上渚区召开大会，上渚区区长出席。')).toBe('上渚区');
    expect(place('市', '各州市要落实，上午市委召开会议，自治州市县参加。')).toBeNull();
    expect(place('州', '自治州副州长出席。')).toBeNull();
  });

  test('the name of a place may end in a side or a landscape where its own officials are named', () => {
    expect(place('区', '湖西区委副书记柳青出席。')).toBe('湖西区');
    expect(place('区', '到宽城区考察，宽城区环境好。')).toBe('宽城区');
    expect(place('区', '厂东区和全市山区都通了水，老城区委托施工，老城区变了样。')).toBeNull();
  });

  test('no place is meant where the level stands for all of its kind', () => {
    expect(place('县', '要压实县、乡、村三级责任。')).toBeNull();
  });

  test('a place that guests come from is not meant', () => {
    expect(place('市', '应日本松岛市邀请，鹭洲市代表团到访松岛市，与松岛市市长会谈。松岛市风光秀丽。')).toBe('鹭洲市');
  });

  test('a place may be known by its zone or school where the text names it in no other way', () => {
    expect(place('市', '芦洲高新区举行推介会。芦洲一中开学。选择芦洲，就是选择未来。')).toBe('芦洲市');
    expect(place('市', '芦洲高新区举行推介会。芦洲一中开学。')).toBeNull();
    expect(place('市', '芦洲高新区举行推介会。芦洲县开学。选择芦洲，就是选择未来。')).toBeNull();
  });

  test('no level is read where it begins the next word', () => {
    expect(place('市', '要打好市场、降本、创新三场硬仗。要打好市场仗。')).toBeNull();
    expect(place('县', '中国共产党岷水县第十四届委员会全体会议举行，岷水县委主持。')).toBe('岷水县');
  });

  test('the place is looked for elsewhere when the text names none', () => {
    const elsewhere: PlaceOf = (level) => (level === '区' ? '静安区' : null);
    expect(place('区', '会议举行。', elsewhere)).toBe('静安区');
    expect(place('区', '徐汇区召开大会。', elsewhere)).toBe('徐汇区');
  });

  test('the place is unknown when nothing names it', () => {
    expect(place('区', '会议举行。')).toBeNull();
    expect(place('县', '徐汇区召开大会。')).toBeNull();
  });

  test('a zone, a market or a whole is not a place', () => {
    for (const text of ['社区召开大会，社区加快建设。', '园区加快建设。', '全区召开大会，各区参加。'])
      expect(place('区', text), text).toBeNull();
    expect(place('市', '企业上市，股市上扬，全市加快建设。')).toBeNull();
  });

  test('a word that is not a level has no place', () => {
    expect(place('国', '中国召开大会。')).toBeNull();
  });
});

describe('very many places', () => {
  const pair = (i: number) => String.fromCharCode(0x6000 + (i % 90), 0x7000 + Math.floor(i / 90));
  const seatsOf = (count: number) => Array.from({ length: count }, (_, i) => `，${pair(i)}海关`).join('');

  test('the seats of places are counted in time in proportion to the text', async () => {
    expect(await growth(4_000, (count) => place('市', seatsOf(count)))).toBeLessThan(LINEAR);
  });
});
