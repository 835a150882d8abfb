import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLoaders } from '../../src/load/loaders.ts';
import { officeHolders } from '../../src/load/office-holder.ts';
import type { HolderQuestion } from '../../src/load/office-holder.ts';
import { tenureRelations } from '../../src/load/tenure.ts';
import { combinedStatement, statementFor } from '../../src/query/combined-statement.ts';
import { countFetch, keyedFetch, pageFetch } from '../../src/query/fetch.ts';
import type { PageArguments } from '../../src/query/page.ts';
import { lookupText } from '../../src/query/relation-statement.ts';
import type { AnyListRelation } from '../../src/query/relation.ts';
import type { Statement } from '../../src/query/statement.ts';
import { reindex } from '../../src/store/reindex.ts';
import { idOf } from '../support/archive.ts';
import { citation, storeCitations } from '../support/citation.ts';
import { createTestDatabase } from '../support/database.ts';
import type { TestDatabase } from '../support/database.ts';
import { statementsOn } from '../support/statements.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await storeCitations(
    database,
    [
      '2024-01-15 柳青 云岫区 区长',
      '2024-02-01 柳青 云岫区 区长 REMOVED',
      '2024-02-01 林澄 云岫区 代区长 APPOINTED',
      '2024-03-01 林澄 云岫区 代区长',
      '2024-04-01 林澄 云岫区 区长',
      '2024-03-01 顾远 云岫区 副区长',
      '2024-01-20 沈一苇 云岫区 常务副区长',
      '2024-05-01 沈一苇 云岫区 常务副区长',
      '2024-03-10 柳青 云岫区 原区长',
      '2024-03-01 白露 云岫区委 组织部部长',
      '2024-04-01 白露 云岫区委组织部 部长',
      '2024-03-01 顾远 云岫商会 名誉会长',
      '2024-03-01 白露 云岫商会 会长',
      '2024-03-01 林澄 - 记者',
      '2024-03-10 白露 中原区 区长',
      '2024-03-10 顾远 云岫副食品公司 总经理',
      '2024-03-01 白露 云岫副食品公司 总经理',
    ].map(citation),
  );
  await storeCitations(database, [
    { on: '2024-03-20', person: '林澄', organisation: '云岫区', title: '代区长', publication: 'mingzhou-bao' },
    { on: '2024-03-22', person: '顾远', organisation: '云岫区', title: '副区长', publication: 'mingzhou-bao' },
  ]);
  await storeCitations(
    database,
    Array.from({ length: 2_000 }, (_, n) => ({
      on: new Date(Date.UTC(2010, 0, n + 1)).toISOString().slice(0, 10),
      person: '欧阳青石',
      organisation: '青石县',
      title: '县长',
    })),
  );
  await storeCitations(
    database,
    Array.from({ length: 1_000 }, (_, n) => ({
      on: '2020-05-01',
      person: `某${n}`,
      organisation: `第${n % 40}中学`,
      title: n % 2 ? '校长' : '教师',
    })),
  );
  await database.sql`analyze`;
  await reindex(database);
  await database.sql`analyze`;
}, 120_000);
afterAll(() => database.drop());

async function holders(question: Partial<HolderQuestion>): Promise<string[]> {
  const load = createLoaders(database);
  const found = await officeHolders(load, { organisation: '云岫区', title: '区长', on: '2024-03-10', ...question });
  return Promise.all(
    found.map(
      async ({ tenure, certainty }) => `${(await load.person(tenure.personId))!.name} ${tenure.title} ${certainty}`,
    ),
  );
}

describe('finding an office', () => {
  test.each(['云岫区', '雲岫區', '云 岫 区', '云岫区人民政府', '云岫区政府'])(
    'an office is found by the organisation %s',
    async (organisation) => {
      expect(await holders({ organisation })).toEqual(['林澄 代区长 CONFIRMED']);
    },
  );

  test.each(['区长', '區長', '云岫区区长', '云岫区长', '区政府区长', '代区长', '云岫区代理区长'])(
    'an office is found by the title %s',
    async (title) => {
      expect(await holders({ title })).toEqual(['林澄 代区长 CONFIRMED']);
    },
  );

  test.each([
    ['云岫区委组织部', '部长'],
    ['云岫区委', '组织部长'],
    ['云岫区', '组织部部长'],
    ['中共云岫区委组织部', '组织部部长'],
  ])('an office is found at %s as %s, whichever of its bodies is printed', async (organisation, title) => {
    expect(await holders({ organisation, title, on: '2024-03-15' })).toEqual(['白露 组织部部长 CONFIRMED']);
  });

  test('an office is found whatever its own name sounds like', async () => {
    expect(await holders({ organisation: '中原区', title: '中原区长' })).toEqual(['白露 区长 CONFIRMED']);
    expect(await holders({ organisation: '云岫副食品公司', title: '云岫副食品公司总经理', on: '2024-03-05' })).toEqual([
      '白露 总经理 UNKNOWN',
      '顾远 总经理 UNKNOWN',
    ]);
  });

  test('an office is not found under another post of the same body', async () => {
    expect(await holders({ title: '区委书记' })).toEqual([]);
    expect(await holders({ title: '区长助理' })).toEqual([]);
    expect(await holders({ title: '副会长', organisation: '云岫商会' })).toEqual([]);
  });

  test('an office is not found at a body that the archive does not know', async () => {
    expect(await holders({ organisation: '无此区' })).toEqual([]);
    expect(await holders({ organisation: "' or true --" })).toEqual([]);
    await expect(holders({ publication: 'no-such-paper' })).rejects.toMatchObject({
      message: expect.stringContaining('no-such-paper'),
      extensions: { code: 'BAD_ARGUMENT' },
    });
  });
});

describe('holders of an office', () => {
  test('a holder who was removed is not named, and a former one never is', async () => {
    expect(await holders({ on: '2024-02-01' })).toEqual(['林澄 代区长 CONFIRMED']);
    expect(await holders({ on: '2024-01-20' })).toEqual(['柳青 区长 CONFIRMED']);
    expect(await holders({ title: '原区长' })).toEqual([]);
  });

  test('a holder may be acting or in charge of daily work when the post itself is asked for', async () => {
    expect(await holders({ title: '副区长', on: '2024-03-01' })).toEqual([
      '沈一苇 常务副区长 CONFIRMED',
      '顾远 副区长 CONFIRMED',
      '顾远 副区长 PROBABLE',
    ]);
    expect(await holders({ title: '常务副区长', on: '2024-03-01' })).toEqual(['沈一苇 常务副区长 CONFIRMED']);
    expect(await holders({ title: '代区长', on: '2024-04-01' })).toEqual(['林澄 代区长 UNKNOWN']);
    expect(await holders({ on: '2024-05-01' })).toEqual(['林澄 区长 PROBABLE']);
  });

  test('an honorary title is found only when it is asked for', async () => {
    expect(await holders({ organisation: '云岫商会', title: '名誉会长', on: '2024-03-01' })).toEqual([
      '顾远 名誉会长 CONFIRMED',
    ]);
    expect(await holders({ organisation: '云岫商会', title: '会长', on: '2024-03-01' })).toEqual([
      '白露 会长 CONFIRMED',
    ]);
  });

  test('what two newspapers say of one person counts together, also when only those whom one names are asked for', async () => {
    expect(await holders({ on: '2024-03-25' })).toEqual(['林澄 代区长 CONFIRMED']);
    expect(await holders({ on: '2024-03-25', publication: 'mingzhou-bao' })).toEqual(['林澄 代区长 CONFIRMED']);
  });
});

test.each([
  ['organisation', ''],
  ['organisation', ' 　'],
  ['title', ''],
  ['title', '\t\n'],
] as const)('a blank %s is refused: %j', async (argument, blank) => {
  await expect(holders({ [argument]: blank })).rejects.toMatchObject({
    message: expect.stringContaining(argument),
    extensions: { code: 'BAD_ARGUMENT' },
  });
});

test.each([1, 2, 4])(
  'each tenure of an organisation is seen once on a walk in pages of %i, and backwards in the same order',
  async (size) => {
    const load = createLoaders(database);
    const read = async (args: PageArguments<never>) =>
      load.tenuresOfOrganisation(idOf('organisation', '云岫区'), args).page();
    const whole = (await read({ first: 100 })).edges;
    expect(whole.map(({ node }) => node.firstCitedOn)).toEqual(
      whole
        .map(({ node }) => node.firstCitedOn)
        .toSorted()
        .toReversed(),
    );
    expect(new Set(whole.map(({ node }) => node.id)).size).toBe(7);
    const forwards: string[] = [];
    const backwards: string[] = [];
    for (
      let page = await read({ first: size });
      ;
      page = await read({ first: size, after: page.edges.at(-1)!.cursor })
    ) {
      forwards.push(...page.edges.map(({ cursor }) => cursor));
      if (!page.hasNextPage) break;
    }
    for (let page = await read({ last: size }); ; page = await read({ last: size, before: page.edges[0]!.cursor })) {
      backwards.unshift(...page.edges.map(({ cursor }) => cursor));
      if (!page.hasPreviousPage) break;
    }
    expect(forwards).toEqual(whole.map(({ cursor }) => cursor));
    expect(backwards).toEqual(forwards);
  },
);

describe('the cost of an answer', () => {
  test.each([
    ['an office of one holder with thousands of citations', '青石县', '县长'],
    ['a shared post', '云岫区', '副区长'],
    ['a body of several keys', '云岫区委组织部', '部长'],
    ['nobody', '无此区', '区长'],
  ])('%s takes at most three statements', async (_, organisation, title) => {
    const statements = statementsOn(database.queries);
    await officeHolders(createLoaders(database), { organisation, title, on: '2013-03-10' });
    expect(statements.length).toBeLessThanOrEqual(3);
  });

  test('the evidence of a tenure with thousands of citations is the first 99 and the last, in their order', async () => {
    const load = createLoaders(database);
    const [holder] = await officeHolders(load, { organisation: '青石县', title: '县长', on: '2013-03-10' });
    const evidence = await load.evidenceOfTenure(holder!.tenure.id);
    expect(evidence).toHaveLength(100);
    const days = new Map(
      (
        await database.sql<
          { id: string; day: string }[]
        >`select article_id as id, cited_on::text as day from printed_titles`
      ).map(({ id, day }) => [id, day]),
    );
    const order = evidence.map(({ articleId }) => days.get(articleId)!);
    expect(order).toEqual(order.toSorted());
    expect([order[0], order[98], order[99]]).toEqual([
      holder!.tenure.firstCitedOn,
      '2010-04-09',
      holder!.tenure.lastCitedOn,
    ]);
  });
});

describe('statements that read through indexes alone', () => {
  /** The generic plan, which the gateway's connections always use. */
  async function planOf({ text, parameters }: Statement): Promise<string> {
    const connection = await database.sql.reserve();
    await connection.unsafe(`prepare asked as ${text}`);
    const rows = await connection.unsafe(
      `explain execute asked(${parameters.map((value) => (value === 'null' ? value : `'${value}'`)).join(', ')})`,
    );
    await connection.unsafe('deallocate asked');
    connection.release();
    return rows.map((row) => String(row['QUERY PLAN'])).join('\n');
  }

  test('the holders of an office, with their citations around the day, are read through indexes', async () => {
    const plan = await planOf({
      text: lookupText(tenureRelations.tenuresOfOffices),
      parameters: ['青石县县长', '2015-03-10', '{FULL,ACTING}', 'null', 0],
    });
    expect(plan).toContain('tenures_office_idx');
    expect(plan.match(/printed_titles_person_idx/g)).toHaveLength(2);
    expect(plan).not.toMatch(/Seq Scan on (?!publications)/);
  });

  test('the evidence of tenures is read through indexes', async () => {
    const plan = await planOf(
      statementFor(
        combinedStatement([
          { fetch: keyedFetch('evidenceOfTenure', tenureRelations.evidenceOfTenure as never), source: null },
        ]),
        [idOf('tenure')],
      ),
    );
    expect(plan).toContain('printed_titles_person_idx');
    expect(plan).not.toContain('Seq Scan on printed_titles');
  });

  test.each([
    ['a person', tenureRelations.tenuresOfPerson, {}, idOf('person', 'yunxiu-bao', '林澄')],
    ['a person on a day', tenureRelations.tenuresOfPerson, { on: '2024-03-01' }, idOf('person', 'yunxiu-bao', '林澄')],
    ['an organisation', tenureRelations.tenuresOfOrganisation, {}, idOf('organisation', '云岫区')],
    [
      'an organisation on a day',
      tenureRelations.tenuresOfOrganisation,
      { on: '2024-03-01' },
      idOf('organisation', '云岫区'),
    ],
    [
      'an organisation in one post',
      tenureRelations.tenuresOfOrganisation,
      { title: '区长' },
      idOf('organisation', '云岫区'),
    ],
  ])('the tenures of %s are read and counted through indexes', async (_, declared, args, parent) => {
    const listing = declared as AnyListRelation;
    for (const fetch of [
      pageFetch('tenures', listing, args as PageArguments),
      countFetch('tenures', listing, args as PageArguments),
    ]) {
      const plan = await planOf(statementFor(combinedStatement([{ fetch, source: null }]), [parent]));
      expect(plan).toMatch(/tenures_(?:person|organisation)(?:_post)?_idx/);
      expect(plan).not.toContain('Seq Scan on tenures');
    }
  });
});
