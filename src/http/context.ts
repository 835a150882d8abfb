import { createLoaders } from '../load/loaders.ts';
import type { QueryPlan } from '../query/query-plan.ts';
import type { Context } from '../schema/context.ts';
import type { Database } from '../store/database.ts';

/**
 * What resolvers are given: loaders for this request alone, so that they never see another request's rows. `plan` is
 * the plan of its operation.
 */
export function createContext(database: Pick<Database, 'queries'>, plan?: QueryPlan): Context {
  return { load: createLoaders(database, plan) };
}
