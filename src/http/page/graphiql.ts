import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { readExamples } from './example.ts';

/** Everything is in the page itself: its script is inline and its workers are blobs. */
const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  'worker-src blob:',
  "connect-src 'self'",
  "frame-ancestors 'none'",
].join('; ');

interface Page {
  readonly zipped: Buffer;
  readonly etag: string;
}

/** GraphiQL with the example queries in tabs. The page has 9 MB, so it is made on the first visit and kept compressed. */
export class GraphiqlPage {
  #page: Promise<Page> | undefined;

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { zipped, etag } = await (this.#page ??= makePage());
    response.setHeader('content-security-policy', contentSecurityPolicy);
    response.setHeader('x-content-type-options', 'nosniff');
    response.setHeader('etag', etag);
    response.setHeader('cache-control', 'no-cache');
    response.appendHeader('vary', 'accept, accept-encoding');
    if (request.headers['if-none-match'] === etag) {
      response.writeHead(304).end();
      return;
    }
    const acceptsGzip = /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(String(request.headers['accept-encoding'] ?? ''));
    const body = acceptsGzip ? zipped : await promisify(gunzip)(zipped);
    if (acceptsGzip) response.setHeader('content-encoding', 'gzip');
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': body.length }).end(body);
  }
}

async function makePage(): Promise<Page> {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  const examples = await readExamples();
  const html = renderGraphiQL({
    title: 'Banmian',
    shouldPersistHeaders: false, // They may hold a key.
    defaultTabs: examples.map(({ query, variables }) => ({ query, variables })),
  });
  return {
    zipped: await promisify(gzip)(html),
    etag: `"${createHash('sha256').update(html).digest('base64url').slice(0, 22)}"`,
  };
}
