import { describe, expect, test } from 'vitest';
import { readPlaces, type PlaceOf } from '../../../src/extract/place/place.ts';
import { LINEAR, growth } from '../../support/growth.ts';

const unstated = { district: null, city: null, publishedOn: null };
const place = (level: string, text: string, elsewhere?: PlaceOf): string | null =>
  readPlaces(text, unstated, undefined, elsewhere)(level);

describe('the order of what tells a place', () => {
  test('metadata of the page go before the text', () => {
    const stated = { district: '云岫区', city: '明州市', publishedOn: null };
    const placeOf = readPlaces('崇南区召开大会，崇南区委书记讲话。', stated);
    expect([placeOf('区'), placeOf('市')]).toEqual(['云岫区', '明州市']);
  });

  test("the paper's own place goes before the text", () => {
    const own: PlaceOf = (level) => (level === '区' ? '云岫区' : null);
    expect(readPlaces('崇南区副区长出席，区委书记讲话。', unstated, own)('区')).toBe('云岫区');
  });

  test('the gazetteer tells the city of a district that is stated', () => {
    expect(readPlaces('会议举行。', { ...unstated, district: '徐汇区' })('市')).toBe('上海市');
  });

  test('the place is looked for elsewhere when the text names none', () => {
    const elsewhere: PlaceOf = (level) => (level === '区' ? '静安区' : null);
    expect(place('区', '会议举行。', elsewhere)).toBe('静安区');
    expect(place('区', '云岫区召开大会。', elsewhere)).toBe('云岫区');
  });
});

describe('the place that a text is about', () => {
  test('it is the one whose officials are named, however often others are', () => {
    expect(place('区', '客人到过浦滨区、崇南区。浦滨区风光好，浦滨区路宽。云岫区委书记柳青致辞。')).toBe('云岫区');
  });

  test('it is the one in the lead where officials of several are named', () => {
    const body = '云岫区政府与企业签约。'.padEnd(120, '一片繁忙景象');
    expect(place('区', `${body}崇南区委书记柳青祝贺。`)).toBe('云岫区');
  });

  test('it is unknown where two have equal claims', () => {
    expect(place('县', '饶东县县长柳青、安西县县长沙棠到会。')).toBeNull();
  });

  test('its name may have 州, a landscape or the peoples of an autonomous county in it', () => {
    expect(place('市', '柏州市召开会议。')).toBe('柏州市');
    expect(place('区', '湖西区委副书记柳青出席。')).toBe('湖西区');
    expect(place('县', '在三江口苗族侗族自治县，县长柳青到会。')).toBe('三江口苗族侗族自治县');
  });

  test('its name begins behind the words of the sentence', () => {
    expect(place('县', '中国共产党岷水县第十四届委员会全体会议举行。')).toBe('岷水县');
    expect(place('市', '柳青代表市委讲话，坚决拥护市委决定。')).toBeNull();
  });

  test('a place abroad is not meant', () => {
    expect(place('市', '应日本松岛市邀请，鹭洲市代表团到访。')).toBe('鹭洲市');
  });

  test('a level word that begins another word or stands for all of its kind names no place', () => {
    for (const text of ['要打好市场仗。', '企业上市，股市上扬，全市加快建设。', '各州市要落实。'])
      expect(place('市', text), text).toBeNull();
    for (const text of ['社区召开大会。', '园区加快建设。', '全区召开大会，各区参加。', '主城区变了样。'])
      expect(place('区', text), text).toBeNull();
    expect(place('县', '要压实县、乡、村三级责任。')).toBeNull();
    expect(place('国', '中国召开大会。')).toBeNull();
  });
});

test('very many places are read in time in proportion to the text', async () => {
  const pair = (i: number) => String.fromCharCode(0x6000 + (i % 90), 0x7000 + Math.floor(i / 90));
  const text = (count: number) => Array.from({ length: count }, (_, i) => `，${pair(i)}市委`).join('');
  expect(await growth(4_000, (count) => place('市', text(count)))).toBeLessThan(LINEAR);
});
