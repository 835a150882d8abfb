import { isDeepStrictEqual } from 'node:util';
import { execute, parse } from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { createContext } from '../../src/http/context.ts';
import type { Exchange } from '../../src/http/exchange.ts';
import { createGateway } from '../../src/http/gateway.ts';
import type { Gateway } from '../../src/http/gateway.ts';
import { ingestPaths } from '../../src/ingest.ts';
import { createLoaders } from '../../src/load/loaders.ts';
import { Readings } from '../../src/load/readings.ts';
import { lookAheadOf } from '../../src/schema/look-ahead.ts';
import { schema } from '../../src/schema/schema.ts';
import { loggedPool } from '../load/statement-log.ts';
import { fillArchive, multiplyArchive } from '../support/archive.ts';
import { createTestDatabase } from '../support/database.ts';
import type { TestDatabase } from '../support/database.ts';
import { archivePool } from './archive-pool.ts';
import { randomDocument } from './random-document.ts';
import type { Pool, RandomOperation } from './random-document.ts';

/** Documents of a case; more find more. */
const COUNT = 250;
const CASES = 8;

let database: TestDatabase;
let log: { sql: TestDatabase['sql']; statements: string[] };
let queries: TestDatabase['sql'];
let pool: Pool;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillArchive(database);
  await multiplyArchive(database, 2);
  await ingestPaths(database, [new URL('../../seeds', import.meta.url).pathname]);
  queries = database.queries;
  pool = await archivePool(database.sql);
});
afterAll(() => database.drop());

const only: number[] = (process.env['ONLY'] ?? '').split(',').filter(Boolean).map(Number);
let contexts = 0;
let fresh = 0;
const totals: Record<string, number> = {};
const add = (k: string, n: number) => { totals[k] = (totals[k] ?? 0) + n; };

function gatewayOn(sql: TestDatabase['sql']): Gateway {
  const config = readConfig({});
  return createGateway({
    schema, limits: config, log: pino({ level: 'silent' }),
    createContext: (readings) => {
      contexts += 1;
      return createContext(sql, readings);
    },
  });
}

async function ask(gateway: Gateway, query: string, variables: object, operationName: string | undefined): Promise<string> {
  const exchange: Exchange = { requestId: '', operationName: null };
  const response = await gateway.fetch('http://localhost/graphql', {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query, variables, operationName }),
  }, { exchange });
  return response.text();
}

test.each(Array.from({ length: CASES }, (_, index) => index * COUNT))('documents from %i', async (from) => {
  log = { sql: { options: queries.options, unsafe: (...args: Parameters<typeof queries.unsafe>) => (log.statements.push(args[0]), queries.unsafe(...args)) } as never, statements: [] };
  const gateway = gatewayOn(log.sql);
  const problems: string[] = [];
  for (let seed = from; seed < from + COUNT; seed += 1) {
    if (only.length > 0 && !only.includes(seed)) continue;
    const t0 = performance.now();
    const { text, operations } = randomDocument(schema, pool, seed);
    const document = parse(text);
    add('gen', performance.now() - t0);
    for (const { operationName, variables } of operations) {
      for (const [i, values] of variables.entries()) {
        const report = (what: string, ...more: string[]) => {
          problems.push([`seed ${seed} ${operationName} set ${i}: ${what}`, text, JSON.stringify(values), ...more.map((m) => m.slice(0, 15000))].join('\n'));
        };
        const t1 = performance.now();
        log.statements.length = 0;
        const naive = await ask(gateway, `${text}\n# ${(fresh += 1)}`, values, operationName);
        const naiveCount = log.statements.length;
        add('naive', performance.now() - t1);
        const hasErrors = naive.startsWith('{"errors"');
        add(hasErrors ? 'errors' : 'fine', 1);
        for (const sight of [1, 2, 3]) {
          const t2 = performance.now();
          log.statements.length = 0;
          contexts = 0;
          const got = await ask(gateway, text, values, operationName);
          add(`sight ${i}.${sight}`, performance.now() - t2);
          if (got.includes('QUERY_TOO') || got.includes('TOO_M') || got.includes('TOO_COSTLY')) { add('refused', 1); break; }
          if (got !== naive && text.includes('@') && isDeepStrictEqual(JSON.parse(got), JSON.parse(naive))) add('order', 1);
          else if (got !== naive) { report(`sight ${sight} differs`, naive, got); break; }
          if (hasErrors) continue;
          if (contexts !== 1) report(`sight ${sight}: ${contexts} contexts`);
          if (log.statements.length > naiveCount) report(`sight ${sight}: ${log.statements.length} statements > ${naiveCount}`);
          if (sight === 3) { add('statements naive', naiveCount); add('statements fast', log.statements.length); }
        }
      }
      if (!isCompiledQuery(compileQuery(schema, document, operationName ?? ''))) problems.push(`seed ${seed} not compiled`);
    }
  }
  console.log(totals);
  (await import('node:fs')).appendFileSync('/tmp/problems.txt', problems.join('\n\n') + '\n\n');
  console.log(problems.length, problems.slice(0, 6).join('\n\n'));
  console.log(problems.map((p) => p.split('\n')[0]).join('\n'));
  expect(problems.length).toBe(0);
}, 600_000);
