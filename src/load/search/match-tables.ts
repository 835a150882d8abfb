import { isGiven } from '../../query/condition.ts';
import type { CursorKey } from '../../query/cursor.ts';
import type { PageRequest } from '../../query/page.ts';
import type { Bind } from '../../query/statement.ts';
import { searchDocuments } from '../../store/derived-tables.ts';
import type { SearchQuery } from '../../text/search-query.ts';
import { aliased, table } from '../table-alias.ts';
import type { SearchFilter, SearchType } from './condition.ts';
import { newestFirst } from './newest-first.ts';
import { RANKS_A_BAND, prominentRank, recency } from './rank.ts';

/** People and organisations are counted in the articles of so many of the best matches. */
const BEST = 1_000;

const d = aliased(searchDocuments, 'd');

/** SQL for the tsqueries of a query. People who are meant by an office count as having all words in their name. */
export interface Words {
  readonly anywhere: () => string;
  readonly prominent: () => string;
  readonly elsewhere: () => string;
}

/** What a search is asked to find, whichever page of it. */
export interface SearchRequest {
  readonly query: SearchQuery;
  readonly types: readonly SearchType[] | null | undefined;
  readonly filter: SearchFilter | null | undefined;
  readonly page: PageRequest;
}

interface Matching extends SearchRequest {
  readonly words: Words;
  /** On `d`, besides its words. */
  readonly conditions: readonly string[];
}

/** The tables `page`, the matches that are asked for, and `best`, for which people and organisations are counted. */
export function matchTables(
  { query, words, types, filter, page, conditions }: Matching,
  isPage: boolean,
  isCounted: boolean,
  bind: Bind,
): string[] {
  const band = (tsquery: string, rank: string, ...reached: string[]) => {
    const where = [`${d.lexemes} @@ ${tsquery}`, ...reached, ...conditions];
    return (...more: readonly string[]) =>
      `select ${d.id} as id, ${d.type} as type, ${d.articleId} as article_id, ${rank} as rank
      from ${table(d)} where ${[...where, ...more].join(' and ')}`;
  };
  // None of these comes after a cursor that lies among the others.
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
      { matching: prominent, lowest: 2 * RANKS_A_BAND, bucket: isFrequent ? 'long' : null },
      { matching: elsewhere, lowest: RANKS_A_BAND, bucket: 'short' },
      until(page, filter, bind),
      besideCursors(page, bind),
      limit(),
    );
  }
  return [
    `prominent as (${prominent()})`,
    `elsewhere as (${elsewhere()})`,
    ...(isPage ? ranked('page', besideCursors(page, bind), page.isBackward, limit()) : []),
    ...(isCounted ? ranked('best', ['d.article_id is not null'], false, String(BEST)) : []),
  ];
}

/**
 * Whether the row of a match answers all that is asked of it: what other rows have to answer is looked up once, and not
 * for bucket after bucket.
 */
function isCheap({ phrases, banned }: SearchQuery, filter: SearchRequest['filter']): boolean {
  return phrases.length + banned.length === 0 && !isGiven(filter?.people) && !isGiven(filter?.organisations);
}

/** Whether people and organisations may be among the matches. */
function hasNames(types: SearchRequest['types'], filter: SearchRequest['filter']): boolean {
  const isDated = isGiven(filter?.datedOn?.from) || isGiven(filter?.datedOn?.to);
  return !isDated && (types ?? ['PERSON']).some((type) => type === 'PERSON' || type === 'ORGANISATION');
}

/** The last day that a match may have according to the cursor or the filter, if either limits it. */
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
function besideCursors({ after, before }: PageRequest, bind: Bind): string[] {
  const beside = (key: CursorKey | null, sign: '<' | '>') =>
    key === null
      ? []
      : [`(d.rank, d.id) ${sign} (${bind(key[0] ?? null, 'integer')}, ${bind(key[1] ?? null, 'uuid')})`];
  return [...beside(after, '<'), ...beside(before, '>')];
}

/**
 * The first of the matches, as a table. Those with all words in the headline or name come before all others, so that
 * the others are looked for only when those are too few.
 */
function ranked(name: string, conditions: readonly string[], isBackward: boolean, limit: string): string[] {
  const direction = isBackward ? 'asc' : 'desc';
  const order = `order by d.rank ${direction}, d.id ${direction} limit ${limit}`;
  const [first, second] = isBackward ? ['elsewhere', 'prominent'] : ['prominent', 'elsewhere'];
  const isShort = `(select count(*) from ${name}_first) < ${limit}`;
  return [
    `${name}_first as materialized (select * from ${first} d where ${['true', ...conditions].join(' and ')} ${order})`,
    `${name} as materialized (select * from (select * from ${name}_first union all
      (select * from ${second} d where ${[isShort, ...conditions].join(' and ')} ${order})) d ${order})`,
  ];
}
