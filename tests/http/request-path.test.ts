import { afterEach, describe, expect, test, vi } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { ResponseCache } from '../../src/http/cache/response-cache.ts';
import { hashOf } from '../../src/http/document/document-store.ts';
import { startTinyGateway, type TinyGateway } from './tiny-gateway.ts';

const TIMES = 8;
const query = 'query Same { thing { name } }';
const byUrl = (parameters: Record<string, string>) => `?${new URLSearchParams(parameters)}`;
const post: Sent = [
  '',
  { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query }) },
];
const get: Sent = [byUrl({ query }), {}];
const registration: Sent = [
  byUrl({ query, extensions: JSON.stringify({ persistedQuery: { version: 1, sha256Hash: hashOf(query) } }) }),
  {},
];

type Sent = readonly [search: string, init: RequestInit];

let gateway: TinyGateway;
afterEach(async () => {
  vi.restoreAllMocks(); // Some stages belong to all gateways.
  await gateway.server.drain(0);
});

/** How often each stage of a kind has run since. */
function countRuns(per: 'request' | 'text') {
  const runs = gateway.stages
    .filter((stage) => stage.per === per)
    .map((stage) => [stage.name, vi.spyOn(stage, 'run')] as const);
  return () => Object.fromEntries(runs.map(([name, spy]) => [name, spy.mock.calls.length]));
}

const all = (counts: Record<string, number>, times: number) =>
  Object.fromEntries(Object.keys(counts).map((name) => [name, times]));

async function start(isCaching: boolean): Promise<void> {
  const responseCache = new ResponseCache(isCaching ? 100_000 : 0);
  responseCache.resume();
  gateway = await startTinyGateway({}, isCaching ? { caching: readConfig({}), responseCache } : {});
}

async function send([search, init]: Sent, headers: Record<string, string> = {}): Promise<Response> {
  const response = await fetch(gateway.url + search, { ...init, headers: { ...init.headers, ...headers } });
  await response.text();
  return response;
}

describe(`stages that ${TIMES} equal requests pass`, () => {
  test.each<[string, { isCaching: boolean; before?: Sent; sent: Sent; status?: number }]>([
    ['by a compiled operation', { isCaching: false, sent: post }],
    ['by a compiled operation, for a GET', { isCaching: false, sent: get }],
    ['by a cached response', { isCaching: true, sent: post }],
    ['by a cached response to another request', { isCaching: true, before: get, sent: post }],
    [
      'by a document that is named by its hash',
      { isCaching: true, before: registration, sent: [byUrl({ documentId: `sha256:${hashOf(query)}` }), {}] },
    ],
    ['by a cached response that the client has already', { isCaching: true, sent: get, status: 304 }],
  ])(
    'each request passes every stage that is per request when it is answered %s',
    async (_, { isCaching, before, sent, status = 200 }) => {
      await start(isCaching);
      if (before !== undefined) await send(before);
      const perRequest = countRuns('request');
      const perText = countRuns('text');
      const headers: Record<string, string> = {};
      const statuses: number[] = [];
      for (let time = 1; time <= TIMES; time += 1) {
        const response = await send(sent, headers);
        const etag = response.headers.get('etag');
        if (status === 304 && etag !== null) headers['if-none-match'] = etag;
        statuses.push(response.status);
      }
      expect(statuses.slice(1)).toEqual(Array.from({ length: TIMES - 1 }, () => status));
      expect(perRequest()).toEqual(all(perRequest(), TIMES));
      expect(perRequest()).toMatchObject({ caller: TIMES, cost: TIMES, execute: TIMES, send: TIMES });
      // Without a cache what a request asks is not kept.
      const once = before === undefined ? 1 : 0;
      expect(perText()).toEqual({ parameters: isCaching ? 1 : TIMES, parse: once, validate: once });
      await expect
        .poll(() => gateway.lines.filter(({ operationName }) => operationName === 'Same'))
        .toHaveLength(TIMES + (before === undefined ? 0 : 1));
    },
  );

  test('each request passes every stage that is per request while others wait for the response of one', async () => {
    await start(true);
    const perRequest = countRuns('request');
    const answers = Array.from({ length: TIMES }, () => gateway.post('{ touched held }'));
    await expect.poll(() => perRequest()['cached response']).toBe(TIMES);
    gateway.release();
    await Promise.all(answers);
    expect(gateway.touches()).toBe(1);
    expect(perRequest()).toEqual(all(perRequest(), TIMES));
  });
});

test('a request that is refused passes every stage that always runs', async () => {
  await start(true);
  const perRequest = countRuns('request');
  expect((await gateway.post('{')).status).toBe(200);
  expect((await gateway.post('{ touched }', { 'content-type': 'text/plain' })).status).toBe(415);
  const always = gateway.stages.flatMap((stage) =>
    stage.per === 'request' && stage.evenIfRefused ? [stage.name] : [],
  );
  const counts = perRequest();
  expect(always.map((name) => [name, counts[name]])).toEqual(always.map((name) => [name, 2]));
  expect(counts).toMatchObject({ execute: 0, caller: 1 });
});
