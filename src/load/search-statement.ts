import type { SearchQuery } from '../text/search-query.ts';
import { oneOf } from './condition.ts';
import type { Bind, Order } from './listing.ts';
import type { PageRequest } from './page.ts';
import type { Statement } from './page-statement.ts';
import { containing, fitting } from './search-condition.ts';
import type { SearchFilter, SearchType } from './search-condition.ts';

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
  columns: [{ sql: 'm.rank', type: 'integer' }, { sql: 'm.id', type: 'uuid' }],
  hasNulls: false,
  direction: 'DESC',
};

/** A score is a rank in units of this. */
export const RANKS_A_TIER = 100_000;
/** Of how many of the best matches the people and organisations are counted, and how many of them are told. */
const BEST = 1_000;
const FACETS = 10;

/** What a statement is made with. */
interface Making {
  readonly request: SearchRequest;
  readonly bind: Bind;
  /** What a row `d` of `search_documents` has to be besides having the words; `ofTypes` are the types asked for. */
  readonly conditions: readonly string[];
  readonly ofTypes: readonly string[];
  readonly parts: readonly SearchPart[];
}

/**
 * The one statement that reads these parts: one row, with a JSON column for each. Matches are found by index alone and
 * their rows are narrow; their texts are read only for phrases that lexemes cannot tell.
 */
export function searchStatement(request: SearchRequest, parts: readonly SearchPart[]): Statement {
  const parameters: (string | number)[] = [];
  const bind: Bind = (value, type) => {
    parameters.push(value);
    return `$${parameters.length}::${type}`;
  };
  const { query, filter, types } = request;
  const making: Making = {
    request, bind, parts, conditions: [...fitting(filter, bind), ...containing(query, bind)], ofTypes: oneOf(types, 'search_type', 'd.type', bind),
  };
  const tables = [
    ...parts.includes('page') ? page(making) : [],
    ...parts.some((part) => part === 'people' || part === 'organisations') ? best(making) : [],
    ...parts.some((part) => part === 'totalCount' || part === 'types' || part === 'years') ? tally(making) : [],
  ];
  return { text: `with ${tables.join(', ')} select ${parts.map((part) => `(${columnOf[part]}) as ${part}`).join(', ')}`, parameters };
}

/** The asked page and one row more. */
function page(making: Making): string[] {
  const { request: { page: { after, before, isBackward, size } }, bind } = making;
  const beside = ([[after, '<'], [before, '>']] as const).flatMap(([place, sign]) => (
    place === null ? [] : [`(d.rank, d.id) ${sign} (${bind(place[0] as number, 'integer')}, ${bind(place[1] as string, 'uuid')})`]
  ));
  return ranked('page', making, beside, isBackward, bind(size + 1, 'integer'));
}

function best(making: Making): string[] {
  return ranked('best', making, ['d.article_id is not null'], false, String(BEST));
}

/**
 * The first matches as a table, with their ranks. Those with all words in the headline or name come before all others,
 * so that the others are looked for only when those are too few.
 */
function ranked(table: string, { request: { query }, bind, conditions, ofTypes }: Making, beside: readonly string[], isBackward: boolean, limit: string): string[] {
  const direction = isBackward ? 'asc' : 'desc';
  const order = `order by d.rank ${direction}, d.id ${direction} limit ${limit}`;
  const columns = `select d.id, d.type, d.article_id, `;
  const tier = (rank: string, tsquery: string) => `(${columns}${rank} as rank from search_documents d
    where ${[`d.lexemes @@ ${bind(tsquery, 'tsquery')}`, ...conditions, ...ofTypes].join(' and ')}) d`;
  const tiers = [tier(prominentRank(bind(query.key, 'text')), query.prominent), tier(`${RANKS_A_TIER} + ${recency}`, query.elsewhere)];
  const [first, second] = isBackward ? tiers.reverse() : tiers;
  return [
    `${table}_first as materialized (select * from ${first} where ${['true', ...beside].join(' and ')} ${order})`,
    `${table} as materialized (select * from (select * from ${table}_first union all
      (select * from ${second} where ${[`(select count(*) from ${table}_first) < ${limit}`, ...beside].join(' and ')} ${order})) d ${order})`,
  ];
}

const recency = `coalesce(least(greatest(d.day - date '1900-01-01', 0), ${RANKS_A_TIER - 1}), 0)`;

/**
 * How well a match fits that has all words in its headline or name, the same on any day. A person or an organisation of
 * just this name comes before one of just this other name or pinyin, that before one of these initials, and that before
 * the rest: names by how much of them was asked for, headlines and titles by their day.
 */
function prominentRank(key: string): string {
  return `case when d.type not in ('PERSON', 'ORGANISATION') then ${2 * RANKS_A_TIER} + ${recency}
    when d.names[1] = ${key} then ${5 * RANKS_A_TIER}
    when d.names[cardinality(d.names)] = ${key} then ${3 * RANKS_A_TIER}
    when ${key} = any(d.names) then ${4 * RANKS_A_TIER}
    else ${2 * RANKS_A_TIER} + coalesce((
      select max(length(${key}) * ${RANKS_A_TIER - 1} / length(name)) from unnest(d.names) name where strpos(name, ${key}) > 0), 0) end`;
}

/** How many matches there are, of each type and year where that is asked for. */
function tally({ request: { query }, bind, conditions, ofTypes, parts }: Making): string[] {
  const isSpread = parts.includes('types') || parts.includes('years');
  // The types are told of all matches, whatever types were asked for.
  const columns = isSpread ? `d.type, date_part('year', d.day)::int as year, ${ofTypes[0] ?? 'true'} as fits` : 'true as fits';
  const where = [`d.lexemes @@ ${bind(query.anywhere, 'tsquery')}`, ...conditions, ...isSpread ? [] : ofTypes].join(' and ');
  return [`tally as materialized (select ${columns}, count(*)::int as count from search_documents d where ${where} ${isSpread ? 'group by 1, 2, 3' : ''})`];
}

const json = (expression: string, rows: string) => `select coalesce(json_agg(${expression}), '[]') from (${rows}) t`;

/** The column of each part, from the tables above. */
const columnOf: Readonly<Record<SearchPart, string>> = {
  page: json('json_build_array(t.rank, t.id, t.type)', 'select * from page'),
  totalCount: 'select coalesce(sum(t.count) filter (where t.fits), 0)::int from tally t',
  types: json('json_build_array(t.type, t.count)', 'select t.type, sum(t.count) as count from tally t group by t.type order by 2 desc, 1'),
  years: json('json_build_array(t.year, t.count)', 'select t.year, sum(t.count) as count from tally t where t.fits and t.year is not null group by 1 order by 1 desc'),
  people: frequent('person'),
  organisations: frequent('organisation'),
};

/** Who stands in most of the articles of the best matches. */
function frequent(subject: 'person' | 'organisation'): string {
  // Behind `offset` the planner reads them by index: of so few articles, whatever it takes their number to be.
  return json('json_build_array(t.id, t.count)', `
    select x.id, count(*) as count from best b
      cross join lateral (select x.${subject}_id as id from article_${subject === 'person' ? 'people' : 'organisations'} x where x.article_id = b.article_id offset 0) x
    group by 1 order by 2 desc, 1 limit ${FACETS}`);
}
