import { join } from 'node:path';
import type { GraphQLSchema } from 'graphql';
import { ingestPaths } from '../../src/ingest.ts';
import { schema } from '../../src/schema/schema.ts';
import { archivePool } from '../property/archive-pool.ts';
import type { Pool } from '../property/random-document.ts';
import { fillArchive, multiplyArchive } from '../support/archive.ts';
import { createTestDatabase } from '../support/database.ts';
import type { TestDatabase } from '../support/database.ts';
import { startGateway } from '../support/gateway.ts';
import type { TestGateway } from '../support/gateway.ts';

/** The archive whose lists are walked. */
export interface Archive {
  readonly schema: GraphQLSchema;
  readonly gateway: TestGateway;
  readonly database: TestDatabase;
  /** Values for arguments. */
  readonly pool: Pool;
}

export const archives = {
  'the seed pages': (database: TestDatabase) => ingestPaths(database, [join(import.meta.dirname, '../../seeds')]),
  async 'the hand-made archive'(database: TestDatabase) {
    await fillArchive(database);
    await multiplyArchive(database, 25); // More than a hundred articles: no page holds all.
  },
};

/** A gateway as it is served over an archive of its own. */
export async function openArchive(fill: (database: TestDatabase) => Promise<unknown>): Promise<Archive> {
  const database = await createTestDatabase();
  await fill(database);
  const gateway = await startGateway(database);
  database.onDrop(gateway.close);
  return { schema, gateway, database, pool: await archivePool(database) };
}
