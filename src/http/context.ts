import type postgres from 'postgres';
import { createLoaders } from '../load/loaders.ts';
import type { Context } from '../schema/context.ts';

/** What resolvers are given: loaders of this request, which never see another request's rows. */
export function createContext(sql: postgres.Sql): Context {
  return { load: createLoaders(sql) };
}
