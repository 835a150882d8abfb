import { STATUS_CODES } from 'node:http';
import type { Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { ERROR_CODES } from '../error-code.ts';
import type { Log } from './log.ts';
import { errorBody, HttpError } from './error/http-error.ts';

/** By Node's error code. */
const ERRORS: Readonly<Record<string, HttpError>> = {
  HPE_HEADER_OVERFLOW: new HttpError(
    'HEADERS_TOO_LARGE',
    'The headers or the URL are too long. Send long queries by POST.',
  ),
  HPE_CHUNK_EXTENSIONS_OVERFLOW: new HttpError('BODY_TOO_LARGE', 'The chunk extensions of the body are too long.'),
  ERR_HTTP_REQUEST_TIMEOUT: new HttpError('REQUEST_TIMEOUT', 'The request took too long to arrive.'),
};

const NOT_HTTP = new HttpError('BAD_REQUEST', 'The request is not HTTP.');

const NO_PROXY = new HttpError('METHOD_NOT_ALLOWED', 'The gateway is not a proxy.', {
  headers: { allow: 'GET, HEAD, POST, OPTIONS' },
});

/** Answers requests that Node cannot parse, which it would answer itself, in the form of all other errors. */
export function refuseMalformed(server: Server, log: Log): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    const refusal = ERRORS[error.code ?? ''] ?? NOT_HTTP;
    log.info({ code: refusal.code, cause: error.code }, 'refused what cannot be read');
    const end = (): void => void socket.end(responseText(refusal), () => socket.destroy());
    const { _httpMessage: underWay } = socket as Duplex & { _httpMessage?: ServerResponse | null };
    // An earlier request on this connection is answered first.
    if (underWay?.req.complete && !underWay.writableFinished) underWay.once('finish', end);
    // In the middle of a response there is no room for another.
    else if (!socket.writable || underWay?.headersSent) socket.destroy();
    else end();
  });
  server.on('connect', (_, socket: Duplex) => {
    socket.on('error', () => {});
    socket.end(responseText(NO_PROXY), () => socket.destroy());
  });
  // An expectation other than `100-continue` may be ignored.
  server.on('checkExpectation', (request, response) => void server.emit('request', request, response));
}

function responseText(refusal: HttpError): string {
  const { status } = ERROR_CODES[refusal.code];
  const body = JSON.stringify(errorBody(refusal));
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
