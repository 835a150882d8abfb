import {
  getNamedType,
  isAbstractType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  type GraphQLField,
  type GraphQLNamedType,
} from 'graphql';
import { readExamples } from '../../src/http/page/example.ts';
import { encodeGlobalId, type NodeName } from '../../src/schema/global-id.ts';
import { schema } from '../../src/schema/schema.ts';
import type { Database } from '../../src/store/database.ts';
import { documents } from '../clients/gateway.ts';

export interface BroadQuery {
  readonly query: string;
  readonly variables?: object;
}

/** What to look for; some of it exists only after some imports. */
const WORDS = {
  publication: 'yunxiu-bao',
  people: ['林澄', '白露', '江晚'],
  organisations: ['云岫区', '青禾集团', '远山大学'],
  titles: ['区长', '书记'],
  queries: ['签约', '林澄', '"远山大学"', 'lc'],
};

/**
 * Every field of the schema: those of nodes with some ids, each alone and, for one id of each type, with everything
 * below it; those of `Query` with some arguments; the example queries; and the documents of the clients.
 */
export async function broadQueries(database: Database): Promise<BroadQuery[]> {
  const ids = await sampledIds(database);
  const queries = [
    ...ids.flatMap(({ name, id }, index) =>
      apart(fieldsOf(schema.getType(name))).flatMap((fields) =>
        (ids[index - 1]?.name === name ? [-1] : [-1, 1]).map((depth) => ({
          query: `{ node(id: "${id}") { ... on ${name} { ${fields.map((field) => selected(field, depth)).join(' ')} } } }`,
        })),
      ),
    ),
    {
      query: `{ nodes(ids: ${JSON.stringify(ids.map(({ id }) => id))}) { id ... on Tenure { title lastCitedOn } ... on Organisation { name } ... on Agreement { evidence { source { file } } } } }`,
    },
    ...rootQueries(ids),
    ...(await readExamples()).map(({ query, variables }) => ({
      query,
      variables: variables === '' ? {} : (JSON.parse(variables) as object),
    })),
    ...clientQueries(ids),
  ];
  return [...new Map(queries.map((query) => [JSON.stringify(query), query])).values()];
}

interface Sampled {
  readonly name: NodeName;
  readonly id: string;
}

/** Where each type is stored, and which of its rows come first: those that later imports touch. */
const TABLES: readonly (readonly [name: NodeName, table: string, concerned: string])[] = [
  ['Publication', 'publications', "slug = 'yunxiu-bao'"],
  ['Issue', 'issues', "key in ('2024-03-04', '2024-03-11')"],
  ['Article', 'articles', "published_on = '2024-03-04'"],
  ['Person', 'people', "name in ('林澄', '白露')"],
  ['Organisation', 'organisations', "key in ('云岫区', '青禾集团有限公司')"],
  ['Agreement', 'agreements', "signed_on = '2024-03-01'"],
  ['Tenure', 'tenures', "person_id in (select id from people where name = '林澄')"],
];

async function sampledIds({ sql }: Database): Promise<Sampled[]> {
  const sampled = await Promise.all(
    TABLES.map(async ([name, table, concerned]) => {
      const rows = await sql.unsafe<{ id: string }[]>(
        `select id from ${table} order by (${concerned}) desc nulls last, md5(id::text) limit 3`,
      );
      return rows.map(({ id }) => ({ name, id: encodeGlobalId({ __typename: name, id }) }));
    }),
  );
  return sampled.flat();
}

/** Each of the fields alone, but plain columns together. */
function apart(fields: readonly GraphQLField<unknown, unknown>[]): GraphQLField<unknown, unknown>[][] {
  const isColumn = ({ extensions }: GraphQLField<unknown, unknown>) => extensions['pothosExposedField'] !== undefined;
  return [fields.filter(isColumn), ...fields.filter((field) => !isColumn(field)).map((field) => [field])];
}

function rootQueries(ids: readonly Sampled[]): BroadQuery[] {
  const { publication, people, organisations, titles, queries } = WORDS;
  const ofType = (name: NodeName) => ids.filter((one) => one.name === name).map(({ id }) => JSON.stringify(id));
  const root = (field: string, args: readonly string[]) =>
    args.map((given) => ({ query: `{ ${selected(schema.getQueryType()!.getFields()[field]!, 1, given)} }` }));
  const filters = (all: readonly string[]) => [
    'first: 5',
    'last: 2',
    ...all.map((filter) => `first: 5, filter: { ${filter} }`),
  ];
  return [
    ...root('publications', ['first: 5']),
    ...root('publication', [`slug: "${publication}"`, 'slug: "later-bao"']),
    ...root('issues', filters([`publication: "${publication}"`, 'number: 2'])),
    ...root('issue', [
      `publication: "${publication}", by: { number: 1 }`,
      `publication: "${publication}", by: { number: 9 }`,
      `publication: "${publication}", by: { publishedOn: "2024-03-11" }`,
    ]),
    ...root(
      'articles',
      filters([
        ...ofType('Person').map((id) => `people: { any: [${id}] }`),
        ...ofType('Organisation').map((id) => `organisations: { any: [${id}] }`),
        'hasAgreement: true',
        'hasAgreement: false',
        'text: "签约"',
        'page: 3',
      ]),
    ),
    ...root(
      'people',
      filters(['title: "区长"', ...people.map((name) => `name: "${name}"`), 'namedOn: { from: "2024-03-08" }']),
    ),
    ...root(
      'organisations',
      filters([
        `publication: "${publication}"`,
        'categories: [COMPANY]',
        ...organisations.map((name) => `name: "${name}"`),
      ]),
    ),
    ...(['Article', 'Person', 'Organisation', 'Agreement'] as const).flatMap((name) =>
      root(
        name.toLowerCase(),
        ofType(name).map((id) => `id: ${id}`),
      ),
    ),
    ...root(
      'agreements',
      filters([
        ...ofType('Organisation').map((id) => `parties: { any: [${id}] }`),
        ...ofType('Person').map((id) => `signatory: ${id}`),
        'signedOn: { from: "2024-03-08" }',
      ]),
    ),
    ...organisations.flatMap((organisation) =>
      titles.flatMap((title) =>
        root('officeHolders', [`organisation: "${organisation}", title: "${title}", on: "2024-03-10"`]),
      ),
    ),
    ...root(
      'search',
      queries.flatMap((query) => [
        `query: ${JSON.stringify(query)}, first: 5`,
        `query: ${JSON.stringify(query)}, types: [PERSON, AGREEMENT]`,
      ]),
    ),
  ];
}

function clientQueries(ids: readonly Sampled[]): BroadQuery[] {
  const { publication, people, organisations, queries } = WORDS;
  const ask = (document: string, id: string, operationName?: string) => ({
    query: documents[document]!,
    variables: { id },
    ...(operationName !== undefined && { operationName }),
  });
  const pages = (type: NodeName, document: string, operationName?: string) =>
    ids.filter(({ name }) => name === type).map(({ id }) => ask(document, id, operationName));
  return [
    ...pages('Article', 'article'),
    ...ids.map(({ id }) => ask('refetch', id, 'Refetch')),
    ...people.map((name) => ({ query: documents['person']!, variables: { name }, operationName: 'PeopleNamed' })),
    ...organisations.map((name) => ({
      query: documents['organisation']!,
      variables: { name },
      operationName: 'OrganisationsNamed',
    })),
    ...pages('Person', 'person', 'PersonPage'),
    ...pages('Organisation', 'organisation', 'OrganisationPage'),
    ...queries.map((query) => ({ query: documents['search']!, variables: { query } })),
    { query: documents['agreements']! },
    { query: documents['archive']!, variables: { first: 5 } },
    { query: documents['front-page']!, variables: { publication } },
    { query: documents['office-history']!, variables: { organisation: '云岫区', title: '区长', on: '2024-03-10' } },
  ];
}

function fieldsOf(type: GraphQLNamedType | undefined): GraphQLField<unknown, unknown>[] {
  return isObjectType(type) ? Object.values(type.getFields()) : [];
}

/** The field with everything below it to this depth, or hardly anything at -1; lists are short. */
function selected(field: GraphQLField<unknown, unknown>, depth: number, given?: string): string {
  const type = getNamedType(field.type);
  const args = given ?? (field.args.some(({ name }) => name === 'first') ? 'first: 4' : '');
  const head = `${field.name}${args === '' ? '' : `(${args})`}`;
  return isLeafType(type) ? head : `${head} { ${within(type, depth)} }`;
}

function within(type: GraphQLNamedType, depth: number): string {
  if (isAbstractType(type))
    return ['__typename', ...schema.getPossibleTypes(type).map((possible) => `... on ${possible.name} { id }`)].join(
      ' ',
    );
  const fields = fieldsOf(type).filter(({ args }) => !args.some(isRequiredArgument));
  if (depth < 0)
    return fields.some(({ name }) => name === 'edges')
      ? 'totalCount edges { cursor node { __typename } }'
      : '__typename';
  const shown = fields.filter((field) => (depth === 0 ? isLeafType(getNamedType(field.type)) : field.name !== 'nodes'));
  return ['__typename', ...shown.map((field) => selected(field, depth - 1))].join(' ');
}
