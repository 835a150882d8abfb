import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTinyGateway, type TinyGateway } from '../tiny-gateway.ts';

let gateway: TinyGateway;
beforeAll(async () => {
  gateway = await startTinyGateway();
});
afterAll(() => gateway.server.drain(0));

async function errorOf(response: Response): Promise<{ message: string; extensions: { code: string } }> {
  const { errors } = (await response.json()) as { errors: [{ message: string; extensions: { code: string } }] };
  return errors[0];
}

test('a body declared longer than the limit is refused before it is read', async () => {
  const response = await gateway.post(`{ touched } # ${'版'.repeat(2_000)}`);
  expect(response.status).toBe(413);
  expect(response.headers.get('content-type')).toContain('application/json');
  expect(await errorOf(response)).toEqual({
    message: 'The request body is larger than 2000 bytes (BANMIAN_MAX_BODY_BYTES).',
    extensions: { code: 'BODY_TOO_LARGE' },
  });
  expect(gateway.touches()).toBe(0);
});

/** Sends chunks without declaring a length. */
function postChunks(chunks: readonly string[]): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      gateway.url,
      { method: 'POST', headers: { 'content-type': 'application/json' } },
      (response) => {
        let text = '';
        response
          .setEncoding('utf8')
          .on('data', (part: string) => {
            text += part;
          })
          .on('end', () => resolve({ status: response.statusCode!, text }));
      },
    );
    outgoing.on('error', reject);
    for (const chunk of chunks) outgoing.write(chunk);
    outgoing.end();
  });
}

test('a body that grows past the limit without declaring it is refused', async () => {
  const { status, text } = await postChunks(Array.from({ length: 30 }, () => ' '.repeat(100)));
  expect(status).toBe(413);
  expect(text).toContain('BODY_TOO_LARGE');
});

test('a short body that declares no length is answered', async () => {
  const { status, text } = await postChunks(['{"query":', '"{ thing { name } }"}']);
  expect({ status, answer: JSON.parse(text) as unknown }).toEqual({
    status: 200,
    answer: { data: { thing: { name: '版面' } } },
  });
});

test('a query at the greatest depth is answered', async () => {
  const response = await gateway.post('{ thing { self { self { self { name } } } } }');
  expect(await response.json()).toEqual({ data: { thing: { self: { self: { self: { name: '版面' } } } } } });
});

test('a deeper query is refused', async () => {
  const error = await errorOf(await gateway.post('{ thing { self { self { self { self { name } } } } } }'));
  expect(error.message).toBe('The query is 6 fields deep; at most 5 are allowed (BANMIAN_MAX_DEPTH).');
  expect(error.extensions.code).toBe('QUERY_TOO_DEEP');
});

test('depth is counted through fragments', async () => {
  const error = await errorOf(
    await gateway.post(
      '{ thing { ...a } } fragment a on Thing { self { ...b } } fragment b on Thing { self { ... on Thing { self { self { name } } } } }',
    ),
  );
  expect(error.extensions.code).toBe('QUERY_TOO_DEEP');
});

test('a fragment that spreads itself is refused and does not hang', async () => {
  const error = await errorOf(await gateway.post('{ thing { ...a } } fragment a on Thing { self { ...a } }'));
  expect(error.message).toContain('Cannot spread fragment "a" within itself');
});

test('aliases are counted, including those of __typename and in fragments', async () => {
  const error = await errorOf(
    await gateway.post(
      '{ a: __typename b: __typename thing { ...f } t: thing { ...f } } fragment f on Thing { c: name }',
    ),
  );
  expect(error.message).toBe('The query uses 5 aliases; at most 4 are allowed (BANMIAN_MAX_ALIASES).');
  expect(error.extensions.code).toBe('TOO_MANY_ALIASES');
});

test('a query of more tokens than allowed is refused before it is parsed', async () => {
  const response = await gateway.post(`{ ${'a '.repeat(250)}`);
  expect(await errorOf(response)).toMatchObject({
    message: 'The query is longer than 200 tokens (BANMIAN_MAX_TOKENS).',
    extensions: { code: 'QUERY_TOO_LONG' },
  });
});

test('a million aliases are refused before they are parsed', async () => {
  // The text would not be a query even without them.
  const wide = await startTinyGateway({ maxBodyBytes: 20_000_000 });
  const error = await errorOf(await wide.post(`{ ${'a:b '.repeat(1_000_000)} ) } {`));
  await wide.server.drain(0);
  expect(error.extensions.code).toBe('QUERY_TOO_LONG');
});

test('an introspection query deeper than the limit is answered', async () => {
  const ofType = (depth: number): string => (depth === 0 ? 'name' : `ofType { ${ofType(depth - 1)} }`);
  const response = await gateway.post(`{ __schema { queryType { name fields { type { ${ofType(7)} } } } } }`);
  expect(await response.json()).toMatchObject({ data: { __schema: { queryType: { name: 'Query' } } } });
});

test('tokens, depth and aliases of a GET are counted too', async () => {
  const codeOf = async (query: string) =>
    (await errorOf(await fetch(`${gateway.url}?query=${encodeURIComponent(query)}`))).extensions.code;
  expect(await codeOf(`{ ${'a '.repeat(250)}`)).toBe('QUERY_TOO_LONG');
  expect(await codeOf('{ thing { self { self { self { self { name } } } } } }')).toBe('QUERY_TOO_DEEP');
  expect(await codeOf('{ a: touched b: touched c: touched d: touched e: touched }')).toBe('TOO_MANY_ALIASES');
  expect(gateway.touches()).toBe(0);
});

test('several queries in one request are refused', async () => {
  const response = await fetch(gateway.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '[{"query":"{ touched }"},{"query":"{ touched }"}]',
  });
  expect(response.status).toBe(400);
  expect((await errorOf(response)).message).toBe('Batching is not supported.');
  expect(gateway.touches()).toBe(0);
});
