import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fillArchive } from '../support/archive.ts';
import { createTestDatabase } from '../support/database.ts';
import type { TestDatabase } from '../support/database.ts';
import { ask } from '../support/query.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillArchive(database);
});
afterAll(() => database.drop());

test('every fact of an article has its confidence beside its evidence', async () => {
  const { articles } = await ask(
    database,
    `{ articles(filter: { hasAgreement: true }, first: 1) { nodes {
      byline { confidence }
      annotations { text confidence }
      people { edges { confidence node { name confidence } titles { title confidence } } }
      organisations { edges { confidence node { name confidence aliases { name confidence } } } }
      agreements { nodes { kind confidence parties { confidence } signatories { confidence } } }
    } } }`,
  );
  expect(articles).toMatchObject({
    nodes: [
      {
        byline: [{ confidence: 0.9 }],
        people: {
          edges: [
            { confidence: 0.95, node: { name: '沈一苇', confidence: 0.95 }, titles: [] },
            {
              confidence: 0.95,
              node: { name: '林澄', confidence: 0.95 },
              titles: [{ title: '区长', confidence: 0.9 }],
            },
            { confidence: 0.95, node: { name: '白露' }, titles: [{ title: '总裁', confidence: 0.9 }] },
            { confidence: 0.7, node: { name: '顾远', confidence: 0.7 }, titles: [{ title: '书记', confidence: 0.4 }] },
          ],
        },
        organisations: {
          edges: [
            { confidence: 0.95, node: { name: '云溪区' } },
            { confidence: 0.95, node: { name: '青禾集团', aliases: [{ name: '青禾', confidence: 0.9 }] } },
            { confidence: 0.7, node: { name: '云溪区委', confidence: 0.7 } },
          ],
        },
        agreements: {
          nodes: [
            { kind: 'STRATEGIC', confidence: 0.9, parties: [{ confidence: 0.9 }, { confidence: 0.9 }] },
            { kind: 'MEMORANDUM', confidence: 0.5 },
          ],
        },
      },
    ],
  });
});

interface Page {
  readonly totalCount: number;
  readonly nodes: readonly { readonly id: string; readonly confidence: number }[];
  readonly pageInfo: { readonly startCursor: string | null; readonly endCursor: string | null };
}

describe('lists of what is sure', () => {
  test.each(['people', 'organisations', 'agreements'])('%s are paged alike from either end', async (list) => {
    const page = async (args: string): Promise<Page> => {
      const fields = 'totalCount nodes { id confidence } pageInfo { startCursor endCursor }';
      return (await ask(database, `{ list: ${list}(filter: { minConfidence: 0.75 }, ${args}) { ${fields} } }`))[
        'list'
      ] as Page;
    };
    const all = await page('first: 100');
    expect(all.totalCount).toBe(all.nodes.length);
    expect(all.nodes.length).toBeGreaterThan(1);
    for (const { confidence } of all.nodes) expect(confidence).toBeGreaterThanOrEqual(0.75);
    const forwards: string[] = [];
    for (
      let at = await page('first: 1');
      at.nodes.length > 0;
      at = await page(`first: 1, after: "${at.pageInfo.endCursor}"`)
    )
      forwards.push(...at.nodes.map(({ id }) => id));
    const backwards: string[] = [];
    for (
      let at = await page('last: 1');
      at.nodes.length > 0;
      at = await page(`last: 1, before: "${at.pageInfo.startCursor}"`)
    )
      backwards.unshift(...at.nodes.map(({ id }) => id));
    expect(forwards).toEqual(all.nodes.map(({ id }) => id));
    expect(backwards).toEqual(forwards);
  });

  test('people and organisations of an article are those whom it names surely', async () => {
    const { articles } = await ask(
      database,
      `{ articles(filter: { page: 3 }) { nodes { headline people(minConfidence: 0.7) { totalCount } } }
        signed: articles(filter: { hasAgreement: true }, first: 1) { nodes {
          people(minConfidence: 0.9, last: 2) { totalCount nodes { name } } organisations(minConfidence: 0.9) { nodes { name } } } } }`,
    ).then(({ articles, signed }) => ({ articles: { port: articles, signed } }));
    expect(articles).toMatchObject({
      signed: {
        nodes: [
          {
            people: { totalCount: 3, nodes: [{ name: '林澄' }, { name: '白露' }] },
            organisations: { nodes: [{ name: '云溪区' }, { name: '青禾集团' }] },
          },
        ],
      },
    });
    const { nodes } = articles.port as { nodes: { people: { totalCount: number } }[] };
    expect(nodes.map(({ people }) => people.totalCount)).toEqual(nodes.map(() => 0));
  });
});

describe('who held an office', () => {
  const holders = async (args: string) =>
    (
      (
        await ask(
          database,
          `{ officeHolders(organisation: "云溪区委", title: "书记", on: "2024-03-01"${args}) { tenure { confidence person { name } } } }`,
        )
      )['officeHolders'] as { tenure: object }[]
    ).map(({ tenure }) => tenure);

  test('a tenure is as sure as the surest article', async () => {
    expect(await holders('')).toEqual([{ confidence: 0.4, person: { name: '顾远' } }]);
  });

  test('holders of whom the archive is not sure are left out', async () => {
    expect(await holders(', minConfidence: 0.4')).toHaveLength(1);
    expect(await holders(', minConfidence: 0.41')).toEqual([]);
  });

  test('tenures of a person and of an organisation are chosen by confidence', async () => {
    const data = await ask(
      database,
      `{ people(filter: { name: "顾远" }) { nodes { all: tenures { totalCount } sure: tenures(minConfidence: 0.5) { totalCount }
          onDay: tenures(on: "2024-03-01", minConfidence: 0.4) { totalCount } } }
        organisations(filter: { name: "云溪区" }) { nodes { tenures(minConfidence: 0.5) { nodes { title confidence } } } } }`,
    );
    expect(data).toEqual({
      people: { nodes: [{ all: { totalCount: 1 }, sure: { totalCount: 0 }, onDay: { totalCount: 1 } }] },
      organisations: { nodes: [{ tenures: { nodes: [{ title: '区长', confidence: 0.9 }] } }] },
    });
  });
});
