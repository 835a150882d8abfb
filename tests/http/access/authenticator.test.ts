import { beforeEach, expect, test } from 'vitest';
import { createAuthenticator, type Authenticate } from '../../../src/http/access/authenticator.ts';
import type { KeyHolder } from '../../../src/load/key-holder.ts';
import { createToken, hashOfToken } from '../../../src/store/key-token.ts';

const token = createToken();
const headers = { authorization: `Bearer ${token}` };
const holder: KeyHolder = { id: 'a', name: '甲社', role: 'READER' };

let time: number;
let found: KeyHolder | null;
let asked: string[];
let noted: number[];
let authenticate: Authenticate;
beforeEach(() => {
  [time, found, asked, noted] = [0, holder, [], []];
  authenticate = createAuthenticator(
    {
      find(hash) {
        asked.push(hash);
        return Promise.resolve(found);
      },
      noteUse: () => void noted.push(time),
    },
    { anonymous: true },
    () => time,
  );
});

test('a key is looked up by its hash, once for all requests of half a second', async () => {
  const callers = await Promise.all([authenticate(headers), authenticate(headers)]);
  expect(callers).toEqual([holder, holder]);
  time = 499;
  expect(authenticate(headers)).toEqual(holder);
  expect(asked).toEqual([hashOfToken(token)]);
  time = 500;
  found = null;
  await expect(authenticate(headers)).rejects.toThrow('not valid');
  expect(() => authenticate(headers)).toThrow('not valid');
  expect(asked).toHaveLength(2);
});

test('what has not the form of a key is not looked up', () => {
  for (const text of ['x', `${token}x`, token.slice(1), `${token} ${token}`])
    expect(() => authenticate({ authorization: `Bearer ${text}` })).toThrow('not valid');
  expect(asked).toEqual([]);
});

test('a use is told of once a minute', async () => {
  for (time = 0; time <= 120_000; time += 10_000) await authenticate(headers);
  expect(noted).toEqual([0, 60_000, 120_000]);
});

test('a look-up that failed is not kept', async () => {
  let isDown = true;
  const fragile = createAuthenticator(
    { find: () => (isDown ? Promise.reject(new Error('gone')) : Promise.resolve(holder)), noteUse() {} },
    { anonymous: false },
    () => time,
  );
  await expect(fragile(headers)).rejects.toThrow('gone');
  isDown = false;
  expect(await fragile(headers)).toEqual(holder);
  expect(() => fragile({})).toThrow('Only callers with a key');
});
