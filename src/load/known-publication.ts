import type { Queries } from '../store/query-pool.ts';
import { RequestError } from './request-error.ts';
import type { Soon } from './soon.ts';
import { runOn } from './statement.ts';

/** Looking for the slugs, by where they are read; true once one is found. Few newspapers are in nearly all filters: each is looked up once. */
const lookups = new WeakMap<Queries, Map<string, true | Promise<void>>>();

/**
 * Nothing, for the slug of a newspaper of the archive, or for none.
 * @throws RequestError BAD_ARGUMENT, by the promise, for any other
 */
export function requirePublication(queries: Queries, argument: string, slug: string | null | undefined): Soon<void> {
  if (slug === null || slug === undefined) return undefined;
  const slugs = lookups.get(queries) ?? new Map<string, true | Promise<void>>();
  lookups.set(queries, slugs);
  const known = slugs.get(slug);
  if (known !== undefined) return known === true ? undefined : known;
  const lookup = findPublication(queries, argument, slug);
  slugs.set(slug, lookup);
  lookup.then(() => slugs.set(slug, true), () => slugs.delete(slug));
  return lookup;
}

/** After this every slug is looked up anew. */
export function forgetPublications(queries: Queries): void {
  lookups.delete(queries);
}

async function findPublication(queries: Queries, argument: string, slug: string): Promise<void> {
  const found = await runOn(queries)('select id from publications where slug = $1::text', [slug]);
  if (found.length > 0) return;
  throw new RequestError('BAD_ARGUMENT', `\`${argument}\` must be the slug of a newspaper of the archive; it is ${JSON.stringify(slug)}.`);
}
