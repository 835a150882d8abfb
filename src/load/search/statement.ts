import { isGiven, isOneOf } from '../../query/condition.ts';
import type { PageRequest } from '../../query/page.ts';
import type { Bind } from '../../query/statement.ts';
import { searchDocuments } from '../../store/derived-tables.ts';
import type { SearchQuery } from '../../text/search-query.ts';
import { aliased, table } from '../table-alias.ts';
import { containing, fitting, officesText } from './condition.ts';
import type { SearchFilter, SearchType } from './condition.ts';
import { newestFirst } from './date-bucket.ts';
import { countedText } from './facet.ts';
import type { SearchPart } from './facet.ts';
import { match } from './match.ts';
import { RANKS_A_BAND, prominentRank, recency } from './rank.ts';

/** Of how many of the best matches the people and organisations are counted. */
const BEST = 1_000;

const d = aliased(searchDocuments, 'd');

/** What a search is asked to find, whichever page of it. */
export interface SearchRequest {
  readonly query: SearchQuery;
  readonly types: readonly SearchType[] | null | undefined;
  readonly filter: SearchFilter | null | undefined;
  readonly page: PageRequest;
}

/**
 * The one statement that reads these parts: a row for each {@link match} of the page and, in front of them, one with an
 * array of the other parts. Matches are found by index alone and their rows are narrow; their texts are read only for
 * phrases that lexemes cannot tell.
 */
export function searchText(
  { query, types, filter, page }: SearchRequest,
  parts: readonly SearchPart[],
  bind: Bind,
): string {
  const isAsked = (...any: SearchPart[]) => any.some((part) => parts.includes(part));
  // Bound where it is written, for Postgres refuses a parameter that stands nowhere.
  const ofTypes = () => isOneOf(types, 'search_type', d.type, bind);
  let conditions = [...fitting(filter, bind), ...containing(query, bind)];
  const words = wordsOf(query, bind);
  const tables = query.holders === null ? [] : [`office as materialized (${officesText(query.holders, bind)})`];
  if (query.phrases.length > 0) {
    // To read a text takes longer than all else, so each is read once for all parts.
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
    // Of all types, for that is what they are told of, whatever types were asked for.
    tables.push(
      `tally as materialized (${counted(`${d.type} as type, date_part('year', ${d.day})::int as year, `, words.anywhere(), conditions)} group by 1, 2)`,
    );
  } else if (isAsked('totalCount')) {
    tables.push(`tally as (${counted('', words.anywhere(), [...conditions, ...ofTypes()])})`);
  }
  const isCounted = () => ['true', ...(isAsked('types', 'years') ? ofTypes() : [])].join(' and ');
  const counts = parts.filter((part) => part !== 'page').map((part) => `(${countedText(part, isCounted)})`);
  const rows = [
    ...(counts.length === 0
      ? []
      : [
          `select null::integer as rank, null::uuid as id, null::search_type as type, json_build_array(${counts.join(', ')}) as counts`,
        ]),
    ...(isAsked('page') ? [`select m.rank, m.id, m.type, null::json as counts from page m`] : []),
  ];
  const direction = page.isBackward ? 'asc' : 'desc';
  const order = isAsked('page') ? ` order by m.rank ${direction} nulls first, m.id ${direction}` : '';
  return `with ${tables.join(', ')} select ${[...match.columns, ...(counts.length === 0 ? [] : ['m.counts'])].join(', ')}
    from (${rows.join(' union all ')}) m${order}`;
}

/** SQL for the tsqueries of a query: people whom an office means are among what has all words in the name. */
interface Words {
  readonly anywhere: () => string;
  readonly prominent: () => string;
  readonly elsewhere: () => string;
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

interface Matching extends Pick<SearchRequest, 'query' | 'types' | 'filter' | 'page'> {
  readonly words: Words;
  /** On `d`, besides its words. */
  readonly conditions: readonly string[];
}

/** The tables `page`, the matches asked for, and `best`, of which people and organisations are counted. */
function matchTables(
  { query, words, types, filter, page, conditions }: Matching,
  isPage: boolean,
  isCounted: boolean,
  bind: Bind,
): string[] {
  const band = (tsquery: string, rank: string, ...reached: string[]) => {
    const where = [`${d.lexemes} @@ ${tsquery}`, ...reached, ...conditions];
    return (...more: readonly string[]) =>
      `select ${d.id} as id, ${d.type} as type, ${d.articleId} as article_id, ${rank} as rank from ${table(d)} where ${[...where, ...more].join(' and ')}`;
  };
  // Behind a cursor among the others there is none of these.
  const reached =
    page.after === null || isCounted ? [] : [`${bind(page.after[0] as number, 'integer')} >= ${2 * RANKS_A_BAND}`];
  const isNamed = hasNames(types, filter);
  const prominent = band(
    words.prominent(),
    isNamed ? prominentRank(query, bind) : `${2 * RANKS_A_BAND} + ${recency}`,
    ...reached,
  );
  const elsewhere = band(words.elsewhere(), `${RANKS_A_BAND} + ${recency}`);
  const limit = () => bind(page.size + 1, 'integer');
  if (!isCounted && !page.isBackward && isCheap(query, filter)) {
    // Several words together stand in few headlines, and names have no day.
    const isFrequent = !query.prominent.includes(' & ') && !isNamed;
    return newestFirst(
      { matching: prominent, lowest: 2 * RANKS_A_BAND, stretch: isFrequent ? 'long' : null },
      { matching: elsewhere, lowest: RANKS_A_BAND, stretch: 'short' },
      until(page, filter, bind),
      beside(page, bind),
      limit(),
    );
  }
  return [
    `prominent as (${prominent()})`,
    `elsewhere as (${elsewhere()})`,
    ...(isPage ? ranked('page', beside(page, bind), page.isBackward, limit()) : []),
    ...(isCounted ? ranked('best', ['d.article_id is not null'], false, String(BEST)) : []),
  ];
}

function counted(columns: string, tsquery: string, conditions: readonly string[]): string {
  return `select ${columns}count(*)::int as count from ${table(d)} where ${[`${d.lexemes} @@ ${tsquery}`, ...conditions].join(' and ')}`;
}

/**
 * Whether what is asked of a match is told by its row: what is told by others is looked up once, and not for stretch
 * after stretch.
 */
function isCheap({ phrases, banned }: SearchQuery, filter: SearchRequest['filter']): boolean {
  return phrases.length + banned.length === 0 && !isGiven(filter?.people) && !isGiven(filter?.organisations);
}

/** Whether people and organisations may be among the matches. */
function hasNames(types: SearchRequest['types'], filter: SearchRequest['filter']): boolean {
  const isDated = isGiven(filter?.datedOn?.from) || isGiven(filter?.datedOn?.to);
  return !isDated && (types ?? ['PERSON']).some((type) => type === 'PERSON' || type === 'ORGANISATION');
}

/** The last day that a match may have by the cursor or the filter, if any does say so. */
function until({ after }: PageRequest, filter: SearchRequest['filter'], bind: Bind): string | null {
  const days = [
    ...(after === null ? [] : [dayOf((after[0] as number) - RANKS_A_BAND)]),
    ...(isGiven(filter?.datedOn?.to) ? [filter.datedOn.to] : []),
  ];
  const [earliest] = days.toSorted();
  return earliest === undefined ? null : bind(earliest, 'date');
}

/** The day of this recency; `infinity` if it may be any. */
function dayOf(recency: number): string {
  return recency < 0 || recency >= RANKS_A_BAND - 1
    ? 'infinity'
    : new Date(Date.UTC(1900, 0, 1 + recency)).toISOString().slice(0, 10);
}

/** The matches lie on the asked side of the cursors. */
function beside({ after, before }: PageRequest, bind: Bind): string[] {
  return (
    [
      [after, '<'],
      [before, '>'],
    ] as const
  ).flatMap(([place, sign]) =>
    place === null
      ? []
      : [`(d.rank, d.id) ${sign} (${bind(place[0] as number, 'integer')}, ${bind(place[1] as string, 'uuid')})`],
  );
}

/**
 * The first of the matches, as a table. Those with all words in the headline or name come before all others, so that
 * the others are looked for only when those are too few.
 */
function ranked(table: string, conditions: readonly string[], isBackward: boolean, limit: string): string[] {
  const direction = isBackward ? 'asc' : 'desc';
  const order = `order by d.rank ${direction}, d.id ${direction} limit ${limit}`;
  const [first, second] = isBackward ? ['elsewhere', 'prominent'] : ['prominent', 'elsewhere'];
  return [
    `${table}_first as materialized (select * from ${first} d where ${['true', ...conditions].join(' and ')} ${order})`,
    `${table} as materialized (select * from (select * from ${table}_first union all
      (select * from ${second} d where ${[`(select count(*) from ${table}_first) < ${limit}`, ...conditions].join(' and ')} ${order})) d ${order})`,
  ];
}
