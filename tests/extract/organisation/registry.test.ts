import { describe, expect, test } from 'vitest';
import { shippedModels } from '../../../src/extract/models.ts';
import type { OrganisationMention } from '../../../src/extract/organisation/organisation-mention.ts';
import type { Span } from '../../../src/extract/document/span.ts';
import { keyOf, settleOrganisations } from '../../../src/extract/organisation/registry.ts';
import { factsOf, nowhere, placeOf, readingOf, spanOf } from '../printed.ts';

/** Settles the names, each seen where it stands first. */
function settle(body: string, names: readonly string[], implied: Record<string, string> = {}) {
  const reading = readingOf(body);
  const mentions = names.map(
    (name): OrganisationMention => ({ ...spanOf(reading, name), name, rule: 'organisation.ending' }),
  );
  const proofs = new Map(
    Object.entries(implied).map(([name, words]): [string, Span] => [name, spanOf(reading, words)]),
  );
  return settleOrganisations(
    reading,
    { mentions, implied: proofs, introductions: [] },
    placeOf,
    shippedModels().weighAntecedents,
  );
}

describe('organisations of an article', () => {
  test('an organisation is one under its longest name, with every place of every name', () => {
    const { facts } = settle('云岫区教育局揭牌，区教育局将加快建设，区教育局说。', ['云岫区教育局', '区教育局']);
    expect(facts).toMatchObject([
      {
        name: '云岫区教育局',
        key: '云岫区教育局',
        kind: 'GOVERNMENT',
        aliases: [{ name: '区教育局', evidence: { start: 9, end: 13 } }],
        impliedBy: null,
      },
    ]);
    expect(facts[0]!.mentions.map(({ start, quote }) => [start, quote])).toEqual([
      [0, '云岫区教育局'],
      [9, '区教育局'],
      [19, '区教育局'],
    ]);
  });

  test('an organisation is the zone where its office is named in posts alone', () => {
    const names = ['云岫经济技术开发区', '云岫经济技术开发区管委会'];
    expect(
      settle('云岫经济技术开发区党工委书记柳青、云岫经济技术开发区管委会主任韦国栋出席。', names).facts,
    ).toMatchObject([{ name: '云岫经济技术开发区' }]);
    expect(settle('柳青来到云岫经济技术开发区，云岫经济技术开发区管委会发布公告。', names).facts).toMatchObject([
      { name: '云岫经济技术开发区管委会' },
    ]);
  });

  test('an organisation has the district in its key when the print leaves it out', () => {
    expect(settle('区数据局揭牌。', ['区数据局']).facts).toMatchObject([{ name: '区数据局', key: '云岫区数据局' }]);
  });

  test('an organisation that is not printed is proved by the words of a title', () => {
    expect(settle('区委书记柳青出席。', [], { 云岫区委: '区委书记' }).facts).toMatchObject([
      { name: '云岫区委', mentions: [], impliedBy: { quote: '区委书记', rule: 'organisation.implied-by-title' } },
    ]);
  });

  test('an organisation has the short name of its bracket', () => {
    const body = '云岫国有资本运营公司（以下简称“云资”）成立。';
    expect(factsOf(body).organisations).toMatchObject([
      { name: '云岫国有资本运营公司', aliases: [{ name: '云资', evidence: { start: 16, end: 18, quote: '云资' } }] },
    ]);
  });

  test('an organisation has both names of a doubled one', () => {
    const { facts } = settle('东铭达科技股份有限公司到访，DMD（东铭达）总裁致辞。', [
      '东铭达科技股份有限公司',
      'DMD（东铭达）',
    ]);
    expect(facts).toMatchObject([
      {
        aliases: [
          { name: 'DMD（东铭达）' },
          { name: 'DMD', evidence: { start: 14, end: 17, quote: 'DMD' } },
          { name: '东铭达', evidence: { start: 18, end: 21, quote: '东铭达' } },
        ],
      },
    ]);
  });

  test('an organisation has its Chinese name before a longer one in Latin letters', () => {
    expect(factsOf('塔斯曼乳业公司（TASMAN DAIRY）到访。').organisations).toMatchObject([
      { name: '塔斯曼乳业公司', aliases: [{ name: 'TASMAN DAIRY' }] },
    ]);
  });

  test('there is no organisation without a proof', () => {
    expect(settle('会议举行。', ['云岫区教育局']).facts).toEqual([]);
  });
});

describe('printed names', () => {
  const registry = settle('云岫区教育局揭牌，区教育局将加快建设。', ['云岫区教育局', '区教育局']);

  test('a printed name leads to the name of its organisation', () => {
    expect(registry.canonical('区教育局')).toBe('云岫区教育局');
    expect(registry.canonical('云岫区教育局')).toBe('云岫区教育局');
  });

  test('a printed name leads nowhere when it names no organisation', () => {
    expect(registry.canonical('区审计局')).toBeNull();
  });

  test('a printed name has its places in the order of the text', () => {
    expect(registry.places.map(({ start, organisation }) => [start, organisation])).toEqual([
      [1, '云岫区教育局'],
      [10, '云岫区教育局'],
    ]);
  });
});

describe('keys of the whole archive', () => {
  test.each([
    ['明州市云岫区人民政府', '云岫区'],
    ['云岫区政府', '云岫区'],
    ['区数据局', '云岫区数据局'],
    ['中共云岫区委', '云岫区委'],
    ['东铭集团', '东铭集团'],
    ['东铭股份', '东铭股份'],
  ])('the key of %s is %s', (name, key) => {
    expect(keyOf(name, placeOf)).toBe(key);
  });

  test('a level word stays in the key when its place is unknown', () => {
    expect(keyOf('区数据局', nowhere)).toBe('区数据局');
  });
});
