import DataLoader from 'dataloader';
import { encodeCursor } from './cursor.ts';
import { highlightsOf } from './highlight.ts';
import type { Highlight } from './highlight.ts';
import type { Load } from './loaders.ts';
import type { AgreementRecord, ArticleRecord, OrganisationRecord, PersonRecord } from './node.ts';
import { pageOf } from './page.ts';
import type { Connection } from './page.ts';
import type { Reader } from './reader.ts';
import type { Readings } from './readings.ts';
import { correctedQuery } from './search-correction.ts';
import type { SearchType } from './search-condition.ts';
import { nodeOf } from './search-reading.ts';
import type { MatchRecord, SearchArguments, SearchReadings } from './search-reading.ts';
import { RANKS_A_TIER } from './search-statement.ts';
import type { SearchPart } from './search-statement.ts';
import type { Soon } from './soon.ts';

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
  /**
   * What was searched instead, as the query itself finds nothing in the archive; null when it does, or nothing is near
   * it.
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

/** What was found of a part, and by which query: the one asked for or a corrected one. */
interface FoundPart {
  readonly value: unknown;
  readonly asked: SearchReadings;
}

/**
 * The loader of searches: what is asked of one in one turn is read by one statement, with what the document reads of
 * its matches. Only when that finds nothing another looks for names with a slip, and if there are any the same is read
 * for those.
 */
export function searchLoader(reader: Reader, load: () => Load): (args: SearchArguments) => Search {
  return (args) => {
    const asked = reader.readings.search(args);
    const read = async (asked: SearchReadings, names: readonly SearchPart[]): Promise<FoundPart[]> => {
      const reading = asked.reading(names);
      const values =
        reading === null ? names.map((name) => nothing[name]) : ((await reader.readAlone(reading)) as unknown[]);
      return values.map((value) => ({ value, asked }));
    };
    let correcting: Promise<string | null> | undefined;
    const corrected = () =>
      (correcting ??= asked.query === null ? Promise.resolve(null) : correctedQuery(asked.query, reader.run));
    const parts = new DataLoader<SearchPart, FoundPart>(async (names) => {
      const found = await read(asked, names);
      const query = found.every(({ value }) => isNothing(value)) ? await corrected() : null;
      return query === null ? found : read(reader.readings.search({ ...args, query }), names);
    });
    const facet =
      <Value>(part: SearchPart) =>
      async (): Promise<Facet<Value>> =>
        ((await parts.load(part)).value as [Value, number][]).map(([value, count]) => ({ value, count }));
    return {
      async page() {
        const { value, asked } = await parts.load('page');
        const searched: Searched = { asked, readings: reader.readings, load: load() };
        return pageOf(
          asked.page,
          (value as readonly MatchRecord[]).map((match) => new Match(searched, match)),
        );
      },
      correctedQuery: async () => ((await parts.load('page')).asked === asked ? null : corrected()),
      totalCount: async () => (await parts.load('totalCount')).value as number,
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
  readonly asked: SearchReadings;
  readonly readings: Readings;
  readonly load: Load;
}

/** A class, so that nothing is made of a match but what is looked at. */
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
    return this.#rank / RANKS_A_TIER;
  }

  get cursor(): string {
    return encodeCursor(this.#searched.asked.page.orderName, [this.#rank, this.id]);
  }

  get node(): Soon<SearchResultRecord> {
    const { __typename, relation } = nodeOf[this.type];
    const { readings, load } = this.#searched;
    return (
      readings.looksAt(relation) ? load[relation](this.id) : { __typename, id: this.id }
    ) as Soon<SearchResultRecord>;
  }

  highlights(): Promise<readonly Highlight[]> {
    const {
      load,
      asked: { query },
    } = this.#searched;
    return highlightsOf(load, this.type, this.id, query!);
  }
}
