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

/** Makes the headers that let others keep a response of this content type. */
type MakeHeaders = (response: CachedResponse, contentType: string) => Readonly<Record<string, string>>;

export interface CacheHeaders {
  /** For responses that are the same for everybody. */
  readonly shared: MakeHeaders;
  /** For all others: only the caller's own browser keeps them, and only for the same key. */
  readonly own: MakeHeaders;
}

/** Lets browsers and, where everybody gets the same, proxies keep responses and revalidate them by a strong `ETag`. */
export function cacheHeaders({ maxAge, sharedMaxAge, staleSeconds, maxSurrogateIds }: CachingSettings): CacheHeaders {
  const cacheControl = [
    'public',
    `max-age=${maxAge}`,
    ...(sharedMaxAge > 0 ? [`s-maxage=${sharedMaxAge}`] : []),
    staleSeconds > 0 ? `stale-while-revalidate=${staleSeconds}` : 'must-revalidate',
  ].join(', ');
  return {
    shared: (response, contentType) => ({
      etag: etagOf(response, contentType),
      'cache-control': cacheControl,
      'surrogate-key': surrogateKey(response.tags, maxSurrogateIds),
    }),
    // No age: a key that is revoked reads nothing more, not even what it had read.
    own: (response, contentType) => ({
      etag: etagOf(response, contentType),
      'cache-control': 'private, max-age=0, must-revalidate',
    }),
  };
}

function etagOf({ body }: CachedResponse, contentType: string): string {
  return `"${createHash('sha256').update(contentType).update(body).digest('base64url')}"`;
}

/** Whether everybody gets the same response. */
export function isShared({ scope }: Pick<RequestState, 'scope'>): boolean {
  return scope === EVERYBODY;
}

/** The tags; with more than `maxIds` nodes, their types in place of the nodes. */
function surrogateKey(tags: readonly string[], maxIds: number): string {
  const isLong = tags.filter((tag) => tag.includes(':')).length > maxIds;
  return (isLong ? [...new Set(tags.map((tag) => tag.split(':')[0]))] : tags).join(' ');
}
