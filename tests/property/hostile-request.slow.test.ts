import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ingestPaths } from '../../src/ingest.ts';
import { schema } from '../../src/schema/schema.ts';
import { fillArchive } from '../support/archive.ts';
import { createTestDatabase } from '../support/database.ts';
import type { TestDatabase } from '../support/database.ts';
import { startGateway } from '../support/gateway.ts';
import type { TestGateway } from '../support/gateway.ts';
import { archivePool } from './archive-pool.ts';
import { hostileRequest } from './hostile-request.ts';
import type { Pool } from './random-document.ts';

const REQUESTS = 20_000;
const REQUESTS_A_TEST = 2_000;
/** The most bytes of an answer that is only errors. */
const MOST_ERROR_BYTES = 10_000;

let database: TestDatabase;
let gateway: TestGateway;
let pool: Pool;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillArchive(database);
  await ingestPaths(database, [join(import.meta.dirname, '../../seeds')]);
  pool = await archivePool(database);
  gateway = await startGateway(database);
});
afterAll(async () => {
  await gateway.close();
  await database.drop();
});

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: unknown } }[];
}

const froms = Array.from({ length: REQUESTS / REQUESTS_A_TEST }, (_, index) => index * REQUESTS_A_TEST);

test.each(froms)('every hostile request is answered with data or an error with a code: from seed %i', async (from) => {
  const codes = new Map<string, number>();
  for (let seed = from; seed < from + REQUESTS_A_TEST; seed += 1) {
    const body = JSON.stringify(hostileRequest(schema, pool, seed));
    const response = await fetch(gateway.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    const text = await response.text();
    const asked = `seed ${seed}, status ${response.status}:\n${body.slice(0, 3_000)}\n${text.slice(0, 1_000)}`;
    const { data, errors = [] } = JSON.parse(text) as Answer;
    for (const { extensions } of errors) {
      expect(extensions?.code, asked).toEqual(expect.any(String));
      codes.set(String(extensions?.code), (codes.get(String(extensions?.code)) ?? 0) + 1);
    }
    expect(codes.has('INTERNAL_SERVER_ERROR'), asked).toBe(false);
    expect(response.status, asked).toBeLessThan(500);
    expect(data !== undefined || errors.length > 0, asked).toBe(true);
    if (data === undefined || data === null) expect(text.length, asked).toBeLessThanOrEqual(MOST_ERROR_BYTES);
  }
  // Otherwise too few requests get beyond the parser, or too few have anything wrong.
  expect(codes.size).toBeGreaterThan(5);
});
