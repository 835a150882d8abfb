import DataLoader from 'dataloader';
import { encodeCursor } from './cursor.ts';
import { highlightsOf } from './highlight.ts';
import type { Highlight } from './highlight.ts';
import type { PageArguments } from './listing.ts';
import type { Load } from './loaders.ts';
import type { AgreementRecord, ArticleRecord, OrganisationRecord, PersonRecord } from './node.ts';
import { pageOf, pageRequest } from './page.ts';
import type { Connection } from './page.ts';
import { searchQuery } from './search-condition.ts';
import type { SearchFilter, SearchType } from './search-condition.ts';
import { RANKS_A_TIER, byRelevance, searchStatement } from './search-statement.ts';
import type { SearchPart } from './search-statement.ts';
import type { Soon } from './soon.ts';
import type { Run } from './statement.ts';

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
  readonly highlights: () => Promise<readonly Highlight[]>;
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

const empty: Readonly<Record<SearchPart, unknown>> = { page: [], totalCount: 0, types: [], years: [], people: [], organisations: [] };

const nodeOf: Readonly<Record<SearchType, (load: Load, id: string) => Soon<SearchResultRecord | null>>> = {
  ARTICLE: (load, id) => load.article(id),
  PERSON: (load, id) => load.person(id),
  ORGANISATION: (load, id) => load.organisation(id),
  AGREEMENT: (load, id) => load.agreement(id),
};

/** The loader of searches: what is asked of one in one turn is read by one statement, its nodes by one a type. */
export function searchLoader(run: Run, load: () => Load): (args: SearchArguments) => Search {
  return (args) => {
    const page = pageRequest({ orders: { RELEVANCE: byRelevance }, defaultOrder: 'RELEVANCE' }, args, 'search');
    const query = searchQuery('query', args.query);
    const parts = new DataLoader<SearchPart, unknown>(async (asked) => {
      if (query === null) return asked.map((part) => empty[part]);
      const { text, parameters } = searchStatement({ query, types: args.types, filter: args.filter, page }, asked);
      const [row = []] = await run(text, parameters);
      return row;
    });
    const facet = <Value>(part: SearchPart) => async (): Promise<Facet<Value>> =>
      ((await parts.load(part)) as [Value, number][]).map(([value, count]) => ({ value, count }));
    return {
      page: async () => pageOf(page, ((await parts.load('page')) as [number, string, SearchType][]).map(([rank, id, type]) => (
        {
          type, id, score: rank / RANKS_A_TIER, cursor: encodeCursor(page.orderName, [rank, id]),
          get node() { return nodeOf[type](load(), id) as Soon<SearchResultRecord>; },
          highlights: () => highlightsOf(load(), type, id, query!),
        }
      ))),
      totalCount: async () => (await parts.load('totalCount')) as number,
      types: facet('types'),
      years: facet('years'),
      people: facet('people'),
      organisations: facet('organisations'),
    };
  };
}
