import { afterEach, beforeEach, expect, test } from 'vitest';
import { createBareDatabase, type TestDatabase } from '../support/database.ts';
import { runBanmian, startGateway } from './banmian.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await createBareDatabase();
});
afterEach(() => database.drop());

const key = (...words: string[]) => runBanmian(['key', ...words], { DATABASE_URL: database.url });
const create = (name: string, role: string) => key('create', '--name', name, '--role', role);

test('a key is shown once, listed without it, and refused by a gateway within a second after it was revoked', async () => {
  const { code, stdout, stderr } = await create('甲社', 'reader');
  const token = stdout.trim();
  expect([code, stderr]).toEqual([0, 'This is the key of 甲社 (reader). It is not shown again.\n']);
  expect(token).toMatch(/^banmian_[\w-]{43}$/);

  const gateway = await startGateway(database.url, { LOG_LEVEL: 'trace' });
  const ask = async () => {
    const response = await fetch(`${gateway.url}?query={viewer{name}}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    return [response.status, await response.json()] as const;
  };
  expect(await ask()).toEqual([200, { data: { viewer: { name: '甲社' } } }]);
  await expect
    .poll(async () => (await key('list')).stdout, { timeout: 20_000 })
    .toMatch(/^ID +NAME +ROLE +CREATED +LAST USED +REVOKED\n[0-9a-f-]{36} +甲社 +reader +\S+ \S+Z +\S+ \S+Z +-\n$/);

  // It is asked all the while, so that the gateway always knows the key.
  let refusedAt = Infinity;
  const asking = (async () => {
    while (refusedAt === Infinity) if ((await ask())[0] === 401) refusedAt = Date.now();
  })();
  expect((await key('revoke', '甲社')).stdout).toBe('The key of 甲社 (reader) is revoked.\n');
  const revokedAt = Date.now();
  await asking;
  expect(refusedAt - revokedAt).toBeLessThan(1_000);
  gateway.process.kill('SIGTERM');
  const { stdout: printed, stderr: logged } = await gateway.ended;
  expect(logged).toContain('"status":401');
  expect(printed + logged).not.toContain(token.slice(8));
  expect((await key('list')).stdout).toMatch(/Z\n$/);
});

test('what is no key and no command is refused in one line', async () => {
  expect(await key('revoke', '乙馆')).toEqual({
    code: 1,
    stdout: '',
    stderr: 'banmian key: no valid key has the name or id 乙馆.\n',
  });
  expect((await key('list')).stdout).toBe('There are no keys.\n');
  await create('甲社', 'editor');
  expect(await create('甲社', 'editor')).toMatchObject({
    code: 1,
    stderr: 'banmian key: There is a valid key with the name 甲社 already.\n',
  });
  for (const words of [[], ['create'], ['create', '--name', 'a', '--role', 'owner'], ['revoke'], ['list', 'x']])
    expect(await key(...words)).toMatchObject({ code: 2, stdout: '' });
});
