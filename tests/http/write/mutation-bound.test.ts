import { getNamedType, isListType } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { schema } from '../../../src/schema/schema.ts';
import { mutationArgumentPaths } from '../../support/argument-path.ts';
import { mutationSamples } from '../../support/argument-sample.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { startGateway, type TestGateway } from '../../support/gateway.ts';
import { keyFor } from '../../support/key.ts';
import { PATIENCE } from './given-page.ts';

const paths = mutationArgumentPaths(schema, mutationSamples);
const texts = paths.filter(({ type }) => ['String', 'ID'].includes(getNamedType(type).name));
const lists = paths.filter(({ type }) => isListType(type));

let database: TestDatabase;
let gateway: TestGateway;
let importer: { readonly authorization: string };
let editor: { readonly authorization: string };
beforeAll(async () => {
  database = await createTestDatabase();
  importer = await keyFor(database, 'IMPORTER');
  editor = await keyFor(database, 'EDITOR');
  gateway = await startGateway(database, { ...PATIENCE, BANMIAN_MAX_BODY_BYTES: '30000000' });
});
afterAll(async () => {
  await gateway.close();
  await database.drop();
});

/** The only error that may stand beside no data is one of types. */
async function typeNameOf(document: string, value: unknown): Promise<unknown> {
  const response = await gateway.post(document, { value }, /judge/i.test(document) ? editor : importer);
  const { data, errors } = (await response.json()) as {
    data?: Record<string, { __typename: string }>;
    errors?: unknown;
  };
  expect([response.status, errors]).toEqual([200, undefined]);
  return Object.values(data ?? {})[0]?.__typename;
}

test('the mutations have inputs of every kind that is tested here', () => {
  expect([texts.length > 8, lists.length > 1]).toEqual([true, true]);
});

test.each(texts)('$name refuses a text that is too long by a named error', async ({ type, document }) => {
  const text = '区'.repeat(8_400_000);
  expect(await typeNameOf(document, isListType(type) ? [text] : text)).toBe('InvalidInputError');
});

test.each(texts)('$name takes any text as a text', async ({ type, document }) => {
  for (const text of ['\0', '\ud800', "'; drop table articles; --", '../../etc/passwd', ''])
    expect(await typeNameOf(document, isListType(type) ? [text] : text)).toMatch(/Error$/);
});

test.each(lists)('$name refuses a list that is too long by a named error', async ({ document }) => {
  expect(
    await typeNameOf(
      document,
      Array.from({ length: 101 }, () => 'x'),
    ),
  ).toBe('InvalidInputError');
});
