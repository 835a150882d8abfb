import { afterAll, beforeAll, expect, test } from 'vitest';
import { encodeGlobalId } from '../../src/schema/global-id.ts';
import { fillArchive, idOf, PUBLICATION } from '../support/archive.ts';
import { createTestDatabase } from '../support/database.ts';
import type { TestDatabase } from '../support/database.ts';
import { startGateway, WITHOUT_CACHE } from '../support/gateway.ts';
import type { TestGateway } from '../support/gateway.ts';

let database: TestDatabase;
let gateway: TestGateway;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillArchive(database);
  gateway = await startGateway(database, WITHOUT_CACHE);
});
afterAll(async () => {
  await gateway.close();
  await database.drop();
});

/** The parts of an answer: what selects each, and where it stands in the answer. */
const PARTS = {
  page: 'pageInfo { hasNextPage endCursor } edges { cursor score node { __typename } }',
  totalCount: 'totalCount',
  types: 'facets { types { type count } }',
  years: 'facets { years { year count } }',
  people: 'facets { people { count person { name } } }',
  organisations: 'facets { organisations { count organisation { name } } }',
} as const;
type Part = keyof typeof PARTS;
const parts = Object.keys(PARTS) as Part[];
const subsets = Array.from({ length: 2 ** parts.length - 1 }, (_, bits) =>
  parts.filter((_part, at) => ((bits + 1) >> at) % 2 === 1),
);

type Found = Readonly<Record<string, unknown>> & { readonly facets?: Readonly<Record<string, unknown>> };

/** Each of the parts in what was found. */
function told(
  { facets = {}, pageInfo, edges, ...found }: Found,
  asked: readonly Part[],
): Partial<Record<Part, unknown>> {
  const all = { ...found, ...facets, page: { pageInfo, edges } } as Record<Part, unknown>;
  return Object.fromEntries(asked.map((part) => [part, all[part]]));
}

async function search(asked: readonly Part[], variables: object): Promise<Partial<Record<Part, unknown>>> {
  const query = `query ($query: String!, $types: [SearchResultType!], $filter: SearchFilter, $first: Int, $last: Int) {
    search(query: $query, types: $types, filter: $filter, first: $first, last: $last) { ${asked.map((part) => PARTS[part]).join(' ')} } }`;
  const { data, errors } = (await (await gateway.post(query, variables)).json()) as {
    data?: { search: Found };
    errors?: unknown;
  };
  expect(errors, `${asked.join(', ')} of ${JSON.stringify(variables)}`).toBeUndefined();
  return told(data!.search, asked);
}

const filters = {
  publication: PUBLICATION.slug,
  datedOn: { from: '2024-03-01', to: '2024-03-08' },
  people: { any: [encodeGlobalId({ __typename: 'Person', id: idOf('person', '林澄') })] },
  organisations: { all: [encodeGlobalId({ __typename: 'Organisation', id: idOf('organisation', '青禾集团') })] },
};
const types = [undefined, [], ['ARTICLE'], ['PERSON'], ['ORGANISATION'], ['AGREEMENT'], ['AGREEMENT', 'ARTICLE']];
const queries = ['云溪', '"云溪区" -停水'];
const cases = [undefined, ...Object.entries(filters).map(([name, value]) => ({ [name]: value })), filters].flatMap(
  (filter) => queries.map((query) => ({ query, filter })),
);

test.each(cases)(
  'any part of a search for $query may be asked for, of any types, with the filter $filter',
  async ({ query, filter }) => {
    for (const only of types) {
      for (const size of [{ first: 2 }, { last: 2 }]) {
        const variables = { query, filter, types: only, ...size };
        const whole = await search(parts, variables);
        // From the end, a search has other statements for its page; the rest is the same.
        const asked = 'last' in size ? subsets.filter((subset) => subset[0] === 'page' && subset.length < 3) : subsets;
        await Promise.all(
          asked.map(async (subset) => {
            expect(await search(subset, variables), subset.join()).toEqual(
              Object.fromEntries(subset.map((part) => [part, whole[part]])),
            );
          }),
        );
      }
    }
  },
);

test('the words are found at all', async () => {
  expect(await search(['totalCount'], { query: '云溪' })).toEqual({ totalCount: 14 });
});
