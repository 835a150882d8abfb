import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from './graphql.ts';
import type { DocumentNode } from './graphql.ts';
import { encodeGlobalId } from '../../src/schema/global-id.ts';
import type { NodeName } from '../../src/schema/global-id.ts';
import type { Random } from '../random.ts';
import type { Sample } from './sample.ts';

type Variables = Readonly<Record<string, unknown>>;

/** A document with a way to vary what it asks for. */
export interface Question {
  readonly name: string;
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  /** The time that 95 of 100 answers must not exceed, in milliseconds. */
  readonly goalMs: number;
  readonly variables: (sample: Sample, random: Random) => Variables;
}

/** Documents of front ends, and lists that those do not ask for. */
const documents: Readonly<Record<string, string>> = {
  ...filesOf('../../tests/clients'),
  people: `query ($filter: PersonFilter, $orderBy: PersonOrder, $after: String) { people(first: 20, filter: $filter, orderBy: $orderBy, after: $after) {
    totalCount pageInfo { endCursor } nodes { id name pinyin } } }`,
  organisations: `query ($filter: OrganisationFilter, $after: String) { organisations(first: 20, filter: $filter, after: $after) {
    totalCount pageInfo { endCursor } nodes { id name category } } }`,
  issues: `query ($filter: IssueFilter, $orderBy: IssueOrder) { issues(first: 20, filter: $filter, orderBy: $orderBy) {
    totalCount nodes { id number publishedOn previous { id } next { id } articles(first: 3) { totalCount nodes { headline } } } } }`,
};

function filesOf(folder: string): Record<string, string> {
  const path = fileURLToPath(new URL(folder, import.meta.url));
  const files = readdirSync(path).filter((file) => file.endsWith('.graphql'));
  return Object.fromEntries(
    files.map((file) => [file.slice(0, -'.graphql'.length), readFileSync(`${path}/${file}`, 'utf8')]),
  );
}

const id = (name: NodeName, key: string): string => encodeGlobalId({ __typename: name, id: key });
const ORDER = { DESC: 'DESC', ASC: 'ASC' } as const;

type Vary = Question['variables'];

/** By document: what to vary, by what to call it. A document that stands in no line is asked for nothing. */
const variations: Readonly<Record<string, Readonly<Record<string, Vary>>>> = {
  'front-page': { 'any newspaper': ({ publications }, random) => ({ publication: random.pick(publications) }) },
  article: { any: ({ articles }, random) => ({ id: id('Article', random.pick(articles)) }) },
  person: {
    'PersonPage, often cited': ({ people }, random) => ({ id: id('Person', random.pick(people.popular).id) }),
    'PersonPage, rarely cited': ({ people }, random) => ({ id: id('Person', random.pick(people.rare).id) }),
    PeopleNamed: ({ people }, random) => ({ name: random.pick([...people.popular, ...people.rare]).name }),
    'PeopleNamed, by pinyin': ({ people }, random) => ({ name: random.pick(people.popular).pinyin }),
    'PeopleNamed, unknown': () => ({ name: '某不知何许人' }),
  },
  organisation: {
    'OrganisationPage, often cited': ({ organisations }, random) => ({
      id: id('Organisation', random.pick(organisations.popular).id),
    }),
    'OrganisationPage, rarely cited': ({ organisations }, random) => ({
      id: id('Organisation', random.pick(organisations.rare).id),
    }),
    OrganisationsNamed: ({ organisations }, random) => ({
      name: random.pick([...organisations.popular, ...organisations.rare]).name,
    }),
  },
  agreements: {
    all: () => ({}),
    'oldest first': () => ({ orderBy: { field: 'SIGNED_ON', direction: ORDER.ASC } }),
    'of a newspaper': ({ publications }, random) => ({ filter: { publication: random.pick(publications) } }),
    'of some kinds': (_, random) => ({
      filter: {
        kinds: random.pick([
          ['STRATEGIC'],
          ['DONATION'],
          ['OTHER', 'RESPONSIBILITY'],
          ['STRATEGIC', 'FRAMEWORK', 'MEMORANDUM'],
        ]),
      },
    }),
    announced: () => ({ filter: { stages: 'ANNOUNCED' } }),
    'of a party': ({ partners }, random) => ({
      filter: { parties: { any: id('Organisation', random.pick(partners).one) } },
    }),
    'between two': ({ partners }, random) => {
      const { one, other } = random.pick(partners);
      return { filter: { parties: { all: [id('Organisation', one), id('Organisation', other)] } } };
    },
    'of a signatory': ({ signatories }, random) => ({ filter: { signatory: id('Person', random.pick(signatories)) } }),
    'of a stretch': ({ days }, random) => ({ filter: { signedOn: stretch(days, random), kinds: ['COOPERATION'] } }),
    'of everything': ({ publications, partners, days }, random) => ({
      filter: {
        publication: random.pick(publications),
        kind: ['STRATEGIC'],
        stage: 'SIGNED',
        party: id('Organisation', random.pick(partners).one),
        signedOn: stretch(days, random),
      },
    }),
  },
  archive: {
    first: () => ({}),
    hundred: () => ({ first: 100 }),
    last: () => ({ last: 20 }),
    deep: ({ places }, random) => ({ after: random.pick(places.PUBLISHED_ON) }),
    'deep, backwards': ({ places }, random) => ({ last: 20, before: random.pick(places.PUBLISHED_ON) }),
    'deep, by event': ({ places }, random) => ({
      orderBy: { field: 'EVENT_ON', direction: ORDER.DESC },
      after: random.pick(places.EVENT_ON),
    }),
    'deep, of a newspaper': ({ places, publications }, random) => ({
      filter: { publication: random.pick(publications) },
      after: random.pick(places.PUBLISHED_ON),
    }),
    'of a stretch': ({ days }, random) => ({ filter: { publishedOn: stretch(days, random) } }),
    'of a day of event': ({ days }, random) => ({ filter: { eventOn: stretch(days, random) } }),
    'of a page': (_, random) => ({ filter: { page: random.int(1, 8) } }),
    'of a person often cited': ({ people }, random) => ({
      filter: { people: { any: [id('Person', random.pick(people.popular).id)] } },
    }),
    'of a person rarely cited': ({ people }, random) => ({
      filter: { people: { any: [id('Person', random.pick(people.rare).id)] } },
    }),
    'of an organisation often cited': ({ organisations }, random) => ({
      filter: { organisations: { any: [id('Organisation', random.pick(organisations.popular).id)] } },
    }),
    'of a person and an organisation': ({ people, organisations }, random) => ({
      filter: {
        people: { any: [id('Person', random.pick(people.popular).id)] },
        organisations: { any: [id('Organisation', random.pick(organisations.popular).id)] },
      },
    }),
    'from a source': ({ sources }, random) => ({ filter: { source: random.pick(sources) } }),
    'with agreements': () => ({ filter: { hasAgreement: true } }),
    'without agreements': () => ({ filter: { hasAgreement: false } }),
    'with a common word': ({ words }, random) => ({ filter: { text: random.pick(words.common) } }),
    'with a rare word': ({ words }, random) => ({ filter: { text: random.pick(words.rare) } }),
    'of a newspaper with a common word': ({ words, publications }, random) => ({
      filter: { publication: random.pick(publications), text: random.pick(words.common) },
    }),
  },
  'office-history': {
    'any office': ({ offices }, random) => {
      const { organisation, title, on } = random.pick(offices);
      return { organisation, title, on };
    },
    'of one newspaper': ({ offices }, random) => {
      const { organisation, title, on, slug: publication } = random.pick(offices);
      return { organisation, title, on, publication };
    },
  },
  refetch: {
    Refetch: ({ articles }, random) => ({ id: id('Article', random.pick(articles)) }),
    RefetchMany: ({ articles, people, organisations }, random) => ({
      ids: [
        ...random.sample(articles, 60).map((key) => id('Article', key)),
        ...random.sample([...people.popular, ...people.rare], 20).map((person) => id('Person', person.id)),
        ...random
          .sample([...organisations.popular, ...organisations.rare], 20)
          .map((organisation) => id('Organisation', organisation.id)),
      ],
    }),
  },
  search: {
    'common word': ({ words }, random) => ({ query: random.pick(words.common) }),
    'middling word': ({ words }, random) => ({ query: random.pick(words.middle) }),
    'rare word': ({ words }, random) => ({ query: random.pick(words.rare) }),
    'two common words': ({ words }, random) => ({ query: random.sample(words.common, 2).join(' ') }),
    'a common and a rare word': ({ words }, random) => ({
      query: `${random.pick(words.common)} ${random.pick(words.rare)}`,
    }),
    phrase: ({ phrases }, random) => ({ query: `"${random.pick(phrases)}"` }),
    'phrase without quotation marks': ({ phrases }, random) => ({ query: random.pick(phrases) }),
    'two phrases': ({ words }, random) => ({ query: `"${random.pick(words.common)}" "${random.pick(words.middle)}"` }),
    'without a word': ({ words }, random) => ({ query: `${random.pick(words.common)} -${random.pick(words.middle)}` }),
    'without a common word': ({ words }, random) => ({
      query: `${random.pick(words.middle)} -${random.pick(words.common)}`,
    }),
    name: ({ people }, random) => ({ query: random.pick([...people.popular, ...people.rare]).name }),
    'name in pinyin': ({ people }, random) => ({ query: random.pick([...people.popular, ...people.rare]).pinyin }),
    initials: ({ people }, random) => ({
      query: random
        .pick(people.popular)
        .pinyin.split(' ')
        .map((syllable) => syllable[0])
        .join(''),
    }),
    organisation: ({ organisations }, random) => ({
      query: random.pick([...organisations.popular, ...organisations.rare]).name,
    }),
    'one character': (_, random) => ({ query: random.pick([...'水路学医新']) }),
    'common word of a newspaper': ({ words, publications }, random) => ({
      query: random.pick(words.common),
      filter: { publication: random.pick(publications) },
    }),
    'common word in agreements': ({ words }, random) => ({ query: random.pick(words.common), types: ['AGREEMENT'] }),
    'common word of a person': ({ words, people }, random) => ({
      query: random.pick(words.common),
      filter: { people: { any: [id('Person', random.pick(people.popular).id)] } },
    }),
    nothing: () => ({ query: '\u{20000}龘靐' }),
  },
  people: {
    all: () => ({}),
    'of a newspaper': ({ publications }, random) => ({ filter: { publication: random.pick(publications) } }),
    'by name': ({ people }, random) => ({ filter: { name: random.pick(people.popular).name.slice(0, 2) } }),
    'of an organisation': ({ organisations }, random) => ({
      filter: { organisation: id('Organisation', random.pick(organisations.popular).id) },
    }),
    'with a title': (_, random) => ({ filter: { title: random.pick(['区长', '局长', '董事长', '校长', '书记']) } }),
    'cited then': ({ days }, random) => ({ filter: { namedOn: stretch(days, random) } }),
  },
  organisations: {
    all: () => ({}),
    'of a newspaper': ({ publications }, random) => ({ filter: { publication: random.pick(publications) } }),
    'of a kind': (_, random) => ({
      filter: { categories: random.pick([['COMPANY'], ['SCHOOL', 'HOSPITAL'], ['UNIVERSITY']]) },
    }),
    'by name': ({ organisations }, random) => ({ filter: { name: random.pick(organisations.rare).name.slice(0, 3) } }),
  },
  issues: {
    all: () => ({}),
    'of a newspaper': ({ publications }, random) => ({ filter: { publication: random.pick(publications) } }),
    'of a number': (_, random) => ({ filter: { number: random.int(100, 140) } }),
    'of a stretch, by number': ({ days }, random) => ({
      filter: { publishedOn: stretch(days, random) },
      orderBy: { field: 'NUMBER', direction: ORDER.DESC },
    }),
  },
};

const SEARCH_GOAL_MS = 100;
const GOAL_MS = 50;

/** Every document with every variation, those whose names have `only` in them. */
export function questionsWith(only: string): Question[] {
  const unasked = Object.keys(documents).filter((document) => variations[document] === undefined);
  if (unasked.length > 0) throw new Error(`Nothing asks for ${unasked.join(', ')}.`);
  return Object.entries(variations)
    .flatMap(([document, all]) =>
      Object.entries(all).map(
        ([variation, variables]): Question => ({
          name: `${document}: ${variation}`,
          document: parse(documents[document]!),
          operationName: operationOf(document, variation),
          goalMs: document === 'search' ? SEARCH_GOAL_MS : GOAL_MS,
          variables,
        }),
      ),
    )
    .filter(({ name }) => name.includes(only));
}

/** Of a document with several operations, one is named by the variation. */
function operationOf(document: string, variation: string): string | undefined {
  const operations = [...documents[document]!.matchAll(/^query (\w+)/gm)].map(([, name]) => name!);
  return operations.length > 1 ? operations.find((name) => variation.startsWith(name)) : undefined;
}

/** About four months. */
function stretch(days: readonly string[], random: Random): { from: string; to: string } {
  const from = random.int(0, days.length - 1);
  return { from: days[from]!, to: days[Math.min(days.length - 1, from + Math.ceil(days.length / 30))]! };
}
