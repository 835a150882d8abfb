import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readConfig } from '../../../src/config.ts';
import { CachedResponse, ResponseCache } from '../../../src/http/cache/response-cache.ts';
import { EVERYBODY, type ScopeOf } from '../../../src/http/cache/scope.ts';
import { startTinyGateway, type TinyGateway } from '../tiny-gateway.ts';

let cache: ResponseCache;
let gateway: TinyGateway;
beforeEach(async () => {
  cache = new ResponseCache(10_000);
  cache.resume();
  const scopeOf: ScopeOf = ({ 'x-caller': caller }) => {
    return caller === 'nobody' ? null : String(caller ?? EVERYBODY);
  };
  gateway = await startTinyGateway({}, { caching: readConfig({}), responseCache: cache, scopeOf });
});
afterEach(() => gateway.server.drain(0));

const ask = async (body: object, headers: Record<string, string> = {}) => {
  const response = await fetch(gateway.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return (await response.json()) as { data: Record<string, unknown> };
};
const responseOf = (body: Buffer) => new CachedResponse({ body, operationName: null, cost: 0, tags: [] });
const touched = async (query = '{ touched }', headers = {}) => (await ask({ query }, headers)).data['touched'];

test('a repeated query is answered from the cache until the archive changes', async () => {
  expect([await touched(), await touched()]).toEqual([1, 1]);
  cache.drop();
  expect([await touched(), await touched()]).toEqual([2, 2]);
});

test('an answer from the cache is the same in every byte and header, for GET and POST', async () => {
  const url = `${gateway.url}?${new URLSearchParams({ query: 'query Same { touched thing { name } }' })}`;
  const [first, second] = [await fetch(url), await fetch(url)];
  const told = (response: Response) =>
    [...response.headers].filter(([name]) => name !== 'x-request-id' && name !== 'date');
  expect(told(second)).toEqual(told(first));
  expect(await second.text()).toBe(await first.text());
  expect(second.headers.get('etag')).not.toBeNull();
  expect(await touched('query Same { touched thing { name } }')).toBe(1);
  await expect.poll(() => gateway.lines.filter(({ operationName }) => operationName === 'Same')).toHaveLength(3);
});

describe('queries that are not equal', () => {
  const query =
    'query A($a: Boolean = false, $b: Boolean = false) { touched thing { name @skip(if: $a) self { name @skip(if: $b) } } } query B { touched }';
  test.each<[string, object, object]>([
    ['another text', { query: '{ touched }' }, { query: '{ touched  }' }],
    ['another operation', { query, operationName: 'A' }, { query, operationName: 'B' }],
    [
      'another variable',
      { query, operationName: 'A', variables: { a: true } },
      { query, operationName: 'A', variables: { b: true } },
    ],
    [
      'a request for its cost',
      { query, operationName: 'B' },
      { query, operationName: 'B', extensions: { cost: true } },
    ],
    [
      'another value',
      { query, operationName: 'A', variables: { a: true } },
      { query, operationName: 'A', variables: { a: false } },
    ],
  ])('a query is not equal to one with %s', async (_, one, other) => {
    await ask(one);
    expect((await ask(other)).data['touched']).toBe(2);
  });

  test('a query is equal to one with its variables in another order, or with no variables instead of empty ones', async () => {
    await ask({ query, operationName: 'A', variables: { a: true, b: false } });
    expect((await ask({ query, operationName: 'A', variables: { b: false, a: true } })).data['touched']).toBe(1);
    await ask({ query, operationName: 'B' });
    expect((await ask({ query, operationName: 'B', variables: {} })).data['touched']).toBe(2);
  });
});

test.each(['{ touched broken }', '{ touched known }'])('an answer with errors is not kept: %s', async (query) => {
  expect(await touched(query)).not.toBe(await touched(query));
});

test('callers share an answer only within their scope, and a private one with nobody', async () => {
  const asked = ['a', 'a', 'b', 'nobody', 'nobody', 'a'].map((caller) => ({ 'x-caller': caller }));
  const answers: unknown[] = [];
  for (const headers of asked) answers.push(await touched('{ touched }', headers));
  expect(answers).toEqual([1, 1, 2, 3, 4, 1]);
});

test.each<[string, () => void]>([
  ['changes', () => cache.drop()],
  [
    'may have changed unheard',
    () => {
      cache.pause();
      cache.resume();
    },
  ],
])('an answer begun before the archive %s is not kept after it', async (_, change) => {
  const underWay = ask({ query: '{ touched held }' });
  await expect.poll(() => gateway.touches()).toBe(1);
  change();
  gateway.release();
  expect((await underWay).data).toEqual({ touched: 1, held: 'released' });
  const again = ask({ query: '{ touched held }' });
  await expect.poll(() => gateway.touches()).toBe(2);
  gateway.release();
  expect((await again).data['touched']).toBe(2);
});

describe('equal queries at the same time', () => {
  const askTwice = async (query: string) => {
    const first = ask({ query });
    await expect.poll(() => gateway.touches()).toBe(1);
    const second = fetch(`${gateway.url}?${new URLSearchParams({ query })}`).then(
      (response) => response.json() as Promise<{ data: Record<string, unknown> }>,
    );
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(gateway.touches()).toBe(1);
    return [first, second] as const;
  };

  test('each caller is given the one answer', async () => {
    const asked = await askTwice('{ touched held }');
    gateway.release();
    expect((await Promise.all(asked)).map(({ data }) => data['touched'])).toEqual([1, 1]);
  });

  test.each<[string, string, () => void]>([
    ['it has an error', '{ touched held known }', () => {}],
    ['the archive changed', '{ touched held }', () => cache.change(['archive'])],
    ['changes may have gone unheard', '{ touched held }', () => cache.pause()],
  ])('each caller has an answer of its own when %s', async (_, query, change) => {
    const [first, second] = await askTwice(query);
    change();
    const releasing = setInterval(() => gateway.release(), 10);
    expect((await first).data['touched']).toBe(1);
    expect((await second).data['touched']).not.toBe(1);
    clearInterval(releasing);
  });

  test('the others do not wait for one that is refused', async () => {
    expect(await Promise.all(['{ price }', '{ price }', '{'].map((query) => ask({ query })))).toHaveLength(3);
  });
});

describe('cached answers to a GET', () => {
  const address = () => `${gateway.url}?${new URLSearchParams({ query: '{ touched }' })}`;
  const get = (headers: Record<string, string> = {}, url = address()) => fetch(url, { headers });

  test('a client that has the answer gets 304, and nobody else does', async () => {
    const etag = (await get()).headers.get('etag')!;
    for (const tags of [etag, `"other", W/${etag}`, '*']) {
      const again = await get({ 'if-none-match': tags });
      expect([
        again.status,
        await again.text(),
        again.headers.get('content-type'),
        again.headers.get('vary'),
        again.headers.get('etag'),
      ]).toEqual([304, '', null, 'accept', etag]);
    }
    const anew = await get({ 'if-none-match': `"other", ${etag.slice(0, -2)}"` });
    expect([anew.status, anew.headers.get('content-length'), await anew.json()]).toEqual([
      200,
      '22',
      { data: { touched: 1 } },
    ]);
  });

  test('an answer is kept even if its first caller had it already', async () => {
    const etag = (await get()).headers.get('etag')!;
    cache.drop();
    await get({ 'if-none-match': etag });
    expect((await get()).status).toBe(200);
  });

  test('a caller that accepts another type gets another answer, and HEAD the same', async () => {
    const types = ['application/json', 'application/graphql-response+json', 'application/json'];
    const answers: Response[] = [];
    for (const accept of [...types, ...types]) answers.push(await get({ accept }));
    expect(answers.map(({ headers }) => headers.get('content-type')?.split(';')[0])).toEqual([...types, ...types]);
    expect(new Set(answers.map(({ headers }) => headers.get('etag'))).size).toBe(2);
    const head = await fetch(address(), { method: 'HEAD', headers: { accept: 'application/json' } });
    expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([
      200,
      answers[0]!.headers.get('etag'),
      '',
    ]);
  });

  test('an answer is never one that was not sent because the first caller had left', async () => {
    const url = `${gateway.url}?${new URLSearchParams({ query: '{ touched held }' })}`;
    const leaving = new AbortController();
    const left = fetch(url, { signal: leaving.signal }).catch(() => 'left');
    await new Promise((resolve) => setTimeout(resolve, 100));
    leaving.abort();
    expect(await left).toBe('left');
    await new Promise((resolve) => setTimeout(resolve, 100));
    gateway.release();
    await new Promise((resolve) => setTimeout(resolve, 100));
    const next = fetch(url);
    const releasing = setInterval(() => gateway.release(), 10);
    const response = await next;
    clearInterval(releasing);
    expect([response.status, response.headers.get('content-type')?.split(';')[0]]).toEqual([200, 'application/json']);
  });

  test('an answer has its cost only for callers that ask', async () => {
    const told: boolean[] = [];
    for (const cost of ['', '&extensions={"cost":true}', '', '&extensions={"cost":true}'])
      told.push('extensions' in ((await (await get({}, address() + cost)).json()) as object));
    expect(told).toEqual([false, true, false, true]);
  });

  test('an answer is not given while the gateway shuts down', async () => {
    await get();
    const underWay = ask({ query: '{ held }' });
    await expect.poll(() => gateway.lines.length).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 50));
    const drained = gateway.server.drain(5);
    expect((await get()).status).toBe(503);
    gateway.release();
    await underWay;
    await drained;
  });
});

test('nothing is kept while changes may go unheard', async () => {
  await touched();
  cache.pause();
  expect([await touched(), await touched()]).toEqual([2, 3]);
  cache.resume();
  expect([await touched(), await touched()]).toEqual([4, 4]);
});

test('nothing is kept before changes are heard of for the first time', () => {
  const fresh = new ResponseCache(10_000);
  fresh.keep('key', responseOf(Buffer.from('{}')), fresh.epoch);
  expect(fresh.find('key')).toBeUndefined();
});

test('the least recently used answer goes first when the memory is full', () => {
  const keep = (key: string, letters: number) => cache.keep(key, responseOf(Buffer.alloc(letters)), cache.epoch);
  const kept = () => ['a', 'b', 'c', 'd'].filter((key) => cache.find(key) !== undefined);
  keep('a', 3_000);
  keep('b', 3_000);
  cache.find('a');
  keep('c', 3_000);
  expect(kept()).toEqual(['a', 'c']);
  keep('d', 12_000);
  expect(kept()).toEqual(['a', 'c']);
});

test('variables nested too deep to compare are answered without the cache', async () => {
  const roomy = await startTinyGateway({ maxBodyBytes: 1_000_000 }, { caching: readConfig({}), responseCache: cache });
  const body = `{"query":"{ touched }","variables":{"unused":${'['.repeat(100_000)}${']'.repeat(100_000)}}}`;
  const send = async () =>
    await (await fetch(roomy.url, { method: 'POST', headers: { 'content-type': 'application/json' }, body })).json();
  expect([await send(), await send()]).toEqual([{ data: { touched: 1 } }, { data: { touched: 2 } }]);
  await roomy.server.drain(0);
});
