import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { startGateway, type TestGateway } from '../support/gateway.ts';

let database: TestDatabase;
let gateway: TestGateway;
beforeAll(async () => {
  database = await createTestDatabase();
  gateway = await startGateway(database);
  // An operation that is known takes other ways than a new one.
  for (let sight = 1; sight <= 4; sight += 1) await gateway.send({ query: LIST, variables: { first: 1 } });
});
afterAll(async () => {
  await gateway.close();
  await database.drop();
});

const LIST = 'query List($first: Int!, $filter: AgreementFilter) { agreements(first: $first, filter: $filter) { nodes { id } } }';

/** Milliseconds of work, the least of three times: the garbage of others is collected at some. */
async function workFor(body: string): Promise<number> {
  const times: number[] = [];
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    const before = process.cpuUsage();
    await gateway.send(body);
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1000);
  }
  return Math.min(...times);
}

const asked = (filter: unknown) => JSON.stringify({ query: LIST, variables: { first: 1, filter } });
const keys = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`unknownKey${at}`, at]));

test.each<[string, number, (size: number) => string]>([
  ['unknown keys', 5_000, (size) => asked(keys(size))],
  ['unknown keys deeper', 5_000, (size) => asked({ signedOn: keys(size) })],
  ['a list of wrong values', 20_000, (size) => asked({ parties: Array.from({ length: size }, (_, at) => ({ at })) })],
  ['a long enum value', 200_000, (size) => asked({ kinds: ['x'.repeat(size)] })],
  ['a long key', 200_000, (size) => asked({ ['x'.repeat(size)]: 1 })],
  ['a long text that is no JSON', 400_000, (size) => `{${'x'.repeat(size)}`],
  ['a long string', 200_000, (size) => JSON.stringify({ query: `{ agreements(first: "${'x'.repeat(size)}") { totalCount } }` })],
  ['unknown fields', 450, (size) => JSON.stringify({ query: `{ ${Array.from({ length: size }, (_, at) => `articlez${at}`).join(' ')} }` })],
  ['a long name', 200_000, (size) => JSON.stringify({ query: `{ ${'x'.repeat(size)} }` })],
])('twice as much of %s takes at most about twice the work', async (_, size, bodyOf) => {
  const [once, twice] = [await workFor(bodyOf(size)), await workFor(bodyOf(2 * size))];
  // What takes less than a few milliseconds says nothing.
  expect(twice / Math.max(once, 20)).toBeLessThan(2.8);
});
