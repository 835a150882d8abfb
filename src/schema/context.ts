import type { Load } from '../load/loaders.ts';

/** What resolvers get of a request. */
export interface Context {
  readonly load: Load;
}
