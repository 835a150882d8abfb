import type { BatchLoader } from './batch-loader.ts';
import type { Fetch } from './fetch.ts';
import { chain } from './maybe-promise.ts';
import type { MaybePromise } from './maybe-promise.ts';
import type { Connection, Page, PageArguments } from './page.ts';
import type { Key, KeyedRelation, ListRelation, LookupRelation, Relation, Relations } from './relation.ts';

type LoaderOf<Declared> =
  Declared extends KeyedRelation<'one', infer K, infer T>
    ? (key: K) => MaybePromise<T | null>
    : Declared extends KeyedRelation<'many', infer K, infer T>
      ? (key: K) => MaybePromise<readonly T[]>
      : Declared extends LookupRelation<infer Values, infer T>
        ? (...values: Values) => MaybePromise<readonly T[]>
        : Declared extends ListRelation<infer Parent, infer Edge, infer Arguments, infer Name>
          ? Parent extends Key
            ? (parent: Parent, args: Arguments & PageArguments<Name>) => Connection<Edge>
            : (args: Arguments & PageArguments<Name>) => Connection<Edge>
          : never;

/** A loader for each relation, of its name. */
export type LoadersOf<All extends Relations> = { readonly [Name in keyof All]: LoaderOf<All[Name]> };

/** What loaders of relations load with. */
export interface LoaderSource {
  readonly batch: BatchLoader;
  /**
   * Called with the scope of a lookup that found nothing; null for one without scope.
   * @throws RequestError, at once or later, for a scope that does not exist
   */
  readonly requireScope: (scope: string | null) => MaybePromise<void>;
}

/**
 * Adds to a class the loaders of these relations, as properties of its instances. Each is made when it is first used,
 * for a request uses few of them.
 */
export function defineLoaders(target: { readonly prototype: LoaderSource }, relations: Relations): void {
  for (const [name, relation] of Object.entries(relations)) {
    Object.defineProperty(target.prototype, name, {
      get(this: LoaderSource): unknown {
        const loader = loaderOf(name, relation, this);
        Object.defineProperty(this, name, { value: loader });
        return loader;
      },
    });
  }
}

function loaderOf(name: string, relation: Relation, source: LoaderSource): unknown {
  const { batch } = source;
  const { plan } = batch;
  switch (relation.kind) {
    case 'keyed': {
      const fetch = plan.rows(name);
      return (key: Key) => batch.load(fetch, key);
    }
    case 'lookup': {
      const scopeOf = relation.scope as ((...values: readonly unknown[]) => string | null) | undefined;
      return (...values: unknown[]) => {
        const found = batch.load(plan.found(name, values)) as MaybePromise<readonly unknown[]>;
        // Where something is found, the scope need not be looked up.
        return chain(found, (rows) =>
          rows.length > 0 ? rows : chain(source.requireScope(scopeOf?.(...values) ?? null), () => rows),
        );
      };
    }
    case 'list':
      return relation.parent === null
        ? (args: PageArguments) => new List(batch, name, args)
        : (key: Key, args: PageArguments) => new List(batch, name, args, key);
  }
}

/** A class, for a closure costs more than it reads where each of many rows has a list. */
class List implements Connection<unknown> {
  readonly #batch: BatchLoader;
  readonly #name: string;
  readonly #args: PageArguments;
  readonly #key: Key | undefined;
  readonly #page: Fetch;

  /** @throws RequestError BAD_ARGUMENT or BAD_CURSOR */
  constructor(batch: BatchLoader, name: string, args: PageArguments, key?: Key) {
    this.#batch = batch;
    this.#name = name;
    this.#args = args;
    this.#key = key;
    this.#page = batch.plan.page(name, args);
  }

  page(): MaybePromise<Page<unknown>> {
    return this.#batch.load(this.#page, this.#key) as MaybePromise<Page<unknown>>;
  }

  totalCount(): MaybePromise<number> {
    return this.#batch.load(this.#batch.plan.count(this.#name, this.#args), this.#key) as MaybePromise<number>;
  }
}
