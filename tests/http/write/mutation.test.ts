import postgres from 'postgres';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { ERROR_CODES } from '../../../src/error-code.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { startGateway, type TestGateway } from '../../support/gateway.ts';
import { keyFor } from '../../support/key.ts';
import { isInterfaceType, isObjectType, isUnionType } from 'graphql';
import { schema } from '../../../src/schema/schema.ts';
import { givenPage, PATIENCE } from './given-page.ts';

let database: TestDatabase;
let gateway: TestGateway;
let importer: { readonly authorization: string };
beforeEach(async () => {
  database = await createTestDatabase();
  importer = await keyFor(database, 'IMPORTER');
  gateway = await startGateway(database, PATIENCE);
});
afterEach(async () => {
  await gateway.close();
  await database.drop();
});

const IMPORT = `mutation Import($input: ImportPageInput!) {
  importPage(input: $input) { __typename ... on PageImported { outcome } }
}`;
const REMOVE = 'mutation Remove { removePages(input: { publication: "yunxiu-bao" }) { __typename } }';
const COUNT = '{ articles { totalCount } }';

async function counted(of = gateway): Promise<unknown> {
  return ((await (await of.post(COUNT)).json()) as { data: { articles: { totalCount: unknown } } }).data.articles
    .totalCount;
}

test('a mutation is not answered by GET, nor without a content type that a form cannot send', async () => {
  const byUrl = await gateway.get(REMOVE, importer);
  expect([byUrl.status, byUrl.headers.get('allow')]).toEqual([405, 'POST']);
  const form = await fetch(gateway.url, {
    method: 'POST',
    headers: { ...importer, 'content-type': 'text/plain' },
    body: JSON.stringify({ query: REMOVE }),
  });
  expect(form.status).toBe(415);
});

test('the answer to a mutation is kept nowhere: the same is done again each time', async () => {
  const input = givenPage(1);
  for (let time = 1; time <= 4; time += 1) {
    const answers = await Promise.all(
      Array.from({ length: 3 }, async () => {
        const response = await gateway.post(IMPORT, { input }, importer);
        expect(['cache-control', 'etag', 'vary'].map((name) => response.headers.get(name))).toEqual([
          'no-store',
          null,
          'accept, authorization',
        ]);
        return ((await response.json()) as { data: { importPage: { outcome: string } } }).data.importPage.outcome;
      }),
    );
    expect(answers.toSorted()).toEqual(['NEW', 'UNCHANGED', 'UNCHANGED']);
    const removed = await (await gateway.post(REMOVE, {}, importer)).json();
    expect(removed).toEqual({ data: { removePages: { __typename: 'PagesRemoved' } } });
    expect(await (await gateway.post(REMOVE, {}, importer)).json()).toEqual({
      data: { removePages: { __typename: 'NotFoundError' } },
    });
  }
});

test('no answer after a mutation is older, however often they alternate', async () => {
  for (let time = 1; time <= 20; time += 1) {
    expect(await counted()).toBe(0);
    await gateway.post(IMPORT, { input: givenPage(1) }, importer);
    expect(await counted()).toBe(1);
    expect(await counted()).toBe(1);
    await gateway.post(REMOVE, {}, importer);
  }
});

test('that holds too while the connection that hears of changes is lost', async () => {
  await expect.poll(() => gateway.cache?.epoch).toBeGreaterThan(0);
  expect(await counted()).toBe(0);
  const server = postgres(inject('serverUrl'), { max: 1, fetch_types: false });
  const name = new URL(database.url).pathname.slice(1);
  await server`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name} and application_name = 'banmian watch'`;
  await gateway.post(IMPORT, { input: givenPage(1) }, importer);
  expect(await counted()).toBe(1);
  await server.end();
});

test('that holds too for a gateway that keeps no answers', async () => {
  const other = await startGateway(database, { ...PATIENCE, BANMIAN_CACHE_BYTES: '0' });
  const filtered = '{ articles(filter: { publication: "yunxiu-bao" }) { totalCount } }';
  await other.post(IMPORT, { input: givenPage(1) }, importer);
  expect(await (await other.post(filtered)).json()).toEqual({ data: { articles: { totalCount: 1 } } });
  await other.post(REMOVE, {}, importer);
  expect(await (await other.post(filtered)).json()).toMatchObject({
    errors: [{ extensions: { code: 'BAD_ARGUMENT' } }],
  });
  await other.close();
});

test('a request holds few mutations, whatever they select', async () => {
  const many = (count: number) =>
    `mutation { ${Array.from({ length: count }, (_, i) => `m${i}: removePages(input: { files: ["x"] }) { __typename }`).join(' ')} }`;
  expect(await (await gateway.post(many(19), {}, importer)).json()).toMatchObject({ data: { m18: {} } });
  expect(await (await gateway.post(many(20), {}, importer)).json()).toMatchObject({
    errors: [{ extensions: { code: 'COST_TOO_HIGH', cost: 200_020 } }],
  });
});

test('a mutation that the database fails is an error, which tells nothing of the database', async () => {
  await database.sql`drop table pages cascade`;
  const response = await gateway.post(IMPORT, { input: givenPage(1) }, importer);
  expect(await response.json()).toMatchObject({
    errors: [{ message: 'Unexpected error.', extensions: { code: 'INTERNAL_SERVER_ERROR' } }],
  });
});

test('every mutation answers with a union of one success and errors with codes, and takes one input', () => {
  const error = schema.getType('Error');
  const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
  expect(mutations.length).toBeGreaterThan(1);
  for (const { name, type, args } of mutations) {
    const result = 'ofType' in type ? type.ofType : type;
    const types = isUnionType(result) && isInterfaceType(error) ? result.getTypes() : [];
    const errors = types.filter(
      (one) => isObjectType(one) && isInterfaceType(error) && one.getInterfaces().includes(error),
    );
    expect([name, types.length - errors.length, errors[0]?.name, args.map((arg) => arg.name)]).toEqual([
      name,
      1,
      'NotAllowedError',
      ['input'],
    ]);
  }
  expect(Object.keys(ERROR_CODES)).toContain('NOT_ALLOWED');
});
