import { connect } from 'node:net';
import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTinyGateway, type TinyGateway } from './tiny-gateway.ts';

let gateway: TinyGateway;
beforeAll(async () => {
  gateway = await startTinyGateway();
});
afterAll(() => gateway.server.drain(0));

describe('GraphQL over HTTP', () => {
  for (const audit of serverAudits({ url: () => gateway.url })) {
    test(`${audit.id}: ${audit.name}`, async () => {
      const result = await audit.fn();
      expect('reason' in result ? result.reason : result.status).toBe('ok');
    });
  }
});

describe('health', () => {
  test('/live and /ready answer 200', async () => {
    const answers = await Promise.all(['/live', '/ready'].map((path) => fetch(gateway.origin + path)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(await answers[1]!.json()).toEqual({ status: 'ready' });
  });

  test('/ready answers 503 while the database does not answer', async () => {
    const ill = await startTinyGateway({}, { faultOf: () => Promise.resolve('It is out.') });
    const [live, ready] = await Promise.all([fetch(`${ill.origin}/live`), fetch(`${ill.origin}/ready`)]);
    expect([live.status, ready.status]).toEqual([200, 503]);
    expect(await ready.json()).toEqual({ status: 'no database', reason: 'It is out.' });
    await ill.server.drain(0);
  });
});

test('a path below that of GraphQL is not found', async () => {
  expect((await fetch(`${gateway.origin}/graphql/ready`)).status).toBe(404);
});

describe('requests that a page of another origin may send unasked', () => {
  for (const type of [
    'text/plain',
    'text/plain;application/json',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    '',
  ]) {
    test(`a POST of type "${type}" runs nothing`, async () => {
      const before = gateway.touches();
      const body = new Blob(['{"query":"{ touched }"}']);
      const response = await fetch(gateway.url, {
        method: 'POST',
        body,
        headers: type === '' ? {} : { 'content-type': type },
      });
      expect(response.status).toBe(415);
      expect(await response.text()).toContain('UNSUPPORTED_MEDIA_TYPE');
      expect(gateway.touches()).toBe(before);
    });
  }
});

describe('CORS', () => {
  const corsHeaders = (response: Response) =>
    [...response.headers.keys()].filter((name) => name.startsWith('access-control-'));
  const preflight = {
    method: 'OPTIONS',
    headers: { origin: 'https://a.example', 'access-control-request-method': 'POST' },
  };

  test('no origin is allowed unless one is configured', async () => {
    const answers = [
      await gateway.post('{ __typename }', { origin: 'https://a.example' }),
      await fetch(gateway.url, preflight),
    ];
    expect(answers.flatMap(corsHeaders)).toEqual([]);
  });

  test('a listed origin is allowed without credentials, another one is not', async () => {
    const open = await startTinyGateway({ corsOrigins: ['https://a.example', 'https://b.example'] });
    const allowed = await open.post('{ __typename }', { origin: 'https://a.example' });
    expect(allowed.headers.get('access-control-allow-origin')).toBe('https://a.example');
    expect(allowed.headers.get('access-control-allow-credentials')).toBeNull();
    expect(allowed.headers.get('vary')).toContain('origin');
    const asked = await fetch(open.url, preflight);
    expect([asked.status, asked.headers.get('access-control-allow-headers')]).toEqual([
      204,
      'authorization, content-type, x-request-id',
    ]);
    for (const origin of ['https://c.example', 'null']) {
      expect(corsHeaders(await open.post('{ __typename }', { origin }))).toEqual([]);
    }
    await open.server.drain(0);
  });
});

describe('errors', () => {
  test('an unexpected error is hidden from the client and logged once with its cause and request', async () => {
    const response = await gateway.post('query Breaks { broken }', { 'x-request-id': 'r-1' });
    const text = await response.text();
    expect(text).not.toContain('geheim');
    expect(JSON.parse(text)).toMatchObject({
      data: { broken: null },
      errors: [{ message: 'Unexpected error.', extensions: { code: 'INTERNAL_SERVER_ERROR' } }],
    });
    const logged = gateway.lines.filter((line) => JSON.stringify(line).includes('geheim'));
    expect(logged).toMatchObject([
      { requestId: 'r-1', operationName: 'Breaks', path: ['broken'], err: { message: 'password=geheim' } },
    ]);
  });

  test('an error meant for the client passes with its code', async () => {
    const response = await gateway.post('{ known }');
    expect(await response.json()).toMatchObject({
      errors: [{ message: 'No such page.', extensions: { code: 'BAD_ARGUMENT' } }],
    });
  });
});

test('the log has one line for each request, without the query and its variables', async () => {
  await fetch(gateway.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-request-id': 'r-2' },
    body: JSON.stringify({
      query: 'query Reads($secret: Boolean = true) { thing { name @include(if: $secret) } }',
      variables: { secret: true },
    }),
  });
  await expect.poll(() => gateway.lines.filter(({ requestId }) => requestId === 'r-2')).toHaveLength(1);
  const line = gateway.lines.find(({ requestId }) => requestId === 'r-2')!;
  expect(line).toMatchObject({
    method: 'POST',
    path: '/graphql',
    operationName: 'Reads',
    status: 200,
    milliseconds: expect.any(Number) as number,
  });
  expect(JSON.stringify(line)).not.toContain('secret');
});

test('a request without an id is given one, and so is one whose id could forge a log line', async () => {
  for (const given of [undefined, 'a b', 'x'.repeat(65)]) {
    const response = await gateway.post('{ __typename }', given === undefined ? {} : { 'x-request-id': given });
    expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  }
});

describe('draining', () => {
  test('the query in progress ends, new ones are refused, /ready answers 503, then the port is free', async () => {
    const draining = await startTinyGateway();
    const underWay = draining.post('{ held }');
    await new Promise((resolve) => setTimeout(resolve, 100));
    const drained = draining.server.drain(10);
    expect((await fetch(`${draining.origin}/ready`)).status).toBe(503);
    const refused = await draining.post('{ touched }');
    expect([refused.status, await refused.json()]).toEqual([
      503,
      { errors: [{ message: 'The gateway is shutting down.', extensions: { code: 'UNAVAILABLE' } }] },
    ]);
    draining.release();
    expect(await (await underWay).json()).toEqual({ data: { held: 'released' } });
    await drained;
    await expect(fetch(draining.origin)).rejects.toThrow();
  });

  test('a query that does not end in time is cut off', async () => {
    const draining = await startTinyGateway();
    const underWay = draining.post('{ held }').catch(() => 'cut off');
    await new Promise((resolve) => setTimeout(resolve, 100));
    await draining.server.drain(0.2);
    expect(await underWay).toBe('cut off');
    expect(draining.lines).toContainEqual(
      expect.objectContaining({ requests: 1, msg: 'requests cut off: they did not end in time' }),
    );
  });

  test('an idle connection does not delay the end', async () => {
    const draining = await startTinyGateway();
    const socket = connect(Number(new URL(draining.origin).port), '127.0.0.1');
    await new Promise((resolve) => socket.once('connect', resolve));
    const closed = new Promise((resolve) => socket.once('close', resolve));
    await draining.server.drain(10);
    await closed;
  });
});
