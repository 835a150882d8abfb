import { request } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readExamples } from '../../../src/http/page/example.ts';
import { startTinyGateway, type TinyGateway } from '../tiny-gateway.ts';

let gateway: TinyGateway;
beforeAll(async () => {
  gateway = await startTinyGateway();
});
afterAll(() => gateway.server.drain(0));

/** A visit whose answer is not decompressed. */
function visit(
  headers: Record<string, string>,
): Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; body: Buffer }> {
  return new Promise((resolve, reject) => {
    request(gateway.url, { headers: { accept: 'text/html', ...headers } }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(parts) }),
      );
    })
      .on('error', reject)
      .end();
  });
}

test('a browser gets the page with every example, compressed if it can read that', async () => {
  const [zipped, plain] = await Promise.all([visit({ 'accept-encoding': 'gzip, br' }), visit({})]);
  expect(zipped.headers['content-encoding']).toBe('gzip');
  expect(zipped.body.length).toBeLessThan(plain.body.length / 3);
  expect(gunzipSync(zipped.body).equals(plain.body)).toBe(true);
  const html = plain.body.toString();
  for (const { query } of await readExamples()) expect(html).toContain(JSON.stringify(query));
});

test('the page may load nothing from elsewhere', async () => {
  const { headers, body } = await visit({});
  expect(headers['content-security-policy']).toContain("default-src 'self'");
  expect(body.toString()).not.toMatch(/<(script|link|img)[^>]*(src|href)="https?:/);
});

test('a second visit sends nothing again', async () => {
  const { headers } = await visit({});
  const again = await visit({ 'if-none-match': headers['etag'] as string });
  expect([again.status, again.body.length]).toEqual([304, 0]);
});

test('a client that wants data and not a page gets data', async () => {
  const response = await fetch(`${gateway.url}?query={thing{name}}`, { headers: { accept: 'application/json' } });
  expect(await response.json()).toEqual({ data: { thing: { name: '版面' } } });
});

test('there is no page when it is turned off', async () => {
  const bare = await startTinyGateway({ graphiql: false });
  const response = await fetch(bare.url, { headers: { accept: 'text/html' } });
  expect(await response.text()).not.toContain('graphiql');
  await bare.server.drain(0);
});
