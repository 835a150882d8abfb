import { isIP } from 'node:net';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Everything that can be set from outside. */
export interface Config {
  /** null: start the private Postgres under `dataFolder`. */
  readonly databaseUrl: string | null;
  readonly dataFolder: string;
  /** Pages imported when the gateway starts. */
  readonly seedsFolder: string;
  readonly host: string;
  /**
   * The hosts that requests may name, without ports: names, addresses, `*.` before a name for all below it, `*` for
   * any.
   */
  readonly hosts: readonly string[];
  /** 0 lets the system choose one. */
  readonly port: number;
  readonly logLevel: LogLevel;
  readonly graphiql: boolean;
  /** Whether clients may ask for the schema. */
  readonly introspection: boolean;
  /** Web origins whose pages may read answers; `*` means every origin, none means no other. */
  readonly corsOrigins: readonly string[];
  readonly maxBodyBytes: number;
  readonly maxDepth: number;
  readonly maxTokens: number;
  readonly maxAliases: number;
  readonly maxCost: number;
  readonly poolSize: number;
  /** How long one statement of a query may take; 0 for as long as it will. */
  readonly statementTimeoutSeconds: number;
  /** Whether statements are prepared; PgBouncer in transaction mode hangs on prepared ones. */
  readonly prepare: boolean;
  /** How long a statement of a query may wait for a connection, and how long a request may take in all. */
  readonly connectionTimeoutSeconds: number;
  readonly requestTimeoutSeconds: number;
  /** How many requests are worked on at a time. */
  readonly maxRequests: number;
  readonly drainSeconds: number;
  /** Documents that clients may name by their hash; null: none. */
  readonly documentsFolder: string | null;
  /** Whether only those documents are answered. */
  readonly documentsOnly: boolean;
  /**
   * Seconds that browsers may keep answers, that proxies may, and that those may give old ones while they fetch anew.
   */
  readonly maxAge: number;
  readonly sharedMaxAge: number;
  readonly staleSeconds: number;
  /** The most ids in a `Surrogate-Key`. */
  readonly maxSurrogateIds: number;
  /** Memory for answers that are given again; 0: none are. */
  readonly cacheBytes: number;
  /** Whether npm started the process. */
  readonly isUnderNpm: boolean;
}

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/**
 * A variable that cannot be used. Its message names the variable and what it accepts, never a value that may be secret.
 */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the configuration; an empty variable counts as unset.
 * @throws ConfigError for the first variable that is wrong, also for an unknown one whose name begins with `BANMIAN_`.
 */
export function readConfig(env: Environment): Config {
  refuseUnknown(env);
  return Object.freeze({
    databaseUrl: readDatabaseUrl(env),
    dataFolder: resolve(env['BANMIAN_DATA'] || '.banmian'),
    seedsFolder: env['BANMIAN_SEEDS']
      ? resolve(env['BANMIAN_SEEDS'])
      : fileURLToPath(new URL('../seeds', import.meta.url)),
    host: readHost(env),
    hosts: readHosts(env),
    port: readInteger(env, 'PORT', 4000, 0, 65_535),
    logLevel: readChoice(env, 'LOG_LEVEL', 'info', logLevels),
    graphiql: readBoolean(env, 'BANMIAN_GRAPHIQL', true),
    introspection: readBoolean(env, 'BANMIAN_INTROSPECTION', true),
    corsOrigins: readOrigins(env),
    maxBodyBytes: readInteger(env, 'BANMIAN_MAX_BODY_BYTES', 1_000_000, 1_000, 100_000_000),
    maxDepth: readInteger(env, 'BANMIAN_MAX_DEPTH', 15, 1, 100),
    maxTokens: readInteger(env, 'BANMIAN_MAX_TOKENS', 2_000, 100, 100_000),
    maxAliases: readInteger(env, 'BANMIAN_MAX_ALIASES', 50, 0, 10_000),
    maxCost: readInteger(env, 'BANMIAN_MAX_COST', 200_000, 1, 1_000_000_000),
    statementTimeoutSeconds: readInteger(env, 'BANMIAN_STATEMENT_TIMEOUT_SECONDS', 10, 0, 3_600),
    poolSize: readInteger(env, 'BANMIAN_POOL_SIZE', usualPoolSize(availableParallelism()), 1, 100),
    prepare: readBoolean(env, 'BANMIAN_PREPARE', true),
    connectionTimeoutSeconds: readInteger(env, 'BANMIAN_CONNECTION_TIMEOUT_SECONDS', 5, 1, 600),
    requestTimeoutSeconds: readInteger(env, 'BANMIAN_REQUEST_TIMEOUT_SECONDS', 15, 1, 3_600),
    maxRequests: readInteger(env, 'BANMIAN_MAX_REQUESTS', 1_000, 1, 100_000),
    drainSeconds: readInteger(env, 'BANMIAN_DRAIN_SECONDS', 10, 0, 600),
    ...readDocumentSettings(env),
    maxAge: readInteger(env, 'BANMIAN_MAX_AGE', 0, 0, A_YEAR),
    sharedMaxAge: readInteger(env, 'BANMIAN_SHARED_MAX_AGE', 0, 0, A_YEAR),
    staleSeconds: readInteger(env, 'BANMIAN_STALE_SECONDS', 0, 0, A_YEAR),
    maxSurrogateIds: readInteger(env, 'BANMIAN_MAX_SURROGATE_IDS', 50, 0, 10_000),
    cacheBytes: readInteger(env, 'BANMIAN_CACHE_BYTES', 50_000_000, 0, 10_000_000_000),
    isUnderNpm: env['npm_lifecycle_event'] !== undefined,
  });
}

const A_YEAR = 31_536_000; // seconds

/**
 * Enough connections to keep a database with so many cores at work: with more, it spends its time on going from one to
 * the other. The rule of thumb is that of HikariCP's "About Pool Sizing".
 */
export function usualPoolSize(cores: number): number {
  return Math.min(Math.max(5, 2 * cores + 1), 20);
}

const knownVariables = new Set([
  'BANMIAN_DATA',
  'BANMIAN_SEEDS',
  'BANMIAN_GRAPHIQL',
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
  'BANMIAN_DOCUMENTS',
  'BANMIAN_DOCUMENTS_ONLY',
  'BANMIAN_MAX_AGE',
  'BANMIAN_SHARED_MAX_AGE',
  'BANMIAN_STALE_SECONDS',
  'BANMIAN_MAX_SURROGATE_IDS',
  'BANMIAN_CACHE_BYTES',
]);

function refuseUnknown(env: Environment): void {
  const unknown = Object.keys(env).find((name) => name.startsWith('BANMIAN_') && !knownVariables.has(name));
  if (unknown !== undefined) {
    throw new ConfigError(
      `${unknown} is not a variable that Banmian knows; it knows ${[...knownVariables].join(', ')}.`,
    );
  }
}

/**
 * Written so that nobody takes it otherwise. What a password holds must not be taken for the name of the host or the
 * database: those are printed.
 */
function readDatabaseUrl(env: Environment): string | null {
  const value = env['DATABASE_URL'];
  if (!value) return null;
  const [, authority, rest] = /^postgres(?:ql)?:\/\/([^/?#]*)(.*)$/s.exec(value) ?? [];
  if (authority === undefined || rest === undefined)
    throw new ConfigError(`DATABASE_URL must be an address such as ${DATABASE_ADDRESS}.`);
  const isCut = /[@#]/.test(rest);
  if (isCut || !URL.canParse(value) || !isDecodable(authority)) {
    throw new ConfigError(
      `DATABASE_URL must be an address such as ${DATABASE_ADDRESS}; in it / # ? @ : and % of a user or a password are written %2F %23 %3F %40 %3A and %25.`,
    );
  }
  return new URL(value).href; // A password may hold more than one @, which the driver does not know.
}

const DATABASE_ADDRESS = 'postgres://user:password@host:5432/banmian';

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
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

function readHost(env: Environment): string {
  const host = env['HOST'] || '127.0.0.1';
  if (isIP(host) === 0 && !/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(host)) {
    throw new ConfigError(
      `HOST is "${host}"; it must be a host name or an IP address without a port, such as 127.0.0.1 or 0.0.0.0.`,
    );
  }
  return host;
}

/**
 * Unless told otherwise, what listens on this machine alone answers to local names, for no others lead there but by a
 * trick.
 */
function readHosts(env: Environment): readonly string[] {
  const hosts = (env['BANMIAN_HOSTS'] ?? '')
    .split(',')
    .map((host) => host.trim())
    .filter((host) => host !== '');
  for (const host of hosts) {
    if (host !== '*' && isIP(host) === 0 && !/^(?:\[[\da-f:.]+\]|(?:\*\.)?[\w-]+(?:\.[\w-]+)*)$/i.test(host)) {
      throw new ConfigError(
        `BANMIAN_HOSTS holds "${host}"; it must be * or a list of hosts without ports, such as api.example,*.reader.example,[::1].`,
      );
    }
  }
  if (hosts.length > 0) return Object.freeze(hosts.map(inBrackets));
  const own = readHost(env);
  const isLoopback =
    own === 'localhost' || own.endsWith('.localhost') || own === '::1' || /^127\.\d+\.\d+\.\d+$/.test(own);
  return Object.freeze(
    isLoopback ? [...new Set(['localhost', '*.localhost', '127.0.0.1', '[::1]', inBrackets(own)])] : ['*'],
  );
}

function inBrackets(host: string): string {
  return isIP(host) === 6 ? `[${host}]` : host;
}

function readInteger(env: Environment, name: string, fallback: number, least: number, most: number): number {
  const text = env[name];
  if (!text) return fallback;
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= least && value <= most)) {
    throw new ConfigError(`${name} is "${text}"; it must be a whole number from ${least} to ${most}.`);
  }
  return value;
}

function readBoolean(env: Environment, name: string, fallback: boolean): boolean {
  return readChoice(env, name, fallback ? 'true' : 'false', ['true', 'false']) === 'true';
}

function readChoice<Choice extends string>(
  env: Environment,
  name: string,
  fallback: Choice,
  choices: readonly Choice[],
): Choice {
  const text = env[name];
  if (!text) return fallback;
  const choice = choices.find((candidate) => candidate === text);
  if (choice === undefined) throw new ConfigError(`${name} is "${text}"; it must be one of ${choices.join(', ')}.`);
  return choice;
}

function readOrigins(env: Environment): readonly string[] {
  const origins = (env['BANMIAN_CORS_ORIGINS'] ?? '')
    .split(',')
    .map((origin) => origin.trim())
    .filter((origin) => origin !== '');
  for (const origin of origins) {
    if (origin !== '*' && !(URL.canParse(origin) && new URL(origin).origin === origin)) {
      throw new ConfigError(
        `BANMIAN_CORS_ORIGINS holds "${origin}"; it must be * or a list of origins without a path, such as https://reader.example,http://localhost:5173.`,
      );
    }
  }
  return Object.freeze(origins);
}
