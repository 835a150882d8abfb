import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { ingestPaths } from '../../src/ingest.ts';
import type { Database } from '../../src/store/database.ts';
import { createTestDatabase } from '../support/database.ts';
import { startGateway } from '../support/gateway.ts';

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

export async function startClientGateway(
  database: Database,
  environment: Readonly<Record<string, string>> = {},
): Promise<ClientGateway> {
  const gateway = await startGateway(database, environment);
  return {
    url: gateway.url,
    async ask<Data>(document: string, variables = {}, operationName?: string) {
      const { data, errors } = JSON.parse(
        await gateway.send({ query: documents[document], variables, operationName }),
      ) as { data: Data; errors?: unknown };
      expect(errors).toBeUndefined();
      return data;
    },
    close: gateway.close,
  };
}

/** A gateway on a database of its own that holds the seed pages. */
export async function startSeedGateway(): Promise<ClientGateway> {
  const database = await createTestDatabase();
  await ingestPaths(database, [join(import.meta.dirname, '../../seeds')]);
  const gateway = await startClientGateway(database);
  return {
    ...gateway,
    async close() {
      await gateway.close();
      await database.drop();
    },
  };
}
