import { isGiven, isOneOf } from '../../query/condition.ts';
import type { Order } from '../../query/order.ts';
import type { PageRequest } from '../../query/page.ts';
import { column, record } from '../../query/shape.ts';
import { textArrayLiteral } from '../../query/statement.ts';
import type { Bind } from '../../query/statement.ts';
import { dayNumber } from '../../store/search-stretch.ts';
import { MARK } from '../../text/lexeme.ts';
import type { SearchQuery } from '../../text/search-query.ts';
import { lexeme, tsquery } from '../../text/tsquery.ts';
import { containing, fitting, officesText } from './condition.ts';
import type { SearchFilter, SearchType } from './condition.ts';
import { newestFirst } from './date-bucket.ts';

/** What a search is asked to find, whichever page of it. */
export interface SearchRequest {
  readonly query: SearchQuery;
  readonly types: readonly SearchType[] | null | undefined;
  readonly filter: SearchFilter | null | undefined;
  readonly page: PageRequest;
}

/** The parts of an answer, each read only when asked for. */
export type SearchPart = 'page' | 'totalCount' | 'types' | 'years' | 'people' | 'organisations';

export const byRelevance: Order = {
  columns: [
    { sql: 'm.rank', type: 'integer' },
    { sql: 'm.id', type: 'uuid' },
  ],
  hasNulls: false,
  direction: 'DESC',
};

const idOf = (type: SearchType) => column<string | null>(`case when m.type = '${type}' then m.id end`);

/**
 * A row of the answer, but for the first where anything but the page is asked for: that has nulls, and behind them what
 * was counted. The id is that of its type; the others are null, so that what is read by the id is looked for only where
 * it is.
 */
export const match = record({
  rank: column<number>('m.rank'),
  ids: record({
    ARTICLE: idOf('ARTICLE'),
    PERSON: idOf('PERSON'),
    ORGANISATION: idOf('ORGANISATION'),
    AGREEMENT: idOf('AGREEMENT'),
  }),
});

/** A score is a rank in units of this. */
export const RANKS_A_BAND = 100_000;
/** Of how many of the best matches the people and organisations are counted, and how many of them are told. */
const BEST = 1_000;
const FACETS = 10;
/** How many years are told of. */
const YEARS = 100;

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
  const ofTypes = () => isOneOf(types, 'search_type', 'd.type', bind);
  let conditions = [...fitting(filter, bind), ...containing(query, bind)];
  const words = wordsOf(query, bind);
  const tables = query.holders === null ? [] : [`office as materialized (${officesText(query.holders, bind)})`];
  if (query.phrases.length > 0) {
    // To read a text takes longer than all else, so each is read once for all parts.
    const where = [`d.lexemes @@ ${words.anywhere()}`, ...conditions].join(' and ');
    tables.push(`proven as materialized (select d.id from search_documents d where ${where})`);
    conditions = ['(d.id in (select p.id from proven p)) is true'];
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
      `tally as materialized (${counted(`d.type, date_part('year', d.day)::int as year, `, words.anywhere(), conditions)} group by 1, 2)`,
    );
  } else if (isAsked('totalCount')) {
    tables.push(`tally as (${counted('', words.anywhere(), [...conditions, ...ofTypes()])})`);
  }
  const isCounted = () => ['true', ...(isAsked('types', 'years') ? ofTypes() : [])].join(' and ');
  const counts = parts.filter((part) => part !== 'page').map((part) => `(${columnOf(part, isCounted)})`);
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
  const tier = (tsquery: string, rank: string, ...reached: string[]) => {
    const where = [`d.lexemes @@ ${tsquery}`, ...reached, ...conditions];
    return (...more: readonly string[]) =>
      `select d.id, d.type, d.article_id, ${rank} as rank from search_documents d where ${[...where, ...more].join(' and ')}`;
  };
  // Behind a cursor among the others there is none of these.
  const reached =
    page.after === null || isCounted ? [] : [`${bind(page.after[0] as number, 'integer')} >= ${2 * RANKS_A_BAND}`];
  const isNamed = hasNames(types, filter);
  const prominent = tier(
    words.prominent(),
    isNamed ? prominentRank(query, bind) : `${2 * RANKS_A_BAND} + ${recency}`,
    ...reached,
  );
  const elsewhere = tier(words.elsewhere(), `${RANKS_A_BAND} + ${recency}`);
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
  return `select ${columns}count(*)::int as count from search_documents d where ${[`d.lexemes @@ ${tsquery}`, ...conditions].join(' and ')}`;
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
  return days.length === 0 ? null : bind(days.toSorted()[0]!, 'date');
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

const recency = `least(greatest(${dayNumber('d.day')}, 0), ${RANKS_A_BAND - 1})`;

/**
 * How well a match fits that has all words in its headline or name, the same on any day. A person or an organisation of
 * just this name comes before one of just this other name or pinyin and a person named beside a title, those before one
 * of these initials and whoever held just this office, the last one first; and those before the rest: names by how much
 * of them was asked for, headlines and titles by their day.
 */
function prominentRank({ key: typed, holders }: SearchQuery, bind: Bind): string {
  const key = bind(typed, 'text');
  const isInitials = `d.lexemes @@ ${bind(tsquery(lexeme(MARK.initials + typed)), 'tsquery')}`;
  const part = `${2 * RANKS_A_BAND} + coalesce((
    select max(length(${key}) * ${RANKS_A_BAND - 1} / length(name)) from unnest(d.names) name where strpos(name, ${key}) > 0), 0)`;
  const held = (
    posts: readonly string[],
  ) => `${3 * RANKS_A_BAND} + (select max(${dayNumber('t.last_cited_on')}) from tenures t
    where t.person_id = d.person_id and t.post = any(${bind(textArrayLiteral(posts), 'text[]')}))`;
  const others =
    holders === null
      ? `else ${part}`
      : `when d.names && ${bind(textArrayLiteral(holders.names), 'text[]')} then ${4 * RANKS_A_BAND}
    else coalesce(${held(holders.posts)}, ${part})`;
  return `case when d.type not in ('PERSON', 'ORGANISATION') then ${2 * RANKS_A_BAND} + ${recency}
    when d.names[1] = ${key} then ${5 * RANKS_A_BAND}
    when ${key} = any(d.names) then case when ${isInitials} then ${3 * RANKS_A_BAND} else ${4 * RANKS_A_BAND} end
    ${others} end`;
}

/**
 * What is counted for a part, from the tables above. `isCounted` writes what holds for the rows of `tally` that are of
 * the types asked for.
 */
function columnOf(part: Exclude<SearchPart, 'page'>, isCounted: () => string): string {
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
        `select d.year, sum(d.count) as count from tally d where d.year is not null and ${isCounted()} group by 1 order by 1 desc limit ${YEARS}`,
      );
    case 'people':
      return pairs(
        'id',
        frequent(
          'person_id',
          'article_people',
          ' and not exists (select from credits c where c.article_id = x.article_id and c.person_id = x.person_id)',
        ),
      );
    case 'organisations':
      return pairs('id', frequent('organisation_id', 'article_organisations'));
  }
}

/** Who stands in most of the articles of the best matches; who wrote them would come before all whom they are about. */
function frequent(column: string, table: string, condition = ''): string {
  // Behind `offset` the planner reads them by index: of so few articles, whatever it takes their number to be.
  return `select x.id, count(*) as count from best b
    cross join lateral (select x.${column} as id from ${table} x where x.article_id = b.article_id${condition} offset 0) x
    group by 1 order by 2 desc, 1 limit ${FACETS}`;
}
