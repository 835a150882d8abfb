import { createServer, connect } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

/** A proxy in front of a database, which can fail. */
export interface DatabaseProxy {
  readonly url: string;
  /**
   * Stops passing anything on, like a server that hangs or a network that drops packets; with `only`, on the oldest
   * connections.
   */
  hang(only?: number): void;
  /** Passes everything on again, including what was held back. */
  resume(): void;
  /** Ends every connection and refuses new ones, like a server that is gone. */
  refuse(): Promise<void>;
  /** Accepts connections again. */
  accept(): Promise<void>;
  /** The number of connections made so far. */
  connections(): number;
  close(): Promise<void>;
}

export async function startDatabaseProxy(target: string): Promise<DatabaseProxy> {
  const { hostname, port: targetPort } = new URL(target);
  const pairs: (readonly [Socket, Socket])[] = [];
  let isHanging = false;
  let made = 0;
  const server = createServer((near) => {
    made += 1;
    const far = connect(Number(targetPort), hostname);
    const pair = [near, far] as const;
    pairs.push(pair);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      from.pipe(to).on('error', () => from.destroy());
      from.on('close', () => {
        to.destroy();
        if (pairs.includes(pair)) pairs.splice(pairs.indexOf(pair), 1);
      });
    }
    if (isHanging) stop(pair);
  });
  const listen = (port: number): Promise<void> =>
    new Promise((resolve, reject) => {
      server.once('error', reject).listen(port, '127.0.0.1', () => {
        server.off('error', reject);
        resolve();
      });
    });
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const url = new URL(target);
  url.port = String(port);
  const refuse = async (): Promise<void> => {
    const closed = new Promise((resolve) => server.close(resolve));
    for (const sockets of [...pairs]) for (const socket of sockets) socket.destroy();
    await closed;
  };
  return {
    url: url.href,
    hang(only) {
      isHanging = only === undefined;
      for (const pair of pairs.slice(0, only)) stop(pair);
    },
    resume() {
      isHanging = false;
      for (const [near, far] of pairs) {
        near.pipe(far);
        far.pipe(near);
      }
    },
    refuse,
    accept: () => listen(port),
    connections: () => made,
    close: () => (server.listening ? refuse() : Promise.resolve()),
  };
}

function stop(sockets: readonly [Socket, Socket]): void {
  for (const socket of sockets) socket.unpipe().pause();
}
