import type { RequestState } from '../request-state.ts';
import type { CachedResponse } from './response-cache.ts';
import { EVERYBODY } from './scope.ts';

/** How others may give answers again without asking: for how many seconds, and what they are to purge them by. */
export interface CachingSettings {
  /** Browsers. */
  readonly maxAge: number;
  /** Proxies and content delivery networks. */
  readonly sharedMaxAge: number;
  /** Beyond that, both may give an old answer once more while they fetch a new one. */
  readonly staleSeconds: number;
  /** Answers with more nodes than that name only types in their `Surrogate-Key`. */
  readonly maxSurrogateIds: number;
}

/** The headers by which others may keep an answer; null when nobody may. */
export type CacheHeaders = (
  state: RequestState,
  response: CachedResponse,
  contentType: string,
) => {
  readonly etag: string;
  readonly 'cache-control': string;
  readonly 'surrogate-key': string;
} | null;

/** Lets browsers and proxies keep what everybody may read: answers without errors of queries that were sent by GET. */
export function cacheHeaders({ maxAge, sharedMaxAge, staleSeconds, maxSurrogateIds }: CachingSettings): CacheHeaders {
  const cacheControl = [
    'public',
    `max-age=${maxAge}`,
    ...(sharedMaxAge > 0 ? [`s-maxage=${sharedMaxAge}`] : []),
    staleSeconds > 0 ? `stale-while-revalidate=${staleSeconds}` : 'must-revalidate',
  ].join(', ');
  return ({ request: { method }, scope }, response, contentType) =>
    method === 'GET' && scope === EVERYBODY
      ? {
          etag: response.etag(contentType),
          'cache-control': cacheControl,
          'surrogate-key': surrogateKey(response.tags, maxSurrogateIds),
        }
      : null;
}

/** The tags; with more than `maxIds` nodes their types in place of them, any change of which then counts. */
function surrogateKey(tags: readonly string[], maxIds: number): string {
  const isLong = tags.filter((tag) => tag.includes(':')).length > maxIds;
  return (isLong ? [...new Set(tags.map((tag) => tag.split(':')[0]))] : tags).join(' ');
}
