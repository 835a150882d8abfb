import type { Run } from '../../query/run.ts';
import { binder, textArrayLiteral } from '../../query/statement.ts';
import { searchDocuments } from '../../store/derived-tables.ts';
import { articleOrganisations, articlePeople } from '../../store/fact-tables.ts';
import { isNear } from '../../text/near-form.ts';
import { namePinyin } from '../../text/pinyin.ts';
import type { SearchQuery } from '../../text/search-query.ts';
import type { Slip } from '../../text/slip.ts';
import { aliased, table } from '../table-alias.ts';

const n = aliased(searchDocuments, 'n');
const exact = aliased(searchDocuments, 'x');
const person = aliased(articlePeople, 'x');
const organisation = aliased(articleOrganisations, 'x');

/** The best of so many documents with a near name is chosen, and so many of the articles that name each are counted. */
const MOST_NEAR = 100;
const MOST_COUNTED = 1_000;

/** A row: the number of a slip, counted from 1, the names of a document that is near, and how many articles name it. */
type Found = readonly [slip: number, names: readonly string[], articles: number];

/**
 * The query with each name that has a slip replaced by one that the archive knows: 高远山 for 高元山. Null if anything in the
 * archive matches the query as it is, and if no such name is known. It takes one statement, and is called for queries
 * that found nothing.
 */
export async function correctedQuery(
  { typed, anywhere, slips: slipsOf }: SearchQuery,
  run: Run,
): Promise<string | null> {
  const slips = slipsOf();
  if (slips.length === 0) return null;
  const { bind, parameters } = binder();
  const list = (values: readonly string[]) => bind(textArrayLiteral(values), 'tsquery[]');
  const slipTexts = `${list(slips.map((slip) => slip.exact))}, ${list(slips.map((slip) => slip.near))}`;
  const text = `select s.n::int, d.names, d.articles from unnest(${slipTexts}) with ordinality s(exact, near, n)
    cross join lateral (
      select ${n.names} as names, (select count(*)::int from (
        select from ${table(person)} where ${person.personId} = ${n.personId}
        union all select from ${table(organisation)} where ${organisation.organisationId} = ${n.organisationId}
        limit ${MOST_COUNTED}) x) as articles
      from ${table(n)} where ${n.lexemes} @@ s.near order by ${n.id} limit ${MOST_NEAR}) d
    where not exists (select from ${table(exact)} where ${exact.lexemes} @@ ${bind(anywhere, 'tsquery')})
      and not exists (select from ${table(exact)} where ${exact.lexemes} @@ s.exact)`;
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

/** The query with the names put in, the first one where slips overlap. Null if there is no name. */
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
