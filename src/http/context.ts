import type postgres from 'postgres';
import { createLoaders } from '../load/loaders.ts';
import type { Readings } from '../load/readings.ts';
import type { Context } from '../schema/context.ts';

/** What resolvers are given: loaders of this request, which never see another request's rows. `readings` are those of its document. */
export function createContext(sql: postgres.Sql, readings?: Readings): Context {
  return { load: createLoaders(sql, readings) };
}
