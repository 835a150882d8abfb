import { graphql } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLoaders } from '../../src/load/loaders.ts';
import { schema } from '../../src/schema/schema.ts';
import { fillArchive, multiplyArchive } from '../support/archive.ts';
import { createTestDatabase } from '../support/database.ts';
import type { TestDatabase } from '../support/database.ts';
import { statementsOn } from '../support/statements.ts';

let database: TestDatabase;
let statements: string[];
beforeAll(async () => {
  database = await createTestDatabase();
  await fillArchive(database);
  await multiplyArchive(database, 30);
  statements = statementsOn(database.queries);
});
afterAll(async () => {
  await database.drop();
});

/** The statements that a query costs when its outer list has `first`. */
async function statementsOf(query: string, first: number): Promise<string[]> {
  statements.length = 0;
  const answer = await graphql({
    schema,
    source: query,
    variableValues: { first },
    contextValue: { load: createLoaders(database) },
  });
  expect(answer.errors).toBeUndefined();
  // Sorted: which of two branches is answered first is chance.
  return statements.toSorted();
}

const person = 'id name pinyin aliases { name } firstNamedOn lastNamedOn';
const organisation = 'id name category aliases { name evidence { quote source { file line } } } parent { name }';
const evidence = 'evidence { quote field start end rule source { file line start end } article { headline } }';

describe.each<[string, number, string]>([
  [
    'issues with everything under them',
    15,
    `query ($first: Int!) { issues(first: $first) { totalCount pageInfo { endCursor } nodes {
    number publishedOn importedAt publication { name district { name } } previous { number } next { number }
    teasers { title pages article { headline } }
    articles(first: 3) { totalCount nodes { headline body excerpt } }
    agreements(first: 3) { totalCount nodes { instrumentTitle parties { organisation { name } } } } } } }`,
  ],
  [
    'articles with their text and people',
    16,
    `query ($first: Int!) { articles(first: $first, filter: { eventOn: { from: "2024-01-01" } }) {
    totalCount nodes { issue { number } headline body crossheads paragraphs { text } excerpt byline { role person { name } evidence { quote } }
    continuedFrom { page article { headline } } continuedOn { page article { headline } }
    people(first: 5) { totalCount edges { roles titles { title modality organisation { name } evidence { quote } } ${evidence} node { ${person} } } }
    annotations { start end text entity { ... on Node { id } } } } } }`,
  ],
  [
    'articles with their organisations and agreements',
    10,
    `query ($first: Int!) { articles(first: $first, filter: { eventOn: { from: "2024-01-01" } }) {
    totalCount nodes { headline organisations { totalCount edges { names evidence { quote } node { ${organisation} } } }
    agreements { nodes { instrumentTitle parties { organisation { name } } } } } } }`,
  ],
  [
    'agreements with parties, signatories and their organisations',
    9,
    `query ($first: Int!) { agreements(first: $first) { totalCount nodes {
    instrumentTitle kind signedOn article { headline } ${evidence}
    parties { organisation { id name category } ${evidence} signatories { person { name } onBehalfOf { name } } }
    signatories { person { id name } onBehalfOf { id name category } titles { title modality organisation { name category } } ${evidence} }
    hosts { name } attendees { name } witnesses { name firstNamedOn } } } }`,
  ],
  [
    'people with their articles and agreements',
    12,
    `query ($first: Int!) { people(first: $first) { totalCount nodes { ${person}
    articles(first: 3) { totalCount edges { roles titles { title organisation { name } } node { headline issue { number } } } }
    agreements(first: 3) { totalCount nodes { instrumentTitle signatories { person { name } } } } } } }`,
  ],
  [
    'organisations with their articles and agreements',
    12,
    `query ($first: Int!) { parties: organisations(first: $first, filter: { categories: [PARTY] }) { nodes { parent { name } } }
    organisations(first: $first, filter: { categories: [COMPANY] }) { totalCount nodes { ${organisation}
    articles(first: 3) { totalCount edges { names node { headline } } }
    agreements(first: 3) { totalCount nodes { instrumentTitle parties { organisation { name } } } } } } }`,
  ],
  [
    'people with those they were seen with, and organisations with their partners',
    12,
    `query ($first: Int!) {
    people(first: $first) { nodes { coAppearances(first: 3, during: { from: "2020-01-01" }) { totalCount edges {
      count firstOn lastOn node { name } articles(first: 2) { edges { node { headline } evidence { quote article { headline } } } } } } } }
    organisations(first: $first) { nodes { partners(first: 3) { totalCount edges { count node { name } agreements(first: 2) { nodes { instrumentTitle } } } } } } }`,
  ],
])('%s', (_, count, query) => {
  test('the statements are the same for one, for ten and for a hundred', async () => {
    const one = await statementsOf(query, 1);
    expect(await statementsOf(query, 10)).toEqual(one);
    expect(await statementsOf(query, 100)).toEqual(one);
    expect(one.length).toBe(count);
  });
});

test('a query that reaches a relation in several ways costs at most one statement for each way', async () => {
  const titles = `titles { title modality organisation { ${organisation} } ${evidence} }`;
  const query = `query ($first: Int!) { articles(first: $first) { nodes { ${evidence.replace('evidence', 'byline { person { name } evidence')} }
    people(first: 5) { edges { roles ${titles} ${evidence} node { ${person} } } }
    organisations { edges { names ${evidence} node { ${organisation} } } } } } }`;
  expect((await statementsOf(query, 100)).length).toBeLessThanOrEqual(30);
});

describe('what is not asked for is not read', () => {
  test('a count alone reads no page, a page alone counts nothing', async () => {
    expect(await statementsOf('{ issues { totalCount } }', 0)).toEqual([expect.stringContaining('count(*)')]);
    expect(await statementsOf('{ issues { nodes { number } pageInfo { hasNextPage } edges { cursor } } }', 0)).toEqual([
      expect.not.stringContaining('count(*)'),
    ]);
  });

  test('a list of articles without their text does not read the bodies', async () => {
    const statements = await statementsOf('{ articles { nodes { headline page source isIncomplete } } }', 0);
    expect(statements).toEqual([expect.not.stringContaining('a."body"')]);
  });
});
