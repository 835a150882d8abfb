import type { Fetch } from '../../query/fetch.ts';
import { kept } from '../../query/kept.ts';
import { pageRequest } from '../../query/page.ts';
import type { PageArguments, PageRequest } from '../../query/page.ts';
import type { QueryPlan } from '../../query/query-plan.ts';
import { fetchName } from '../../query/selection-plan.ts';
import { cellOf } from '../../query/shape.ts';
import type { Row } from '../../query/shape.ts';
import { parseSearchQuery } from '../../text/search-query.ts';
import type { SearchQuery } from '../../text/search-query.ts';
import type { SearchFilter, SearchType } from './condition.ts';
import type { SearchPart } from './facet.ts';
import { byRelevance, match } from './match.ts';
import { searchText } from './statement.ts';

export interface SearchArguments extends Omit<PageArguments, 'orderBy'> {
  readonly query: string;
  readonly types?: readonly SearchType[] | null | undefined;
  readonly filter?: SearchFilter | null | undefined;
}

/** The type of node that each match is, and the relation that reads it. */
export const nodeOf = {
  ARTICLE: { __typename: 'Article', relation: 'article' },
  PERSON: { __typename: 'Person', relation: 'person' },
  ORGANISATION: { __typename: 'Organisation', relation: 'organisation' },
  AGREEMENT: { __typename: 'Agreement', relation: 'agreement' },
} as const satisfies Readonly<Record<SearchType, object>>;

const TYPES = Object.keys(nodeOf) as SearchType[];

/** A match as its row has it. */
export interface MatchRecord {
  readonly type: SearchType;
  readonly id: string;
  readonly rank: number;
}

/** What is asked for by the arguments of a search, and the fetches of its parts. */
export class SearchFetches {
  /** Null if it searches for nothing. */
  readonly query: SearchQuery | null;
  readonly page: PageRequest;
  readonly #args: SearchArguments;
  readonly #fetches = new Map<string, Fetch>();

  /** @throws RequestError BAD_ARGUMENT or BAD_CURSOR */
  constructor(args: SearchArguments) {
    this.#args = args;
    this.page = pageRequest({ orders: { RELEVANCE: byRelevance }, defaultOrder: 'RELEVANCE' }, args, 'search');
    this.query = parseSearchQuery(args.query);
  }

  /**
   * These parts of the answer in their order: each {@link MatchRecord} of the page and one more if it goes on, or what
   * is counted. Null without a query.
   */
  fetch(parts: readonly SearchPart[]): Fetch | null {
    if (this.query === null) return null;
    const name = parts.join();
    const fetch = this.#fetches.get(name) ?? this.#fetchOf(this.query, parts);
    this.#fetches.set(name, fetch);
    return fetch;
  }

  #fetchOf(query: SearchQuery, parts: readonly SearchPart[]): Fetch {
    const { page } = this;
    const { types, filter } = this.#args;
    const isPage = parts.includes('page');
    const isCounted = parts.length > 1 || !isPage;
    const width = match.columns.length;
    return {
      name: fetchName('search', isPage ? 'page' : 'count'),
      keyWidth: 0,
      width: isCounted ? width + 1 : width,
      shape: match,
      at: 0,
      nodes: TYPES.map((type) => [nodeOf[type].__typename, cellOf(match, `ids.${type}`)]),
      size: isCounted ? page.size + 1 : page.size,
      text: (bind) => searchText({ query, types, filter, page }, parts, bind),
      readsDuplicates: false,
      valueOf: (rows) => {
        const counted = ((rows[0]?.[width] ?? []) as unknown[]).values();
        const matches = rows.filter(([rank]) => rank !== null);
        return parts.map((part): unknown => (part === 'page' ? matches.map(matchIn) : counted.next().value));
      },
    };
  }
}

function matchIn(row: Row): MatchRecord {
  const { rank, ids } = match.read(row, 0);
  for (const type of TYPES) {
    const id = ids[type];
    if (id !== null) return { type, id, rank };
  }
  throw new Error('A match has an id of its type.');
}

const searches = new WeakMap<QueryPlan, Map<string, SearchFetches>>();

/**
 * The fetches of a search in the plan of a document: the same ones whenever the same is searched for.
 * @throws RequestError BAD_ARGUMENT or BAD_CURSOR for what is no page of a search
 */
export function searchFetches(plan: QueryPlan, args: SearchArguments): SearchFetches {
  const known = searches.get(plan) ?? new Map<string, SearchFetches>();
  searches.set(plan, known);
  return kept(known, JSON.stringify(args), () => new SearchFetches(args));
}
