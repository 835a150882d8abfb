import type { ColumnSql } from '../../query/shape.ts';
import { articleOrganisations, articlePeople, credits } from '../../store/fact-tables.ts';
import { isShown } from '../hidden.ts';
import { aliased, table } from '../table-alias.ts';

/** The parts of an answer, each read only when asked for. */
export type SearchPart = 'page' | 'totalCount' | 'types' | 'years' | 'people' | 'organisations';

/** How many people and organisations are listed, and how many years. */
const FACETS = 10;
const YEARS = 100;

const person = aliased(articlePeople, 'x');
const organisation = aliased(articleOrganisations, 'x');
const c = aliased(credits, 'c');

/**
 * What is counted for a part, from the tables above. `isCounted` writes what holds for the rows of `tally` that are of
 * the types asked for.
 */
export function countedText(part: Exclude<SearchPart, 'page'>, isCounted: () => string): string {
  const pairs = (value: string, rows: string) =>
    `select coalesce(json_agg(json_build_array(t.${value}, t.count)), '[]') from (${rows}) t`;
  switch (part) {
    case 'totalCount':
      return `select coalesce(sum(d.count), 0)::int from tally d where ${isCounted()}`;
    case 'types':
      return pairs('type', 'select d.type, sum(d.count) as count from tally d group by 1 order by 2 desc, 1');
    case 'years':
      return pairs(
        'year',
        `select d.year, sum(d.count) as count from tally d where d.year is not null and ${isCounted()}
      group by 1 order by 1 desc limit ${YEARS}`,
      );
    case 'people':
      // Without those who wrote the articles: they would come before all whom the articles are about.
      return pairs(
        'id',
        frequent(
          person,
          person.personId,
          ` and ${isShown(person.personId, 'people')} and not exists (
      select from ${table(c)} where ${c.articleId} = ${person.articleId} and ${c.personId} = ${person.personId})`,
        ),
      );
    case 'organisations':
      return pairs(
        'id',
        frequent(
          organisation,
          organisation.organisationId,
          ` and ${isShown(organisation.organisationId, 'organisations')}`,
        ),
      );
  }
}

/** Who is named in most articles of the best matches. */
function frequent(x: { readonly articleId: ColumnSql<string> }, id: ColumnSql<string>, condition = ''): string {
  // `offset` makes Postgres read them by index: the articles are few, whatever it expects.
  return `select x.id, count(*) as count from best b
    cross join lateral (select ${id} as id from ${table(x)} where ${x.articleId} = b.article_id${condition} offset 0) x
    group by 1 order by 2 desc, 1 limit ${FACETS}`;
}
