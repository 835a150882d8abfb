import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Admission } from './admission.ts';
import { boundBody, isRefusal } from './body.ts';
import { answerCors } from './cors.ts';
import { RETRY_AFTER } from './database-status.ts';
import { enter, hostRule } from './door.ts';
import { beginExchange, pathOf, type Exchange } from './exchange.ts';
import type { Gateway } from './gateway.ts';
import { GraphiqlPage } from './graphiql.ts';
import { InFlight } from './in-flight.ts';
import type { Log } from './log.ts';
import { refuseMediaType } from './media-type.ts';
import { refuse } from './refusal.ts';
import { answerSidePath, sendWelcome, type SidePaths } from './side-path.ts';
import { asksForPage } from './small-page.ts';
import { refuseUnread } from './unread-request.ts';

/** Of GraphQL; OPTIONS is for browsers that ask whether they may. */
const METHODS = ['GET', 'HEAD', 'POST', 'OPTIONS'];
/** Milliseconds for a whole request to arrive. */
const ARRIVAL = 60_000;

export interface ServerSettings {
  readonly host: string;
  readonly port: number;
  readonly graphiql: boolean;
  /** The hosts that are answered to, see `hostRule`. */
  readonly hosts: readonly string[];
  readonly corsOrigins: readonly string[];
  readonly maxBodyBytes: number;
  readonly maxRequests: number;
  readonly requestTimeoutSeconds: number;
}

export interface Server {
  /** The address of the GraphQL endpoint. */
  readonly url: string;
  /**
   * Begins to answer queries; before, only `/live` is well. At every visit of `/ready` the database's fault is asked
   * for, null for none; `details` are told there too.
   */
  open(gateway: Gateway, faultOf: () => Promise<string | null>, details?: object): void;
  /** Refuses new queries, lets those under way end within `seconds`, then closes every connection. */
  drain(seconds: number): Promise<void>;
}

/**
 * Listens at once, so that a taken port is known before anything is started.
 * @throws the system's error when the address cannot be had (`EADDRINUSE`, `EACCES`, `EADDRNOTAVAIL`, `ENOTFOUND`)
 */
export async function startServer(settings: ServerSettings, log: Log): Promise<Server> {
  const page = new GraphiqlPage();
  const rule = hostRule(settings.hosts);
  const inFlight = new InFlight();
  const admission = new Admission(settings);
  let opened: { gateway: Gateway; faultOf: () => Promise<string | null>; details: object } | undefined;
  let isDraining = false;

  const sidePaths: SidePaths = {
    graphiql: settings.graphiql,
    async readiness() {
      if (isDraining) return { status: 'draining' };
      if (opened === undefined) return { status: 'starting' };
      const reason = await opened.faultOf();
      return { ...(reason === null ? { status: 'ready' } : { status: 'no database', reason }), ...opened.details };
    },
    schemaText: () => opened?.gateway.schemaText(),
  };

  async function answer(request: IncomingMessage, response: ServerResponse, exchange: Exchange): Promise<void> {
    const refusal = enter(request, rule);
    if (refusal !== null) return refuse(response, refusal);
    const path = pathOf(request);
    if (path !== '/graphql') return answerSidePath(path, request, response, sidePaths);
    if (answerCors(request, response, settings.corsOrigins)) return;
    if (!METHODS.includes(request.method ?? '')) {
      return refuse(response, {
        code: 'METHOD_NOT_ALLOWED',
        message: 'GraphQL is asked by GET or POST.',
        headers: { allow: METHODS.join(', ') },
      });
    }
    if (asksForPage(request)) {
      if (settings.graphiql) return page.answer(request, response);
      if (!asksByUrl(request)) return sendWelcome(response, sidePaths);
    }
    await answerQuery(request, response, exchange);
  }

  async function answerQuery(request: IncomingMessage, response: ServerResponse, exchange: Exchange): Promise<void> {
    if (opened === undefined || isDraining) {
      const message = isDraining ? 'The gateway is shutting down.' : 'The gateway is starting.';
      const headers = { ...RETRY_AFTER, ...(isDraining ? { connection: 'close' } : {}) };
      return refuse(response, { code: 'UNAVAILABLE', message, headers });
    }
    inFlight.add(response);
    response.setHeader('cache-control', 'no-store'); // Unless the gateway knows better.
    response.appendHeader('vary', 'accept');
    const refusal = refuseMediaType(request);
    if (refusal !== null) return refuse(response, refusal);
    const leave = admission.enter(request);
    if (leave === null)
      return refuse(response, {
        code: 'UNAVAILABLE',
        message: 'The gateway has too much to do (BANMIAN_MAX_REQUESTS).',
        headers: RETRY_AFTER,
      });
    const deadline = setTimeout(() => {
      refuseLate(response, exchange);
      if (exchange.isRead !== true) leave(); // Nobody hears of it when such a body breaks off.
    }, settings.requestTimeoutSeconds * 1_000);
    try {
      const bounded = await boundBody(request, settings.maxBodyBytes);
      if (exchange.isLate === true) return;
      if (isRefusal(bounded)) return refuse(response, bounded);
      exchange.isRead = true;
      await opened.gateway.answer(bounded, response, exchange);
    } finally {
      clearTimeout(deadline);
      leave(); // Not before: what was answered too late is worked on until here.
    }
  }

  /** Answers in the place of what takes too long, which may go on but is told to nobody. */
  function refuseLate(response: ServerResponse, exchange: Exchange): void {
    if (response.headersSent) return;
    exchange.isLate = true;
    const seconds = `${settings.requestTimeoutSeconds} s (BANMIAN_REQUEST_TIMEOUT_SECONDS)`;
    refuse(
      response,
      exchange.isRead === true
        ? {
            code: 'TIMEOUT',
            message: `The request took longer than ${seconds}. Ask for less at once, or for smaller pages.`,
            headers: RETRY_AFTER,
          }
        : {
            code: 'REQUEST_TIMEOUT',
            message: `The body did not come within ${seconds}.`,
            headers: { connection: 'close' },
          },
    );
  }

  // A missing Host is refused by `enter`, with a code.
  const server = createServer({ requestTimeout: ARRIVAL, requireHostHeader: false }, (request, response) => {
    const exchange = beginExchange(request, response, log);
    answer(request, response, exchange).catch((error: unknown) => {
      if (exchange.isLate === true) return; // It found its place taken.
      log.error({ requestId: exchange.requestId, err: error }, 'unexpected error');
      if (response.headersSent) return response.destroy();
      refuse(response, { code: 'INTERNAL_SERVER_ERROR', message: 'Unexpected error.' });
    });
  });

  refuseUnread(server, log);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(settings.port, settings.host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://${settings.host.includes(':') ? `[${settings.host}]` : settings.host}:${port}/graphql`,
    open(gateway, faultOf, details = {}) {
      opened = { gateway, faultOf, details };
    },
    async drain(seconds) {
      isDraining = true;
      const cut = await inFlight.settle(seconds);
      if (cut > 0) log.warn({ requests: cut, seconds }, 'requests cut off: they did not end in time');
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
      await opened?.gateway.dispose();
    },
  };
}

/** Whether a GET says what it asks. */
function asksByUrl({ url = '' }: IncomingMessage): boolean {
  return /[?&](?:query|documentId|extensions)=/.test(url);
}
