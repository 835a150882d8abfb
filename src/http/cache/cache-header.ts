import { createHash } from 'node:crypto';
import type { RequestState } from '../request-state.ts';
import type { CachedResponse } from './response-cache.ts';
import { EVERYBODY } from './scope.ts';

/** For how many seconds others may reuse responses without asking, and by what they can purge them. */
export interface CachingSettings {
  /** Browsers. */
  readonly maxAge: number;
  /** Proxies and content delivery networks. */
  readonly sharedMaxAge: number;
  /** Beyond that, both may use a stale response while they fetch a new one. */
  readonly staleSeconds: number;
  /** Responses with more nodes than this name only types in their `Surrogate-Key`. */
  readonly maxSurrogateIds: number;
}

/** Makes the headers that let others keep a response. */
export type CacheHeaders = (response: CachedResponse, contentType: string) => Readonly<Record<string, string>>;

/** Lets browsers and proxies keep responses and revalidate them by a strong `ETag`. */
export function cacheHeaders({ maxAge, sharedMaxAge, staleSeconds, maxSurrogateIds }: CachingSettings): CacheHeaders {
  const cacheControl = [
    'public',
    `max-age=${maxAge}`,
    ...(sharedMaxAge > 0 ? [`s-maxage=${sharedMaxAge}`] : []),
    staleSeconds > 0 ? `stale-while-revalidate=${staleSeconds}` : 'must-revalidate',
  ].join(', ');
  return ({ body, tags }, contentType) => ({
    etag: `"${createHash('sha256').update(contentType).update(body).digest('base64url')}"`,
    'cache-control': cacheControl,
    'surrogate-key': surrogateKey(tags, maxSurrogateIds),
  });
}

/** Whether anyone may keep the response: it answers a GET, and everybody gets the same. */
export function isShared({ request: { method }, scope }: RequestState): boolean {
  return method === 'GET' && scope === EVERYBODY;
}

/** The tags; with more than `maxIds` nodes, their types in place of the nodes. */
function surrogateKey(tags: readonly string[], maxIds: number): string {
  const isLong = tags.filter((tag) => tag.includes(':')).length > maxIds;
  return (isLong ? [...new Set(tags.map((tag) => tag.split(':')[0]))] : tags).join(' ');
}
