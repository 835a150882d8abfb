import type { KeyHolder } from '../load/key-holder.ts';
import { createLoaders, type Load } from '../load/loaders.ts';
import type { QueryPlan } from '../query/query-plan.ts';
import type { Context } from '../schema/context.ts';
import type { Database } from '../store/database.ts';

/** What resolvers are given, and what they looked at. */
export interface RequestContext extends Context {
  /** Whether any has looked at who asks. */
  readonly hasReadViewer: boolean;
}

/**
 * What resolvers are given: loaders for this request alone, so that they never see another request's rows. `plan` is
 * the plan of its operation.
 */
export function createContext(
  database: Pick<Database, 'queries'>,
  caller: KeyHolder | null,
  plan?: QueryPlan,
): RequestContext {
  return new CallerContext(createLoaders(database, plan), caller);
}

class CallerContext implements RequestContext {
  readonly load: Load;
  readonly #caller: KeyHolder | null;
  #hasReadViewer = false;

  constructor(load: Load, caller: KeyHolder | null) {
    this.load = load;
    this.#caller = caller;
  }

  get viewer(): KeyHolder | null {
    this.#hasReadViewer = true;
    return this.#caller;
  }

  get hasReadViewer(): boolean {
    return this.#hasReadViewer;
  }
}
