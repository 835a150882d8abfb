import { parseSearchQuery } from '../text/search-query.ts';
import type { SearchQuery } from '../text/search-query.ts';
import { readingName } from './look-ahead.ts';
import type { PageArguments } from './listing.ts';
import { pageRequest } from './page.ts';
import type { PageRequest } from './page.ts';
import type { Reading } from './reading.ts';
import type { Row } from './record.ts';
import type { SearchFilter, SearchType } from './search-condition.ts';
import { byRelevance, match, searchText } from './search-statement.ts';
import type { SearchPart } from './search-statement.ts';

export interface SearchArguments extends Omit<PageArguments, 'orderBy'> {
  readonly query: string;
  readonly types?: readonly SearchType[] | null | undefined;
  readonly filter?: SearchFilter | null | undefined;
}

/** What each match is of, and by which relation it is read. */
export const nodeOf = {
  ARTICLE: { __typename: 'Article', relation: 'article' },
  PERSON: { __typename: 'Person', relation: 'person' },
  ORGANISATION: { __typename: 'Organisation', relation: 'organisation' },
  AGREEMENT: { __typename: 'Agreement', relation: 'agreement' },
} as const satisfies Readonly<Record<SearchType, object>>;

const TYPES = Object.keys(nodeOf) as SearchType[];

/** A match as its row tells it. */
export interface MatchRecord {
  readonly type: SearchType;
  readonly id: string;
  readonly rank: number;
}

/** What is asked for by the arguments of a search, and the readings of its parts. */
export class SearchReadings {
  /** Null when it looks for nothing. */
  readonly query: SearchQuery | null;
  readonly page: PageRequest;
  readonly #args: SearchArguments;
  readonly #readings = new Map<string, Reading>();

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
  reading(parts: readonly SearchPart[]): Reading | null {
    if (this.query === null) return null;
    const name = parts.join();
    const reading = this.#readings.get(name) ?? this.#readingOf(this.query, parts);
    this.#readings.set(name, reading);
    return reading;
  }

  #readingOf(query: SearchQuery, parts: readonly SearchPart[]): Reading {
    const { page } = this;
    const { types, filter } = this.#args;
    const isPage = parts.includes('page');
    const isCounted = parts.length > 1 || !isPage;
    const width = match.columns.length;
    return {
      name: readingName('search', isPage ? 'page' : 'count'),
      keyWidth: 0,
      width: isCounted ? width + 1 : width,
      record: match,
      at: 0,
      nodes: TYPES.map((type) => [nodeOf[type].__typename, match.cells.get(`ids.${type}`)!]),
      size: isCounted ? page.size + 1 : page.size,
      text: (bind) => searchText({ query, types, filter, page }, parts, bind),
      isEachRead: false,
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
  const type = TYPES.find((type) => ids[type] !== null)!;
  return { type, id: ids[type]!, rank };
}
