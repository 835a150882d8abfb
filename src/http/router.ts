import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerCors } from './cors.ts';
import { HttpError, RETRY_AFTER, sendError } from './error/http-error.ts';
import { answerExport } from './export/export-route.ts';
import type { Log } from './log.ts';
import { admitHost, hostPattern } from './host-guard.ts';
import type { Gateway } from './gateway.ts';
import type { InFlight } from './limit/in-flight.ts';
import { GraphiqlPage } from './page/graphiql.ts';
import { wantsHtml } from './page/html-page.ts';
import { pathOf, type RequestLog } from './request-log.ts';
import { answered, answerOtherRoute, isRefused, sendWelcome, type OtherRoutes } from './routes.ts';

/** The methods of GraphQL; OPTIONS is for preflights. */
const METHODS = ['GET', 'HEAD', 'POST', 'OPTIONS'];

export interface RouterSettings {
  /** Whether browsers get GraphiQL at `/graphql`. */
  readonly graphiql: boolean;
  /** The hosts that requests may name; see `hostPattern`. */
  readonly hosts: readonly string[];
  readonly corsOrigins: readonly string[];
}

/** What queries are answered by, once the server is open. */
export interface Backend {
  readonly gateway: Gateway;
  readonly faultOf: () => Promise<string | null>;
  readonly details: object;
}

/** The state of the server. */
interface ServerStatus {
  readonly inFlight: InFlight;
  readonly log: Log;
  /** null while the server starts. */
  backend(): Backend | null;
  isDraining(): boolean;
}

type Route = (request: IncomingMessage, response: ServerResponse, log: RequestLog) => Promise<void>;

/** Routes each request: queries to the gateway, browsers to a page. */
export function createRouter(settings: RouterSettings, status: ServerStatus): Route {
  const { graphiql, corsOrigins } = settings;
  const hosts = hostPattern(settings.hosts);
  const page = new GraphiqlPage();
  const routes: OtherRoutes = {
    graphiql,
    async readiness() {
      if (status.isDraining()) return { status: 'draining' };
      const backend = status.backend();
      if (backend === null) return { status: 'starting' };
      const reason = await backend.faultOf();
      return { ...(reason === null ? { status: 'ready' } : { status: 'no database', reason }), ...backend.details };
    },
    async admitCaller(headers) {
      await status.backend()?.gateway.authenticate(headers);
    },
    schemaText: () => status.backend()?.gateway.schemaText(),
  };

  function answerQuery(request: IncomingMessage, response: ServerResponse, log: RequestLog): Promise<void> | void {
    const backend = status.backend();
    if (backend === null || status.isDraining()) return sendError(response, unavailable(status.isDraining()));
    status.inFlight.add(response);
    response.appendHeader('vary', 'accept');
    return backend.gateway.answer(request, response, log);
  }

  async function exportRows(request: IncomingMessage, response: ServerResponse, isHead: boolean): Promise<void> {
    const backend = status.backend();
    if (backend === null || status.isDraining()) return sendError(response, unavailable(status.isDraining()));
    const { exporter } = backend.gateway;
    if (exporter === null) return sendError(response, new HttpError('NOT_FOUND', 'This gateway makes no exports.'));
    if (await isRefused(request, response, routes)) return;
    status.inFlight.add(response);
    await answered(response, () => answerExport(request, response, { exporter, log: status.log, isHead }));
  }

  return async (request, response, log) => {
    const isHead = request.method === 'HEAD'; // Which becomes GET.
    const refusal = admitHost(request, hosts);
    if (refusal !== null) return sendError(response, refusal);
    const path = pathOf(request);
    if (path.startsWith('/export/') && request.method === 'GET') return exportRows(request, response, isHead);
    if (path !== '/graphql') return answerOtherRoute(path, request, response, routes);
    if (answerCors(request, response, corsOrigins)) return;
    if (!METHODS.includes(request.method ?? '')) return sendError(response, methodNotAllowed);
    if (wantsHtml(request)) {
      if (graphiql) return page.answer(request, response);
      if (!hasQuery(request)) return sendWelcome(response, routes);
    }
    return answerQuery(request, response, log);
  };
}

/** Whether the URL has a GraphQL query. */
function hasQuery({ url = '' }: IncomingMessage): boolean {
  return /[?&](?:query|documentId|extensions)=/.test(url);
}

const methodNotAllowed = new HttpError('METHOD_NOT_ALLOWED', 'Send GraphQL requests by GET or POST.', {
  headers: { allow: METHODS.join(', ') },
});

function unavailable(isDraining: boolean): HttpError {
  return isDraining
    ? new HttpError('UNAVAILABLE', 'The gateway is shutting down.', {
        headers: { ...RETRY_AFTER, connection: 'close' },
      })
    : new HttpError('UNAVAILABLE', 'The gateway is starting.', { headers: RETRY_AFTER });
}
