import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readDatabaseUrl, readHost, readHosts, readOrigins } from './config/address.ts';
import { ConfigError, readBoolean, readChoice, readInteger, type Environment } from './config/variable.ts';

/** All settings of the gateway and its commands. */
export interface Config {
  /** null: start the private Postgres under `dataFolder`. */
  readonly databaseUrl: string | null;
  readonly dataFolder: string;
  /** Holds the pages that are imported when the gateway starts. */
  readonly seedsFolder: string;
  readonly host: string;
  /**
   * The hosts that requests may name, without ports: names, addresses, `*.` before a name for all its subdomains, `*`
   * for any.
   */
  readonly hosts: readonly string[];
  /** 0: the system chooses one. */
  readonly port: number;
  readonly logLevel: LogLevel;
  readonly graphiql: boolean;
  /** Whether callers without a key are answered. */
  readonly anonymous: boolean;
  /** Whether clients may ask for the schema. */
  readonly introspection: boolean;
  /** The web origins whose pages may read answers: `*` for every origin, none for no other than the gateway's own. */
  readonly corsOrigins: readonly string[];
  readonly maxBodyBytes: number;
  readonly maxDepth: number;
  readonly maxTokens: number;
  readonly maxAliases: number;
  readonly maxCost: number;
  readonly poolSize: number;
  /** How long one statement of a query may take; 0: without limit. */
  readonly statementTimeoutSeconds: number;
  /** Whether statements are prepared, which PgBouncer in transaction mode does not support. */
  readonly prepare: boolean;
  /** How long a statement of a query may wait for a connection. */
  readonly connectionTimeoutSeconds: number;
  /** How long a request may take in all. */
  readonly requestTimeoutSeconds: number;
  /** How many requests are answered at a time. */
  readonly maxRequests: number;
  /** How long requests in flight may take when the gateway stops. */
  readonly drainSeconds: number;
  /** How many exports are made at a time; 0: none. */
  readonly maxExports: number;
  /** How long an export may take. */
  readonly exportTimeoutSeconds: number;
  /** Holds the documents that clients may name by their hash; null: there are none. */
  readonly documentsFolder: string | null;
  /** Whether only those documents are answered. */
  readonly documentsOnly: boolean;
  /** How many seconds a browser may cache an answer. */
  readonly maxAge: number;
  /** How many seconds a proxy may cache an answer. */
  readonly sharedMaxAge: number;
  /** How many seconds longer a proxy may serve a stale answer while it fetches a new one. */
  readonly staleSeconds: number;
  /** How many ids a `Surrogate-Key` holds at most. */
  readonly maxSurrogateIds: number;
  /** How much memory cached answers may take; 0: none are cached. */
  readonly cacheBytes: number;
  /** Whether npm started the process. */
  readonly isUnderNpm: boolean;
}

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
type LogLevel = (typeof LOG_LEVELS)[number];

const SECONDS_A_YEAR = 31_536_000;

/**
 * Reads the configuration. An empty variable counts as unset.
 * @throws ConfigError for the first variable that is wrong, or that begins with `BANMIAN_` and is unknown
 */
export function readConfig(env: Environment): Config {
  refuseUnknown(env);
  const databaseUrl = readDatabaseUrl(env, 'DATABASE_URL');
  const host = readHost(env, 'HOST');
  return Object.freeze({
    databaseUrl,
    dataFolder: resolve(env['BANMIAN_DATA'] || '.banmian'),
    seedsFolder: env['BANMIAN_SEEDS']
      ? resolve(env['BANMIAN_SEEDS'])
      : fileURLToPath(new URL('../seeds', import.meta.url)),
    host,
    hosts: readHosts(env, 'BANMIAN_HOSTS', host),
    port: readInteger(env, 'PORT', 4000, 0, 65_535),
    logLevel: readChoice(env, 'LOG_LEVEL', 'info', LOG_LEVELS),
    graphiql: readBoolean(env, 'BANMIAN_GRAPHIQL', true),
    anonymous: readBoolean(env, 'BANMIAN_ANONYMOUS', true),
    introspection: readBoolean(env, 'BANMIAN_INTROSPECTION', true),
    corsOrigins: readOrigins(env, 'BANMIAN_CORS_ORIGINS'),
    maxBodyBytes: readInteger(env, 'BANMIAN_MAX_BODY_BYTES', 1_000_000, 1_000, 100_000_000),
    maxDepth: readInteger(env, 'BANMIAN_MAX_DEPTH', 15, 1, 100),
    maxTokens: readInteger(env, 'BANMIAN_MAX_TOKENS', 2_000, 100, 100_000),
    maxAliases: readInteger(env, 'BANMIAN_MAX_ALIASES', 50, 0, 10_000),
    maxCost: readInteger(env, 'BANMIAN_MAX_COST', 200_000, 1, 1_000_000_000),
    statementTimeoutSeconds: readInteger(env, 'BANMIAN_STATEMENT_TIMEOUT_SECONDS', 10, 0, 3_600),
    poolSize: readInteger(env, 'BANMIAN_POOL_SIZE', defaultPoolSize(availableParallelism()), 1, 100),
    prepare: readBoolean(env, 'BANMIAN_PREPARE', true),
    connectionTimeoutSeconds: readInteger(env, 'BANMIAN_CONNECTION_TIMEOUT_SECONDS', 5, 1, 600),
    requestTimeoutSeconds: readInteger(env, 'BANMIAN_REQUEST_TIMEOUT_SECONDS', 15, 1, 3_600),
    maxRequests: readInteger(env, 'BANMIAN_MAX_REQUESTS', 1_000, 1, 100_000),
    drainSeconds: readInteger(env, 'BANMIAN_DRAIN_SECONDS', 10, 0, 600),
    maxExports: readInteger(env, 'BANMIAN_MAX_EXPORTS', 2, 0, 100),
    exportTimeoutSeconds: readInteger(env, 'BANMIAN_EXPORT_TIMEOUT_SECONDS', 3_600, 1, 86_400),
    ...readDocumentSettings(env),
    maxAge: readInteger(env, 'BANMIAN_MAX_AGE', 0, 0, SECONDS_A_YEAR),
    sharedMaxAge: readInteger(env, 'BANMIAN_SHARED_MAX_AGE', 0, 0, SECONDS_A_YEAR),
    staleSeconds: readInteger(env, 'BANMIAN_STALE_SECONDS', 0, 0, SECONDS_A_YEAR),
    maxSurrogateIds: readInteger(env, 'BANMIAN_MAX_SURROGATE_IDS', 50, 0, 10_000),
    cacheBytes: readInteger(env, 'BANMIAN_CACHE_BYTES', 50_000_000, 0, 10_000_000_000),
    isUnderNpm: env['npm_lifecycle_event'] !== undefined,
  });
}

/**
 * How many connections keep a database with so many cores busy; with more it loses time to switching between them. The
 * rule of thumb is from HikariCP's "About Pool Sizing".
 */
export function defaultPoolSize(cores: number): number {
  return Math.min(Math.max(5, 2 * cores + 1), 20);
}

const KNOWN_VARIABLES = new Set([
  'BANMIAN_DATA',
  'BANMIAN_SEEDS',
  'BANMIAN_GRAPHIQL',
  'BANMIAN_ANONYMOUS',
  'BANMIAN_INTROSPECTION',
  'BANMIAN_HOSTS',
  'BANMIAN_CORS_ORIGINS',
  'BANMIAN_MAX_BODY_BYTES',
  'BANMIAN_MAX_DEPTH',
  'BANMIAN_MAX_TOKENS',
  'BANMIAN_MAX_ALIASES',
  'BANMIAN_MAX_COST',
  'BANMIAN_STATEMENT_TIMEOUT_SECONDS',
  'BANMIAN_POOL_SIZE',
  'BANMIAN_PREPARE',
  'BANMIAN_CONNECTION_TIMEOUT_SECONDS',
  'BANMIAN_REQUEST_TIMEOUT_SECONDS',
  'BANMIAN_MAX_REQUESTS',
  'BANMIAN_DRAIN_SECONDS',
  'BANMIAN_MAX_EXPORTS',
  'BANMIAN_EXPORT_TIMEOUT_SECONDS',
  'BANMIAN_DOCUMENTS',
  'BANMIAN_DOCUMENTS_ONLY',
  'BANMIAN_MAX_AGE',
  'BANMIAN_SHARED_MAX_AGE',
  'BANMIAN_STALE_SECONDS',
  'BANMIAN_MAX_SURROGATE_IDS',
  'BANMIAN_CACHE_BYTES',
]);

function refuseUnknown(env: Environment): void {
  const unknown = Object.keys(env).find((name) => name.startsWith('BANMIAN_') && !KNOWN_VARIABLES.has(name));
  if (unknown !== undefined) {
    throw new ConfigError(
      `${unknown} is not a variable that Banmian knows; it knows ${[...KNOWN_VARIABLES].join(', ')}.`,
    );
  }
}

function readDocumentSettings(env: Environment): Pick<Config, 'documentsFolder' | 'documentsOnly'> {
  const folder = env['BANMIAN_DOCUMENTS'];
  const documentsOnly = readBoolean(env, 'BANMIAN_DOCUMENTS_ONLY', false);
  if (documentsOnly && !folder)
    throw new ConfigError(
      'BANMIAN_DOCUMENTS_ONLY is "true"; BANMIAN_DOCUMENTS must then name the folder of the documents.',
    );
  return { documentsFolder: folder ? resolve(folder) : null, documentsOnly };
}
