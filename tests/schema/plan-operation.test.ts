import { describe, expect, test } from 'vitest';
import type { NestedFetch } from '../../src/query/selection-plan.ts';
import { encodeGlobalId } from '../../src/schema/global-id.ts';
import { idOf } from '../support/archive.ts';
import { planOf } from '../support/selection-plan.ts';

/** The names of nested fetches, each with those nested in it. */
function named(fetches: readonly NestedFetch[]): unknown {
  return Object.fromEntries(fetches.map(({ relation, kind, nested }) => [`${relation}.${kind}`, named(nested)]));
}

function nestedIn(fetch: string, query: string, variables = {}): unknown {
  return named(planOf(query, variables).nestedIn(fetch));
}

function pathsOf(relation: string, query: string): readonly string[] | undefined {
  const paths = planOf(query).paths(relation);
  return paths && [...paths].toSorted();
}

describe('selected columns', () => {
  test('the columns that fields declare are read, with the keys of what is fetched by them', () => {
    expect(pathsOf('articles', '{ articles { nodes { page issue { number } } } }')).toEqual([
      'node',
      'node.issueId',
      'node.page',
    ]);
  });

  test('the columns that any place of the document selects are read', () => {
    const query =
      '{ articles { nodes { issue { number } } } issue(publication: "yunxi-bao", by: { number: 1 }) { previous { publishedOn } } node(id: "") { ... on Issue { id } } }';
    expect(
      pathsOf('issue', query.replace('id: ""', `id: "${encodeGlobalId({ __typename: 'Issue', id: idOf('issue') })}"`)),
    ).toEqual(['id', 'number']);
  });

  test('the columns of a cursor are read where an edge or the page info shows one', () => {
    for (const field of ['edges { cursor }', 'pageInfo { startCursor }', 'pageInfo { endCursor }']) {
      expect(pathsOf('people', `{ people { ${field} } }`)).toEqual(['cursor']);
      expect(pathsOf('coAppearances', `{ people { nodes { coAppearances { ${field} } } } }`)).toContain('cursor');
      expect(pathsOf('partners', `{ organisations { nodes { partners { ${field} } } } }`)).toContain('cursor');
    }
    expect(pathsOf('people', '{ people { pageInfo { hasNextPage } } }')).toEqual([]);
  });

  test('the columns of each property are read where the row decides which of them is the value', () => {
    const pathsOfAnnotation = (selections: string) =>
      pathsOf('annotationsOfArticle', `{ articles { nodes { annotations { entity { ${selections} } } } } }`);
    expect(pathsOfAnnotation('... on Person { id } ... on Organisation { id category }')).toEqual([
      'organisation',
      'organisation.category',
      'organisation.id',
      'person',
      'person.id',
    ]);
    expect(pathsOfAnnotation('... on Issue { number }')).toEqual(['organisation', 'person']);
  });

  test('the columns that a directive may leave out are read', () => {
    expect(
      pathsOf(
        'people',
        'query ($a: Boolean = false) { people { nodes { name @include(if: $a) pinyin @skip(if: true) } } }',
      ),
    ).toEqual(['node', 'node.name', 'node.pinyin']);
  });
});

describe('nested fetches', () => {
  test('everything below is fetched along, through fragments and aliases', () => {
    const query = `query { articles(first: 3) { nodes { ...Head } } }
      fragment Head on Article { issue { publication { name } } people(first: 2) { totalCount all: edges { roles ... { cursor } } } }`;
    expect(nestedIn('articles.page', query)).toEqual({
      'issue.rows': { 'publication.rows': {} },
      'peopleOfArticle.page': { 'rolesOfPersonInArticle.rows': {} },
      'peopleOfArticle.count': {},
    });
  });

  test('nested fetches have their arguments from variables and defaults', () => {
    const query = 'query ($first: Int = 7) { issues { nodes { articles(first: $first) { nodes { page } } } } }';
    const argsOf = (variables: object) => planOf(query, variables).nestedIn('issues.page')[0]!.args;
    expect(argsOf({})).toEqual({ first: 7 });
    expect(argsOf({ first: 2 })).toEqual({ first: 2 });
  });

  test('nothing is fetched that a directive may leave out, unless it is selected without one too', () => {
    const maybe = 'issue @include(if: $a) { number }';
    expect(nestedIn('articles.page', `query ($a: Boolean!) { articles { nodes { ${maybe} } } }`, { a: true })).toEqual(
      {},
    );
    expect(
      nestedIn('articles.page', `query ($a: Boolean!) { articles { nodes { ${maybe} issue { number } } } }`, {
        a: true,
      }),
    ).toEqual({ 'issue.rows': {} });
  });

  test('the fetch is the same whether edges, nodes or page info ask for the page', () => {
    const query = '{ articles { pageInfo { endCursor } edges { cursor } nodes { issue { number } } } }';
    expect(nestedIn('articles.page', query)).toEqual({ 'issue.rows': {} });
  });

  test('nothing is fetched that only one of two nodes found by their ids needs', () => {
    const [article, other] = ['a', 'b'].map((name) => encodeGlobalId({ __typename: 'Article', id: idOf(name) }));
    const query = `{ one: node(id: "${article!}") { ... on Article { issue { number } } } two: node(id: "${other!}") { ... on Article { page } } }`;
    expect(nestedIn('article.rows', query)).toEqual({});
  });

  test('a nested fetch belongs to whichever node the row names', () => {
    const query =
      '{ articles { nodes { annotations { entity { ... on Person { aliases { name } } ... on Organisation { parent { name } } } } } } }';
    expect(nestedIn('articles.page', query)).toEqual({
      'annotationsOfArticle.rows': { 'aliasesOfPerson.rows': {}, 'organisation.rows': {} },
    });
  });

  test('a nested fetch goes by the id that a match of a search has for its type', () => {
    const query = `{ search(query: "林澄") { edges { highlights { text } node { ... on Person { aliases { name } } } } nodes { ... on Article { issue { number } } ... on Organisation { __typename } } } }`;
    const fetches = planOf(query).nestedIn('search.page');
    expect(named(fetches)).toMatchObject({
      'article.rows': { 'issue.rows': {} },
      'person.rows': { 'aliasesOfPerson.rows': {} },
      'searchedAgreement.rows': {},
    });
    expect(Object.fromEntries(fetches.map(({ relation, key }) => [relation, key]))).toEqual({
      article: ['ids.ARTICLE'],
      person: ['ids.PERSON'],
      searchedArticle: ['ids.ARTICLE'],
      searchedPerson: ['ids.PERSON'],
      searchedOrganisation: ['ids.ORGANISATION'],
      searchedAgreement: ['ids.AGREEMENT'],
    });
  });

  test('a nested fetch is only what all places of one fetch have in common', () => {
    const query =
      '{ one: articles { nodes { issue { number } byline { role } } } two: articles(first: 2) { nodes { issue { number } } } }';
    expect(nestedIn('articles.page', query)).toEqual({ 'issue.rows': {} });
  });
});

describe('wrong arguments', () => {
  test('an operation is planned even if its resolvers will find the arguments wrong', () => {
    const query = (id: string) => `{ people(filter: { organisation: "${id}" }) { nodes { aliases { name } } } }`;
    expect(nestedIn('people.page', query('none'))).toEqual({ 'aliasesOfPerson.rows': {} });
  });

  test('an operation is not planned when arguments do not fit their types, but the next ones may be', () => {
    expect(() =>
      planOf(
        'query ($name: String = "") { officeHolders(organisation: $name, title: "区长", on: "2024-03-01") { certainty } }',
        { name: null },
      ),
    ).toThrow('must not be null');
  });

  test('a field of a row with wrong arguments fetches nothing, since it fails before it could', () => {
    const query = '{ people { nodes { name articles(filter: { people: { any: ["none"] } }) { nodes { page } } } } }';
    expect(nestedIn('people.page', query)).toEqual({});
  });
});
