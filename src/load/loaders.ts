import type { Database } from '../store/database.ts';
import type { Queries } from '../store/query-pool.ts';
import { requirePublication } from './known-publication.ts';
import type { Listing, PageArguments } from './listing.ts';
import type { Connection, Page } from './page.ts';
import { Reader } from './reader.ts';
import type { Reading } from './reading.ts';
import { Readings } from './readings.ts';
import type { Key, Lookup, Relation } from './relation.ts';
import { relations } from './relations.ts';
import type { RelationName } from './relations.ts';
import { searchLoader } from './search.ts';
import { after } from './soon.ts';
import type { Soon } from './soon.ts';
import { runOn } from './statement.ts';

type LoaderOf<Declared> =
  Declared extends Relation<'one', infer K, infer T>
    ? (key: K) => Soon<T | null>
    : Declared extends Relation<'many', infer K, infer T>
      ? (key: K) => Soon<readonly T[]>
      : Declared extends Lookup<infer Values, infer T>
        ? (...values: Values) => Soon<readonly T[]>
        : Declared extends Listing<infer Parent, infer Edge, infer Arguments, infer Name>
          ? Parent extends Key
            ? (parent: Parent, args: Arguments & PageArguments<Name>) => Connection<Edge>
            : (args: Arguments & PageArguments<Name>) => Connection<Edge>
          : never;

/** One request's readers: what is asked of them in one turn is read together, and nothing is read twice. */
export type Load = { readonly [Name in keyof typeof relations]: LoaderOf<(typeof relations)[Name]> } & {
  readonly search: ReturnType<typeof searchLoader>;
  /**
   * Nothing, for a slug of a newspaper of the archive, or none.
   * @throws RequestError BAD_ARGUMENT, at once or later, for any other
   */
  readonly requirePublication: (argument: string, slug: string | null | undefined) => Soon<void>;
  /** `Type:id` of every node that was read. */
  readonly nodesRead: () => ReadonlySet<string>;
};

/** Nothing is known of what is asked. */
const anyReadings = new Readings();

/**
 * Makes the readers of one request, which read by the connections for queries. Each is made when it is first used. With
 * the readings of a document that was looked through, a statement reads what the document looks at and no more, and
 * along with it what it asks of its rows; not on connections that cannot prepare, where so long a statement would be
 * planned each time.
 */
export function createLoaders({ queries }: Pick<Database, 'queries'>, readings: Readings = anyReadings): Load {
  return new Loaders(queries, queries.options.prepare ? readings : anyReadings) as unknown as Load;
}

class Loaders {
  readonly reader: Reader;
  readonly search: ReturnType<typeof searchLoader>;

  readonly #queries: Queries;

  constructor(queries: Queries, readings: Readings) {
    this.#queries = queries;
    this.reader = new Reader(runOn(queries), readings);
    this.search = searchLoader(this.reader, () => this as unknown as Load);
  }

  requirePublication(argument: string, slug: string | null | undefined): Soon<void> {
    return requirePublication(this.#queries, argument, slug);
  }

  nodesRead(): ReadonlySet<string> {
    return this.reader.nodesRead();
  }
}

for (const name of Object.keys(relations) as RelationName[]) {
  Object.defineProperty(Loaders.prototype, name, {
    get(this: Loaders): unknown {
      const loader = loaderOf(name, this);
      Object.defineProperty(this, name, { value: loader });
      return loader;
    },
  });
}

function loaderOf(name: RelationName, loaders: Loaders): unknown {
  const { reader } = loaders;
  const { readings } = reader;
  const declared = relations[name];
  switch (declared.kind) {
    case 'relation': {
      const reading = readings.rows(name);
      return (key: Key) => reader.read(reading, key);
    }
    case 'lookup':
      return (...values: unknown[]) => {
        const slugOf = declared.publication as ((...values: readonly unknown[]) => string | null) | undefined;
        const found = reader.read(readings.found(name, values)) as Soon<readonly unknown[]>;
        // Who finds something is spared the question whether there is such a newspaper.
        return after(found, (rows) =>
          rows.length > 0 ? rows : after(loaders.requirePublication('publication', slugOf?.(...values)), () => rows),
        );
      };
    case 'listing':
      return declared.parent === null
        ? (args: PageArguments) => new List(reader, name, args)
        : (key: Key, args: PageArguments) => new List(reader, name, args, key);
  }
}

/** A class, for a closure costs more than it reads where each of many has a list. */
class List implements Connection<unknown> {
  readonly #reader: Reader;
  readonly #name: RelationName;
  readonly #args: PageArguments;
  readonly #key: Key | undefined;
  readonly #page: Reading;

  /** @throws RequestError BAD_ARGUMENT or BAD_CURSOR */
  constructor(reader: Reader, name: RelationName, args: PageArguments, key?: Key) {
    this.#reader = reader;
    this.#name = name;
    this.#args = args;
    this.#key = key;
    this.#page = reader.readings.page(name, args);
  }

  page(): Soon<Page<unknown>> {
    return this.#reader.read(this.#page, this.#key) as Soon<Page<unknown>>;
  }

  totalCount(): Soon<number> {
    return this.#reader.read(this.#reader.readings.count(this.#name, this.#args), this.#key) as Soon<number>;
  }
}
