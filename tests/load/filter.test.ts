import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLoaders } from '../../src/load/loaders.ts';
import type { Load } from '../../src/load/loaders.ts';
import type { Connection, PageArguments } from '../../src/query/page.ts';
import { PUBLICATION, fillArchive, idOf, multiplyArchive } from '../support/archive.ts';
import { createTestDatabase } from '../support/database.ts';
import type { TestDatabase } from '../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillArchive(database);
  await multiplyArchive(database, 3);
});
afterAll(() => database.drop());

type List = (
  load: Load,
  args: PageArguments<never> & { readonly filter?: object },
) => Connection<{ readonly node: { readonly id: string } }>;

const mayor = idOf('person', '林澄');
const chief = idOf('person', '白露第2');
const witness = idOf('person', '顾远');
const district = idOf('organisation', '云溪区');
const company = idOf('organisation', '第2青禾集团');
const publication = PUBLICATION.slug;
const days = { from: '2023-01-01', to: '2023-01-02' };

/**
 * For each list, filters that leave some of it. Which table leads to the rows depends on which filters come together.
 */
const lists: readonly [string, List, readonly object[]][] = [
  [
    'issues',
    (load, args) => load.issues(args),
    [{ publication }, { publishedOn: days }, { publishedOn: { from: '2024-01-01' } }, { number: 2 }],
  ],
  ['articles', (load, args) => load.articles(args), articleFilters()],
  ['articles of a person', (load, args) => load.articlesOfPerson(mayor, args), articleFilters()],
  ['articles of an organisation', (load, args) => load.articlesOfOrganisation(district, args), articleFilters()],
  [
    'people',
    (load, args) => load.people(args),
    [
      { publication },
      { name: '白露第2' },
      { organisation: district },
      { organisation: company },
      { title: '总裁' },
      { prefix: 'bai' },
      { prefix: '白' },
      { namedOn: { from: '2024-03-11' } },
      { namedOn: { to: '2024-03-01' } },
      { minConfidence: 0.9 },
    ],
  ],
  [
    'organisations',
    (load, args) => load.organisations(args),
    [
      { publication },
      { name: '青禾集团' },
      { categories: ['COMPANY'] },
      { categories: ['COMPANY', 'PARTY'] },
      { minConfidence: 0.9 },
    ],
  ],
  [
    'agreements',
    (load, args) => load.agreements(args),
    [
      { publication },
      { kinds: ['STRATEGIC'] },
      { kinds: ['MEMORANDUM', 'OTHER'] },
      { stages: ['SIGNED'] },
      { parties: { any: [company] } },
      { parties: { all: [district, company] } },
      { parties: { any: [district, company] } },
      { parties: { all: [district] } },
      { signatory: mayor },
      { signatory: chief },
      { signedOn: { from: '2024-01-01' } },
      { text: '青禾' },
      { place: '云溪会堂' },
      { isRenewal: false },
      { minConfidence: 0.9 },
    ],
  ],
];

function articleFilters(): object[] {
  return [
    { publication },
    { publishedOn: days },
    { eventOn: { from: '2024-01-01' } },
    { page: 1 },
    { page: 3 },
    { people: { any: [mayor] } },
    { people: { all: [chief] } },
    { people: { all: [mayor], any: [witness, chief] } },
    { organisations: { any: [district] } },
    { organisations: { any: [company] } },
    { source: '区水务局' },
    { hasAgreement: true },
    { hasAgreement: false },
    { genres: ['NOTICE'] },
    { genres: ['NEWS'] },
    { people: { any: [mayor, chief] } },
    { people: { all: [mayor, witness] } },
    { organisations: { any: [district, company] } },
    { organisations: { all: [district, company] } },
  ];
}

describe.each(lists)('%s', (_, list, filters) => {
  /** The ids of the whole list, in its order. */
  async function idsOf(filter: object): Promise<string[]> {
    const connection = list(createLoaders(database), { first: 100, filter });
    const ids = (await connection.page()).edges.map(({ node }) => node.id);
    expect(await connection.totalCount()).toBe(ids.length);
    return ids;
  }

  test('two conditions together leave what each of them leaves, in the same order', async () => {
    const all = await idsOf({});
    for (const one of filters) {
      const left = new Set(await idsOf(one));
      for (const other of filters.filter((filter) => Object.keys(filter)[0] !== Object.keys(one)[0])) {
        const both = new Set(await idsOf(other));
        expect(await idsOf({ ...one, ...other })).toEqual(all.filter((id) => left.has(id) && both.has(id)));
      }
    }
  });

  test('some conditions leave a part of the list', async () => {
    const counts = await Promise.all([{}, ...filters].map(async (filter) => (await idsOf(filter)).length));
    expect(counts.filter((count) => count > 0 && count < counts[0]!).length).toBeGreaterThanOrEqual(2);
  });
});
