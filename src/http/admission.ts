import type { IncomingMessage } from 'node:http';

/** Bytes that the bodies of all requests may hold together. */
const MOST_BYTES = 100_000_000;

/**
 * Bounds what is worked on at a time: when answers take long, more and more requests would wait and fill the memory.
 */
export class Admission {
  readonly #maxRequests: number;
  readonly #maxBodyBytes: number;
  #requests = 0;
  #bytes = 0;

  constructor({ maxRequests, maxBodyBytes }: { readonly maxRequests: number; readonly maxBodyBytes: number }) {
    this.#maxRequests = maxRequests;
    this.#maxBodyBytes = maxBodyBytes;
  }

  /**
   * Lets a request in; returns what to call when nothing is done for it any more (once more does no harm), or null when
   * there is no room.
   */
  enter({ headers }: Pick<IncomingMessage, 'headers'>): (() => void) | null {
    const isChunked = headers['transfer-encoding'] !== undefined;
    const bytes = Math.min(isChunked ? this.#maxBodyBytes : Number(headers['content-length'] ?? 0), this.#maxBodyBytes);
    const isFull = this.#requests >= this.#maxRequests || (this.#requests > 0 && this.#bytes + bytes > MOST_BYTES);
    if (isFull) return null;
    this.#requests += 1;
    this.#bytes += bytes;
    let isIn = true;
    return () => {
      if (!isIn) return;
      isIn = false;
      this.#requests -= 1;
      this.#bytes -= bytes;
    };
  }
}
