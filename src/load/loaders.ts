import { BatchLoader } from '../query/batch-loader.ts';
import { defineLoaders } from '../query/loaders.ts';
import type { LoaderSource } from '../query/loaders.ts';
import type { MaybePromise } from '../query/maybe-promise.ts';
import { QueryPlan } from '../query/query-plan.ts';
import { runOn } from '../query/run.ts';
import type { SelectionPlan } from '../query/selection-plan.ts';
import type { Database } from '../store/database.ts';
import type { QueryClient } from '../store/query-pool.ts';
import { requirePublication } from './known-publication.ts';
import { relations } from './relations.ts';
import type { RelationLoaders } from './relations.ts';
import { searchLoader } from './search/search.ts';

/** One request's loaders: what is asked of them in one turn is read together, and nothing is read twice. */
export type Load = RelationLoaders & {
  readonly search: ReturnType<typeof searchLoader>;
  /**
   * Checks that the slug, if there is one, is that of a newspaper of the archive.
   * @throws RequestError BAD_ARGUMENT, at once or later, if it is not
   */
  readonly requirePublication: (argument: string, slug: string | null | undefined) => MaybePromise<void>;
  /** `Type:id` of every node that was read. */
  readonly nodesRead: () => ReadonlySet<string>;
};

/** The plan of a document that selects this. */
export function createQueryPlan(selection?: SelectionPlan): QueryPlan {
  return new QueryPlan(relations, selection);
}

/** The plan of any document. */
const anyPlan = createQueryPlan();

/**
 * Makes the loaders of one request, each when it is first used. With the plan of a document, a statement reads only
 * what the document selects, together with what it goes on to fetch for those rows. Connections that cannot prepare do
 * without the plan: Postgres would have to plan the long statement each time.
 */
export function createLoaders({ queries }: Pick<Database, 'queries'>, plan: QueryPlan = anyPlan): Load {
  return new Loaders(queries, queries.options.prepare ? plan : anyPlan) as Loaders & RelationLoaders;
}

class Loaders implements LoaderSource {
  readonly batch: BatchLoader;
  readonly search: ReturnType<typeof searchLoader>;

  readonly #queries: QueryClient;

  constructor(queries: QueryClient, plan: QueryPlan) {
    this.#queries = queries;
    this.batch = new BatchLoader(runOn(queries), plan);
    this.search = searchLoader(this.batch, () => this as LoaderSource as LoaderSource & RelationLoaders);
  }

  requirePublication(argument: string, slug: string | null | undefined): MaybePromise<void> {
    return requirePublication(this.#queries, argument, slug);
  }

  requireScope(slug: string | null): MaybePromise<void> {
    return this.requirePublication('publication', slug);
  }

  nodesRead(): ReadonlySet<string> {
    return this.batch.nodesRead();
  }
}

defineLoaders(Loaders, relations);
