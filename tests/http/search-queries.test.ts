import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ingestPaths } from '../../src/ingest.ts';
import { createTestDatabase } from '../support/database.ts';
import type { TestDatabase } from '../support/database.ts';
import { startGateway } from '../support/gateway.ts';
import type { TestGateway } from '../support/gateway.ts';

let database: TestDatabase;
let gateway: TestGateway;
beforeAll(async () => {
  database = await createTestDatabase();
  expect(await ingestPaths(database, ['tests/http/search-archive'])).toMatchObject({ imported: 4, failed: 0 });
  gateway = await startGateway(database);
});
afterAll(async () => {
  await gateway.close();
  await database.drop();
});

interface Found {
  readonly correctedQuery: string | null;
  readonly nodes: readonly { readonly __typename: string; readonly headline?: string; readonly name?: string; readonly instrumentTitle?: string }[];
}

async function search(query: string): Promise<Found> {
  const answer = await gateway.post(`query ($query: String!) { search(query: $query, first: 3) { correctedQuery
    nodes { __typename ... on Article { headline } ... on Person { name } ... on Organisation { name } ... on Agreement { instrumentTitle } } } }`, { query });
  return ((await answer.json()) as { data: { search: Found } }).data.search;
}

/** A line has the kind, the query, the first hit (`-` for none) and what has to be searched instead. */
const lines = readFileSync('tests/http/search-queries.tsv', 'utf8').split('\n').filter((line) => line !== '' && !line.startsWith('#')).map((line) => line.split('\t'));

describe.each(lines)('%s: %s', (_, query = '', first = '', instead = '') => {
  test(`finds ${first} first${instead === '' ? '' : `, as ${instead}`}`, async () => {
    const { nodes: [node], correctedQuery } = await search(query);
    const shown = node === undefined ? '-' : `${node.__typename.toUpperCase()} ${node.headline ?? node.name ?? node.instrumentTitle}`;
    expect({ first: shown, instead: correctedQuery ?? '' }).toEqual({ first, instead });
  });
});
