import type { Database } from '../store/database.ts';
import type { Listing, PageArguments } from './listing.ts';
import type { Connection, Page } from './page.ts';
import { Reader } from './reader.ts';
import type { Reading } from './reading.ts';
import { Readings } from './readings.ts';
import type { Key, Lookup, Relation } from './relation.ts';
import { relations } from './relations.ts';
import type { RelationName } from './relations.ts';
import { searchLoader } from './search.ts';
import type { Soon } from './soon.ts';
import { runOn } from './statement.ts';
import type { Run } from './statement.ts';

type LoaderOf<Declared> =
  Declared extends Relation<'one', infer K, infer T> ? (key: K) => Soon<T | null>
    : Declared extends Relation<'many', infer K, infer T> ? (key: K) => Soon<readonly T[]>
      : Declared extends Lookup<infer Values, infer T> ? (...values: Values) => Soon<readonly T[]>
        : Declared extends Listing<infer Parent, infer Edge, infer Arguments, infer Name>
          ? Parent extends Key
            ? (parent: Parent, args: Arguments & PageArguments<Name>) => Connection<Edge>
            : (args: Arguments & PageArguments<Name>) => Connection<Edge>
          : never;

/** One request's readers: what is asked of them in one turn is read together, and nothing is read twice. */
export type Load = { readonly [Name in keyof typeof relations]: LoaderOf<(typeof relations)[Name]> } & {
  readonly search: ReturnType<typeof searchLoader>;
  /** `Type:id` of every node that was read. */
  readonly nodesRead: () => ReadonlySet<string>;
};

/** Nothing is known of what is asked. */
const anyReadings = new Readings();

/**
 * Makes the readers of one request, which read by the connections for queries. Each is made when it is first used. With the readings
 * of a document that was looked through, a statement reads what the document looks at and no more, and along with it what it asks of
 * its rows; not on connections that cannot prepare, where so long a statement would be planned each time.
 */
export function createLoaders({ queries }: Pick<Database, 'queries'>, readings: Readings = anyReadings): Load {
  return new Loaders(runOn(queries), queries.options.prepare ? readings : anyReadings) as unknown as Load;
}

class Loaders {
  readonly reader: Reader;
  readonly search: ReturnType<typeof searchLoader>;

  constructor(run: Run, readings: Readings) {
    this.reader = new Reader(run, readings);
    this.search = searchLoader(this.reader, () => this as unknown as Load);
  }

  nodesRead(): ReadonlySet<string> {
    return this.reader.nodesRead();
  }
}

for (const name of Object.keys(relations) as RelationName[]) {
  Object.defineProperty(Loaders.prototype, name, {
    get(this: Loaders): unknown {
      const loader = loaderOf(name, this.reader);
      Object.defineProperty(this, name, { value: loader });
      return loader;
    },
  });
}

function loaderOf(name: RelationName, reader: Reader): unknown {
  const { readings } = reader;
  const declared = relations[name];
  switch (declared.kind) {
    case 'relation': {
      const reading = readings.rows(name);
      return (key: Key) => reader.read(reading, key);
    }
    case 'lookup':
      return (...values: unknown[]) => reader.read(readings.found(name, values));
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
