import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import type postgres from 'postgres';
import { expect } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { createContext } from '../../src/http/context.ts';
import { createGateway } from '../../src/http/gateway.ts';
import { startServer } from '../../src/http/server.ts';
import { ingestPaths } from '../../src/ingest.ts';
import { schema } from '../../src/schema/schema.ts';
import { createTestDatabase } from '../support/database.ts';

/** The documents of a front-end team, by the stems of their files. */
export const documents: Readonly<Record<string, string>> = Object.fromEntries(
  readdirSync(import.meta.dirname)
    .filter((file) => file.endsWith('.graphql'))
    .map((file) => [file.slice(0, -'.graphql'.length), readFileSync(join(import.meta.dirname, file), 'utf8')]),
);

/** The whole gateway on a free port, as clients meet it. */
export interface ClientGateway {
  readonly url: string;
  /** What a document is answered with; `operationName` says which of several is meant. Fails on errors. */
  ask<Data>(document: string, variables?: object, operationName?: string): Promise<Data>;
  close(): Promise<void>;
}

export async function startClientGateway(sql: postgres.Sql): Promise<ClientGateway> {
  const config = readConfig({ PORT: '0' });
  const log = pino({ level: 'silent' });
  const server = await startServer(config, log);
  server.open(createGateway({ schema, createContext: (readings) => createContext(sql, readings), limits: config, log }), () => Promise.resolve(true));
  return {
    url: server.url,
    async ask<Data>(document: string, variables = {}, operationName?: string) {
      const response = await fetch(server.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: documents[document], variables, operationName }),
      });
      const { data, errors } = await response.json() as { data: Data; errors?: unknown };
      expect(errors).toBeUndefined();
      return data;
    },
    close: () => server.drain(0),
  };
}

/** A gateway on a database of its own that holds the seed pages. */
export async function startSeedGateway(): Promise<ClientGateway> {
  const database = await createTestDatabase();
  await ingestPaths(database, [join(import.meta.dirname, '../../seeds')]);
  const gateway = await startClientGateway(database.sql);
  return {
    ...gateway,
    async close() {
      await gateway.close();
      await database.drop();
    },
  };
}
