import { createHash } from 'node:crypto';
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

/** The headers by which others may keep a response. */
export type CacheHeaders = (response: CachedResponse, contentType: string) => Readonly<Record<string, string>>;

/** Lets browsers and proxies keep responses, and ask by a strong `ETag` whether they still hold. */
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

/** Whether anybody may keep the answer: what everybody may read, and was asked for by GET. */
export function isShared({ request: { method }, scope }: RequestState): boolean {
  return method === 'GET' && scope === EVERYBODY;
}

/** The tags; with more than `maxIds` nodes their types in place of them, any change of which then counts. */
function surrogateKey(tags: readonly string[], maxIds: number): string {
  const isLong = tags.filter((tag) => tag.includes(':')).length > maxIds;
  return (isLong ? [...new Set(tags.map((tag) => tag.split(':')[0]))] : tags).join(' ');
}
