import type { Run } from '../../query/run.ts';
import { binder, textArrayLiteral } from '../../query/statement.ts';
import { isNear } from '../../text/near-form.ts';
import { namePinyin } from '../../text/pinyin.ts';
import type { SearchQuery } from '../../text/search-query.ts';
import type { Slip } from '../../text/slip.ts';

/**
 * Of so many documents whose names are near the best is chosen, and of so many articles of each it is told how well
 * known they are.
 */
const MOST_NEAR = 100;
const MOST_COUNTED = 1_000;

/** Row by row: the number of a slip from 1, the names of one that is near, and in how many articles they are. */
type Found = readonly [slip: number, names: readonly string[], articles: number];

/**
 * The query with names that the archive knows instead of those that have one slip: 高远山 for 高元山. Null when the archive
 * has anything that fits the query as it is, whatever of it was asked for, and where no such name is known. One
 * statement, for queries that have found nothing.
 */
export async function correctedQuery(
  { typed, anywhere, slips: slipsOf }: SearchQuery,
  run: Run,
): Promise<string | null> {
  const slips = slipsOf();
  if (slips.length === 0) return null;
  const { bind, parameters } = binder();
  const list = (values: readonly string[]) => bind(textArrayLiteral(values), 'tsquery[]');
  const text = `select s.n::int, d.names, d.articles from unnest(${list(slips.map(({ exact }) => exact))}, ${list(slips.map(({ near }) => near))})
      with ordinality s(exact, near, n)
    cross join lateral (
      select n.names, (select count(*)::int from (
        select from article_people x where x.person_id = n.person_id union all select from article_organisations x where x.organisation_id = n.organisation_id
        limit ${MOST_COUNTED}) x) as articles
      from search_documents n where n.lexemes @@ s.near order by n.id limit ${MOST_NEAR}) d
    where not exists (select from search_documents x where x.lexemes @@ ${bind(anywhere, 'tsquery')})
      and not exists (select from search_documents x where x.lexemes @@ s.exact)`;
  const found = (await run(text, parameters)) as readonly unknown[] as readonly Found[];
  return replaced(
    typed,
    slips.map((slip, i) => ({
      ...slip,
      name: bestFor(
        slip,
        found.filter(([n]) => n === i + 1),
      ),
    })),
  );
}

/** The name that was most likely meant: one that sounds the same, then the one in most articles. */
function bestFor({ typed }: Slip, found: readonly Found[]): string | undefined {
  const sound = namePinyin(typed);
  const candidates = found.flatMap(([, names, articles]) =>
    names
      .filter((name) => isNear(name, typed))
      .map((name) => ({ name, articles, isHomophone: namePinyin(name) === sound })),
  );
  const [best] = candidates.sort(
    (a, b) => Number(b.isHomophone) - Number(a.isHomophone) || b.articles - a.articles || (a.name < b.name ? -1 : 1),
  );
  return best?.name;
}

/** The query with the names put in; of slips that lie in one another the first counts. Null when there is none. */
function replaced(typed: string, slips: readonly (Slip & { readonly name: string | undefined })[]): string | null {
  let corrected = typed;
  let from = Infinity;
  for (const { start, end, name } of slips.toSorted((a, b) => b.start - a.start || a.end - b.end)) {
    if (name === undefined || end > from) continue;
    corrected = corrected.slice(0, start) + name + corrected.slice(end);
    from = start;
  }
  return corrected === typed ? null : corrected;
}
