import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { encodeGlobalId } from '../../../src/schema/global-id.ts';
import { fillArchive, PUBLICATION, idOf } from '../../support/archive.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { startGateway, type TestGateway } from '../../support/gateway.ts';

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

const names = '{ publications { nodes { name } } }';
const districtId = encodeGlobalId({ __typename: 'Organisation', id: idOf('organisation', '云溪区') });
const publicationId = encodeGlobalId({ __typename: 'Publication', id: PUBLICATION.id });
const publicationKey = `Publication:${PUBLICATION.id}`;

describe('the answer to a GET', () => {
  test('the answer to a GET may be kept for the configured times', async () => {
    const response = await gateway.get(names);
    expect(response.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
    expect(response.headers.get('content-length')).toBe(String(Buffer.byteLength(await response.text())));
    const other = await startGateway(database, {
      BANMIAN_MAX_AGE: '0',
      BANMIAN_SHARED_MAX_AGE: '7',
      BANMIAN_STALE_SECONDS: '8',
    });
    expect((await other.get(names)).headers.get('cache-control')).toBe(
      'public, max-age=0, s-maxage=7, stale-while-revalidate=8',
    );
    await other.close();
  });

  test('a client that has the answer gets 304, one that has another gets the answer', async () => {
    const first = await gateway.get(names);
    const etag = first.headers.get('etag')!;
    expect(etag).toMatch(/^"[\w-]{43}"$/);
    for (const tags of [etag, `"other", W/${etag}`, '*']) {
      const again = await gateway.get(names, { 'if-none-match': tags });
      expect([again.status, await again.text(), again.headers.get('content-type')]).toEqual([304, '', null]);
      for (const name of ['etag', 'cache-control', 'vary', 'surrogate-key'])
        expect(again.headers.get(name)).toBe(first.headers.get(name));
    }
    const anew = await gateway.get(names, { 'if-none-match': `"other", ${etag.slice(0, -2)}"` });
    expect([anew.status, await anew.json()]).toEqual([
      200,
      { data: { publications: { nodes: [{ name: '云溪报' }] } } },
    ]);
  });

  test('the tag changes with the body and with its type', async () => {
    const answers = [
      await gateway.get(names),
      await gateway.get('{ publications { nodes { slug } } }'),
      await gateway.get(names, { accept: 'application/graphql-response+json' }),
    ];
    expect(new Set(answers.map(({ headers }) => headers.get('etag'))).size).toBe(3);
  });

  test('the answer depends on what the client accepts, and on its origin where origins are listed', async () => {
    expect((await gateway.get(names)).headers.get('vary')).toBe('accept');
    const open = await startGateway(database, { BANMIAN_CORS_ORIGINS: 'https://a.example' });
    const response = await open.get(names, { origin: 'https://a.example' });
    expect(response.headers.get('vary')).toBe('origin, accept');
    expect(response.headers.get('access-control-allow-origin')).toBe('https://a.example');
    await open.close();
  });
});

describe('answers that nobody may keep', () => {
  test.each([
    ['an answer with an error beside its data', '{ publications { totalCount } node(id: "x") { id } }'],
    ['a document that does not parse', '{'],
    ['a document that does not fit the schema', '{ price }'],
  ])('nobody may keep %s', async (_, query) => {
    const response = await gateway.get(query);
    expect(((await response.json()) as { errors: unknown[] }).errors).toHaveLength(1);
    expect(['cache-control', 'etag', 'surrogate-key'].map((name) => response.headers.get(name))).toEqual([
      'no-store',
      null,
      null,
    ]);
  });

  test('nobody may keep the answer to a POST', async () => {
    const response = await gateway.post(names);
    expect([response.status, response.headers.get('cache-control'), response.headers.get('etag')]).toEqual([
      200,
      'no-store',
      null,
    ]);
  });

  test.each([null, 'subscriber'])('no proxy may keep what only some may read (%s)', async (scope) => {
    const closed = await startGateway(database, { BANMIAN_SHARED_MAX_AGE: '7' }, { scopeOf: () => scope });
    const response = await closed.get(names);
    expect([response.status, response.headers.get('cache-control'), response.headers.get('surrogate-key')]).toEqual([
      200,
      'private, max-age=0, must-revalidate',
      null,
    ]);
    expect(response.headers.get('vary')).toBe('accept, authorization');
    await closed.close();
  });
});

describe('the Surrogate-Key', () => {
  const keysOf = async (query: string, on = gateway) => (await on.get(query)).headers.get('surrogate-key')?.split(' ');

  test('the key names the nodes, whether their ids were asked for or not, wherever they stand', async () => {
    expect(await keysOf(`{ node(id: "${publicationId}") { ... on Publication { name } } }`)).toEqual([
      'archive',
      publicationKey,
    ]);
    const keys = await keysOf(
      '{ issues(first: 1) { nodes { publication { name } articles(first: 1) { edges { node { headline } } } } } }',
    );
    expect(keys?.map((key) => key.replace(/:.*/, ':'))).toEqual([
      'archive',
      'Issue',
      'Article:',
      'Issue:',
      'Publication:',
    ]);
    const entities = await keysOf('{ articles(first: 1) { nodes { annotations { entity { ... on Node { id } } } } } }');
    expect(entities?.map((key) => key.replace(/:.*/, ':'))).toContain('Person:');
  });

  test('the key is the same however often the document was answered before', async () => {
    const query =
      '{ search(query: "云溪区") { nodes { __typename } } officeHolders(organisation: "云溪区", title: "区长", on: "2024-03-01") { tenure { title } } }';
    const answers = [await keysOf(query), await keysOf(query), await keysOf(query)];
    expect(answers[0]?.some((key) => key.startsWith('Tenure:'))).toBe(true);
    expect(answers).toEqual([answers[0], answers[0], answers[0]]);
  });

  test('the key names all articles when the answer shows where an article continues', async () => {
    const keys = async (fields: string) =>
      await keysOf(`{ issues(first: 1) { nodes { articles { nodes { ${fields} } } } } }`);
    expect(await keys('continuedOn { article { id } }')).toContain('Article');
    expect(await keys('headline')).not.toContain('Article');
  });

  test('the key names all types when what was asked for does not exist', async () => {
    const types = ['archive', 'Publication', 'Issue', 'Article', 'Person', 'Organisation', 'Agreement', 'Tenure'];
    const missing = encodeGlobalId({ __typename: 'Publication', id: '00000000-0000-0000-0000-000000000000' });
    expect((await keysOf(`{ node(id: "${missing}") { id } }`))?.sort()).toEqual([...types].sort());
    expect((await keysOf(`{ nodes(ids: ["${publicationId}", "${missing}"]) { id } }`))?.sort()).toEqual(
      [...types, publicationKey].sort(),
    );
  });

  test('the key names each node once', async () => {
    expect(await keysOf('{ a: publications { nodes { name } } b: publications { edges { node { name } } } }')).toEqual([
      'archive',
      'Publication',
      publicationKey,
    ]);
  });

  test('the key names the types of what a list could show, even if it is empty or only counted', async () => {
    expect(await keysOf('{ people(filter: { title: "船长" }) { nodes { name } } }')).toEqual(['archive', 'Person']);
    expect(await keysOf('{ articles { totalCount } }')).toEqual(['archive', 'Article']);
    expect(await keysOf(`{ organisation(id: "${districtId}") { publications { totalCount } } }`)).toEqual([
      'archive',
      'Organisation',
      'Publication',
      expect.stringMatching(/^Organisation:/),
    ]);
    expect(await keysOf('{ search(query: "无此词") { totalCount } }')).toEqual([
      'archive',
      'Agreement',
      'Article',
      'Organisation',
      'Person',
    ]);
    expect(await keysOf(`{ node(id: "${publicationId}") { ... on Publication { issues { totalCount } } } }`)).toEqual([
      'archive',
      'Issue',
      publicationKey,
    ]);
    expect(await keysOf('{ people(filter: { name: "lin cheng" }) { nodes { aliases { name } } } }')).toEqual([
      'archive',
      'Person',
      expect.stringMatching(/^Person:/),
    ]);
    expect(
      await keysOf('{ officeHolders(organisation: "云溪区", title: "船长", on: "2024-03-01") { certainty } }'),
    ).toEqual(expect.arrayContaining(['Organisation', 'Person', 'Tenure']));
  });

  test('the key names only the types when there are more nodes than allowed', async () => {
    const tight = await startGateway(database, { BANMIAN_MAX_SURROGATE_IDS: '2' });
    expect(await keysOf('{ people(first: 2) { nodes { __typename } } }', tight)).toHaveLength(4);
    expect(await keysOf('{ people(first: 3) { nodes { __typename } } }', tight)).toEqual(['archive', 'Person']);
    expect(
      await keysOf(
        `{ node(id: "${publicationId}") { ... on Publication { name issues(first: 3) { nodes { number } } } } }`,
        tight,
      ),
    ).toEqual(['archive', 'Issue', 'Publication']);
    await tight.close();
  });
});
