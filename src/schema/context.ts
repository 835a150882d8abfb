import type { Load } from '../load/loaders.ts';

/** What a resolver is given of the request. */
export interface Context {
  readonly load: Load;
}
