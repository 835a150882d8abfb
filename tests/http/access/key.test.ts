import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createKey, listKeys, revokeKey } from '../../../src/store/api-key.ts';
import { createToken } from '../../../src/store/key-token.ts';
import { fillArchive } from '../../support/archive.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { startGateway, type TestGateway } from '../../support/gateway.ts';
import { keyFor } from '../../support/key.ts';

let database: TestDatabase;
let gateway: TestGateway;
beforeEach(async () => {
  database = await createTestDatabase();
  await fillArchive(database);
  gateway = await startGateway(database, {}, { level: 'trace' });
});
afterEach(async () => {
  await gateway.close();
  await database.drop();
});

const count = '{ publications { totalCount } }';
const answered = { data: { publications: { totalCount: 1 } } };
const who = '{ viewer { name role } }';

interface Told {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Headers;
}

async function told(response: Response): Promise<Told> {
  return { status: response.status, body: await response.json(), headers: response.headers };
}

const refused = (code: string) => ({ errors: [{ message: expect.any(String) as string, extensions: { code } }] });

describe('the key of a caller', () => {
  test('a caller is known by their key, and without one they are nobody', async () => {
    const reader = await keyFor(database, 'READER', '乙馆');
    expect((await told(await gateway.post(who, {}, reader))).body).toEqual({
      data: { viewer: { name: '乙馆', role: 'READER' } },
    });
    expect((await told(await gateway.get(who))).body).toEqual({ data: { viewer: null } });
    expect((await told(await gateway.get(count, reader))).body).toEqual(answered);
  });

  test.each([
    ['that nobody has', () => `Bearer ${createToken()}`],
    ['that is no key', () => 'Bearer open sesame'],
    ['that is empty', () => 'Bearer'],
    ['with blanks', () => 'bearer   '],
    ['that goes on for long', () => `Bearer banmian_${'x'.repeat(10_000)}`],
  ])('a key %s is refused with a code, whether an answer is kept or not', async (_, authorization) => {
    await gateway.get(count);
    for (const ask of [
      () => gateway.get(count, { authorization: authorization() }),
      () => gateway.post(count, {}, { authorization: authorization() }),
    ]) {
      const { status, body, headers } = await told(await ask());
      expect([status, body]).toEqual([401, refused('KEY_NOT_VALID')]);
      expect(headers.get('www-authenticate')).toBe('Bearer realm="banmian", error="invalid_token"');
      expect(headers.get('cache-control')).toBe('no-store');
    }
  });

  test('the word Bearer may be in any case, and other schemes are left to what stands before the gateway', async () => {
    const { authorization } = await keyFor(database, 'EDITOR');
    expect((await told(await gateway.post(who, {}, { authorization: authorization.replace('B', 'b') }))).body).toEqual({
      data: { viewer: { name: 'editor', role: 'EDITOR' } },
    });
    for (const other of ['Basic YTpi', 'Bearerx', 'Digest x'])
      expect((await told(await gateway.post(who, {}, { authorization: other }))).body).toEqual({
        data: { viewer: null },
      });
  });

  test('the use of a key is noted, at most once a minute', async () => {
    const reader = await keyFor(database, 'READER');
    const usedAt = async () => (await listKeys(database))[0]?.lastUsedAt ?? null;
    expect(await usedAt()).toBeNull();
    await gateway.post(count, {}, reader);
    await expect.poll(usedAt).not.toBeNull();
    const first = await usedAt();
    const other = await startGateway(database);
    await other.post(count, {}, reader);
    await database.sql`select pg_sleep(0.2)`;
    expect(await usedAt()).toBe(first);
    await database.sql`update api_keys set last_used_at = last_used_at - interval '61 seconds'`;
    const third = await startGateway(database);
    await third.post(count, {}, reader);
    await expect.poll(async () => Date.parse((await usedAt())!)).toBeGreaterThanOrEqual(Date.parse(first!));
    await Promise.all([other.close(), third.close()]);
  });

  test('a revoked key is refused within a second, by every gateway that knew it', async () => {
    const reader = await keyFor(database, 'READER');
    const other = await startGateway({ ...database, url: 'postgres://127.0.0.1:9/nowhere' });
    for (const at of [gateway, other]) expect((await at.post(count, {}, reader)).status).toBe(200);
    await revokeKey(database, 'reader');
    const revokedAt = performance.now();
    for (const at of [gateway, other])
      await expect
        .poll(async () => (await at.post(count, {}, reader)).status, { interval: 20, timeout: 1_000 })
        .toBe(401);
    expect(performance.now() - revokedAt).toBeLessThan(1_000);
    await other.close();
  });

  test('keys stand in no log, no error and no table', async () => {
    const { key, token } = await createKey(database, { name: '甲社', role: 'IMPORTER' });
    const wrong = createToken();
    const bodies: string[] = [];
    for (const text of [token, wrong, `${token}x`]) {
      const headers = { authorization: `Bearer ${text}` };
      for (const query of [count, who, '{', '{ price }', '{ node(id: "x") { id } }'])
        bodies.push(await (await gateway.post(query, {}, headers)).text());
      bodies.push(await (await fetch(new URL('/schema.graphql', gateway.url), { headers })).text());
    }
    await revokeKey(database, key.id);
    await database.sql`drop table api_keys`;
    const broken = await startGateway(database, {}, { level: 'trace' });
    bodies.push(await (await broken.post(count, {}, { authorization: `Bearer ${token}` })).text());
    await expect.poll(() => broken.lines.length).toBeGreaterThan(0);
    const logged = JSON.stringify([...gateway.lines, ...broken.lines]);
    expect(gateway.lines.length).toBeGreaterThan(15);
    for (const secret of [token, wrong].map((text) => text.slice('banmian_'.length)))
      expect([...bodies, logged].filter((text) => text.includes(secret))).toEqual([]);
    await broken.close();
  });
});

test('a key that a browser sends is allowed where its origin is', async () => {
  const open = await startGateway(database, { BANMIAN_CORS_ORIGINS: 'https://a.example' });
  const preflight = await fetch(open.url, { method: 'OPTIONS', headers: { origin: 'https://a.example' } });
  expect(preflight.headers.get('access-control-allow-headers')).toContain('authorization');
  await open.close();
});

describe('keys in the store', () => {
  test('the store has a hash of each key, and every key is another', async () => {
    const { token } = await createKey(database, { name: 'a', role: 'READER' });
    expect(token).toMatch(/^banmian_[\w-]{43}$/);
    expect((await createKey(database, { name: 'b', role: 'READER' })).token).not.toBe(token);
    const rows = await database.sql`select to_jsonb(k)::text as row from api_keys k`;
    expect(JSON.stringify(rows)).not.toContain(token.slice('banmian_'.length));
  });

  test('a name is free again once its key is revoked, and what is revoked stays in the list', async () => {
    const { key } = await createKey(database, { name: '甲社', role: 'READER' });
    await expect(createKey(database, { name: '甲社', role: 'EDITOR' })).rejects.toThrow(
      'There is a valid key with the name 甲社 already.',
    );
    expect(await revokeKey(database, '甲社')).toMatchObject({ id: key.id, revokedAt: expect.any(String) as string });
    expect(await revokeKey(database, '甲社')).toBeNull();
    const again = await createKey(database, { name: '甲社', role: 'EDITOR' });
    const first = await revokeKey(database, key.id);
    expect((await listKeys(database)).map(({ id, revokedAt }) => [id, revokedAt])).toEqual([
      [again.key.id, null],
      [key.id, first!.revokedAt],
    ]);
  });

  test.each(['', ' a', 'a ', 'a\nb', 'x'.repeat(101), '00000000-0000-8000-8000-000000000000'])(
    'the name %j is refused',
    async (name) => {
      await expect(createKey(database, { name, role: 'READER' })).rejects.toThrow('name');
      expect(await listKeys(database)).toEqual([]);
    },
  );
});
