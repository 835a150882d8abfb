import type { SearchQuery } from '../text/search-query.ts';
import { given, oneOf, ofPublication, within } from './condition.ts';
import type { DateRange } from './condition.ts';
import type { Bind, Order } from './listing.ts';
import type { PageRequest } from './page.ts';
import type { Statement } from './page-statement.ts';

export type SearchType = 'ARTICLE' | 'PERSON' | 'ORGANISATION' | 'AGREEMENT';

export interface SearchFilter {
  readonly publication?: string | null | undefined;
  readonly publishedOn?: DateRange | null | undefined;
  readonly person?: string | null | undefined;
  readonly organisation?: string | null | undefined;
}

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

/** A score is a rank in units of this; see {@link rank}. */
export const RANKS_A_TIER = 100_000;
/** Of how many of the best matches the people and organisations are counted, and how many of them are told. */
const BEST = 1_000;
const FACETS = 10;

/**
 * The one statement that reads these parts: one row, with a JSON column for each. All parts share one set of matches,
 * found by index and narrow: a match's texts are only read for phrases that its lexemes cannot tell.
 */
export function searchStatement(request: SearchRequest, parts: readonly SearchPart[]): Statement {
  const parameters: (string | number)[] = [];
  const bind: Bind = (value, type) => {
    parameters.push(value);
    return `$${parameters.length}::${type}`;
  };
  const ofTypes = oneOf(request.types, 'search_type', 'm.type', bind).map((condition) => `where ${condition}`).join('');
  const columns = parts.map((part) => `(${columnOf[part](request, bind)}) as ${part}`);
  const text = `with found as materialized (${matches(request, bind)}), m as (select * from found m ${ofTypes}) select ${columns.join(', ')}`;
  return { text, parameters };
}

/** Those with all words in the headline or name, and the others: two sets that the index tells apart. */
function matches({ query, filter }: SearchRequest, bind: Bind): string {
  const conditions = [...fitting(filter, bind), ...containing(query, bind)];
  const recency = `coalesce(least(greatest(d.day - date '1900-01-01', 0), ${RANKS_A_TIER - 1}), 0)`;
  const key = bind(query.key, 'text');
  return ([[query.prominent, 2], [query.elsewhere, 1]] as const).map(([tsquery, tier]) => `
    select d.id, d.type, d.day, d.article_id, ${rank(tier, recency, key)} as rank from search_documents d
    where ${[`d.lexemes @@ ${bind(tsquery, 'tsquery')}`, ...conditions].join(' and ')}`).join(' union all');
}

/**
 * How well a match fits, the same on any day. A person or an organisation of just this name comes before one of just this
 * other name or pinyin, that before one of these initials, all before what has the words in its headline or name, and that
 * before the rest. Within, a name comes by how much of it was asked for; articles and agreements come by their day.
 */
function rank(tier: 1 | 2, recency: string, key: string): string {
  const base = tier * RANKS_A_TIER;
  if (tier === 1) return `${base} + ${recency}`;
  const share = `select max(length(${key}) * ${RANKS_A_TIER - 1} / length(name)) from unnest(d.names) name where strpos(name, ${key}) > 0`;
  return `case when d.type not in ('PERSON', 'ORGANISATION') then ${base} + ${recency}
    when d.names[1] = ${key} then ${5 * RANKS_A_TIER}
    when d.names[cardinality(d.names)] = ${key} then ${3 * RANKS_A_TIER}
    when ${key} = any(d.names) then ${4 * RANKS_A_TIER}
    else ${base} + coalesce((${share}), 0) end`;
}

function fitting(filter: SearchFilter | null | undefined, bind: Bind): string[] {
  const publication = ofPublication('d.publication_id', filter?.publication, bind);
  return [
    // An organisation belongs to no newspaper, but was named by some.
    ...publication.map((condition) => `(${condition} or d.organisation_id in (select x.organisation_id from article_organisations x where ${condition.replace('d.', 'x.')}))`),
    ...within('d.day', filter?.publishedOn, bind),
    ...given(filter?.person, 'uuid', 'd.article_id in (select x.article_id from article_people x where x.person_id = ?)', bind),
    ...given(filter?.organisation, 'uuid', 'd.article_id in (select x.article_id from article_organisations x where x.organisation_id = ?)', bind),
  ];
}

/** The phrases stand in the text of `d`, or must not. */
function containing({ phrases, banned }: SearchQuery, bind: Bind): string[] {
  const texts = (all: SearchQuery['phrases']) => bind(textArray(all.map(({ text }) => text)), 'text[]');
  return [
    ...phrases.length === 0 ? [] : [`not exists (select from unnest(${texts(phrases)}) phrase where strpos(d.text, phrase) = 0)`],
    ...banned.length === 0 ? [] : [`d.id not in (
      select b.id from unnest(${texts(banned)}, ${bind(textArray(banned.map(({ tsquery }) => tsquery)), 'tsquery[]')}) n(phrase, words)
        join search_documents b on b.lexemes @@ n.words and strpos(b.text, n.phrase) > 0)`],
  ];
}

/** A Postgres array literal of any texts. */
function textArray(texts: readonly string[]): string {
  return `{${texts.map((text) => `"${text.replace(/["\\]/gu, '\\$&')}"`).join()}}`;
}

const json = (expression: string, rows: string) => `select coalesce(json_agg(${expression}), '[]') from (${rows}) t`;

const columnOf: Readonly<Record<SearchPart, (request: SearchRequest, bind: Bind) => string>> = {
  page: ({ page }, bind) => {
    const beside = ([['after', '<'], ['before', '>']] as const).flatMap(([side, sign]) => {
      const place = page[side];
      return place === null ? [] : [`(m.rank, m.id) ${sign} (${bind(place[0] as number, 'integer')}, ${bind(place[1] as string, 'uuid')})`];
    });
    const direction = page.isBackward ? 'asc' : 'desc';
    return json('json_build_array(t.rank, t.id, t.type)', `
      select m.rank, m.id, m.type from m where ${['true', ...beside].join(' and ')}
      order by m.rank ${direction}, m.id ${direction} limit ${bind(page.size + 1, 'integer')}`);
  },
  totalCount: () => 'select count(*)::int from m',
  types: () => json('json_build_array(t.type, t.count)', 'select f.type, count(*) as count from found f group by f.type order by 2 desc, 1'),
  years: () => json('json_build_array(t.year, t.count)', `
    select extract(year from m.day)::int as year, count(*) as count from m where m.day is not null group by 1 order by 1 desc`),
  people: () => frequent('person'),
  organisations: () => frequent('organisation'),
};

/** Who stands in most of the articles of the best matches. */
function frequent(subject: 'person' | 'organisation'): string {
  const table = subject === 'person' ? 'article_people' : 'article_organisations';
  return json('json_build_array(t.id, t.count)', `
    select x.${subject}_id as id, count(*) as count
    from (select m.article_id from m where m.article_id is not null order by m.rank desc, m.id desc limit ${BEST}) best
      join ${table} x on x.article_id = best.article_id
    group by 1 order by 2 desc, 1 limit ${FACETS}`);
}
