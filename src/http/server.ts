import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HttpError, sendError } from './error/http-error.ts';
import type { Gateway } from './gateway.ts';
import { InFlight } from './limit/in-flight.ts';
import type { Log } from './log.ts';
import { refuseMalformed } from './malformed-request.ts';
import { beginRequestLog } from './request-log.ts';
import { createRouter, type Backend, type RouterSettings } from './router.ts';

/** Milliseconds within which a whole request has to arrive. */
const ARRIVAL_TIMEOUT = 60_000;

export interface ServerSettings extends RouterSettings {
  readonly host: string;
  readonly port: number;
}

export interface Server {
  /** The address of the GraphQL endpoint. */
  readonly url: string;
  /**
   * Begins to answer queries; until then only `/live` says 200. `/ready` calls `faultOf` for what is wrong with the
   * database, null for nothing, and shows `details` too.
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
  const inFlight = new InFlight();
  let backend: Backend | null = null;
  let isDraining = false;
  const route = createRouter(settings, { inFlight, log, backend: () => backend, isDraining: () => isDraining });

  // The router refuses a missing Host, with an error code.
  const server = createServer({ requestTimeout: ARRIVAL_TIMEOUT, requireHostHeader: false }, (request, response) => {
    const requestLog = beginRequestLog(request, response, log);
    route(request, response, requestLog).catch((error: unknown) => {
      log.error({ requestId: requestLog.requestId, err: error }, 'unexpected error');
      if (response.headersSent) response.destroy();
      else sendError(response, new HttpError('INTERNAL_SERVER_ERROR', 'Unexpected error.'));
    });
  });

  refuseMalformed(server, log);
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
      backend = { gateway, faultOf, details };
    },
    async drain(seconds) {
      isDraining = true;
      const cut = await inFlight.settle(seconds);
      if (cut > 0) log.warn({ requests: cut, seconds }, 'requests cut off: they did not end in time');
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}
