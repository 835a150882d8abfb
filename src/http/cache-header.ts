import { createHash } from 'node:crypto';
import type { Plugin } from 'graphql-yoga';
import type { Exchange } from './exchange.ts';
import { EVERYBODY } from './scope.ts';
import { surrogateKeyHeader } from './surrogate-key.ts';

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

/**
 * Lets browsers and proxies keep what everybody may read: answers without errors of queries that were sent by GET. What
 * they have already is answered with 304. All other answers keep the `no-store` that the server set.
 */
export function useCacheHeaders({
  maxAge,
  sharedMaxAge,
  staleSeconds,
  maxSurrogateIds,
}: CachingSettings): Plugin<object, { exchange: Exchange }> {
  const cacheControl = [
    'public',
    `max-age=${maxAge}`,
    ...(sharedMaxAge > 0 ? [`s-maxage=${sharedMaxAge}`] : []),
    staleSeconds > 0 ? `stale-while-revalidate=${staleSeconds}` : 'must-revalidate',
  ].join(', ');
  return {
    async onResponse({
      request,
      response,
      serverContext: {
        exchange: { scope, surrogateKeys },
      },
      setResponse,
      fetchAPI,
    }) {
      if (surrogateKeys === undefined || request.method !== 'GET' || response.status !== 200 || scope !== EVERYBODY)
        return;
      const body = await response.text();
      const contentType = response.headers.get('content-type') ?? '';
      const etag = `"${createHash('sha256').update(contentType).update(body).digest('base64url')}"`;
      const headers = {
        etag,
        'cache-control': cacheControl,
        'surrogate-key': surrogateKeyHeader(surrogateKeys, maxSurrogateIds),
      };
      setResponse(
        hasAnswer(request.headers.get('if-none-match') ?? undefined, etag)
          ? new fetchAPI.Response(null, { status: 304, headers })
          : new fetchAPI.Response(body, { headers: { ...headers, 'content-type': contentType } }),
      );
    },
  };
}

/** Whether a client has the answer: a proxy that compresses answers makes the tag a weak one. */
export function hasAnswer(ifNoneMatch: string | undefined, etag: string): boolean {
  return (ifNoneMatch ?? '').split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag);
}
