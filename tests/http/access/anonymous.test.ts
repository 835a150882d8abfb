import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fillArchive } from '../../support/archive.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { startGateway, type TestGateway } from '../../support/gateway.ts';
import { keyFor } from '../../support/key.ts';

let database: TestDatabase;
let gateway: TestGateway;
let reader: { readonly authorization: string };
beforeAll(async () => {
  database = await createTestDatabase();
  await fillArchive(database);
  reader = await keyFor(database, 'READER');
  gateway = await startGateway(database, { BANMIAN_ANONYMOUS: 'false', BANMIAN_SHARED_MAX_AGE: '60' });
});
afterAll(async () => {
  await gateway.close();
  await database.drop();
});

const count = '{ publications { totalCount } }';
const at = (path: string, headers = {}) => fetch(new URL(path, gateway.url), { headers });

describe('a gateway that answers only callers with a key', () => {
  test.each([1, 2, 3])('nobody else gets data, however often it was answered (%i)', async () => {
    expect((await gateway.get(count, reader)).status).toBe(200);
    expect((await gateway.post(count, {}, reader)).status).toBe(200);
    for (const response of [await gateway.get(count), await gateway.post(count), await gateway.post('{ __schema }')]) {
      expect(response.status).toBe(401);
      expect(response.headers.get('www-authenticate')).toBe('Bearer realm="banmian"');
      expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'KEY_REQUIRED' } }] });
    }
  });

  test('the schema is for callers with a key, and health checks are for all', async () => {
    expect((await at('/schema.graphql')).status).toBe(401);
    expect((await at('/schema.graphql', { authorization: 'Bearer x' })).status).toBe(401);
    expect((await at('/schema.graphql', reader)).status).toBe(200);
    for (const path of ['/live', '/ready', '/']) expect((await at(path)).status).toBe(200);
    expect((await at('/graphql', { accept: 'text/html' })).status).toBe(200);
  });

  test('no proxy keeps its answers, and a browser keeps them for one key', async () => {
    const first = await gateway.get(count, reader);
    expect(['cache-control', 'surrogate-key', 'vary'].map((name) => first.headers.get(name))).toEqual([
      'private, max-age=0, must-revalidate',
      null,
      'accept, authorization',
    ]);
    const again = await gateway.get(count, { ...reader, 'if-none-match': first.headers.get('etag')! });
    expect([again.status, again.headers.get('vary')]).toEqual([304, 'accept, authorization']);
    const stranger = await gateway.get(count, { 'if-none-match': first.headers.get('etag')! });
    expect(stranger.status).toBe(401);
  });
});

describe('a gateway that answers everybody', () => {
  test('a key changes nothing of what everybody may read', async () => {
    const open = await startGateway(database);
    const [one, other] = [await open.get(count), await open.get(count, reader)];
    const told = ({ headers }: Response) => [...headers].filter(([name]) => name !== 'x-request-id' && name !== 'date');
    expect(told(other)).toEqual(told(one));
    expect(other.headers.get('cache-control')).toContain('public');
    await open.close();
  });
});
