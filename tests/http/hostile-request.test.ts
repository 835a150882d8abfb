import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { startGateway, type TestGateway } from '../support/gateway.ts';
import { LINEAR, growth } from '../support/growth.ts';

let database: TestDatabase;
let gateway: TestGateway;
beforeAll(async () => {
  database = await createTestDatabase();
  gateway = await startGateway(database);
  // A known operation takes another path than a new one.
  for (let sight = 1; sight <= 4; sight += 1) await gateway.send({ query: LIST, variables: { first: 1 } });
});
afterAll(async () => {
  await gateway.close();
  await database.drop();
});

const LIST =
  'query List($first: Int!, $filter: AgreementFilter) { agreements(first: $first, filter: $filter) { nodes { id } } }';

const asked = (filter: unknown) => JSON.stringify({ query: LIST, variables: { first: 1, filter } });
const keys = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`unknownKey${at}`, at]));

test.each<[string, number, (size: number) => string]>([
  ['unknown keys', 1_250, (size) => asked(keys(size))],
  ['unknown keys deeper', 1_250, (size) => asked({ signedOn: keys(size) })],
  ['a list of wrong values', 5_000, (size) => asked({ parties: Array.from({ length: size }, (_, at) => ({ at })) })],
  ['a long enum value', 50_000, (size) => asked({ kinds: ['x'.repeat(size)] })],
  ['a long key', 50_000, (size) => asked({ ['x'.repeat(size)]: 1 })],
  ['a long text that is not JSON', 100_000, (size) => `{${'x'.repeat(size)}`],
  [
    'a long string',
    50_000,
    (size) => JSON.stringify({ query: `{ agreements(first: "${'x'.repeat(size)}") { totalCount } }` }),
  ],
  [
    'unknown fields',
    112,
    (size) => JSON.stringify({ query: `{ ${Array.from({ length: size }, (_, at) => `articlez${at}`).join(' ')} }` }),
  ],
  ['a long name', 50_000, (size) => JSON.stringify({ query: `{ ${'x'.repeat(size)} }` })],
])('the work for %s grows only with its length', async (_, size, bodyOf) => {
  expect(await growth(size, (length) => gateway.send(bodyOf(length)))).toBeLessThan(LINEAR);
});
