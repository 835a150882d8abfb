import type { Readings } from '../../src/load/readings.ts';
import { pino } from 'pino';
import type postgres from 'postgres';
import { readConfig } from '../../src/config.ts';
import { createContext } from '../../src/http/context.ts';
import { createGateway, type GatewayParts } from '../../src/http/gateway.ts';
import { startServer } from '../../src/http/server.ts';
import { schema } from '../../src/schema/schema.ts';

/** The gateway on a free port, as `serve` starts it. */
export interface ArchiveGateway {
  readonly url: string;
  /** Asks by GET. */
  get(query: string, headers?: Record<string, string>): Promise<Response>;
  /** Asks by POST. */
  post(query: string, variables?: object): Promise<Response>;
  close(): Promise<void>;
}

export async function startArchiveGateway(sql: postgres.Sql, changes: Partial<GatewayParts<object>> = {}, corsOrigins: string[] = []): Promise<ArchiveGateway> {
  const config = readConfig({ PORT: '0' });
  const log = pino({ level: 'silent' });
  const server = await startServer({ ...config, corsOrigins }, log);
  const parts = { schema, createContext: (readings?: Readings) => createContext(sql, readings), limits: config, log, caching: config, ...changes };
  server.open(createGateway(parts), () => Promise.resolve(true));
  return {
    url: server.url,
    get: (query, headers = {}) => fetch(`${server.url}?${new URLSearchParams({ query })}`, { headers }),
    post: (query, variables = {}) => fetch(server.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    }),
    close: () => server.drain(0),
  };
}
