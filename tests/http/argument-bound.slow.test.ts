import { getNamedType, isListType, isScalarType } from 'graphql';
import type { GraphQLInputType } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { schema } from '../../src/schema/schema.ts';
import { fillArchive } from '../support/archive.ts';
import { argumentPaths } from '../support/argument-path.ts';
import { argumentSamples } from '../support/argument-sample.ts';
import { createTestDatabase } from '../support/database.ts';
import type { TestDatabase } from '../support/database.ts';
import { startGateway } from '../support/gateway.ts';
import type { TestGateway } from '../support/gateway.ts';

const paths = argumentPaths(schema, argumentSamples);
const isText = (type: GraphQLInputType) => ['String', 'ID'].includes(getNamedType(type).name);
const texts = paths.filter(({ type }) => isText(type));
const lists = paths.filter(({ type }) => isListType(type));
const shares = paths.filter(({ type }) => getNamedType(type).name === 'Float');

let database: TestDatabase;
let gateway: TestGateway;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillArchive(database);
  gateway = await startGateway(database);
});
afterAll(async () => {
  await gateway.close();
  await database.drop();
});

interface Answer {
  readonly status: number;
  readonly body: string;
  readonly errors: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

async function ask(document: string, value: unknown): Promise<Answer> {
  const response = await gateway.post(document, { value });
  const body = await response.text();
  return { status: response.status, body, errors: (JSON.parse(body) as { errors?: Answer['errors'] }).errors ?? [] };
}

/** In a list, every item has the same error. */
function codesOf(errors: Answer['errors']): readonly (string | undefined)[] {
  return [...new Set(errors.map(({ extensions }) => extensions?.code))];
}

/** The text as the type takes it: by itself, or in a list. */
function valueOf(type: GraphQLInputType, text: string): unknown {
  return isListType(type) ? [text] : text;
}

test('the schema has arguments of every kind that is tested here', () => {
  expect(texts.length).toBeGreaterThan(60);
  expect(lists.length).toBeGreaterThan(3);
  expect(shares.length).toBeGreaterThan(7);
});

test.each(texts)(
  '$name refuses a text that is too long, and says so in the schema',
  async ({ name, type, document }) => {
    const before = process.memoryUsage.rss();
    const { body, errors } = await ask(document, valueOf(type, '徐汇'.repeat(50_000)));
    expect(codesOf(errors)).toEqual(['BAD_ARGUMENT']);
    expect(errors[0]?.message).toMatch(/^`[\w.]+` must be at most [\d,]+ characters; it is 100,?000\.$/);
    expect(errors[0]?.message).toContain(name.slice(name.indexOf('(') + 1, -1));
    expect(body.length).toBeLessThan(2_000);
    expect(process.memoryUsage.rss() - before).toBeLessThan(300_000_000);
  },
);

test.each(shares)('$name takes shares alone', async ({ document }) => {
  for (const share of [-0.01, 1.01, 1e300]) {
    const { errors } = await ask(document, share);
    expect(codesOf(errors)).toEqual(['BAD_ARGUMENT']);
    expect(errors[0]?.message).toMatch(/^`(?:\w+\.)?minConfidence` must be between 0 and 1; it is \S+\.$/);
  }
  for (const share of [0, 5e-324, 0.9, 1]) expect((await ask(document, share)).errors).toEqual([]);
});

test.each(lists)('$name refuses a list that is too long', async ({ type, document }) => {
  const named = getNamedType(type);
  const item = 'getValues' in named ? named.getValues()[0]?.name : 'x';
  const { errors } = await ask(
    document,
    Array.from({ length: 10_000 }, () => item),
  );
  expect(codesOf(errors)).toEqual(['BAD_ARGUMENT']);
});

describe('texts with characters that mean something elsewhere', () => {
  test.each(paths.filter(({ type }) => isScalarType(getNamedType(type))))(
    '$name takes any text as a text',
    async ({ type, document }) => {
      for (const text of ['\0', '\ud800', "'; drop table articles; --", '区'.repeat(200)]) {
        const { status, errors } = await ask(document, valueOf(type, text));
        expect(status).toBeLessThan(500);
        for (const { extensions } of errors) {
          expect(extensions?.code).toEqual(expect.any(String));
          expect(extensions?.code).not.toBe('INTERNAL_SERVER_ERROR');
        }
      }
    },
  );
});
