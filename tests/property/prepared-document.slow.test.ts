import { join } from 'node:path';
import { execute, parse, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import type { ExecutionResult, GraphQLFormattedError, GraphQLObjectType } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readingContext } from '../support/context.ts';
import { ParsedDocument } from '../../src/http/document/parsed-document.ts';
import { ingestPaths } from '../../src/ingest.ts';
import { schema } from '../../src/schema/schema.ts';
import type { Database } from '../../src/store/database.ts';
import { fillArchive, multiplyArchive } from '../support/archive.ts';
import { createTestDatabase } from '../support/database.ts';
import type { TestDatabase } from '../support/database.ts';
import { startGateway, WITHOUT_CACHE } from '../support/gateway.ts';
import type { TestGateway } from '../support/gateway.ts';
import { statementsOn } from '../support/statements.ts';
import { archivePool } from './archive-pool.ts';
import { randomDocument } from './random-document.ts';
import type { Pool } from './random-document.ts';

/** More documents find more; the seeds after these have not been tried. */
const DOCUMENTS = 2000;
const DOCUMENTS_A_TEST = 250;

let database: TestDatabase;
let pool: Pool;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillArchive(database);
  await multiplyArchive(database, 2);
  await ingestPaths(database, [join(import.meta.dirname, '../../seeds')]);
  pool = await archivePool(database);
});
afterAll(() => database.drop());

interface Answer {
  readonly text: string;
  readonly statements: number;
  /** One, or two when it was answered again. */
  readonly contexts: number;
}

type Ask = (query: string, variables: object, operationName: string | undefined) => Promise<Answer>;

/** Two ways to answer: by the gateway, and by an executor that prepares nothing. */
async function waysOfAnswering(): Promise<{
  readonly gateway: Ask;
  readonly executor: Ask;
  readonly server: TestGateway;
}> {
  const statements = statementsOn(database.queries);
  let contexts = 0;
  const counted: Database = {
    ...database,
    // Each context takes it once.
    get queries() {
      contexts += 1;
      return database.queries;
    },
  };
  const measured =
    (ask: (...asked: Parameters<Ask>) => Promise<string>): Ask =>
    async (...asked) => {
      statements.length = 0;
      contexts = 0;
      const text = await ask(...asked);
      return { text, statements: statements.length, contexts };
    };
  const server = await startGateway(counted, WITHOUT_CACHE);
  return {
    server,
    gateway: measured((query, variables, operationName) => server.send({ query, variables, operationName })),
    executor: measured(async (query, variables, operationName) =>
      JSON.stringify(
        await execute({
          schema,
          document: parse(query),
          variableValues: variables as Record<string, unknown>,
          operationName,
          contextValue: readingContext(counted),
        }),
      ),
    ),
  };
}

interface Told {
  /** Undefined when it was refused. */
  readonly data: string | undefined;
  readonly errors: readonly ToldError[];
  /** Whether there were more errors. */
  readonly isCut: boolean;
}

interface ToldError {
  readonly text: string;
  /** Where its null ended up, if that is above its own field; null if not. */
  readonly nulled: string | null;
}

/**
 * What an answer says. Which item of a list has its error reported is chance, because the first error ends the list.
 * The errors of graphql-js have no code until the gateway gives them one.
 */
function toldBy({ text }: Answer): Told {
  const {
    data,
    errors = [],
    extensions,
  } = JSON.parse(text) as Pick<ExecutionResult, 'data' | 'extensions'> & {
    readonly errors?: readonly GraphQLFormattedError[];
  };
  return {
    data: data === undefined ? undefined : JSON.stringify(data),
    errors: errors.map(({ path = [], extensions: { code = 'BAD_USER_INPUT', ...more } = {}, ...error }) => ({
      text: JSON.stringify([inAnyItem(path), code, more, error]),
      nulled: nulledAbove(data, path),
    })),
    isCut: extensions?.['omittedErrors'] !== undefined,
  };
}

type Path = readonly (string | number)[];

function inAnyItem(path: Path): Path {
  return path.map((step) => (typeof step === 'number' ? '*' : step));
}

function nulledAbove(data: unknown, path: Path): string | null {
  let value = data;
  for (const [index, step] of path.entries()) {
    if (value === null || value === undefined) return JSON.stringify(inAnyItem(path.slice(0, index)));
    value = (value as Readonly<Record<string | number, unknown>>)[step];
  }
  return null;
}

/**
 * Whether two answers say the same. When one error nulls what several others are in, it is chance which of them are
 * reported.
 */
function areAlike(one: Told, other: Told): boolean {
  const isIn = (errors: readonly ToldError[]) => (error: ToldError) =>
    errors.some(({ text, nulled }) => text === error.text || (nulled !== null && nulled === error.nulled));
  const [few, many] = [one.errors, other.errors].toSorted((a, b) => a.length - b.length) as [
    Told['errors'],
    Told['errors'],
  ];
  const isCut = few.length > 0 && (one.isCut || other.isCut);
  return one.data === other.data && few.every(isIn(many)) && (isCut || many.every(isIn(few)));
}

test('the random documents ask searches for every part, with every argument, and every connection for what is behind a cursor', () => {
  const counts: Record<string, number> = {};
  const count = (name: string) => {
    counts[name] = (counts[name] ?? 0) + 1;
  };
  const types = new TypeInfo(schema);
  for (let seed = 0; seed < DOCUMENTS; seed += 1) {
    visit(
      parse(randomDocument(schema, pool, seed).text),
      visitWithTypeInfo(types, {
        Field({ name, arguments: args = [] }) {
          const path = `${types.getParentType()?.name}.${name.value}`;
          count(path);
          for (const arg of args) count(`${path}(${arg.name.value})`);
        },
      }),
    );
  }
  const { search } = schema.getQueryType()!.getFields();
  const parts = ['SearchConnection', 'SearchFacets'].flatMap((name) =>
    Object.keys((schema.getType(name) as GraphQLObjectType).getFields()).map((field) => `${name}.${field}`),
  );
  const rare = [
    ...search!.args.map(({ name }) => `Query.search(${name})`),
    ...parts,
    ...Object.keys(pool)
      .filter((path) => path.endsWith('.after'))
      .map((path) => path.replace(/\.after$/, '(after)')),
  ];
  expect(rare.filter((name) => (counts[name] ?? 0) < 5)).toEqual([]);
});

const froms = Array.from({ length: DOCUMENTS / DOCUMENTS_A_TEST }, (_, index) => index * DOCUMENTS_A_TEST);

test.each(froms)(
  'random documents are answered each time as if they were not prepared: from seed %i',
  async (from) => {
    const { gateway, executor, server } = await waysOfAnswering();
    const spent = { executor: 0, prepared: 0 };
    for (let seed = from; seed < from + DOCUMENTS_A_TEST; seed += 1) {
      const { text, operations } = randomDocument(schema, pool, seed);
      for (const {
        operationName,
        variables: [usual, other],
      } of operations) {
        for (const [variables, sights] of [
          [usual, 3],
          [other, JSON.stringify(other) === JSON.stringify(usual) ? 0 : 2],
        ] as const) {
          if (sights === 0) continue;
          const expected = await executor(text, variables, operationName);
          const answers: Answer[] = [];
          for (let sight = 1; sight <= sights; sight += 1) answers.push(await gateway(text, variables, operationName));
          const asked = `seed ${seed}, ${operationName ?? 'its only operation'}, variables ${JSON.stringify(variables)}:\n${text}\n`;
          for (const answer of answers)
            if (!areAlike(toldBy(answer), toldBy(expected))) expect(answer.text, asked).toBe(expected.text);
          if (expected.text.startsWith('{"errors"')) continue;
          for (const { contexts } of answers) expect(contexts, `answered anew: ${asked}`).toBe(1);
          const last = answers.at(-1)!;
          // Of two paths to the same rows, the slower may come too late to share a statement.
          expect(last.statements, `statements: ${asked}`).toBeLessThanOrEqual(
            Math.max(expected.statements, answers[0]!.statements),
          );
          spent.executor += expected.statements;
          spent.prepared += last.statements;
        }
        expect(new ParsedDocument(schema, parse(text)).operation(operationName)?.isCompilable, text).toBe(true);
      }
    }
    await server.close();
    // Otherwise nothing was read ahead at all.
    expect(spent.prepared).toBeLessThan(spent.executor);
  },
  300_000,
);
