import { createLoaders } from '../load/loaders.ts';
import type { Readings } from '../load/readings.ts';
import type { Context } from '../schema/context.ts';
import type { Database } from '../store/database.ts';

/**
 * What resolvers are given: loaders of this request, which never see another request's rows. `readings` are those of
 * its document.
 */
export function createContext(database: Pick<Database, 'queries'>, readings?: Readings): Context {
  return { load: createLoaders(database, readings) };
}
