import { STATUS_CODES } from 'node:http';
import type { Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { ERROR_CODES } from '../error-code.ts';
import type { Log } from './log.ts';
import { refusalBody, type Refusal } from './refusal.ts';

/** By the codes of Node's errors. */
const REFUSALS: Readonly<Record<string, Refusal>> = {
  HPE_HEADER_OVERFLOW: {
    code: 'HEADERS_TOO_LARGE',
    message: 'The headers, or the address, are too long; a long query is sent by POST.',
  },
  HPE_CHUNK_EXTENSIONS_OVERFLOW: {
    code: 'BODY_TOO_LARGE',
    message: 'The chunks of the body have too long extensions.',
  },
  ERR_HTTP_REQUEST_TIMEOUT: { code: 'REQUEST_TIMEOUT', message: 'The request took too long to arrive.' },
};

const NO_HTTP: Refusal = { code: 'BAD_REQUEST', message: 'This is no HTTP request that can be read.' };

/** Answers in the form of all other errors where Node cannot read a request, and would answer itself. */
export function refuseUnread(server: Server, log: Log): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    const refusal = REFUSALS[error.code ?? ''] ?? NO_HTTP;
    log.info({ code: refusal.code, cause: error.code }, 'refused what cannot be read');
    const end = (): void => void socket.end(written(refusal), () => socket.destroy());
    const { _httpMessage: underWay } = socket as Duplex & { _httpMessage?: ServerResponse | null };
    // What came before it on the connection is answered first.
    if (underWay?.req.complete && !underWay.writableFinished) underWay.once('finish', end);
    // In the middle of an answer there is no place for another.
    else if (!socket.writable || underWay?.headersSent) socket.destroy();
    else end();
  });
  // Nothing is reached through a gateway: it is no proxy.
  server.on('connect', (_, socket: Duplex) => {
    socket.on('error', () => {});
    const headers = { allow: 'GET, HEAD, POST, OPTIONS' };
    socket.end(written({ code: 'METHOD_NOT_ALLOWED', message: 'The gateway is no proxy.', headers }), () =>
      socket.destroy(),
    );
  });
  // An expectation other than `100-continue` may be passed over.
  server.on('checkExpectation', (request, response) => void server.emit('request', request, response));
}

function written(refusal: Refusal): string {
  const { status } = ERROR_CODES[refusal.code];
  const body = JSON.stringify(refusalBody(refusal));
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(Buffer.byteLength(body)),
    'cache-control': 'no-store',
    connection: 'close',
    ...refusal.headers,
  };
  const lines = Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('');
  return `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines}\r\n${body}`;
}
