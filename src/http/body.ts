import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import type { Refusal } from './refusal.ts';

/**
 * Bounds a request's body before Yoga reads it: Yoga's own limit pipes every body through a web stream, which doubles the
 * cost of a request.
 * @returns the request to hand on, or why it is refused
 */
export async function boundBody(request: IncomingMessage, maxBytes: number): Promise<IncomingMessage | Refusal> {
  const declared = request.headers['content-length'];
  // Node closes a connection that sends more than it declared, so a declared length needs no counting.
  if (declared !== undefined) return Number(declared) > maxBytes ? tooLarge(maxBytes) : request;
  if (request.headers['transfer-encoding'] === undefined) return request;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    size += (chunk as Buffer).length;
    if (size > maxBytes) return tooLarge(maxBytes);
    chunks.push(chunk as Buffer);
  }
  return replay(request, chunks);
}

export function isRefusal(bounded: IncomingMessage | Refusal): bounded is Refusal {
  return 'status' in bounded;
}

function tooLarge(maxBytes: number): Refusal {
  return {
    status: 413,
    code: 'BODY_TOO_LARGE',
    message: `The request body is larger than ${maxBytes} bytes (BANMIAN_MAX_BODY_BYTES).`,
  };
}

/** The request with the body that was read from it. */
function replay(request: IncomingMessage, chunks: readonly Buffer[]): IncomingMessage {
  const { method, url, headers, socket } = request;
  return Object.assign(Readable.from(chunks), { method, url, headers, socket }) as unknown as IncomingMessage;
}
