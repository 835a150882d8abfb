import { isRequiredArgument } from 'graphql';
import { encodeGlobalId } from '../../src/schema/global-id.ts';
import type { NodeName } from '../../src/schema/global-id.ts';
import { schema } from '../../src/schema/schema.ts';
import type { Samples } from '../support/argument-path.ts';
import { argumentSamples } from '../support/argument-sample.ts';
import type { TestDatabase } from '../support/database.ts';
import { ask } from '../support/query.ts';
import { connectionFields } from '../walk/connection-field.ts';
import type { Pool } from './random-document.ts';

/** Where the nodes of each type are stored. */
export const TABLES: Readonly<Record<NodeName, string>> = {
  Publication: 'publications',
  Issue: 'issues',
  Article: 'articles',
  Person: 'people',
  Organisation: 'organisations',
  Agreement: 'agreements',
  Tenure: 'tenures',
};

const NOTHING = '00000000-0000-0000-0000-000000000000';

/** Good values for the arguments of the schema from what the archive holds, and now and then a bad one. */
export async function archivePool(database: TestDatabase): Promise<Pool> {
  const { sql } = database;
  const ids = new Map<NodeName, string[]>();
  for (const [name, table] of Object.entries(TABLES) as [NodeName, string][]) {
    const rows = await sql<{ id: string }[]>`select id from ${sql(table)} order by id limit 12`;
    ids.set(
      name,
      rows.map(({ id }) => encodeGlobalId({ __typename: name, id })),
    );
  }
  const words = async (query: string) => (await sql.unsafe(query).values()).map(([word]) => String(word));
  const slugs = [...(await words('select slug from publications order by slug')), 'no-such-paper'];
  const people = await words(
    '(select name from people order by id limit 8) union all (select pinyin from people order by id limit 3)',
  );
  const organisations = await words('select name from organisations order by id limit 12');
  const titles = await words('select distinct title from printed_titles order by title limit 10');
  const headlines = await words(
    "select substr(headline, 1, 2 + position % 3) from articles where headline <> '' order by id limit 10",
  );
  const sizes = [0, 1, 1, 2, 2, 3, 5];
  const nothing = (name: NodeName) => encodeGlobalId({ __typename: name, id: NOTHING });
  const all = [...ids.values()].flat();
  const cursors = await cursorsOf(database, ids, [...people, ...headlines]);
  const strange = Object.values(cursors).map(([cursor]) => cursor!);
  return {
    id: [...all, ...all, ...all, ...all, nothing('Article'), nothing('Person'), 'no id'],
    ids: [...all, ...all, ...all, ...all, nothing('Issue'), nothing('Tenure')],
    signatory: ids.get('Person')!,
    organisation: [
      ...ids.get('Organisation')!,
      ...ids.get('Organisation')!,
      nothing('Organisation'),
      ids.get('Person')![0],
    ],
    parties: ids.get('Organisation')!,
    minConfidence: [0, 0.5, 0.7, 0.8, 0.9, 0.95, 1, 1.5],
    slug: slugs,
    publication: slugs,
    'Query.issue.publication': slugs.slice(0, -1),
    name: people,
    'Query.organisation.name': organisations,
    'OrganisationFilter.name': organisations,
    'Query.officeHolders.organisation': organisations,
    title: titles,
    query: [...headlines, ...people, ...organisations.slice(0, 4), '签', '区', '-签'],
    text: [...headlines, '签', '区'],
    people: [...ids.get('Person')!, nothing('Person')],
    organisations: [...ids.get('Organisation')!, nothing('Organisation'), ids.get('Person')![0]],
    prefix: [...people.map((name) => name.slice(0, 2)), 'l', '无'],
    source: await words("select distinct source from articles where source <> '' order by source limit 5"),
    Date: await words(
      '(select published_on::text from issues where published_on is not null order by 1 limit 6) union (select event_on::text from articles where event_on is not null order by 1 limit 6)',
    ),
    place: await words('select distinct place from agreements where place is not null order by place limit 4'),
    number: (await words('select number from issues where number is not null order by number limit 4')).map(Number),
    page: [1, 2, 3],
    first: [...sizes, ...sizes, ...sizes, 100, 101, -1],
    last: [...sizes, ...sizes, 101],
    length: [1, 20, 60, 120, 120, 1000, 0],
    after: [...strange, 'no cursor'],
    before: strange,
    ...Object.fromEntries(
      Object.entries(cursors).flatMap(([path, own]) => ['after', 'before'].map((side) => [`${path}.${side}`, own])),
    ),
  };
}

/** Two cursors of every connection below `Query` and of nodes, by its path. */
async function cursorsOf(
  database: TestDatabase,
  ids: ReadonlyMap<NodeName, string[]>,
  words: readonly string[],
): Promise<Record<string, string[]>> {
  const cursors: Record<string, string[]> = {};
  const [paper] = await database.sql`select slug from publications order by slug limit 1`;
  const samples: Samples = { ...argumentSamples, publication: JSON.stringify(paper?.['slug']) };
  for (const { name, parent, field } of connectionFields(schema)) {
    const known = ids.get(parent.name as NodeName);
    if (known === undefined && parent.name !== 'Query') continue;
    const required = field.args
      .filter(isRequiredArgument)
      .map((arg) => `, ${arg.name}: ${samples[arg.name] ?? 'null'}`);
    const list = (rest = required.join('')) => `${field.name}(first: 7${rest}) { edges { cursor } }`;
    const lists =
      name === 'Query.search'
        ? words.map((word, at) => `list${at}: ${list(`, query: ${JSON.stringify(word)}`)}`)
        : [list()];
    const selection = `{ ${lists.join(' ')} }`;
    const data = await ask(
      database,
      known === undefined
        ? selection
        : `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on ${parent.name} ${selection} } }`,
      { ids: known ?? [] },
    );
    const found = [data['nodes'] ?? [data]].flat() as Record<string, { edges: { cursor: string }[] }>[];
    const all = found.flatMap((each) => Object.values(each)).flatMap(({ edges }) => edges.map(({ cursor }) => cursor));
    if (all.length > 0) cursors[name] = name === 'Query.search' ? all : [all[0]!, all.at(-1)!];
  }
  return cursors;
}
