import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { hasAnswer } from './cache-header.ts';
import { refuse, sendJson } from './refusal.ts';
import { asksForPage, sendPage } from './small-page.ts';

const METHODS = ['GET', 'HEAD', 'OPTIONS'];
const A_DAY = 86_400; // seconds

export interface SidePaths {
  /** Whether browsers find GraphiQL at `/graphql`. */
  readonly graphiql: boolean;
  /** What `/ready` tells; queries can be answered when `status` is `ready`. */
  readiness(): Promise<{ readonly status: string }>;
  /** null: it is kept from clients; undefined: it is not known yet. */
  schemaText(): string | null | undefined;
}

/** Answers a request for any path but that of GraphQL. */
export async function answerSidePath(
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
  paths: SidePaths,
): Promise<void> {
  if (request.method !== 'GET') return answerMethod(request, response);
  switch (path) {
    case '/live':
      return sendJson(response, 200, { status: 'live' });
    case '/ready': {
      const readiness = await paths.readiness();
      return sendJson(response, readiness.status === 'ready' ? 200 : 503, readiness);
    }
    case '/':
      return answerRoot(request, response, paths);
    case '/schema.graphql':
      return answerSchema(request, response, paths.schemaText());
    case '/favicon.ico':
      return void response.writeHead(204, { 'cache-control': `max-age=${A_DAY}` }).end();
    default:
      return answerNothing(request, response);
  }
}

/** Says to people without GraphiQL where they are. */
export function sendWelcome(response: ServerResponse, { schemaText }: SidePaths): void {
  const schema = schemaText() === null ? '' : ' The schema is at <a href="/schema.graphql">/schema.graphql</a>.';
  sendPage(
    response,
    200,
    'Banmian 版面',
    `Local newspapers by GraphQL: programs ask at <code>/graphql</code>.${schema}`,
  );
}

function answerMethod({ method }: IncomingMessage, response: ServerResponse): void {
  const headers = { allow: METHODS.join(', ') };
  if (method === 'OPTIONS') response.writeHead(204, headers).end();
  else refuse(response, { code: 'METHOD_NOT_ALLOWED', message: 'There is nothing here but to read.', headers });
}

function answerRoot(request: IncomingMessage, response: ServerResponse, paths: SidePaths): void {
  if (!asksForPage(request)) {
    const schema = paths.schemaText() === null ? {} : { schema: '/schema.graphql' };
    return sendJson(response, 200, { name: 'Banmian', graphql: '/graphql', ...schema }, { vary: 'accept' });
  }
  if (!paths.graphiql) return sendWelcome(response, paths);
  response.writeHead(302, { location: '/graphql', vary: 'accept' }).end();
}

function answerSchema({ headers }: IncomingMessage, response: ServerResponse, text: string | null | undefined): void {
  if (text === undefined) {
    return refuse(response, {
      code: 'UNAVAILABLE',
      message: 'The gateway is starting.',
      headers: { 'retry-after': '1' },
    });
  }
  if (text === null)
    return refuse(response, { code: 'NOT_FOUND', message: 'The schema is not told here (BANMIAN_INTROSPECTION).' });
  const etag = `"${createHash('sha256').update(text).digest('base64url')}"`;
  response.setHeader('etag', etag).setHeader('cache-control', 'no-cache');
  if (hasAnswer(headers['if-none-match'], etag)) return void response.writeHead(304).end();
  response
    .writeHead(200, { 'content-type': 'text/plain; charset=utf-8', 'content-length': Buffer.byteLength(text) })
    .end(text);
}

function answerNothing(request: IncomingMessage, response: ServerResponse): void {
  if (asksForPage(request))
    return sendPage(response, 404, 'Nothing here', 'There is nothing at this address. <a href="/">To the start</a>');
  refuse(response, {
    code: 'NOT_FOUND',
    message: 'There is nothing here; GraphQL is at /graphql.',
    headers: { vary: 'accept' },
  });
}
