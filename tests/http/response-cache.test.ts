import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { ResponseCache } from '../../src/http/response-cache.ts';
import { EVERYBODY } from '../../src/http/scope.ts';
import { startTinyGateway, type TinyGateway } from './tiny-gateway.ts';

let cache: ResponseCache;
let gateway: TinyGateway;
beforeEach(async () => {
  cache = new ResponseCache(10_000);
  cache.resume();
  const scopeOf = (request: Request) => {
    const caller = request.headers.get('x-caller');
    return caller === 'nobody' ? null : caller ?? EVERYBODY;
  };
  gateway = await startTinyGateway({}, { caching: readConfig({}), responseCache: cache, scopeOf });
});
afterEach(() => gateway.server.drain(0));

const ask = async (body: object, headers: Record<string, string> = {}) => {
  const response = await fetch(gateway.url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) });
  return await response.json() as { data: Record<string, unknown> };
};
const touched = async (query = '{ touched }', headers = {}) => (await ask({ query }, headers)).data['touched'];

test('what was asked before is answered from the cache until the archive changes', async () => {
  expect([await touched(), await touched()]).toEqual([1, 1]);
  cache.drop();
  expect([await touched(), await touched()]).toEqual([2, 2]);
});

test('an answer from the cache is the same in every byte and header, and to GET as to POST', async () => {
  const url = `${gateway.url}?${new URLSearchParams({ query: 'query Same { touched thing { name } }' })}`;
  const [first, second] = [await fetch(url), await fetch(url)];
  const told = (response: Response) => [...response.headers].filter(([name]) => name !== 'x-request-id' && name !== 'date');
  expect(told(second)).toEqual(told(first));
  expect(await second.text()).toBe(await first.text());
  expect(second.headers.get('etag')).not.toBeNull();
  expect(await touched('query Same { touched thing { name } }')).toBe(1);
  await expect.poll(() => gateway.lines.filter(({ operationName }) => operationName === 'Same')).toHaveLength(3);
});

describe('another question is', () => {
  const query = 'query A($a: Boolean = false, $b: Boolean = false) { touched thing { name @skip(if: $a) self { name @skip(if: $b) } } } query B { touched }';
  test.each<[string, object, object]>([
    ['another text', { query: '{ touched }' }, { query: '{ touched  }' }],
    ['another operation', { query, operationName: 'A' }, { query, operationName: 'B' }],
    ['another variable', { query, operationName: 'A', variables: { a: true } }, { query, operationName: 'A', variables: { b: true } }],
    ['the same that asks for its cost', { query, operationName: 'B' }, { query, operationName: 'B', extensions: { cost: true } }],
    ['another value', { query, operationName: 'A', variables: { a: true } }, { query, operationName: 'A', variables: { a: false } }],
  ])('%s', async (_, one, other) => {
    await ask(one);
    expect((await ask(other)).data['touched']).toBe(2);
  });

  test('not another order of the variables, nor none instead of no variables', async () => {
    await ask({ query, operationName: 'A', variables: { a: true, b: false } });
    expect((await ask({ query, operationName: 'A', variables: { b: false, a: true } })).data['touched']).toBe(1);
    await ask({ query, operationName: 'B' });
    expect((await ask({ query, operationName: 'B', variables: {} })).data['touched']).toBe(2);
  });
});

test.each(['{ touched broken }', '{ touched known }'])('an answer with errors is not kept: %s', async (query) => {
  expect([await touched(query), await touched(query)]).toEqual([1, 2]);
});

test('callers share an answer only within their scope, and a private one with nobody', async () => {
  const asked = ['a', 'a', 'b', 'nobody', 'nobody', 'a'].map((caller) => ({ 'x-caller': caller }));
  const answers: unknown[] = [];
  for (const headers of asked) answers.push(await touched('{ touched }', headers));
  expect(answers).toEqual([1, 1, 2, 3, 4, 1]);
});

test.each<[string, () => void]>([
  ['changes', () => cache.drop()],
  ['may have changed unheard', () => { cache.pause(); cache.resume(); }],
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

test('nothing is kept while changes may go unheard', async () => {
  await touched();
  cache.pause();
  expect([await touched(), await touched()]).toEqual([2, 3]);
  cache.resume();
  expect([await touched(), await touched()]).toEqual([4, 4]);
});

test('nor is anything before changes are heard of for the first time', () => {
  const fresh = new ResponseCache(10_000);
  fresh.keep('key', { text: '{}', operationName: null, surrogateKey: '' }, fresh.generation);
  expect(fresh.find('key')).toBeUndefined();
});

test('what was not asked for longest goes first when the memory is full', () => {
  const keep = (key: string, letters: number) => cache.keep(key, { text: 'x'.repeat(letters), operationName: null, surrogateKey: '' }, cache.generation);
  const kept = () => ['a', 'b', 'c', 'd'].filter((key) => cache.find(key) !== undefined);
  keep('a', 1_500);
  keep('b', 1_500);
  cache.find('a');
  keep('c', 1_500);
  expect(kept()).toEqual(['a', 'c']);
  keep('d', 6_000);
  expect(kept()).toEqual(['a', 'c']);
});

test('variables nested deeper than can be compared are answered without the cache', async () => {
  const roomy = await startTinyGateway({ maxBodyBytes: 1_000_000 }, { caching: readConfig({}), responseCache: cache });
  const body = `{"query":"{ touched }","variables":{"unused":${'['.repeat(100_000)}${']'.repeat(100_000)}}}`;
  const send = async () => await (await fetch(roomy.url, { method: 'POST', headers: { 'content-type': 'application/json' }, body })).json();
  expect([await send(), await send()]).toEqual([{ data: { touched: 1 } }, { data: { touched: 2 } }]);
  await roomy.server.drain(0);
});
