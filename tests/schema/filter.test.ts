import { isInputObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { encodeGlobalId } from '../../src/schema/global-id.ts';
import { schema } from '../../src/schema/schema.ts';
import { addNewspaper, fillArchive, idOf } from '../support/archive.ts';
import { createTestDatabase } from '../support/database.ts';
import type { TestDatabase } from '../support/database.ts';
import { answer, ask } from '../support/query.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillArchive(database);
  await addNewspaper(database, 'other');
});
afterAll(() => database.drop());

const person = (name: string) => encodeGlobalId({ __typename: 'Person', id: idOf('person', name) });
const organisation = (name: string) => encodeGlobalId({ __typename: 'Organisation', id: idOf('organisation', name) });
const MAYOR = person('林澄');
const COMPANY_HEAD = person('白露');
const DISTRICT = organisation('云溪区');
const COMPANY = organisation('青禾集团');
/** The organisation is named, but not a party. */
const NO_PARTY = organisation('云溪区委');

/** The count of the list with the filter, which must be the number of rows that it shows. */
async function countOf(list: string, filter: object | null): Promise<number> {
  const type = `${{ articles: 'Article', people: 'Person', organisations: 'Organisation', agreements: 'Agreement', issues: 'Issue' }[list]}Filter`;
  const data = await ask(
    database,
    `query ($filter: ${type}) { ${list}(filter: $filter, first: 100) { totalCount nodes { id } } }`,
    { filter },
  );
  const { totalCount, nodes } = data[list] as { totalCount: number; nodes: unknown[] };
  expect(nodes).toHaveLength(totalCount);
  return totalCount;
}

describe('filters of articles', () => {
  test.each<[string, object, number]>([
    ['their page', { page: 3 }, 6],
    ['a page that none stands on', { page: 2 }, 0],
    ['somebody in them', { people: { any: [MAYOR] } }, 6],
    ['their author', { people: { any: [person('沈一苇')] } }, 3],
    ['an organisation that they name', { organisations: { any: [COMPANY] } }, 3],
    ['a body that only a title implies', { organisations: { any: [organisation('云溪区委')] } }, 3],
    ['somebody and an organisation together', { people: { any: [MAYOR] }, organisations: { any: [COMPANY] } }, 3],
    ['somebody on a page', { people: { any: [MAYOR] }, page: 3 }, 3],
    ['all of several people', { people: { all: [MAYOR, person('顾远')] } }, 3],
    ['any of several people', { people: { any: [person('沈一苇'), person('顾远')] } }, 3],
    ['none of any people', { people: { any: [] } }, 0],
    ['one person and any of others', { people: { all: [MAYOR], any: [person('沈一苇'), person('无此人')] } }, 3],
    ['what somebody did in them', { people: { any: [MAYOR] }, role: 'SIGNED' }, 3],
    ['what somebody did not do in them', { people: { any: [MAYOR, person('沈一苇')] }, role: 'WITNESSED' }, 0],
    ['what one of several did in them', { people: { any: [MAYOR, person('顾远')] }, role: 'WITNESSED' }, 3],
    ['what several did together', { people: { all: [MAYOR, COMPANY_HEAD] }, role: 'SIGNED' }, 3],
    ['what anybody did in them', { role: 'WITNESSED' }, 3],
    ['what anybody did in them, by a filter that names nobody', { people: { all: [] }, role: 'WITNESSED' }, 3],
    ['somebody who is named twice', { people: { any: [MAYOR, MAYOR], all: [MAYOR, MAYOR] } }, 6],
    ['all of several organisations', { organisations: { all: [DISTRICT, COMPANY] } }, 3],
    ['any of several organisations', { organisations: { any: [COMPANY, organisation('无此机构')] } }, 3],
    ['their genre', { genres: ['NOTICE'] }, 3],
    ['several genres', { genres: ['NOTICE', 'NEWS'] }, 12],
    ['no genre at all', { genres: [] }, 0],
    ['their source as printed', { source: '区水务局' }, 3],
    ['agreements that they report', { hasAgreement: true }, 3],
    ['agreements that they do not report', { hasAgreement: false }, 9],
    [
      'somebody between two days',
      { people: { any: [MAYOR] }, publishedOn: { from: '2024-03-05', to: '2024-03-11' } },
      2,
    ],
    ['somebody from a day on', { people: { any: [MAYOR] }, publishedOn: { from: '2024-03-04' } }, 4],
    ['the day of the event', { organisations: { any: [DISTRICT] }, eventOn: { to: '2024-03-01' } }, 3],
    ['their newspaper', { publication: 'yunxi-bao', people: { all: [MAYOR] } }, 6],
    ['another newspaper', { publication: 'other', people: { all: [MAYOR] } }, 0],
    ['somebody whom the archive does not have', { people: { any: [person('无此人')] } }, 0],
  ])('articles are chosen by %s', async (_, filter, count) => {
    expect(await countOf('articles', filter)).toBe(count);
  });

  test('articles of somebody or of an organisation are chosen by the other one', async () => {
    const query = `query ($person: ID!, $organisation: ID!, $other: ID!) { person(id: $person) { articles(filter: { organisations: { any: [$organisation] } }) { totalCount nodes { headline } } }
      other: person(id: $other) { articles(filter: { people: { any: [$person] }, page: 3 }) { totalCount } }
      organisation(id: $organisation) { articles(filter: { people: { any: [$person] } }) { totalCount } } }`;
    expect(await ask(database, query, { person: MAYOR, organisation: COMPANY, other: person('顾远') })).toEqual({
      person: { articles: { totalCount: 3, nodes: Array(3).fill({ headline: '云溪区与青禾集团签约' }) } },
      other: { articles: { totalCount: 0 } },
      organisation: { articles: { totalCount: 3 } },
    });
  });
});

test.each([
  ['李民輝', ['李', '李民', '李民辉', '李民輝', 'limin']],
  ['劉著', ['刘', '劉', '刘着', '劉著']],
  ['陳锺灵', ['陈', '陈钟', '陳鍾', '陳锺靈']],
])('%s is found by the beginning of the name in either script', async (name, prefixes) => {
  const { sql } = database;
  const pinyin = name === '李民輝' ? 'li min hui' : 'x';
  await sql`insert into people (id, name, pinyin) values (${idOf('person', name)}, ${name}, ${pinyin})`;
  try {
    const query = 'query ($prefix: String!) { people(filter: { prefix: $prefix }) { totalCount nodes { name } } }';
    for (const prefix of prefixes)
      expect(await ask(database, query, { prefix })).toEqual({ people: { totalCount: 1, nodes: [{ name }] } });
    expect(await ask(database, query, { prefix: `${name}${name}` })).toEqual({ people: { totalCount: 0, nodes: [] } });
  } finally {
    await sql`delete from people where id = ${idOf('person', name)}`;
  }
});

describe('filters of people', () => {
  test.each<[string, object, number]>([
    ['their name', { name: '林澄' }, 1],
    ['their name with a blank in it', { name: '林　澄' }, 1],
    ['their name in pinyin', { name: 'Gu Yuan' }, 1],
    ['the beginning of their name', { prefix: '林' }, 1],
    ['the beginning of their pinyin', { prefix: 'Gu Y' }, 1],
    ['a beginning that no name has', { prefix: '澄' }, 0],
    ['a name that nobody has', { name: '无此人' }, 0],
    ['an organisation at which they have a title', { organisation: DISTRICT }, 1],
    ['an organisation that no title is of', { organisation: organisation('无此机构') }, 0],
    ['a title', { title: '区长' }, 1],
    ['a title in other words', { title: '云溪区长' }, 1],
    ['a way of holding a title that nobody has', { title: '代理区长' }, 0],
    ['another post of the same ending', { title: '副区长' }, 0],
    ['a title at an organisation', { organisation: organisation('云溪区委'), title: '书记' }, 1],
    ['a title that is of another organisation', { organisation: DISTRICT, title: '总裁' }, 0],
    ['the day on which they are named', { namedOn: { from: '2024-03-11' } }, 1],
    ['the days before they are named', { namedOn: { to: '2024-02-29' } }, 0],
    ['how sure they are', { minConfidence: 0.9 }, 3],
    ['how sure they are, exactly', { minConfidence: 0.95 }, 3],
    ['a sureness that nobody has', { minConfidence: 0.96 }, 0],
    ['name and title together', { name: '林澄', title: '总裁' }, 0],
    ['name and newspaper together', { name: '林澄', publication: 'yunxi-bao' }, 1],
  ])('people are chosen by %s', async (_, filter, count) => {
    expect(await countOf('people', filter)).toBe(count);
  });
});

describe('filters of organisations', () => {
  test.each<[string, object, number]>([
    ['their name', { name: '青禾集团' }, 1],
    ['their short name', { name: '青 禾' }, 1],
    ['a name in traditional characters', { name: '雲溪區' }, 1],
    ['their kind', { categories: ['PARTY'] }, 1],
    ['several kinds', { categories: ['PARTY', 'COMPANY', 'PARTY'] }, 2],
    ['no kind at all', { categories: [] }, 0],
    ['kind and name together', { categories: ['COMPANY'], name: '云溪区' }, 0],
    ['how sure they are', { minConfidence: 0.9 }, 2],
    ['a sureness that none has', { minConfidence: 1 }, 0],
    ['the newspaper that names them', { publication: 'yunxi-bao' }, 3],
    ['a newspaper that does not', { publication: 'other' }, 0],
  ])('organisations are chosen by %s', async (_, filter, count) => {
    expect(await countOf('organisations', filter)).toBe(count);
  });
});

describe('filters of agreements', () => {
  test.each<[string, object, number]>([
    ['their kind', { kinds: ['STRATEGIC'] }, 3],
    ['several kinds', { kinds: ['STRATEGIC', 'MEMORANDUM'] }, 6],
    ['no kind at all', { kinds: [] }, 0],
    ['their stage', { stages: ['BACKGROUND'] }, 3],
    ['no stage at all', { stages: [] }, 0],
    ['kind and stage that do not meet', { kinds: ['STRATEGIC'], stages: ['BACKGROUND'] }, 0],
    ['a party', { parties: { any: [COMPANY] } }, 6],
    ['somebody who is not a party', { parties: { any: [NO_PARTY] } }, 0],
    ['any of two parties', { parties: { any: [NO_PARTY, COMPANY] } }, 6],
    ['two parties', { parties: { all: [DISTRICT, COMPANY] } }, 6],
    ['one party said twice', { parties: { all: [COMPANY, COMPANY] } }, 6],
    ['two parties of which one is none', { parties: { all: [DISTRICT, NO_PARTY] } }, 0],
    ['one party and any of others', { parties: { all: [DISTRICT], any: [NO_PARTY, COMPANY] } }, 6],
    ['one party and any of others that are none', { parties: { all: [DISTRICT], any: [NO_PARTY] } }, 0],
    ['any of no parties', { parties: { any: [] } }, 0],
    ['any of no parties beside one', { parties: { all: [DISTRICT], any: [] } }, 0],
    ['all of no parties, which asks for nothing', { parties: { all: [] } }, 6],
    ['parties that are not told', { parties: {} }, 6],
    ['words that a search finds them by', { text: '青禾 备忘录' }, 3],
    ['words that they lack', { text: '无此事物' }, 0],
    ['a place', { place: '无此地' }, 0],
    ['whether they renew an earlier one', { isRenewal: true }, 3],
    ['a kind of which none renews an earlier one', { kinds: ['STRATEGIC'], isRenewal: true }, 0],
    ['how sure they are', { minConfidence: 0.6 }, 3],
    ['a sureness that all have', { minConfidence: 0.5 }, 6],
    ['a sureness that none has', { minConfidence: 0.95 }, 0],
    ['who signed', { signatory: MAYOR }, 3],
    ['who only witnessed', { signatory: person('顾远') }, 0],
    ['who signed and a party', { signatory: MAYOR, parties: { any: [COMPANY] } }, 3],
    ['who signed and a body that is not a party', { signatory: MAYOR, parties: { all: [NO_PARTY] } }, 0],
    [
      'a party and the day of signing',
      { parties: { any: [DISTRICT] }, signedOn: { from: '2024-03-01', to: '2024-03-01' } },
      3,
    ],
    ['their newspaper', { publication: 'other' }, 0],
  ])('agreements are chosen by %s', async (_, filter, count) => {
    expect(await countOf('agreements', filter)).toBe(count);
  });
});

describe('null in filters', () => {
  test.each(['articles', 'people', 'organisations', 'agreements', 'issues'])(
    'null in a filter of %s is the same as leaving it out',
    async (list) => {
      const all = await countOf(list, null);
      expect(all).toBeGreaterThan(0);
      for (const field of Object.keys(fieldsOf(list))) expect(await countOf(list, { [field]: null })).toBe(all);
    },
  );

  function fieldsOf(list: string): object {
    const field = schema.getQueryType()!.getFields()[list]!;
    const type = field.args.find(({ name }) => name === 'filter')!.type;
    return isInputObjectType(type) ? type.getFields() : {};
  }
});

test('nothing has a NUL in its text, wherever a query asks for one', async () => {
  for (const [list, filter] of [
    ['articles', { source: '\0' }],
    ['people', { name: '\0' }],
    ['people', { title: '区\0长' }],
  ] as const)
    expect(await countOf(list, filter)).toBe(0);
  expect(await ask(database, '{ publication(slug: "\\u0000") { id } }')).toEqual({ publication: null });
});

describe('ids that are malformed or of another type', () => {
  const ids = Object.values(schema.getQueryType()!.getFields()).flatMap(({ name, args }) => {
    const filter = args.find((arg) => arg.name === 'filter')?.type;
    if (!isInputObjectType(filter)) return [];
    const required = args.some((arg) => arg.name === 'query')
      ? 'query: "云溪", '
      : args.some((arg) => arg.name === 'groupBy')
        ? 'groupBy: KIND, '
        : '';
    return Object.values(filter.getFields()).flatMap(({ name: field, type }) => {
      if (String(type) === 'IdFilter')
        return ['all', 'any'].map((option) => ({
          name,
          field: `${field}.${option}`,
          required,
          given: (id: string) => `{ ${field}: { ${option}: ["${id}"] } }`,
        }));
      return String(type) === 'ID' ? [{ name, field, required, given: (id: string) => `{ ${field}: "${id}" }` }] : [];
    });
  });

  test.each(ids)('$name refuses $field with BAD_ID and names it', async ({ name, field, required, given }) => {
    const article = encodeGlobalId({ __typename: 'Article', id: idOf('article', '2024-03-04', 'port') });
    // A judgement may be about a node of any type.
    for (const id of ['x', idOf('person', '林澄'), ...(name === 'judgements' ? [] : [article])]) {
      const { data, errors } = await answer(database, `{ ${name}(${required}filter: ${given(id)}) { totalCount } }`);
      expect(data).toBeNull();
      expect(errors).toMatchObject([
        { message: expect.stringContaining(`\`filter.${field}\``), extensions: { code: 'BAD_ID' } },
      ]);
    }
  });

  test('there are fields that take ids', () => {
    expect(ids.length).toBeGreaterThanOrEqual(6);
  });
});
