import { connect } from 'node:net';
import type { Socket } from 'node:net';

const ACCEPT = 'accept: application/graphql-response+json, application/json;q=0.9';

/** A POST as it goes over the wire. */
export function requestOf(url: string, body: unknown): Buffer {
  const { host, pathname } = new URL(url);
  const content = Buffer.from(JSON.stringify(body));
  return Buffer.concat([
    wire(`POST ${pathname}`, host, 'content-type: application/json', ACCEPT, `content-length: ${content.length}`),
    content,
  ]);
}

/** A GET with these parameters; `headers` are whole lines. */
export function getRequestOf(
  url: string,
  parameters: Readonly<Record<string, string>>,
  ...headers: readonly string[]
): Buffer {
  const { host, pathname } = new URL(url);
  return wire(`GET ${pathname}?${String(new URLSearchParams(parameters))}`, host, ACCEPT, ...headers);
}

function wire(what: string, host: string, ...headers: readonly string[]): Buffer {
  return Buffer.from([`${what} HTTP/1.1`, `host: ${host}`, ...headers, '', ''].join('\r\n'));
}

/** What came back, of the status 200 or 304. */
export interface Answer {
  readonly status: number;
  /** All header lines. */
  readonly head: string;
  readonly body: Buffer;
}

const PATIENCE_MS = 30_000;

/**
 * One connection that is kept open and asks for one thing at a time. It shares the processors with those whom it
 * measures, so that it does no more than find the end of an answer.
 */
export class Client {
  readonly #socket: Socket;
  #received: Buffer = Buffer.alloc(0);
  #waiting: { resolve(answer: Answer): void; reject(error: Error): void } | null = null;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket
      .setNoDelay(true)
      .setTimeout(PATIENCE_MS, () => socket.destroy(new Error(`There is no answer after ${PATIENCE_MS / 1000} s.`)));
    socket.on('data', (chunk: Buffer) => this.#take(chunk));
    socket.on('error', (error) => this.#waiting?.reject(error));
    socket.on('close', () => this.#waiting?.reject(new Error('The connection was closed before the answer.')));
  }

  static open(url: string): Promise<Client> {
    const { hostname, port } = new URL(url);
    return new Promise((resolve, reject) => {
      const socket = connect(Number(port), hostname);
      socket.once('error', reject).once('connect', () => {
        socket.off('error', reject);
        resolve(new Client(socket));
      });
    });
  }

  /** Sends the request and returns the answer; fails on any status but 200 and 304. */
  ask(request: Buffer): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.#socket.write(request);
    });
  }

  close(): void {
    this.#socket.destroy();
  }

  #take(chunk: Buffer): void {
    this.#received = this.#received.length === 0 ? chunk : Buffer.concat([this.#received, chunk]);
    const end = this.#received.indexOf('\r\n\r\n');
    if (end === -1) return;
    const head = this.#received.toString('latin1', 0, end);
    const status = Number(head.slice(9, 12));
    const length = status === 304 ? 0 : lengthIn(head);
    const body = this.#received.subarray(end + 4);
    const isWhole = length === null ? body.toString('latin1', body.length - 5) === '0\r\n\r\n' : body.length >= length;
    if (!isWhole) return;
    this.#received = Buffer.alloc(0);
    const waiting = this.#waiting;
    this.#waiting = null;
    const content = length === null ? unchunked(body) : body;
    if (status === 200 || status === 304) waiting?.resolve({ status, head, body: content });
    else waiting?.reject(new Error(`${head.split('\r\n')[0]}: ${String(content).slice(0, 2_000)}`));
  }
}

/** Null when the body comes in chunks. */
function lengthIn(head: string): number | null {
  const length = /^content-length: *(\d+)/im.exec(head)?.[1];
  return length === undefined ? null : Number(length);
}

function unchunked(body: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; ; ) {
    const end = body.indexOf('\r\n', at);
    const size = Number.parseInt(body.toString('latin1', at, end), 16);
    if (size === 0) return Buffer.concat(parts);
    parts.push(body.subarray(end + 2, end + 2 + size));
    at = end + 2 + size + 2;
  }
}
