import { expect, test } from 'vitest';
import type { OrganisationFact } from '../../src/extract/facts.ts';
import { identifyOrganisations } from '../../src/store/organisation-identity.ts';
import type { KnownOrganisations } from '../../src/store/organisation-identity.ts';

const evidence = { field: 'BODY', start: 0, end: 1, quote: '一', rule: 'fixture' } as const;
const fact = (key: string, aliases: string[] = [], name = key): OrganisationFact => ({
  key,
  name,
  kind: 'COMPANY',
  aliases: aliases.map((alias) => ({ name: alias, evidence })),
  mentions: [evidence],
  impliedBy: null,
});
/** Reads articles one after the other and returns how many organisations they name in all. */
const distinct = (...articles: OrganisationFact[][]) => {
  const known: KnownOrganisations = { publicationId: 'paper', byCanonical: new Map(), byName: new Map() };
  return new Set(articles.flatMap((article) => identifyOrganisations(article, known).map(({ id }) => id))).size;
};

test('the same key is the same organisation', () => {
  expect(distinct([fact('复旦大学')], [fact('复旦大学', ['复旦'])])).toBe(1);
});

test('a short name that one organisation has means that organisation', () => {
  expect(distinct([fact('上海新微科技集团有限公司', ['新微集团'])], [fact('新微集团')])).toBe(1);
});

test('a long name found later joins the short one that it is printed with', () => {
  expect(distinct([fact('新微集团')], [fact('上海新微科技集团有限公司', ['新微集团'])])).toBe(1);
});

test('a short name that two organisations have makes a third, until it is known', () => {
  expect(distinct([fact('中智集团', ['中智']), fact('中智股份', ['中智'])], [fact('中智')])).toBe(3);
});

test('organisations that one article tells apart stay apart', () => {
  expect(distinct([fact('中智集团', ['中智'])], [fact('中智集团'), fact('中智股份', ['中智'])])).toBe(2);
});

test.each(['学校', '我院', '集团公司', '联盟', '总会', '协会', '中心', '医院', '本区', '区委', '县融媒体中心', '本报'])(
  '%s, borne by many, joins nobody',
  (alias) => {
    expect(distinct([fact('甲地某某', [alias])], [fact('乙地某某', [alias])])).toBe(2);
  },
);

test('a name without its place does not join the bodies of two places', () => {
  expect(distinct([fact('徐汇区数据局', [], '区数据局')], [fact('静安区数据局', [], '区数据局')])).toBe(2);
});
