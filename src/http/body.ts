import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import { HttpError } from './error/http-error.ts';
import type { RequestState } from './request-state.ts';
import { perRequest, type RequestStage } from './stage.ts';

/** Reads the request's body, up to `maxBytes`. */
export function readBody(maxBytes: number): RequestStage<RequestState> {
  return perRequest('body', (state) => {
    const { headers } = state.request;
    const length = headers['content-length'];
    if (length === undefined && headers['transfer-encoding'] === undefined) {
      state.isBodyRead = true;
      return undefined;
    }
    if (length !== undefined && Number(length) > maxBytes) throw tooLarge(maxBytes);
    return bytesOf(state.request, maxBytes).then((bytes) => {
      state.isBodyRead = true;
      if (!isUtf8(bytes)) throw new HttpError('BAD_REQUEST', 'The body is not UTF-8.');
      state.body = bytes.toString();
    });
  });
}

function bytesOf(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    if (request.destroyed && !request.complete) throw brokeOff(); // It happened while the caller was looked up.
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > maxBytes) reject(tooLarge(maxBytes));
      else chunks.push(chunk);
    });
    request.on('end', () => {
      const [first] = chunks;
      resolve(first !== undefined && chunks.length === 1 ? first : Buffer.concat(chunks));
    });
    // Nobody is left to read this response; it is for the log.
    request.on('close', () => {
      if (!request.complete) reject(brokeOff());
    });
  });
}

function brokeOff(): HttpError {
  return new HttpError('BAD_REQUEST', 'The request broke off in its body.');
}

function tooLarge(maxBytes: number): HttpError {
  return new HttpError('BODY_TOO_LARGE', `The request body is larger than ${maxBytes} bytes (BANMIAN_MAX_BODY_BYTES).`);
}
