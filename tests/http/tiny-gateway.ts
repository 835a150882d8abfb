import { GraphQLError, GraphQLInt, GraphQLNonNull, GraphQLObjectType, GraphQLSchema, GraphQLString } from 'graphql';
import { pino } from 'pino';
import { createGateway, type Gateway, type GatewayParts } from '../../src/http/gateway.ts';
import type { Limits } from '../../src/http/limit/limits.ts';
import { startServer, type Server, type ServerSettings } from '../../src/http/server.ts';

/** A server on a free port with a schema that needs no database. */
export interface TinyGateway {
  readonly server: Server;
  readonly origin: string;
  readonly url: string;
  readonly stages: Gateway['stages'];
  /** The log's lines so far. */
  readonly lines: Record<string, unknown>[];
  /** How often `touched` was asked for. */
  touches(): number;
  /** Ends every field `held` that waits. */
  release(): void;
  post(query: string, headers?: Record<string, string>): Promise<Response>;
}

export const limits: Limits = {
  maxBodyBytes: 2_000,
  maxRequests: 100,
  requestTimeoutSeconds: 15,
  maxDepth: 5,
  maxTokens: 200,
  maxAliases: 4,
  maxCost: 1_000,
  introspection: true,
  statementTimeoutSeconds: 0,
};

interface TinyParts extends Partial<Pick<GatewayParts, 'documents' | 'caching' | 'responseCache' | 'scopeOf'>> {
  readonly faultOf?: () => Promise<string | null>;
}

export async function startTinyGateway(
  changes: Partial<ServerSettings & Limits> = {},
  { faultOf = () => Promise.resolve(null), ...parts }: TinyParts = {},
): Promise<TinyGateway> {
  const lines: Record<string, unknown>[] = [];
  const log = pino(
    { level: 'debug' },
    { write: (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>) },
  );
  const held = new Set<() => void>();
  let touched = 0;
  const thing: GraphQLObjectType = new GraphQLObjectType({
    name: 'Thing',
    fields: () => ({
      self: { type: new GraphQLNonNull(thing), resolve: () => ({}) },
      name: { type: GraphQLString, resolve: () => '版面' },
    }),
  });
  const query = new GraphQLObjectType({
    name: 'Query',
    fields: {
      thing: { type: thing, resolve: () => ({}) },
      touched: { type: GraphQLInt, resolve: () => (touched += 1) },
      broken: {
        type: GraphQLString,
        resolve: () => {
          throw new Error('password=geheim');
        },
      },
      known: {
        type: GraphQLString,
        resolve: () => {
          throw new GraphQLError('No such page.', { extensions: { code: 'BAD_ARGUMENT' } });
        },
      },
      held: { type: GraphQLString, resolve: () => new Promise((resolve) => held.add(() => resolve('released'))) },
    },
  });
  const server = await startServer(
    {
      host: '127.0.0.1',
      port: 0,
      hosts: ['127.0.0.1'],
      graphiql: true,
      corsOrigins: [],
      ...changes,
    },
    log,
  );
  const gateway = createGateway({
    schema: new GraphQLSchema({ query }),
    createContext: () => ({}),
    limits: { ...limits, ...changes },
    log,
    ...parts,
  });
  server.open(gateway, faultOf);
  return {
    server,
    origin: new URL(server.url).origin,
    url: server.url,
    stages: gateway.stages,
    lines,
    touches: () => touched,
    release: () => held.forEach((end) => end()),
    post: (text, headers = {}) =>
      fetch(server.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query: text }),
      }),
  };
}
