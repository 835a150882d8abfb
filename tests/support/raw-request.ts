import { connect } from 'node:net';

/** What a server said to bytes that a client sent. */
export interface RawAnswer {
  /** NaN when the answer is not HTTP. */
  readonly status: number;
  /** The status line and headers, in small letters. */
  readonly head: string;
  readonly body: string;
}

/**
 * Sends bytes, written as Latin-1, as they are, and waits this many milliseconds for an answer to begin before it ends
 * its side.
 * @returns the first answer once the connection is closed; `body` then holds any after it too
 */
export function sendRaw(url: string, bytes: string | Buffer, patience = 3_000): Promise<RawAnswer> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    const parts: Buffer[] = [];
    socket.setTimeout(patience, () => void socket.end()); // A client that sent half a request sends no more.
    socket.on('data', (part) => void parts.push(part));
    socket.on('error', () => {});
    socket.on('close', () => {
      const [head = '', body = ''] = Buffer.concat(parts)
        .toString()
        .split(/\r\n\r\n([^]*)/);
      resolve({ status: Number(/^HTTP\/1\.1 (\d{3}) /.exec(head)?.[1]), head: head.toLowerCase(), body });
    });
    socket.write(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes);
  });
}
