import { execute, getOperationAST, isObjectType, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AgreementRecord } from '../../src/load/node.ts';
import { createLoaders, createQueryPlan } from '../../src/load/loaders.ts';
import type { FieldReads } from '../../src/query/field-reads.ts';
import { computed, readsOf } from '../../src/schema/reads.ts';
import type { DeclaredResolver } from '../../src/schema/reads.ts';
import { listOf } from '../../src/schema/related-list.ts';
import { mapped, related, required } from '../../src/schema/related.ts';
import { schema } from '../../src/schema/schema.ts';
import { broadQueries } from '../http/broad-query.ts';
import { fillArchive } from '../support/archive.ts';
import { createTestDatabase } from '../support/database.ts';
import type { TestDatabase } from '../support/database.ts';
import { planOf } from '../support/selection-plan.ts';

const fields = Object.values(schema.getTypeMap())
  .filter(isObjectType)
  .filter(({ name }) => !name.startsWith('__'))
  .flatMap((type) => Object.values(type.getFields()).map((field) => [`${type.name}.${field.name}`, field] as const));

test.each(fields)('%s says what it reads', (_, field) => {
  expect(readsOf(field)).toBeDefined();
});

test('only fields that read their rows whole select everything of them', () => {
  const all = fields.filter(([, field]) => selectsAll(readsOf(field)));
  expect(all.map(([name]) => name)).toEqual(['SearchEdge.highlights', 'Query.officeHolders']);
});

function selectsAll({ paths, rows = [], page, types = {} }: FieldReads = {}): boolean {
  const inner = [...rows.map(({ reads }) => reads), ...Object.values(types), ...(page ? [page] : [])];
  return paths === 'all' || inner.some(selectsAll);
}

describe('mistakes that the compiler finds', () => {
  /** What a field of an agreement takes for its resolver. */
  type Resolver<Value> = DeclaredResolver<AgreementRecord, { readonly first?: number }, Value>;
  const field = <Value>(resolve: Resolver<Value>) => expect(resolve).toBeTypeOf('function');

  test('the compiler finds a path that the parent does not have', () => {
    // @ts-expect-error The property is called `kind`.
    field(computed(['kinds'], () => ''));
    // @ts-expect-error The property is called `quote`.
    field(computed(['evidence.quotes'], () => ''));
    field(computed(['evidence.quote', 'kind'], ({ evidence: { quote }, kind }) => quote + kind));
  });

  test('the compiler finds what a resolver reads and does not declare', () => {
    // @ts-expect-error `stage` is not declared.
    field(computed(['kind'], ({ stage }) => stage));
    // @ts-expect-error `evidence.rule` is not declared.
    field(computed(['evidence.quote'], ({ evidence }) => evidence.rule));
    // @ts-expect-error `spans` is not declared.
    field(mapped('textOfArticle', 'articleId', ['body'], ({ spans }) => spans));
    // @ts-expect-error `capacity` is not declared.
    field(related('guestsOfAgreement', 'id', { where: ({ capacity }) => capacity === 'HOST' }));
    field(related('guestsOfAgreement', 'id', { rows: ['capacity'], where: ({ capacity }) => capacity === 'HOST' }));
  });

  test('the compiler finds a key that the parent does not have, or that is not an id', () => {
    // @ts-expect-error An agreement has no article, only its id.
    field(required('article', 'article'));
    // @ts-expect-error A flag is not a key.
    field(required('article', 'isRenewal'));
    // @ts-expect-error The relation needs a pair of ids.
    field(related('titlesOfPersonInArticle', 'id'));
    // @ts-expect-error An agreement has no `personId`.
    field(listOf('articlesOfPerson', 'personId'));
    field(related('titlesOfPersonInArticle', ['articleId', 'id']));
  });

  test('the compiler finds a missing relation, and a path that its rows do not have', () => {
    // @ts-expect-error There is no such relation.
    field(related('authorsOfAgreement', 'id'));
    // @ts-expect-error The text of an article has no title.
    field(required('textOfArticle', 'articleId', 'title'));
    field(required('textOfArticle', 'articleId', 'body'));
  });
});

describe('declared reads', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
    await fillArchive(database);
  });
  afterAll(() => database.drop());

  test('fields declare everything that their resolvers read', async () => {
    const missed: string[] = [];
    for (const { query, variables = {} } of await broadQueries(database)) {
      const document = parse(query);
      if (getOperationAST(document) === null) continue;
      const plan = createQueryPlan(planOf(query, variables));
      const contextValue = { load: createLoaders(database, plan) };
      await execute({ schema, document, variableValues: { ...variables }, contextValue });
      if (plan.hasMissed) missed.push(query);
    }
    expect(missed).toEqual([]);
  });
});
