import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reindex } from '../../src/store/reindex.ts';
import { citation, storeCitations } from '../support/citation.ts';
import { createTestDatabase } from '../support/database.ts';
import type { TestDatabase } from '../support/database.ts';
import { answer, ask } from '../support/query.ts';
import { statementsOn } from '../support/statements.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await storeCitations(
    database,
    [
      '2023-01-15 柳青 云岫县 县长',
      '2023-06-01 柳青 云岫县 县长',
      '2023-06-02 林澄 云岫县 代县长 APPOINTED',
      '2023-08-01 林澄 云岫县 代县长 REMOVED',
      '2023-08-01 林澄 云岫县 县长 APPOINTED',
      '2024-05-01 林澄 云岫县 县长',
      '2024-04-20 顾远 云岫县 县长',
      '2024-09-01 顾远 云岫县 县长',
      '2025-03-01 柳青 云岫县 县长 APPOINTED',
      '2025-07-01 柳青 云岫县 县长',
      '2025-07-01 白露 云岫县 副县长',
      '2025-08-01 柳青 云岫县 原县长',
      '2024-03-01 白露 云岫县第五届人大常委会 主任',
      '2024-04-01 白露 青石县发展和改革委员会 主任',
    ].map(citation),
  );
  await storeCitations(database, [{ ...citation('2023-03-01 柳青 云岫县 县长'), publication: 'mingzhou-bao' }]);
  await reindex(database);
});
afterAll(() => database.drop());

interface Answer {
  readonly edges: readonly {
    readonly gapBefore: { readonly from: string; readonly to: string } | null;
    readonly overlapsPrevious: boolean;
    readonly node: {
      readonly title: string;
      readonly modality: string;
      readonly startedOn: string | null;
      readonly person: { readonly name: string };
      readonly firstEvidence: { readonly quote: string };
      readonly lastEvidence: { readonly quote: string };
      readonly firstCitedOn: string;
      readonly lastCitedOn: string;
    };
  }[];
  readonly totalCount: number;
  readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean };
}

const OFFICE = `query ($organisation: String!, $title: String!, $publication: String, $first: Int, $after: String) {
  office(organisation: $organisation, title: $title, publication: $publication) { tenures(first: $first, after: $after) {
    totalCount pageInfo { endCursor hasNextPage } edges { gapBefore { from to } overlapsPrevious
      node { title modality startedOn firstCitedOn lastCitedOn person { name } firstEvidence { quote } lastEvidence { quote } } } } } }`;

async function office(variables: object): Promise<Answer> {
  const data = await ask(database, OFFICE, {
    organisation: '云岫县',
    title: '县长',
    publication: 'yunxiu-bao',
    ...variables,
  });
  return (data['office'] as { tenures: Answer }).tenures;
}

/** `柳青 FULL 2023-01-15–2023-06-01, gap …, overlaps` */
const told = ({ edges }: Answer) =>
  edges.map(
    ({ node, gapBefore, overlapsPrevious }) =>
      `${node.person.name} ${node.modality} ${node.firstCitedOn}–${node.lastCitedOn}${gapBefore === null ? '' : `, gap ${gapBefore.from}–${gapBefore.to}`}${overlapsPrevious ? ', overlaps' : ''}`,
  );

const SUCCESSION = [
  '柳青 FULL 2023-01-15–2023-06-01',
  '林澄 ACTING 2023-06-02–2023-08-01',
  '林澄 FULL 2023-08-01–2024-05-01',
  '顾远 FULL 2024-04-20–2024-09-01, overlaps',
  '柳青 FULL 2025-03-01–2025-07-01, gap 2024-09-02–2025-02-28',
];

describe('the tenures of an office', () => {
  test('are in the order of time, with gaps and overlaps, acting holders and those who came back', async () => {
    const found = await office({});
    expect(told(found)).toEqual(SUCCESSION);
    expect(found.edges.map(({ node }) => node.startedOn)).toEqual([
      null,
      '2023-06-02',
      '2023-08-01',
      null,
      '2025-03-01',
    ]);
    expect(found.edges[1]!.node).toMatchObject({
      firstEvidence: { quote: '代县长' },
      lastEvidence: { quote: '代县长' },
    });
  });

  test('know their neighbours across pages', async () => {
    const pages: string[] = [];
    for (let after: string | null = null, goesOn = true; goesOn; ) {
      const page: Answer = await office({ first: 2, after });
      expect(page.totalCount).toBe(SUCCESSION.length);
      pages.push(...told(page));
      after = page.pageInfo.endCursor;
      goesOn = page.pageInfo.hasNextPage;
    }
    expect(pages).toEqual(SUCCESSION);
  });

  test('are those of one newspaper or of all', async () => {
    expect(told(await office({ publication: 'mingzhou-bao' }))).toEqual(SUCCESSION.slice(0, 1));
    expect(told(await office({ publication: null }))).toEqual(SUCCESSION);
    expect(
      (await answer(database, OFFICE, { organisation: '云岫县', title: '县长', publication: 'no' })).errors,
    ).toMatchObject([{ extensions: { code: 'BAD_ARGUMENT' } }]);
  });

  test('are held in the way that the title says', async () => {
    expect(told(await office({ title: '代县长' }))).toEqual(['林澄 ACTING 2023-06-02–2023-08-01']);
    expect(told(await office({ title: '原县长' }))).toEqual(['柳青 FORMER 2025-08-01–2025-08-01']);
    expect(told(await office({ title: '副县长' }))).toEqual(['白露 DEPUTY 2025-07-01–2025-07-01']);
    expect(await office({ title: '书记' })).toMatchObject({ totalCount: 0, edges: [] });
  });

  test('need an organisation and a title', async () => {
    for (const blank of [{ organisation: ' ' }, { title: '　' }]) {
      const { errors } = await answer(database, OFFICE, { organisation: '云岫县', title: '县长', ...blank });
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_ARGUMENT' } }]);
    }
  });

  test('cost as many statements as one of them', async () => {
    const statements = statementsOn(database.queries);
    const cost = async (first: number) => {
      statements.length = 0;
      await office({ first });
      return statements.length;
    };
    const one = await cost(1);
    expect(await cost(100)).toBe(one);
    expect(one).toBeLessThanOrEqual(9);
  });
});

test.each([
  ['云岫县第五届人大常委会', '主任'],
  ['云岫县第六届人民代表大会常务委员会', '主任'],
  ['雲岫縣人大常委會', '主任'],
  ['云岫县人大', '主任'],
  ['青石县发改委', '主任'],
  ['青石县发展和改革委员会', '发改委主任'],
])('an office is found at a body under all its names: %s, %s', async (organisation, title) => {
  expect(await office({ organisation, title, publication: null })).toMatchObject({
    totalCount: 1,
    edges: [{ node: { person: { name: '白露' } } }],
  });
  const held = await ask(
    database,
    'query ($organisation: String!, $title: String!) { officeHolders(organisation: $organisation, title: $title, on: "2024-03-15") { tenure { person { name } } } }',
    { organisation, title },
  );
  expect(held).toEqual({ officeHolders: [{ tenure: { person: { name: '白露' } } }] });
});
