import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { databaseFailure } from '../store/database-failure.ts';
import { isNotModified } from './cache/conditional-request.ts';
import { HttpError, RETRY_AFTER, sendError, sendJson } from './error/http-error.ts';
import { sendPage, wantsHtml } from './page/html-page.ts';

const METHODS = ['GET', 'HEAD', 'OPTIONS'];
const DAY = 86_400; // seconds

export interface OtherRoutes {
  /** Whether browsers get GraphiQL at `/graphql`. */
  readonly graphiql: boolean;
  /** What `/ready` says; queries can be answered when `status` is `ready`. */
  readiness(): Promise<{ readonly status: string }>;
  /** @throws HttpError, by the promise, when the caller is not to see anything of the archive */
  admitCaller(headers: IncomingHttpHeaders): Promise<void>;
  /** null when clients may not see it; undefined while the server starts. */
  schemaText(): string | null | undefined;
}

/** Answers a request for any path but `/graphql`. */
export async function answerOtherRoute(
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
  routes: OtherRoutes,
): Promise<void> {
  if (request.method !== 'GET') return answerMethod(request, response);
  switch (path) {
    case '/live':
      return sendJson(response, 200, { status: 'live' });
    case '/ready': {
      const readiness = await routes.readiness();
      return sendJson(response, readiness.status === 'ready' ? 200 : 503, readiness);
    }
    case '/':
      return answerRoot(request, response, routes);
    case '/schema.graphql':
      return (await isRefused(request, response, routes))
        ? undefined
        : answerSchema(request, response, routes.schemaText());
    case '/favicon.ico':
      return void response.writeHead(204, { 'cache-control': `max-age=${DAY}` }).end();
    default:
      return answerNothing(request, response);
  }
}

/** Tells people where they are when there is no GraphiQL. */
export function sendWelcome(response: ServerResponse, { schemaText }: OtherRoutes): void {
  const schema = schemaText() === null ? '' : ' The schema is at <a href="/schema.graphql">/schema.graphql</a>.';
  sendPage(
    response,
    200,
    'Banmian 版面',
    `Local newspapers by GraphQL, for programs at <code>/graphql</code>.${schema}`,
  );
}

/** Refuses a caller who is not to see anything of the archive. @returns whether the request is answered by that */
export async function isRefused(
  { headers }: IncomingMessage,
  response: ServerResponse,
  routes: OtherRoutes,
): Promise<boolean> {
  return !(await answered(response, () => routes.admitCaller(headers)));
}

/** Runs `work`; what it refuses is told, and false returned, unless an answer was begun already. */
export async function answered(response: ServerResponse, work: () => Promise<void>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (response.headersSent) throw error;
    sendError(response, refusalBy(error));
    return false;
  }
}

function refusalBy(error: unknown): HttpError {
  if (error instanceof HttpError) return error;
  if (databaseFailure(error) === null) throw error;
  return new HttpError('UNAVAILABLE', 'The database cannot be asked now.', { headers: RETRY_AFTER });
}

function answerMethod({ method }: IncomingMessage, response: ServerResponse): void {
  const headers = { allow: METHODS.join(', ') };
  if (method === 'OPTIONS') response.writeHead(204, headers).end();
  else sendError(response, new HttpError('METHOD_NOT_ALLOWED', 'Only GET and HEAD are allowed here.', { headers }));
}

function answerRoot(request: IncomingMessage, response: ServerResponse, routes: OtherRoutes): void {
  if (!wantsHtml(request)) {
    const schema = routes.schemaText() === null ? {} : { schema: '/schema.graphql' };
    return sendJson(response, 200, { name: 'Banmian', graphql: '/graphql', ...schema }, { vary: 'accept' });
  }
  if (!routes.graphiql) return sendWelcome(response, routes);
  response.writeHead(302, { location: '/graphql', vary: 'accept' }).end();
}

function answerSchema({ headers }: IncomingMessage, response: ServerResponse, text: string | null | undefined): void {
  if (text === undefined)
    return sendError(response, new HttpError('UNAVAILABLE', 'The gateway is starting.', { headers: RETRY_AFTER }));
  if (text === null)
    return sendError(response, new HttpError('NOT_FOUND', 'The schema is not public here (BANMIAN_INTROSPECTION).'));
  const etag = `"${createHash('sha256').update(text).digest('base64url')}"`;
  response.setHeader('etag', etag).setHeader('cache-control', 'no-cache');
  if (isNotModified(headers['if-none-match'], etag)) return void response.writeHead(304).end();
  response
    .writeHead(200, { 'content-type': 'text/plain; charset=utf-8', 'content-length': Buffer.byteLength(text) })
    .end(text);
}

function answerNothing(request: IncomingMessage, response: ServerResponse): void {
  if (wantsHtml(request))
    return sendPage(response, 404, 'Nothing here', 'There is nothing at this address. <a href="/">Start page</a>');
  sendError(
    response,
    new HttpError('NOT_FOUND', 'There is nothing here. GraphQL is at /graphql.', { headers: { vary: 'accept' } }),
  );
}
