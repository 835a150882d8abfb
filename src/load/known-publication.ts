import type { MaybePromise } from '../query/maybe-promise.ts';
import { RequestError } from '../query/request-error.ts';
import { runOn } from '../query/run.ts';
import type { QueryClient } from '../store/query-pool.ts';
import { publications } from '../store/tables.ts';
import { aliased, table } from './table-alias.ts';

/**
 * Lookups of slugs, by the pool that makes them; true once a slug is found. Nearly all filters name one of a few
 * newspapers, so each is looked up once.
 */
const lookups = new WeakMap<QueryClient, Map<string, true | Promise<boolean>>>();

/**
 * Checks that the slug, if there is one, is that of a newspaper of the archive.
 * @throws RequestError BAD_ARGUMENT, by the promise, if it is not; the error names the argument
 */
export function requirePublication(
  queries: QueryClient,
  argument: string,
  slug: string | null | undefined,
): MaybePromise<void> {
  if (slug === null || slug === undefined) return undefined;
  const known = isPublication(queries, slug);
  return known === true
    ? undefined
    : known.then((isKnown) => {
        if (isKnown) return;
        throw new RequestError(
          'BAD_ARGUMENT',
          `\`${argument}\` must be the slug of a newspaper of the archive; it is ${JSON.stringify(slug)}.`,
        );
      });
}

/** Forgets every lookup. */
export function forgetPublications(queries: QueryClient): void {
  lookups.delete(queries);
}

function isPublication(queries: QueryClient, slug: string): true | Promise<boolean> {
  const slugs = lookups.get(queries) ?? new Map<string, true | Promise<boolean>>();
  lookups.set(queries, slugs);
  const known = slugs.get(slug);
  if (known !== undefined) return known;
  const lookup = findPublication(queries, slug);
  slugs.set(slug, lookup);
  const forget = () => slugs.delete(slug);
  lookup.then((isKnown) => (isKnown ? slugs.set(slug, true) : forget()), forget);
  return lookup;
}

const u = aliased(publications, 'u');
const BY_SLUG = `select ${u.id} from ${table(u)} where ${u.slug} = $1::text`;

async function findPublication(queries: QueryClient, slug: string): Promise<boolean> {
  return (await runOn(queries)(BY_SLUG, [slug])).length > 0;
}
