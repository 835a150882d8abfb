import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import type { Refusal } from './refusal.ts';

/** A request whose body was read. */
export interface BoundRequest {
  /** Its stream is at its end; see {@link replayed}. */
  readonly request: IncomingMessage;
  /** null when it has none. */
  readonly body: string | null;
}

/**
 * Reads a request's body, bounded, before Yoga does: Yoga's own limit pipes every body through a web stream, which
 * doubles the cost of a request.
 * @returns the request to hand on, or why it is refused
 */
export async function boundBody(request: IncomingMessage, maxBytes: number): Promise<BoundRequest | Refusal> {
  const declared = request.headers['content-length'];
  if (declared !== undefined && Number(declared) > maxBytes) return tooLarge(maxBytes);
  if (declared === undefined && request.headers['transfer-encoding'] === undefined) return { request, body: null };
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > maxBytes) resolve(tooLarge(maxBytes));
      else chunks.push(chunk);
    });
    request.on('end', () => {
      const bytes = chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
      resolve(
        isUtf8(bytes)
          ? { request, body: bytes.toString() }
          : { code: 'BAD_REQUEST', message: 'The body is not UTF-8.' },
      );
    });
    // Nobody reads it: it is for the log.
    request.on('close', () => resolve({ code: 'BAD_REQUEST', message: 'The request broke off in its body.' }));
  });
}

export function isRefusal(bound: BoundRequest | Refusal): bound is Refusal {
  return 'code' in bound;
}

function tooLarge(maxBytes: number): Refusal {
  return {
    code: 'BODY_TOO_LARGE',
    message: `The request body is larger than ${maxBytes} bytes (BANMIAN_MAX_BODY_BYTES).`,
  };
}

/**
 * The request for Yoga, which takes nothing but streams for requests and would wait for what was read from this one.
 */
export function replayed({ request, body }: BoundRequest): IncomingMessage {
  if (body === null) return request;
  const { method, url, headers, socket } = request;
  return Object.assign(Readable.from([]), { method, url, headers, socket }) as unknown as IncomingMessage;
}
