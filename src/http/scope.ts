import type { IncomingHttpHeaders } from 'node:http';

/** Everybody: what one reads, all may. */
export const EVERYBODY = 'everybody';

/**
 * Names those who are answered alike, so that an answer may be kept and given to the next of them; null when nobody
 * else may see it, and it is kept nowhere. Only answers to EVERYBODY are left to browsers and proxies to keep. The
 * gateway knows no callers yet: whatever tells them apart later is to be told apart here.
 */
export type ScopeOf = (headers: IncomingHttpHeaders) => string | null;

export const scopeOf: ScopeOf = () => EVERYBODY;
