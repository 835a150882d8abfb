import { isOneOf } from '../../query/condition.ts';
import type { Bind } from '../../query/statement.ts';
import { searchDocuments } from '../../store/derived-tables.ts';
import type { SearchQuery } from '../../text/search-query.ts';
import { aliased, table } from '../table-alias.ts';
import { containing, fitting, officesText } from './condition.ts';
import { countedText } from './facet.ts';
import type { SearchPart } from './facet.ts';
import { matchTables } from './match-tables.ts';
import type { SearchRequest, Words } from './match-tables.ts';
import { match } from './match.ts';

const d = aliased(searchDocuments, 'd');

/**
 * The one statement that reads these parts: a row for each {@link match} of the page and, before them, one with an
 * array of the other parts. Matches are found by index alone and their rows are narrow; texts are read only for
 * phrases, which lexemes cannot find.
 */
export function searchText(
  { query, types, filter, page }: SearchRequest,
  parts: readonly SearchPart[],
  bind: Bind,
): string {
  const isAsked = (...any: SearchPart[]) => any.some((part) => parts.includes(part));
  // Bound where it is written: Postgres refuses a parameter that is not used.
  const ofTypes = () => isOneOf(types, 'search_type', d.type, bind);
  let conditions = [...fitting(filter, bind), ...containing(query, bind)];
  const words = wordsOf(query, bind);
  const tables = query.holders === null ? [] : [`office as materialized (${officesText(query.holders, bind)})`];
  if (query.phrases.length > 0) {
    // Reading a text takes longer than anything else, so each is read once for all parts.
    const where = [`${d.lexemes} @@ ${words.anywhere()}`, ...conditions].join(' and ');
    tables.push(`proven as materialized (select ${d.id} as id from ${table(d)} where ${where})`);
    conditions = [`(${d.id} in (select p.id from proven p)) is true`];
  }
  if (isAsked('page', 'people', 'organisations')) {
    tables.push(
      ...matchTables(
        { query, words, types, filter, page, conditions: [...conditions, ...ofTypes()] },
        isAsked('page'),
        isAsked('people', 'organisations'),
        bind,
      ),
    );
  }
  if (isAsked('types', 'years')) {
    // For all types, since facets are counted over all of them, whatever types are asked for.
    const columns = `${d.type} as type, date_part('year', ${d.day})::int as year, `;
    tables.push(`tally as materialized (${counted(columns, words.anywhere(), conditions)} group by 1, 2)`);
  } else if (isAsked('totalCount')) {
    tables.push(`tally as (${counted('', words.anywhere(), [...conditions, ...ofTypes()])})`);
  }
  const isCounted = () => ['true', ...(isAsked('types', 'years') ? ofTypes() : [])].join(' and ');
  const counts = parts.filter((part) => part !== 'page').map((part) => `(${countedText(part, isCounted)})`);
  const rows = [
    ...(counts.length === 0
      ? []
      : [
          `select null::integer as rank, null::uuid as id, null::search_type as type,
      json_build_array(${counts.join(', ')}) as counts`,
        ]),
    ...(isAsked('page') ? [`select m.rank, m.id, m.type, null::json as counts from page m`] : []),
  ];
  const direction = page.isBackward ? 'asc' : 'desc';
  const order = isAsked('page') ? ` order by m.rank ${direction} nulls first, m.id ${direction}` : '';
  const columns = [...match.columns, ...(counts.length === 0 ? [] : ['m.counts'])];
  return `with ${tables.join(', ')} select ${columns.join(', ')}
    from (${rows.join(' union all ')}) m${order}`;
}

function wordsOf({ anywhere, prominent, elsewhere, holders }: SearchQuery, bind: Bind): Words {
  const bound = (words: string, operation: string) => () =>
    `(${bind(words, 'tsquery')}${holders === null ? '' : ` ${operation}(select words from office)`})`;
  return {
    anywhere: bound(anywhere, '|| '),
    prominent: bound(prominent, '|| '),
    elsewhere: bound(elsewhere, '&& !!'),
  };
}

function counted(columns: string, tsquery: string, conditions: readonly string[]): string {
  const where = [`${d.lexemes} @@ ${tsquery}`, ...conditions].join(' and ');
  return `select ${columns}count(*)::int as count from ${table(d)} where ${where}`;
}
