import { pino } from 'pino';
import { readConfig } from '../../src/config.ts';
import { openArchiveGateway } from '../../src/http/archive-gateway.ts';
import type { ArchiveGatewayParts } from '../../src/http/archive-gateway.ts';
import type { Gateway } from '../../src/http/gateway.ts';
import type { ResponseCache } from '../../src/http/cache/response-cache.ts';
import { startServer } from '../../src/http/server.ts';
import type { Database } from '../../src/store/database.ts';

/** A gateway on a free port. */
export interface TestGateway {
  readonly url: string;
  /** The lines of its log, from warnings on unless it was given another level. */
  readonly lines: readonly Record<string, unknown>[];
  /** Its response cache, if it has one. */
  readonly cache: ResponseCache | undefined;
  /** Asks by GET. */
  get(query: string, headers?: Record<string, string>): Promise<Response>;
  /** Asks by POST. */
  post(query: string, variables?: object, headers?: Record<string, string>): Promise<Response>;
  /** The body of the answer to a POST of this object or text. */
  send(body: object | string): Promise<string>;
  close(): Promise<void>;
}

/** For tests that change rows and ask directly afterwards, or count statements: no answer comes from memory. */
export const WITHOUT_CACHE = { BANMIAN_CACHE_BYTES: '0' };

/** The gateway of this database as `serve` runs it with these variables. */
export async function startGateway(
  database: Database,
  environment: Readonly<Record<string, string>> = {},
  { level, ...parts }: Pick<ArchiveGatewayParts, 'scopeOf'> & { readonly level?: string } = {},
): Promise<TestGateway> {
  const config = readConfig({ PORT: '0', ...environment });
  const { lines, log } = recorded(level);
  const archive = await openArchiveGateway({ database, config, log, ...parts });
  const server = await startServer(config, log);
  server.open(archive.gateway, archive.faultOf);
  return {
    url: server.url,
    lines,
    cache: archive.cache,
    ...asking(server.url),
    async close() {
      await server.drain(0);
      await archive.close();
    },
  };
}

/** Any other gateway behind such a server. */
export async function serveGateway(gateway: Gateway): Promise<TestGateway> {
  const { lines, log } = recorded();
  const server = await startServer(readConfig({ PORT: '0' }), log);
  server.open(gateway, () => Promise.resolve(null));
  return { url: server.url, lines, cache: undefined, ...asking(server.url), close: () => server.drain(0) };
}

function recorded(level = 'warn') {
  const lines: Record<string, unknown>[] = [];
  return {
    lines,
    log: pino({ level }, { write: (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>) }),
  };
}

function asking(url: string): Pick<TestGateway, 'get' | 'post' | 'send'> {
  const post = (body: string, headers: Record<string, string> = {}) =>
    fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });
  return {
    get: (query, headers = {}) => fetch(`${url}?${new URLSearchParams({ query })}`, { headers }),
    post: (query, variables = {}, headers = {}) => post(JSON.stringify({ query, variables }), headers),
    send: async (body) => (await post(typeof body === 'string' ? body : JSON.stringify(body))).text(),
  };
}
