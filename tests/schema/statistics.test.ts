import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { savePage } from '../../src/store/page-writer.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { answer, ask } from '../support/query.ts';
import { agreement, organisation, pageOf, person, SIGNING, told } from '../store/page-fixture.ts';
import type { ArticleFixture } from '../store/page-fixture.ts';

/** Two firms sign with a third on a day. */
const deal = (headline: string, day: string, kind: 'FRAMEWORK' | 'PROJECT', ...parties: string[]): ArticleFixture => ({
  headline,
  body: `${parties.join('、')}签约。`,
  facts: (words) => ({
    event: { date: day, basis: 'STATED', evidence: words('签约') },
    organisations: parties.map((name) => organisation(name, words)),
    agreements: [
      agreement('签约', words, {
        kind,
        signed: { date: day, basis: 'STATED', evidence: words('签约') },
        parties: parties.map((name) => ({ organisation: name, evidence: words(name) })),
      }),
    ],
  }),
});
const UNNAMED: ArticleFixture = {
  headline: '招商',
  body: '130余位招商人员到场。市委也派人。',
  facts: (words) => ({
    doubts: [
      { kind: 'UNNAMED_PEOPLE', count: 130, evidence: words('130余位招商人员') },
      { kind: 'UNLINKED_NAME', count: null, evidence: words('市委') },
    ],
  }),
};
const AUTHOR: ArticleFixture = {
  headline: '手记',
  body: '甲到场。',
  facts: (words) => ({
    people: [
      person('丁', words, { mentions: [words('到场')], roles: [{ role: 'BYLINE', evidence: words('到场') }] }),
      person('甲', words, { roles: [{ role: 'MENTIONED', evidence: words('甲') }] }),
    ],
  }),
};

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await savePage(
    database,
    pageOf('a.txt', [
      deal('一', '2023-05-01', 'FRAMEWORK', '甲公司', '乙公司'),
      deal('二', '2024-05-01', 'FRAMEWORK', '甲公司', '丙公司'),
      deal('三', '2024-06-01', 'PROJECT', '甲公司', '乙公司', '丁公司'),
      told('四', { present: '甲乙', eventOn: '2023-01-02' }),
      told('五', { present: '甲', named: '丙', eventOn: '2024-01-02' }),
      UNNAMED,
      AUTHOR,
    ]),
  );
  await savePage(
    database,
    pageOf('b.txt', [SIGNING, UNNAMED], {
      publication: { slug: 'b-bao', name: '乙报', frequency: null, district: null, city: null },
    }),
  );
});
afterAll(() => database.drop());

interface Group {
  readonly kind: string | null;
  readonly year: number | null;
  readonly party: { readonly name: string } | null;
  readonly publication: { readonly slug: string } | null;
  readonly count: number;
  readonly partyCount: number;
}

async function groups(groupBy: string, filter = '{}'): Promise<readonly Group[]> {
  const { agreementStatistics } = await ask(
    database,
    `{ agreementStatistics(groupBy: ${groupBy}, filter: ${filter}) { totalCount nodes { kind year party { name } publication { slug } count partyCount } } }`,
  );
  return (agreementStatistics as { nodes: readonly Group[] }).nodes;
}

describe('agreements counted', () => {
  test('by kind, with how many organisations are parties', async () => {
    const found = await groups('KIND', '{ publication: "xuhui-bao" }');
    expect(found.map(({ kind, count, partyCount }) => [kind, count, partyCount])).toEqual([
      ['FRAMEWORK', 2, 3],
      ['PROJECT', 1, 3],
    ]);
    expect(found[0]).toMatchObject({ year: null, party: null, publication: null });
  });

  test('by year, those without a day together', async () => {
    const found = await groups('YEAR');
    expect(found.map(({ year, count }) => [year, count])).toEqual(
      expect.arrayContaining([
        [2024, 2],
        [2023, 1],
        [null, 1],
      ]),
    );
  });

  test('by party: an agreement counts for each of them', async () => {
    const found = await groups('PARTY', '{ publication: "xuhui-bao" }');
    expect(found.map(({ party, count }) => [party?.name, count]).slice(0, 2)).toEqual([
      ['甲公司', 3],
      ['乙公司', 2],
    ]);
    expect(found).toHaveLength(4);
  });

  test('by newspaper', async () => {
    const found = await groups('PUBLICATION');
    expect(found.map(({ publication, count }) => [publication?.slug, count])).toEqual([
      ['xuhui-bao', 3],
      ['b-bao', 1],
    ]);
  });

  test('as far as the filter selects them', async () => {
    const found = await groups('PARTY', '{ signedOn: { from: "2024-01-01" }, kinds: [FRAMEWORK] }');
    expect(found.map(({ party }) => party?.name).sort()).toEqual(['丙公司', '甲公司']);
  });
});

interface Edge {
  readonly count: number;
  readonly firstOn: string;
  readonly node: { readonly name: string };
}

const named = async (field: string, args = 'first: 100') => {
  const { [field]: list } = await ask(
    database,
    `{ ${field}(${args}) { edges { count firstOn lastOn node { name } } } }`,
  );
  return (list as { edges: readonly Edge[] }).edges.map(({ count, node }) => [node.name, count]);
};

describe('who is named most', () => {
  test('in the whole archive; an author does not count', async () => {
    const people = await named('mostNamedPeople');
    expect(people[0]).toEqual(['甲', 3]);
    expect(people.map(([name]) => name)).not.toContain('丁');
  });

  test('in some days', async () => {
    expect(await named('mostNamedPeople', 'during: { from: "2023-01-01", to: "2023-12-31" }')).toEqual(
      expect.arrayContaining([
        ['甲', 1],
        ['乙', 1],
      ]),
    );
    expect(await named('mostNamedPeople', 'during: { from: "1990-01-01", to: "1990-12-31" }')).toEqual([]);
  });

  test('by a newspaper; one that there is not is an error', async () => {
    expect(await named('mostNamedOrganisations', 'publication: "xuhui-bao"')).toEqual(
      expect.arrayContaining([
        ['甲公司', 3],
        ['乙公司', 2],
      ]),
    );
    const { errors } = await answer(database, '{ mostNamedPeople(publication: "x") { totalCount } }');
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_ARGUMENT' } }]);
  });
});

test('what is not resolved is listed with its words, by newspaper and kind', async () => {
  const listed = async (filter: string) => {
    const { unresolved } = await ask(
      database,
      `{ unresolved(filter: ${filter}) { nodes { kind count evidence { quote article { headline } source { file } } } } }`,
    );
    return (unresolved as { nodes: readonly object[] }).nodes;
  };
  expect(await listed('{ publication: "b-bao", kinds: [UNNAMED_PEOPLE, UNLINKED_NAME] }')).toMatchObject([
    { kind: 'UNNAMED_PEOPLE', count: 130, evidence: { quote: '130余位招商人员', article: { headline: '招商' } } },
    { kind: 'UNLINKED_NAME', count: null, evidence: { quote: '市委', source: { file: 'b.txt' } } },
  ]);
  expect(await listed('{ kinds: [UNLINKED_NAME] }')).toHaveLength(2);
  expect(await listed('{ kinds: [] }')).toEqual([]);
});

test.each([
  ['unresolved', ''],
  ['mostNamedPeople', ''],
  ['mostNamedOrganisations', ''],
  ['agreementStatistics', 'groupBy: PARTY, '],
])('%s is walked to its end both ways', async (field, args) => {
  const page = async (rest: string) => {
    const { [field]: list } = await ask(
      database,
      `{ ${field}(${args}${rest}) { totalCount edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
    );
    return list as {
      totalCount: number;
      edges: readonly { cursor: string }[];
      pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
    };
  };
  const [forth, back]: [string[], string[]] = [[], []];
  for (let at = await page('first: 2'); ; at = await page(`first: 2, after: "${at.pageInfo.endCursor}"`)) {
    forth.push(...at.edges.map(({ cursor }) => cursor));
    if (!at.pageInfo.hasNextPage) break;
  }
  for (let at = await page('last: 2'); ; at = await page(`last: 2, before: "${at.pageInfo.startCursor}"`)) {
    back.unshift(...at.edges.map(({ cursor }) => cursor));
    if (!at.pageInfo.hasPreviousPage) break;
  }
  expect(forth.length).toBeGreaterThan(2);
  expect([back, (await page('first: 1')).totalCount]).toEqual([forth, forth.length]);
});
