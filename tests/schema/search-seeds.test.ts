import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ingestPaths } from '../../src/ingest.ts';
import { createTestDatabase } from '../support/database.ts';
import type { TestDatabase } from '../support/database.ts';
import { ask } from '../support/query.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await ingestPaths(database, ['seeds']);
});
afterAll(() => database.drop());

interface Match {
  readonly score: number;
  readonly node: {
    readonly __typename: string;
    readonly headline?: string;
    readonly body?: string;
    readonly name?: string;
    readonly instrumentTitle?: string;
    readonly evidence?: readonly { readonly quote: string }[];
  };
  readonly highlights: readonly {
    readonly field: string;
    readonly text: string;
    readonly start: number;
    readonly ranges: readonly { start: number; end: number }[];
  }[];
}

async function matchesOf(query: string): Promise<Match[]> {
  const { search } = await ask(
    database,
    `query ($query: String!) { search(query: $query, first: 100) { edges { score
    node { __typename ... on Article { headline body } ... on Person { name } ... on Organisation { name } ... on Agreement { instrumentTitle evidence { quote } } }
    highlights { field text start ranges { start end } } } } }`,
    { query },
  );
  return (search as { edges: Match[] }).edges;
}

/** The name of a match, and the marked words. */
function shown({ node, highlights }: Match): string[] {
  return [
    node.name ?? node.headline ?? node.instrumentTitle ?? '',
    ...highlights.flatMap(({ text, ranges }) => ranges.map(({ start, end }) => text.slice(start, end))),
  ];
}

test('an institute is found by a part of its short name, before the articles that name it', async () => {
  const [institute, ...articles] = await matchesOf('微系统所');
  expect(shown(institute!)).toEqual(['中国科学院上海微系统与信息技术研究所', '微系统所']);
  expect(articles.map(({ node }) => node.__typename)).toEqual(['Article']);
  expect(shown(articles[0]!)[1]).toBe('微系统所');
});

test.each([
  ['caoliqiang', '曹立强'],
  ['cao li qiang', '曹立强'],
  ['Cao Liqiang', '曹立强'],
  ['clq', '曹立强'],
  ['曹立强', '曹立强'],
  ['曹 立强', '曹立强'],
  ['李民辉', '李民輝'],
  ['李民輝', '李民輝'],
  ['lmh', '李民輝'],
  ['shanweimin', '单为民'],
  ['滬港社團總會', '沪港社团总会'],
  ['ＰＬＵＳ', '23 个重大项目集中签约 全市首推“重点企业服务包PLUS 计划”'],
])('%s finds %s first', async (query, name) => {
  expect(shown((await matchesOf(query))[0]!)[0]).toBe(name);
});

test.each([
  '科学院',
  '上海微系统所',
  'PLUS',
  '签约',
  '徐汇',
  '王',
  '３Ｍ',
  '“战略合作协议”',
  '协议',
  '推进 项目',
  '服务包plus计划',
])('%s is found, and every match shows where', async (query) => {
  const matches = await matchesOf(query);
  expect(matches).not.toHaveLength(0);
  for (const match of matches) {
    expect(match.highlights.length).toBeGreaterThan(0);
    for (const { field, text, start, ranges } of match.highlights) {
      expect(ranges.length).toBeGreaterThan(0);
      if (field === 'HEADLINE') expect(text).toBe(match.node.headline);
      if (field === 'BODY') expect(match.node.body!.slice(start, start + text.length)).toBe(text);
      for (const range of ranges) expect(text.slice(range.start, range.end)).not.toBe('');
    }
  }
});

describe('words to leave out', () => {
  test('a word to leave out is in no match', async () => {
    expect(await matchesOf('"战略合作协议"')).not.toHaveLength(0);
    expect(await matchesOf('"战略合作协议" -复旦')).toEqual([]);
    const others = await matchesOf('协议 -复旦');
    expect(others).not.toHaveLength(0);
    for (const match of others) expect(JSON.stringify(match)).not.toContain('复旦');
  });

  test('a word to leave out matches nothing by itself', async () => {
    expect(await matchesOf('-复旦')).toEqual([]);
    expect(await matchesOf('－“复旦大学”')).toEqual([]);
  });
});
