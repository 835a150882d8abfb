import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig } from '../src/config.ts';
import { ingestPaths } from '../src/ingest.ts';
import { parseMetadata } from '../src/parse/metadata.ts';
import { createTestDatabase, type TestDatabase } from './support/database.ts';
import { ask } from './support/query.ts';

const readme = readFileSync(fileURLToPath(new URL('../README.md', import.meta.url)), 'utf8');
const blocks = (language: string): string[] =>
  [...readme.matchAll(new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(([, text]) => text!);

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await ingestPaths(database, [fileURLToPath(new URL('../seeds', import.meta.url))]);
});
afterAll(() => database.drop());

/** Every query of the README, and the block of JSON behind it. */
const queries = [...readme.matchAll(/^```graphql\n([\s\S]*?)^```\n+```json\n([\s\S]*?)^```$/gm)].map(
  ([, query, answer]) => ({ query: query!, answer: answer! }),
);

test('every query of the README has its answer beside it', () => {
  expect(queries.length).toBe(blocks('graphql').length);
  expect(queries.length).toBeGreaterThan(4);
});

test.each(queries)('a query of the README has the answer that the README gives: $query', async ({ query, answer }) => {
  expect({ data: await ask(database, query) }).toEqual(JSON.parse(answer));
});

test('the metadata of the README is valid', () => {
  expect(
    parseMetadata(blocks('json').find((text) => text.startsWith('{\n  "publication"'))!, 'README.md').publication.slug,
  ).toBe('xuhui-bao');
});

test("the README names every variable, and names each one's default", () => {
  const config = readConfig({});
  const named = [...readme.matchAll(/^\| `([A-Z_]+)` \| (.*?) \|/gm)].map(([, name, value]) => [
    name,
    value!.replaceAll('`', ''),
  ]);
  const source = readFileSync(fileURLToPath(new URL('../src/config.ts', import.meta.url)), 'utf8');
  const known = new Set(source.match(/(?<=')(BANMIAN_[A-Z_]+|DATABASE_URL|HOST|PORT|LOG_LEVEL)(?=')/g));
  expect(named.map(([name]) => name).sort()).toEqual([...known].sort());
  const defaults = Object.fromEntries(named) as Record<string, string>;
  expect(defaults).toMatchObject({
    HOST: config.host,
    PORT: String(config.port),
    LOG_LEVEL: config.logLevel,
    BANMIAN_GRAPHIQL: String(config.graphiql),
    BANMIAN_INTROSPECTION: String(config.introspection),
    BANMIAN_MAX_BODY_BYTES: String(config.maxBodyBytes),
    BANMIAN_MAX_DEPTH: String(config.maxDepth),
    BANMIAN_MAX_TOKENS: String(config.maxTokens),
    BANMIAN_MAX_ALIASES: String(config.maxAliases),
    BANMIAN_MAX_COST: String(config.maxCost),
    BANMIAN_STATEMENT_TIMEOUT_SECONDS: String(config.statementTimeoutSeconds),
    BANMIAN_CONNECTION_TIMEOUT_SECONDS: String(config.connectionTimeoutSeconds),
    BANMIAN_REQUEST_TIMEOUT_SECONDS: String(config.requestTimeoutSeconds),
    BANMIAN_MAX_REQUESTS: String(config.maxRequests),
    BANMIAN_POOL_SIZE: '2 × cores + 1',
    BANMIAN_PREPARE: String(config.prepare),
    BANMIAN_DRAIN_SECONDS: String(config.drainSeconds),
    BANMIAN_DOCUMENTS_ONLY: String(config.documentsOnly),
    BANMIAN_MAX_AGE: String(config.maxAge),
    BANMIAN_SHARED_MAX_AGE: String(config.sharedMaxAge),
    BANMIAN_STALE_SECONDS: String(config.staleSeconds),
    BANMIAN_MAX_SURROGATE_IDS: String(config.maxSurrogateIds),
    BANMIAN_CACHE_BYTES: String(config.cacheBytes),
  });
});
