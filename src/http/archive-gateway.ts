import type { Config } from '../config.ts';
import { forgetPublications } from '../load/known-publication.ts';
import { schema } from '../schema/schema.ts';
import type { Database } from '../store/database.ts';
import { createAuthenticator } from './access/authenticator.ts';
import { keyRegister } from './access/key-register.ts';
import { createContext } from './context.ts';
import { readDocuments } from './document/document-folder.ts';
import { DocumentStore } from './document/document-store.ts';
import { listenForChanges } from './cache/invalidation-listener.ts';
import { createExporter } from './export/exporter.ts';
import { createGateway, type Gateway } from './gateway.ts';
import type { Log } from './log.ts';
import { createArchiveWriter } from './write/archive-writer.ts';
import type { ResponseCache } from './cache/response-cache.ts';
import { keyHolderScope, publicScope, type ScopeOf } from './cache/scope.ts';

/** The gateway of an archive. */
export interface ArchiveGateway {
  readonly gateway: Gateway;
  /** Its cached responses; undefined when it caches nothing. */
  readonly cache: ResponseCache | undefined;
  /** Why the database cannot be asked; null when it answers. */
  faultOf(): Promise<string | null>;
  /** Stops listening for changes of the archive; the database stays open. */
  close(): Promise<void>;
}

export interface ArchiveGatewayParts {
  readonly database: Database;
  readonly config: Config;
  readonly log: Log;
  /** Who shares cached responses; unless given, all who are answered. */
  readonly scopeOf?: ScopeOf;
}

/**
 * Assembles the gateway that is served, and tested: schema, loaders, limits, trusted documents and caches.
 * @throws Error when the folder of trusted documents cannot be read
 */
export async function openArchiveGateway({
  database,
  config,
  log,
  scopeOf,
}: ArchiveGatewayParts): Promise<ArchiveGateway> {
  const { documentsFolder, documentsOnly, cacheBytes, prepare } = config;
  const byHash = documentsFolder === null ? new Map<string, string>() : await readDocuments(documentsFolder);
  // A pooler that cannot prepare statements does not pass on notifications of changes either.
  const listening =
    cacheBytes > 0 && prepare
      ? listenForChanges(database.url, cacheBytes, log, () => forgetPublications(database.queries))
      : undefined;
  const writer = createArchiveWriter(database, async () => {
    forgetPublications(database.queries);
    await listening?.caughtUp();
  });
  const gateway = createGateway({
    schema,
    createContext: (caller, plan) => createContext(database, { caller, writer }, plan),
    limits: config,
    log,
    exporter: createExporter(database, schema, config),
    documents: new DocumentStore({ byHash, only: documentsOnly }),
    caching: config,
    responseCache: listening?.cache,
    authenticate: createAuthenticator(keyRegister(database.queries, log), config),
    scopeOf: scopeOf ?? (config.anonymous ? publicScope : keyHolderScope),
  });
  return {
    gateway,
    cache: listening?.cache,
    faultOf: async () => (await database.check())?.message ?? null,
    close: async () => listening?.close(),
  };
}
