import { createRandom } from '../../bench/random.ts';
import type { Random } from '../../bench/random.ts';
import type { Pool } from '../property/random-document.ts';
import type { Database } from '../../src/store/database.ts';
import type { Archive } from './archive.ts';
import { connectionFields } from './connection-field.ts';
import { countOf, listOf } from './list.ts';
import { QUERY } from './parent.ts';
import type { List } from './list.ts';

type SearchArguments = Readonly<Record<string, unknown>> & { readonly query: string };

/** This many different searches that find something; the same seed always gives the same ones. */
export async function searchesOf(
  { schema, gateway, database, pool }: Archive,
  count: number,
  seed: number,
): Promise<readonly List[]> {
  const [connection] = connectionFields(schema).filter(({ name }) => name === 'Query.search');
  const searches = new Map<string, List>();
  for (const args of randomSearches(await vocabularyOf(database), pool, seed)) {
    const list = listOf(connection!, QUERY, args);
    if ((await countOf(gateway, list)) > 0) searches.set(list.name, list);
    if (searches.size === count) return [...searches.values()];
  }
  throw new Error('There are no more searches.');
}

/** What an archive can be searched for, in its own words. */
interface Vocabulary {
  /** As printed, in pinyin and by initials. */
  readonly names: readonly string[];
  readonly words: readonly string[];
  readonly phrases: readonly string[];
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

async function vocabularyOf({ sql }: Database): Promise<Vocabulary> {
  const names = await sql<
    { name: string }[]
  >`select distinct name from search_documents, unnest(names) name where name <> '' order by name`;
  const texts = (
    await sql<
      { text: string }[]
    >`select coalesce(headline, '') || E'\n' || body as text from articles order by md5(id::text) limit 60`
  ).map(({ text }) => text);
  const words = texts.flatMap((text) => Array.from(segmenter.segment(text), ({ segment }) => segment));
  return {
    names: names.map(({ name }) => name),
    words: [...new Set(words.filter((word) => /^[\p{Script=Han}a-z\d]{1,6}$/iu.test(word)))],
    phrases: texts.flatMap((text) => text.match(/\p{Script=Han}{4,9}/gu) ?? []),
  };
}

function* randomSearches(vocabulary: Vocabulary, pool: Pool, seed: number): Generator<SearchArguments> {
  const random = createRandom(seed);
  for (;;) yield { query: queryFrom(vocabulary, random), ...typesFrom(random), ...filterFrom(pool, random) };
}

function queryFrom({ names, words, phrases }: Vocabulary, random: Random): string {
  const one = () => random.pick(random.chance(0.4) ? names : words);
  const forms = [
    one,
    () => random.pick(names),
    () => random.pick(words),
    () => `${one()} ${random.pick(words)}`,
    () => `"${random.pick(phrases)}"`,
    () => `${random.pick(words)} -${random.pick(words)}`,
    () => `"${random.pick(phrases)}" ${random.pick(words)}`,
    () => `${one()} -"${random.pick(phrases)}"`,
  ];
  return random.pick(forms)();
}

const TYPES = ['ARTICLE', 'PERSON', 'ORGANISATION', 'AGREEMENT'];

function typesFrom(random: Random): object {
  return random.chance(0.6) ? {} : { types: random.sample(TYPES, random.int(1, 3)) };
}

function filterFrom(pool: Pool, random: Random): object {
  if (random.chance(0.6)) return {};
  const days = [random.pick(pool['Date']!), random.pick(pool['Date']!)].map(String).toSorted();
  const parts = [
    { publication: pool['slug']![0] },
    { people: { any: random.sample(pool['signatory']!, 2) } },
    { organisations: { all: [random.pick(pool['parties']!)] } },
    { datedOn: { from: days[0] } },
    { datedOn: { to: days[1] } },
    { datedOn: { from: days[0], to: days[1] } },
  ];
  return { filter: Object.assign({}, ...random.sample(parts, random.int(1, 2))) as object };
}
