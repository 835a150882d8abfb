import type { BatchLoader } from '../../query/batch-loader.ts';
import { batched } from '../../query/batch.ts';
import { encodeCursor } from '../../query/cursor.ts';
import type { MaybePromise } from '../../query/maybe-promise.ts';
import { pageOf } from '../../query/page.ts';
import type { Connection, PageRequest } from '../../query/page.ts';
import type { QueryPlan } from '../../query/query-plan.ts';
import type { SearchQuery } from '../../text/search-query.ts';
import type { AgreementRecord, ArticleRecord, OrganisationRecord, PersonRecord } from '../node.ts';
import type { RelationLoaders } from '../relations.ts';
import type { SearchType } from './condition.ts';
import { correctedQuery } from './correction.ts';
import type { SearchPart } from './facet.ts';
import { nodeOf, searchFetches } from './fetch.ts';
import type { MatchRecord, SearchArguments, SearchFetches } from './fetch.ts';
import { highlightsOf } from './highlight.ts';
import type { Highlight } from './highlight.ts';
import { RANKS_A_BAND } from './rank.ts';

export type SearchResultRecord = ArticleRecord | PersonRecord | OrganisationRecord | AgreementRecord;

/** One match; its node and texts are read when they are first used. */
export interface SearchMatch {
  readonly type: SearchType;
  readonly id: string;
  readonly score: number;
  readonly node: MaybePromise<SearchResultRecord>;
  highlights(): Promise<readonly Highlight[]>;
}

/** How many matches have a value, by value. */
export type Facet<Value> = readonly { readonly value: Value; readonly count: number }[];

/** The matches of a search and what can be counted of them; each is read only when asked for. */
export interface Search extends Connection<SearchMatch> {
  /**
   * What was searched for instead, if the query itself finds nothing in the archive; null if it finds something, or if
   * nothing is near it.
   */
  readonly correctedQuery: () => Promise<string | null>;
  readonly types: () => Promise<Facet<SearchType>>;
  readonly years: () => Promise<Facet<number>>;
  readonly people: () => Promise<Facet<string>>;
  readonly organisations: () => Promise<Facet<string>>;
}

const nothing: Readonly<Record<SearchPart, unknown>> = {
  page: [],
  totalCount: 0,
  types: [],
  years: [],
  people: [],
  organisations: [],
};

/** What was found for a part, and by which query: the one that is asked for, or a corrected one. */
interface FoundPart {
  readonly value: unknown;
  readonly asked: SearchFetches;
}

/**
 * The loader of searches. What is asked of a search in one turn is read by one statement, together with what the
 * document goes on to fetch for its matches. If that finds nothing, a second one looks for names with a slip, and if
 * there are any, the search is made again with them corrected.
 */
export function searchLoader(batch: BatchLoader, load: () => RelationLoaders): (args: SearchArguments) => Search {
  return (args) => {
    const asked = searchFetches(batch.plan, args);
    const read = async (asked: SearchFetches, names: readonly SearchPart[]): Promise<FoundPart[]> => {
      const fetch = asked.fetch(names);
      const values =
        fetch === null ? names.map((name) => nothing[name]) : ((await batch.loadAlone(fetch)) as unknown[]);
      return values.map((value) => ({ value, asked }));
    };
    let correcting: Promise<string | null> | undefined;
    const corrected = () =>
      (correcting ??= asked.query === null ? Promise.resolve(null) : correctedQuery(asked.query, batch.run));
    const part = batched<SearchPart, FoundPart>(async (names) => {
      const found = await read(asked, names);
      const query = found.every(({ value }) => isNothing(value)) ? await corrected() : null;
      return query === null ? found : read(searchFetches(batch.plan, { ...args, query }), names);
    });
    const facet =
      <Value>(name: SearchPart) =>
      async (): Promise<Facet<Value>> =>
        ((await part(name)).value as [Value, number][]).map(([value, count]) => ({ value, count }));
    return {
      async page() {
        const { value, asked } = await part('page');
        if (asked.query === null) return pageOf<SearchMatch>(asked.page, []);
        const searched: Searched = { query: asked.query, page: asked.page, plan: batch.plan, load: load() };
        return pageOf<SearchMatch>(
          asked.page,
          (value as readonly MatchRecord[]).map((match) => new Match(searched, match)),
        );
      },
      correctedQuery: async () => ((await part('page')).asked === asked ? null : corrected()),
      totalCount: async () => (await part('totalCount')).value as number,
      types: facet('types'),
      years: facet('years'),
      people: facet('people'),
      organisations: facet('organisations'),
    };
  };
}

/** Whether a part is empty: no matches, none counted. */
function isNothing(value: unknown): boolean {
  return value === 0 || (Array.isArray(value) && value.length === 0);
}

/** What all matches of a search have in common. */
interface Searched {
  readonly query: SearchQuery;
  readonly page: PageRequest;
  readonly plan: QueryPlan;
  readonly load: RelationLoaders;
}

/** A class, so that only what is used of a match is made. */
class Match implements SearchMatch {
  readonly type: SearchType;
  readonly id: string;
  readonly #rank: number;
  readonly #searched: Searched;

  constructor(searched: Searched, { type, id, rank }: MatchRecord) {
    this.type = type;
    this.id = id;
    this.#rank = rank;
    this.#searched = searched;
  }

  get score(): number {
    return this.#rank / RANKS_A_BAND;
  }

  get cursor(): string {
    return encodeCursor(this.#searched.page.orderName, [this.#rank, this.id]);
  }

  get node(): MaybePromise<SearchResultRecord> {
    const { __typename, relation } = nodeOf[this.type];
    const { plan, load } = this.#searched;
    return (
      plan.selects(relation) ? load[relation](this.id) : { __typename, id: this.id }
    ) as MaybePromise<SearchResultRecord>;
  }

  highlights(): Promise<readonly Highlight[]> {
    const { load, query } = this.#searched;
    return highlightsOf(load, this.type, this.id, query);
  }
}
