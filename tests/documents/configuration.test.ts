import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { readDocument, ROOT } from '../support/document.ts';

/** The names and defaults of the tables. */
const documented = [...readDocument('docs/configuration.md').text.matchAll(/^\| `([A-Z_]+)` \| (.*?) \|/gm)].map(
  ([, name = '', value = '']) => [name, value.replaceAll('`', '')] as const,
);

test('docs/configuration.md has every variable once', () => {
  const source = readFileSync(join(ROOT, 'src/config.ts'), 'utf8');
  const known = new Set(source.match(/(?<=')(BANMIAN_[A-Z_]+|DATABASE_URL|HOST|PORT|LOG_LEVEL)(?=')/g));
  expect(documented.map(([name]) => name).toSorted()).toEqual([...known].toSorted());
});

test('docs/configuration.md gives the default of each variable', () => {
  const config = readConfig({});
  expect(Object.fromEntries(documented)).toMatchObject({
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
    BANMIAN_MAX_EXPORTS: String(config.maxExports),
    BANMIAN_EXPORT_TIMEOUT_SECONDS: String(config.exportTimeoutSeconds),
    BANMIAN_DOCUMENTS_ONLY: String(config.documentsOnly),
    BANMIAN_MAX_AGE: String(config.maxAge),
    BANMIAN_SHARED_MAX_AGE: String(config.sharedMaxAge),
    BANMIAN_STALE_SECONDS: String(config.staleSeconds),
    BANMIAN_MAX_SURROGATE_IDS: String(config.maxSurrogateIds),
    BANMIAN_CACHE_BYTES: String(config.cacheBytes),
  });
});
