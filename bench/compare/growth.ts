import { parseSearchQuery } from '../../src/text/search-query.ts';
import type { MeasuredArchive } from '../query/archive.ts';
import { percentile } from '../query/measure.ts';
import { takeWords } from '../query/sample.ts';
import { createRandom } from '../random.ts';
import type { Lane } from './measure.ts';
import { node, questionOf } from './question.ts';
import type { Asked, Question } from './question.ts';
import { table } from './table.ts';

/** How many different things are asked by each question. */
const ASKED = 40;

/**
 * The five questions about things that are alike in archives of every size: people of whom some ten articles tell,
 * words and names that some ten articles have. What grows with the archive is asked apart: a word that is in as large a
 * share of it.
 */
export async function growthQuestions(archive: MeasuredArchive): Promise<Question[]> {
  const { sql } = archive.database;
  const ids = async (query: string) => (await sql.unsafe<{ id: string }[]>(query)).map(({ id }) => id);
  const someArticles = await ids(`select id from articles order by md5(id::text || 'growth') limit ${ASKED}`);
  const agreed = await ids(`select article_id as id from agreements order by md5(id::text || 'growth') limit ${ASKED}`);
  const people = await ids(`
    select person_id as id from article_people group by 1 having count(*) between 8 and 15 order by md5(person_id::text || 'growth') limit ${ASKED}`);
  const papers = await sql<
    { slug: string }[]
  >`select slug from publications p order by abs((select count(*) from articles where publication_id = p.id) - 600), slug limit ${5}`;
  const { middle } = await takeWords(archive, createRandom(1));
  const names = await sql<{ name: string }[]>`select name from people group by name order by md5(name) limit 400`;
  return [
    questionOf('newest', 'newest', [list({})]),
    questionOf(
      'newest',
      'newest of one newspaper',
      papers.map(({ slug }) => list({ filter: { publication: slug } })),
    ),
    questionOf(
      'article',
      'article',
      [...someArticles, ...agreed].map((id) => node('Article', id)),
    ),
    questionOf('agreements', 'agreements', [list({})]),
    questionOf(
      'agreements',
      'agreements of one newspaper',
      papers.map(({ slug }) => list({ filter: { publication: slug } })),
    ),
    questionOf(
      'person',
      'person in some ten articles',
      people.map((id) => node('Person', id)),
    ),
    questionOf(
      'search',
      'search, some ten matches',
      (
        await foundIn(
          archive,
          names.map(({ name }) => name),
          5,
          20,
        )
      ).map(search),
    ),
    questionOf('search', 'search, in every twentieth article', middle.map(search)),
  ];
}

function list(banmian: Asked['banmian']): Asked {
  return { banmian, postgraphile: {}, baseline: { statement: '', parameters: [] } };
}

function search(query: string): Asked {
  return list({ query });
}

/** Those of the words that so many articles have. */
async function foundIn(
  { database: { sql } }: MeasuredArchive,
  words: readonly string[],
  least: number,
  most: number,
): Promise<string[]> {
  const found: string[] = [];
  for (const word of words) {
    const parsed = parseSearchQuery(word);
    if (parsed === null || parsed.phrases.length > 0) continue;
    const [row] = await sql<
      { count: number }[]
    >`select count(*)::int as count from search_documents where type = 'ARTICLE' and lexemes @@ ${parsed.elsewhere}::text::tsquery`;
    if (row!.count >= least && row!.count <= most) found.push(word);
    if (found.length === ASKED) break;
  }
  return found;
}

/**
 * The median answer of each archive, and the statements it takes; `names` are those of the archives, the smallest
 * first.
 */
export function growthTable(lanes: readonly Lane[], names: readonly string[]): string {
  const questions = [...new Set(lanes.map(({ question }) => question))];
  const rows = questions.map((question) => {
    const own = names.map((name) => lanes.find((lane) => lane.question === question && lane.contender.name === name)!);
    const medians = own.map(({ slots }) =>
      percentile(
        slots.get(1)!.flatMap(({ latencies }) => latencies),
        0.5,
      ),
    );
    const statements = [...new Set(own.map((lane) => lane.statements.toFixed(1).replace('.0', '')))];
    return [
      question,
      ...medians.map((ms) => ms.toFixed(2)),
      `× ${(medians.at(-1)! / medians[0]!).toFixed(2)}`,
      statements.join(', '),
    ];
  });
  return table(['p50 in ms', ...names, 'largest ÷ smallest', 'statements'], rows);
}
