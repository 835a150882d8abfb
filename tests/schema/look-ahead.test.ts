import { parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import type { NestedFetch } from '../../src/query/selection-plan.ts';
import { encodeGlobalId } from '../../src/schema/global-id.ts';
import { lookAheadOf } from '../../src/schema/look-ahead.ts';
import { schema } from '../../src/schema/schema.ts';
import { idOf } from '../support/archive.ts';

const ahead = (query: string, variables = {}) => lookAheadOf(schema, parse(query), undefined, variables);

/** What follows, as `relation.part` with what follows on that. */
function named(followUps: readonly NestedFetch[]): unknown {
  return Object.fromEntries(followUps.map(({ relation, kind, nested }) => [`${relation}.${kind}`, named(nested)]));
}

async function followingOn(reading: string, query: string, variables = {}): Promise<unknown> {
  return named((await ahead(query, variables)).nestedIn(reading));
}

async function pathsOf(relation: string, query: string): Promise<readonly string[] | undefined> {
  const paths = (await ahead(query)).paths(relation);
  return paths && [...paths].toSorted();
}

describe('of rows', () => {
  test('is seen what resolvers look at, the key of what is read by them included', async () => {
    expect(await pathsOf('articles', '{ articles { nodes { page issue { number } } } }')).toEqual([
      'node',
      'node.issueId',
      'node.page',
    ]);
  });

  test('is seen what any place looks at', async () => {
    const query =
      '{ articles { nodes { issue { number } } } issue(publication: "yunxi-bao", by: { number: 1 }) { previous { publishedOn } } node(id: "") { ... on Issue { id } } }';
    expect(
      await pathsOf(
        'issue',
        query.replace('id: ""', `id: "${encodeGlobalId({ __typename: 'Issue', id: idOf('issue') })}"`),
      ),
    ).toEqual(['id', 'number']);
  });

  test('are seen the cursors of edges, of copied ones too', async () => {
    for (const field of ['edges { cursor }', 'pageInfo { startCursor }', 'pageInfo { endCursor }']) {
      expect(await pathsOf('people', `{ people { ${field} } }`)).toEqual(['cursor']);
      expect(await pathsOf('coAppearances', `{ people { nodes { coAppearances { ${field} } } } }`)).toContain('cursor');
      expect(await pathsOf('partners', `{ organisations { nodes { partners { ${field} } } } }`)).toContain('cursor');
    }
    expect(await pathsOf('people', '{ people { pageInfo { hasNextPage } } }')).toEqual([]);
  });

  test('is seen of each property what is looked at where the row decides which of them is the answer', async () => {
    const pathsOfAnnotation = (selections: string) =>
      pathsOf('annotationsOfArticle', `{ articles { nodes { annotations { entity { ${selections} } } } } }`);
    expect(await pathsOfAnnotation('... on Person { id } ... on Organisation { id category }')).toEqual([
      'organisation',
      'organisation.category',
      'organisation.id',
      'person',
      'person.id',
    ]);
    expect(await pathsOfAnnotation('... on Issue { number }')).toEqual(['organisation', 'person']);
  });

  test('is seen what a directive may leave out', async () => {
    expect(
      await pathsOf(
        'people',
        'query ($a: Boolean = false) { people { nodes { name @include(if: $a) pinyin @skip(if: true) } } }',
      ),
    ).toEqual(['node', 'node.name', 'node.pinyin']);
  });
});

describe('what follows', () => {
  test('is everything below, through fragments and aliases', async () => {
    const query = `query { articles(first: 3) { nodes { ...Head } } }
      fragment Head on Article { issue { publication { name } } people(first: 2) { totalCount all: edges { roles ... { cursor } } } }`;
    expect(await followingOn('articles.page', query)).toEqual({
      'issue.rows': { 'publication.rows': {} },
      'peopleOfArticle.page': { 'rolesOfPersonInArticle.rows': {} },
      'peopleOfArticle.count': {},
    });
  });

  test('has the arguments that variables and defaults give', async () => {
    const query = 'query ($first: Int = 7) { issues { nodes { articles(first: $first) { nodes { page } } } } }';
    const argsOf = async (variables: object) => (await ahead(query, variables)).nestedIn('issues.page')[0]!.args;
    expect(await argsOf({})).toEqual({ first: 7 });
    expect(await argsOf({ first: 2 })).toEqual({ first: 2 });
  });

  test('is not what a directive may leave out, unless it is asked for without one too', async () => {
    const maybe = 'issue @include(if: $a) { number }';
    expect(
      await followingOn('articles.page', `query ($a: Boolean!) { articles { nodes { ${maybe} } } }`, { a: true }),
    ).toEqual({});
    expect(
      await followingOn('articles.page', `query ($a: Boolean!) { articles { nodes { ${maybe} issue { number } } } }`, {
        a: true,
      }),
    ).toEqual({ 'issue.rows': {} });
  });

  test('is what both the page info and the nodes of a list of all are followed by', async () => {
    const query = '{ articles { pageInfo { endCursor } edges { cursor } nodes { issue { number } } } }';
    expect(await followingOn('articles.page', query)).toEqual({ 'issue.rows': {} });
  });

  test('is not what only one of two things found by their ids is followed by', async () => {
    const [article, other] = ['a', 'b'].map((name) => encodeGlobalId({ __typename: 'Article', id: idOf(name) }));
    const query = `{ one: node(id: "${article!}") { ... on Article { issue { number } } } two: node(id: "${other!}") { ... on Article { page } } }`;
    expect(await followingOn('article.rows', query)).toEqual({});
  });

  test('is what follows on the node that a row is', async () => {
    const query =
      '{ articles { nodes { annotations { entity { ... on Person { aliases { name } } ... on Organisation { parent { name } } } } } } }';
    expect(await followingOn('articles.page', query)).toEqual({
      'annotationsOfArticle.rows': { 'aliasesOfPerson.rows': {}, 'organisation.rows': {} },
    });
  });

  test('is what is read of the matches of a search, each by the id of its type', async () => {
    const query = `{ search(query: "林澄") { edges { highlights { text } node { ... on Person { aliases { name } } } } nodes { ... on Article { issue { number } } ... on Organisation { __typename } } } }`;
    const followUps = (await ahead(query)).nestedIn('search.page');
    expect(named(followUps)).toMatchObject({
      'article.rows': { 'issue.rows': {} },
      'person.rows': { 'aliasesOfPerson.rows': {} },
      'searchedAgreement.rows': {},
    });
    expect(Object.fromEntries(followUps.map(({ relation, key }) => [relation, key]))).toEqual({
      article: ['ids.ARTICLE'],
      person: ['ids.PERSON'],
      searchedArticle: ['ids.ARTICLE'],
      searchedPerson: ['ids.PERSON'],
      searchedOrganisation: ['ids.ORGANISATION'],
      searchedAgreement: ['ids.AGREEMENT'],
    });
  });

  test('is only what all places of one reading have in common', async () => {
    const query =
      '{ one: articles { nodes { issue { number } byline { role } } } two: articles(first: 2) { nodes { issue { number } } } }';
    expect(await followingOn('articles.page', query)).toEqual({ 'issue.rows': {} });
  });
});

describe('nothing is known', () => {
  test('of what the operation itself asks for wrongly: with other arguments more would have been seen', async () => {
    await expect(ahead('{ people(filter: { organisation: "none" }) { nodes { name } } }')).rejects.toThrow(
      'filter.organisation',
    );
    await expect(
      ahead(
        'query ($name: String = "") { officeHolders(organisation: $name, title: "区长", on: "2024-03-01") { certainty } }',
        { name: null },
      ),
    ).rejects.toThrow('must not be null');
  });

  test('of variables that do not fit', async () => {
    expect(
      await followingOn(
        'articles.page',
        'query ($first: Int!) { articles(first: $first) { nodes { issue { number } } } }',
      ),
    ).toEqual({});
  });
});
