import { createServer } from 'node:http';
import type { RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { differenceOf, meaningOf } from '../../bench/compare/answer.ts';
import { Client, requestOf } from '../../bench/compare/client.ts';

const uuid = '0b8f3a52-6f0e-5d0a-9a52-0d6c0a1b2c3d';

describe('answers of two gateways', () => {
  test('answers are equal in meaning, whatever shape their lists and ids have', () => {
    const ours = {
      data: {
        articles: {
          nodes: [
            {
              id: Buffer.from(`Article:${uuid}`).toString('base64url'),
              people: { edges: [{ person: { name: '林澄' } }] },
            },
          ],
        },
      },
    };
    const theirs = { data: { articles: [{ people: [{ person: { name: '林澄' } }], id: uuid }] } };
    expect(differenceOf(meaningOf(JSON.stringify(ours)), meaningOf(JSON.stringify(theirs)))).toBeNull();
  });

  test.each<[string, unknown, unknown, string]>([
    ['another value', { a: [{ page: 1 }] }, { a: [{ page: 2 }] }, '.a.0.page: 1 ≠ 2'],
    ['another order', { a: [1, 2] }, { a: [2, 1] }, '.a.0: 1 ≠ 2'],
    ['a row less', { a: [1, 2] }, { a: [1] }, '.a.1: 2 ≠ undefined'],
    ['nothing in the place of null', { a: null }, {}, '.a: null ≠ undefined'],
  ])('answers differ by %s', (_, one, other, difference) => {
    expect(differenceOf(one, other)).toBe(difference);
  });

  test('answers with errors do not count as answers', () => {
    expect(() => meaningOf('{"data":{"article":null},"errors":[{"message":"no"}]}')).toThrow('"message":"no"');
  });
});

describe('the client', () => {
  const closing: (() => void)[] = [];
  afterEach(() => closing.splice(0).forEach((close) => close()));

  async function clientOf(answer: RequestListener): Promise<(body: unknown) => Promise<string>> {
    const server = createServer(answer);
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
    const client = await Client.open(url);
    closing.push(
      () => client.close(),
      () => server.close(),
    );
    return async (body) => String((await client.ask(requestOf(url, body))).body);
  }

  test.each([
    ['of a known length', true],
    ['in chunks', false],
  ])('the client reads one answer %s after the other', async (_, isKnown) => {
    const ask = await clientOf(async (request, response) => {
      const body = Buffer.concat(await request.toArray());
      if (isKnown) return response.setHeader('content-length', body.length).end(body);
      response.write(body.subarray(0, 10));
      setTimeout(() => response.end(body.subarray(10)), 20);
    });
    for (const text of ['版面'.repeat(100_000), 'short', '0\r\n\r\n'])
      expect(await ask({ text })).toBe(JSON.stringify({ text }));
  });

  test('the client fails when it is refused, with the message', async () => {
    const ask = await clientOf((_, response) => response.writeHead(400).end('not so'));
    await expect(ask({})).rejects.toThrow('HTTP/1.1 400 Bad Request: not so');
  });

  test('the client fails when the connection ends before the answer', async () => {
    const ask = await clientOf((_, response) => response.destroy());
    await expect(ask({})).rejects.toThrow('The connection was closed before the answer.');
  });
});
