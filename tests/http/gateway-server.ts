import pino from 'pino';
import { readConfig } from '../../src/config.ts';
import type { Gateway } from '../../src/http/gateway.ts';
import { startServer } from '../../src/http/server.ts';

/** A gateway behind a server of its own. */
export interface GatewayServer {
  /** What a POST of this is answered with. */
  post(body: object): Promise<string>;
  /** The same for a body that is written out. */
  postText(body: string): Promise<string>;
  close(): Promise<void>;
}

export async function serveGateway(gateway: Gateway): Promise<GatewayServer> {
  const server = await startServer({ ...readConfig({}), host: '127.0.0.1', port: 0 }, pino({ level: 'silent' }));
  server.open(gateway, () => Promise.resolve(true));
  const postText = async (body: string): Promise<string> => (await fetch(server.url, { method: 'POST', headers: { 'content-type': 'application/json' }, body })).text();
  return {
    post: (body) => postText(JSON.stringify(body)),
    postText,
    close: () => server.drain(0),
  };
}
