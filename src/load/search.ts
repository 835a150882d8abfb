import DataLoader from 'dataloader';
import type { SearchQuery } from '../text/search-query.ts';
import { encodeCursor } from './cursor.ts';
import { highlightsOf } from './highlight.ts';
import type { Highlight } from './highlight.ts';
import type { PageArguments } from './listing.ts';
import type { Load } from './loaders.ts';
import { readingName } from './look-ahead.ts';
import type { AgreementRecord, ArticleRecord, OrganisationRecord, PersonRecord } from './node.ts';
import { pageOf, pageRequest } from './page.ts';
import type { Connection, Page } from './page.ts';
import type { Reader } from './reader.ts';
import type { Reading } from './reading.ts';
import type { Readings } from './readings.ts';
import type { Row } from './record.ts';
import { searchQuery } from './search-condition.ts';
import type { SearchFilter, SearchType } from './search-condition.ts';
import { RANKS_A_TIER, byRelevance, match, searchText } from './search-statement.ts';
import type { SearchPart, SearchRequest } from './search-statement.ts';
import type { Soon } from './soon.ts';

export interface SearchArguments extends Omit<PageArguments, 'orderBy'> {
  readonly query: string;
  readonly types?: readonly SearchType[] | null | undefined;
  readonly filter?: SearchFilter | null | undefined;
}

export type SearchResultRecord = ArticleRecord | PersonRecord | OrganisationRecord | AgreementRecord;

/** One match; its node and texts are read when they are first looked at. */
export interface SearchMatch {
  readonly type: SearchType;
  readonly id: string;
  readonly score: number;
  readonly node: Soon<SearchResultRecord>;
  highlights(): Promise<readonly Highlight[]>;
}

/** How many matches have a value, by value. */
export type Facet<Value> = readonly { readonly value: Value; readonly count: number }[];

/** The matches of a search and what can be counted of them; each is read only when asked for. */
export interface Search extends Connection<SearchMatch> {
  readonly types: () => Promise<Facet<SearchType>>;
  readonly years: () => Promise<Facet<number>>;
  readonly people: () => Promise<Facet<string>>;
  readonly organisations: () => Promise<Facet<string>>;
}

const nothing: Readonly<Record<Exclude<SearchPart, 'page'>, unknown>> = { totalCount: 0, types: [], years: [], people: [], organisations: [] };

/** What each match is of, and by which relation it is read. */
export const nodeOf = {
  ARTICLE: { __typename: 'Article', relation: 'article' },
  PERSON: { __typename: 'Person', relation: 'person' },
  ORGANISATION: { __typename: 'Organisation', relation: 'organisation' },
  AGREEMENT: { __typename: 'Agreement', relation: 'agreement' },
} as const satisfies Readonly<Record<SearchType, { readonly __typename: string; readonly relation: keyof Load }>>;

const TYPES = Object.keys(nodeOf) as SearchType[];

/** The loader of searches: what is asked of one in one turn is read by one statement, with what the document reads of its matches. */
export function searchLoader(reader: Reader, load: () => Load): (args: SearchArguments) => Search {
  return (args) => {
    const page = pageRequest({ orders: { RELEVANCE: byRelevance }, defaultOrder: 'RELEVANCE' }, args, 'search');
    const query = searchQuery('query', args.query);
    const parts = new DataLoader<SearchPart, unknown>(async (asked) => {
      if (query === null) return asked.map((part) => (part === 'page' ? pageOf(page, []) : nothing[part]));
      const searched: Searched = { query, orderName: page.orderName, readings: reader.readings, load: load() };
      return await reader.readAlone(searchReading({ query, types: args.types, filter: args.filter, page }, asked, searched)) as unknown[];
    });
    const facet = <Value>(part: SearchPart) => async (): Promise<Facet<Value>> =>
      ((await parts.load(part)) as [Value, number][]).map(([value, count]) => ({ value, count }));
    return {
      page: () => parts.load('page') as Promise<Page<SearchMatch>>,
      totalCount: async () => (await parts.load('totalCount')) as number,
      types: facet('types'),
      years: facet('years'),
      people: facet('people'),
      organisations: facet('organisations'),
    };
  };
}

/** What all matches of a search have in common. */
interface Searched {
  readonly query: SearchQuery;
  readonly orderName: string;
  readonly readings: Readings;
  readonly load: Load;
}

/** A class, so that nothing is made of a match but what is looked at. */
class Match implements SearchMatch {
  readonly type: SearchType;
  readonly id: string;
  readonly #rank: number;
  readonly #searched: Searched;

  constructor(searched: Searched, type: SearchType, id: string, rank: number) {
    this.type = type;
    this.id = id;
    this.#rank = rank;
    this.#searched = searched;
  }

  get score(): number {
    return this.#rank / RANKS_A_TIER;
  }

  get cursor(): string {
    return encodeCursor(this.#searched.orderName, [this.#rank, this.id]);
  }

  get node(): Soon<SearchResultRecord> {
    const { __typename, relation } = nodeOf[this.type];
    const { readings, load } = this.#searched;
    return (readings.looksAt(relation) ? load[relation](this.id) : { __typename, id: this.id }) as Soon<SearchResultRecord>;
  }

  highlights(): Promise<readonly Highlight[]> {
    const { load, query } = this.#searched;
    return highlightsOf(load, this.type, this.id, query);
  }
}

/** These parts of an answer, in their order. Made for each search, as hardly one has the words of another. */
function searchReading(request: SearchRequest, parts: readonly SearchPart[], searched: Searched): Reading {
  const isPage = parts.includes('page');
  const width = match.columns.length;
  const matchIn = (row: Row): Match => {
    const { rank, ids } = match.read(row, 0);
    const type = TYPES.find((type) => ids[type] !== null)!;
    return new Match(searched, type, ids[type]!, rank);
  };
  const isCounted = parts.length > 1 || !isPage;
  return {
    name: readingName('search', isPage ? 'page' : 'count'),
    keyWidth: 0, width: isCounted ? width + 1 : width, record: match, at: 0,
    nodes: TYPES.map((type) => [nodeOf[type].__typename, match.cells.get(`ids.${type}`)!]), size: isCounted ? request.page.size + 1 : request.page.size,
    text: (bind) => searchText(request, parts, bind), isEachRead: false,
    valueOf: (rows) => {
      const counted = ((rows[0]?.[width] ?? []) as unknown[]).values();
      const matches = rows.filter(([rank]) => rank !== null);
      return parts.map((part) => (part === 'page' ? pageOf(request.page, matches.map(matchIn)) : counted.next().value));
    },
  };
}
