import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fillArchive } from '../support/archive.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { startGateway, type TestGateway } from '../support/gateway.ts';

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

interface Told {
  readonly status: number;
  readonly codes: readonly (string | undefined)[];
  readonly bytes: number;
}

async function told(response: Response): Promise<Told> {
  const text = await response.text();
  const { errors = [] } = JSON.parse(text) as { errors?: { extensions?: { code?: string } }[] };
  return {
    status: response.status,
    codes: errors.map(({ extensions }) => extensions?.code),
    bytes: Buffer.byteLength(text),
  };
}

const JSON_RESPONSE = { accept: 'application/graphql-response+json' };
const post = async (body: unknown): Promise<Told> =>
  told(
    await fetch(gateway.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...JSON_RESPONSE },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    }),
  );
const get = async (parameters: Record<string, string>): Promise<Told> =>
  told(await fetch(`${gateway.url}?${new URLSearchParams(parameters)}`, { headers: JSON_RESPONSE }));

const list =
  'query List($first: Int!, $filter: AgreementFilter) { agreements(first: $first, filter: $filter) { nodes { id } } }';

describe('wrong requests', () => {
  test.each<[string, object, string]>([
    ['a syntax error', { query: '{' }, 'GRAPHQL_PARSE_FAILED'],
    ['an empty text', { query: ' ' }, 'GRAPHQL_PARSE_FAILED'],
    ['an unknown field', { query: '{ price }' }, 'GRAPHQL_VALIDATION_FAILED'],
    [
      'a literal of another type',
      { query: '{ agreements(first: "ten") { totalCount } }' },
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'a day that does not exist',
      { query: '{ agreements(filter: { signedOn: { from: "2024-02-30" } }) { totalCount } }' },
      'BAD_ARGUMENT',
    ],
    ['a subscription', { query: 'subscription { pages }' }, 'GRAPHQL_VALIDATION_FAILED'],
    ['an unknown operation', { query: list, operationName: 'Lists' }, 'OPERATION_RESOLUTION_FAILURE'],
    ['a blank operation name', { query: list, operationName: '' }, 'OPERATION_RESOLUTION_FAILURE'],
    ['no operation', { query: 'fragment f on Query { __typename }' }, 'OPERATION_RESOLUTION_FAILURE'],
    [
      'two operations and no name',
      { query: 'query A { __typename } query B { __typename }' },
      'OPERATION_RESOLUTION_FAILURE',
    ],
    ['a missing variable', { query: list }, 'BAD_USER_INPUT'],
    ['a variable that is null', { query: list, variables: { first: null } }, 'BAD_USER_INPUT'],
    ['a variable of another type', { query: list, variables: { first: 'ten' } }, 'BAD_USER_INPUT'],
    [
      'a misspelt enum value',
      { query: list, variables: { first: 1, filter: { kind: ['STRATEGY'] } } },
      'BAD_USER_INPUT',
    ],
    ['an unknown input key', { query: list, variables: { first: 1, filter: { price: 1 } } }, 'BAD_USER_INPUT'],
    [
      'the prototype as an input key',
      { query: list, variables: JSON.parse('{"first":1,"filter":{"__proto__":{}}}') as object },
      'BAD_USER_INPUT',
    ],
    ['an input object that is a list', { query: list, variables: { first: 1, filter: [[]] } }, 'BAD_USER_INPUT'],
    [
      'a day in a variable that is none',
      { query: list, variables: { first: 1, filter: { signedOn: { from: 'today' } } } },
      'BAD_ARGUMENT',
    ],
    [
      'a size whose parts pretend to be functions',
      { query: list, variables: { first: { valueOf: 1, toString: 1 } } },
      'BAD_USER_INPUT',
    ],
    [
      'an unknown hash',
      { extensions: { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } } },
      'PERSISTED_QUERY_NOT_FOUND',
    ],
    ['no hash', { documentId: 'sha256:?' }, 'BAD_REQUEST'],
    ['a hash of another text', { query: list, documentId: `sha256:${'a'.repeat(64)}` }, 'PERSISTED_QUERY_MISMATCH'],
    ['no text', {}, 'BAD_REQUEST'],
  ])('%s has a code, by POST and GET, each time it is asked', async (_, body, code) => {
    const parameters = Object.fromEntries(
      Object.entries(body).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
    );
    // Once a document was answered without errors, it is compiled.
    const { query } = body as { query?: string };
    for (let sight = 1; sight <= 3; sight += 1) {
      expect(await post(body)).toMatchObject({ status: 400, codes: [code] });
      // A missing parameter cannot be told from a blank one.
      if (!('operationName' in body && body.operationName === ''))
        expect(await get(parameters)).toMatchObject({ status: 400, codes: [code] });
      if (query === list)
        expect(await post({ query, variables: { first: 1 } })).toMatchObject({ status: 200, codes: [] });
    }
  });

  test('a mutation has a code, by POST and GET', async () => {
    const query = 'mutation { importPages }';
    expect(await post({ query })).toMatchObject({ status: 400, codes: ['GRAPHQL_VALIDATION_FAILED'] });
    expect(await get({ query })).toMatchObject({ status: 405, codes: ['METHOD_NOT_ALLOWED'] });
  });

  test('null from a variable where none may be is an error beside the data', async () => {
    const query = 'query ($if: Boolean = true) { publications @include(if: $if) { totalCount } }';
    expect(await post({ query, variables: { if: null } })).toMatchObject({ status: 200, codes: ['BAD_USER_INPUT'] });
  });

  test.each([
    ['no JSON', '{'],
    ['nothing', ''],
    ['a number', '5'],
    ['a string', '"{ __typename }"'],
    ['null', 'null'],
    ['a list', '[]'],
    ['a batch', '[{"query":"{ __typename }"}]'],
    ['a text that is a number', '{"query":5}'],
    ['a name that is a list', '{"query":"{ __typename }","operationName":[]}'],
    ['variables that are a list', '{"query":"{ __typename }","variables":[]}'],
    ['variables that are a string', '{"query":"{ __typename }","variables":"{}"}'],
    ['extensions that are a number', '{"query":"{ __typename }","extensions":5}'],
    ['a key that nobody knows', '{"query":"{ __typename }","quary":""}'],
    ['a key of prototypes', '{"query":"{ __typename }","__proto__":{}}'],
    ['a key of objects', '{"query":"{ __typename }","constructor":1}'],
    ['a hash that is an object', '{"documentId":{"toString":1}}'],
    ['a hash in a number', '{"extensions":{"persistedQuery":5}}'],
  ])('a body that is %s has a code', async (_, body) => {
    expect(await post(body)).toMatchObject({ status: 400, codes: ['BAD_REQUEST'] });
  });

  test.each<[string, Record<string, string>]>([
    ['variables', { variables: '{' }],
    ['extensions', { extensions: '{' }],
    ['a list of variables', { variables: '[]' }],
    ['a number of extensions', { extensions: '1' }],
  ])('a GET with %s that cannot be read has a code', async (_, parameters) => {
    expect(await get({ query: '{ __typename }', ...parameters })).toMatchObject({
      status: 400,
      codes: ['BAD_REQUEST'],
    });
  });

  test.each(['PUT', 'DELETE', 'PATCH'])('the method %s has a code', async (method) => {
    const response = await fetch(gateway.url, { method });
    expect(response.headers.get('allow')).toBe('GET, HEAD, POST, OPTIONS');
    expect(await told(response)).toMatchObject({ status: 405, codes: ['METHOD_NOT_ALLOWED'] });
  });
});

describe('nullable fields around an error', () => {
  test.each<[string, string, object | null]>([
    ['one node', 'person(id: "nobody") { id }', { person: null }],
    ['one item of nodes', 'nodes(ids: ["nobody"]) { id }', { nodes: [null] }],
    [
      'the newspaper around a list',
      'publication(slug: "yunxi-bao") { name articles(after: "nowhere") { totalCount } }',
      { publication: null },
    ],
    ['all of the data around a list at the root', 'articles(filter: { publication: "none" }) { totalCount }', null],
    ['all of the data around a list in a list', 'issues { nodes { articles(after: "nowhere") { totalCount } } }', null],
  ])('%s is null', async (_, field, data) => {
    const response = await gateway.post(`{ publications { totalCount } ${field} }`);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ data: data && { publications: { totalCount: 1 }, ...data } });
  });
});

describe('the length of answers to bad requests', () => {
  const long = 'x'.repeat(900_000);
  const keys = Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`unknownKey${at}`, at]));

  test.each<[string, unknown]>([
    ['a key', { query: '{ __typename }', [long]: 1 }],
    ['an operation', { query: '{ __typename }', operationName: long }],
    ['a field', { query: `{ ${long} }` }],
    ['many fields', { query: `{ ${Array.from({ length: 900 }, (_, at) => `unknownField${at}`).join(' ')} }` }],
    ['a string', { query: `{ agreements(first: "${long}") { totalCount } }` }],
    ['control characters', { query: `{ agreements(first: "${'\\u0001'.repeat(50_000)}") { totalCount } }` }],
    ['a variable', { query: list, variables: { first: long } }],
    ['a key of a variable', { query: list, variables: { first: 1, filter: { [long]: 1 } } }],
    ['many keys of a variable', { query: list, variables: { first: 1, filter: keys } }],
    ['a cursor', { query: `{ agreements(after: "${long}") { totalCount nodes { id } } }` }],
    ['an id', { query: `{ node(id: "${long}") { id } }` }],
    ['text that is not JSON', `{${long}`],
  ])('an answer that repeats %s is short', async (_, body) => {
    const { codes, bytes } = await post(body);
    expect(codes.length).toBeGreaterThan(0);
    expect(bytes).toBeLessThan(10_000);
  });

  test('an answer with an error for each item of a list is short', async () => {
    const response = await gateway.post('{ issues { nodes { articles { nodes { excerpt(length: 0) } } } } }');
    const text = await response.text();
    const { errors, extensions } = JSON.parse(text) as { errors: unknown[]; extensions?: object };
    expect(Buffer.byteLength(text)).toBeLessThan(10_000);
    expect(errors.length).toBeLessThanOrEqual(10);
    if (errors.length === 10) expect(extensions).toEqual({ omittedErrors: expect.any(Number) as number });
  });
});
