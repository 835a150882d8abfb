import { drizzle as drizzleOver } from 'drizzle-orm/postgres-js';
import { parsePgArray } from 'drizzle-orm/pg-core';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import type { UnavailableError } from './database-failure.ts';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded.ts';
import type { ConnectionListener, OpenClient } from './pooled-connection.ts';
import { QueryPool, type Availability, type QueryClient } from './query-pool.ts';

const MIN_SERVER_VERSION = 15;
/** How long statements in flight may take when the database is closed. */
const CLOSING_SECONDS = 5;
/** How long a private server that does not answer may take to stop. */
const HUNG_SERVER_SECONDS = 2;

export interface Database {
  /** Dates and times go in and come out as strings; `text[]`, `uuid[]` and `integer[]` come out as arrays. */
  readonly sql: postgres.Sql;
  /** For the reads of queries, none of which waits for ever. Connects when it is first used. */
  readonly queries: QueryClient;
  readonly drizzle: PostgresJsDatabase;
  /** Contains the password: not for logs. */
  readonly url: string;
  /** Rejects with an EmbeddedPostgresError when the private server has ended for good. */
  readonly lost: Promise<never>;
  /** Why the database is unavailable; null when it answers. If it does not, everything in flight on `queries` fails. */
  check(): Promise<UnavailableError | null>;
  /** Closes the connections, then stops the private server if there is one. */
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** null: a private server in `dataFolder`. */
  readonly url: string | null;
  readonly dataFolder: string;
  readonly poolSize: number;
  /** Whether statements may be prepared; not behind PgBouncer in transaction mode. */
  readonly prepare: boolean;
  /** How long a statement of `queries` may run; 0, the default: without limit. Has no effect without `prepare`. */
  readonly statementTimeoutSeconds?: number;
  /** How long a statement of `queries` waits for a connection. */
  readonly connectionTimeoutSeconds?: number;
  /** How long a statement of `queries` may take in all. */
  readonly requestTimeoutSeconds?: number;
  /** Is called when the database stops answering `queries`, and when it answers again. */
  readonly availability?: Availability;
  readonly progress?: ((line: string) => void) | undefined;
}

/** The database cannot be used; the message is one sentence for the terminal and holds no password. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
}

/**
 * Connects to the database, or starts the private server and connects to that.
 * @throws DatabaseError when the server cannot be reached or is too old
 * @throws EmbeddedPostgresError when the private server does not start
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  if (options.url !== null) return connectTo(options.url, options);
  const embedded = await startEmbeddedPostgres(options);
  try {
    return await connectTo(embedded.url, options, embedded);
  } catch (error) {
    await embedded.stop();
    throw error;
  }
}

async function connectTo(url: string, options: DatabaseOptions, embedded?: EmbeddedPostgres): Promise<Database> {
  const sql = connect(url, options.prepare, 0, options.poolSize);
  const queries = openQueries(url, options);
  await requireUsable(sql, url);
  return {
    sql,
    queries,
    drizzle: drizzleOver(preparing(sql), { casing: 'snake_case' }),
    url,
    lost: embedded?.lost ?? new Promise(() => {}), // The server of somebody else is not ours to lose.
    check: () => queries.check(),
    async close() {
      const isUp = (await queries.check()) === null;
      const seconds = isUp ? CLOSING_SECONDS : 0;
      await Promise.all([sql.end({ timeout: seconds }), queries.close(seconds)]);
      await embedded?.stop(isUp ? undefined : HUNG_SERVER_SECONDS);
    },
  };
}

function openQueries(url: string, options: DatabaseOptions): QueryPool {
  const {
    poolSize,
    prepare,
    statementTimeoutSeconds = 0,
    connectionTimeoutSeconds = 5,
    requestTimeoutSeconds = 15,
  } = options;
  const open: OpenClient = (listener) => connect(url, prepare, statementTimeoutSeconds, 1, listener);
  const timeouts = {
    connectionSeconds: connectionTimeoutSeconds,
    statementSeconds: statementTimeoutSeconds || requestTimeoutSeconds,
  };
  return new QueryPool(open, poolSize, prepare, timeouts, options.availability ?? { onLost() {}, onFound() {} });
}

function connect(
  url: string,
  prepare: boolean,
  statementTimeoutSeconds: number,
  max: number,
  listener?: ConnectionListener,
): postgres.Sql {
  try {
    return postgres(url, {
      // The server sends its settings when it has accepted the connection.
      ...(listener && { onparameter: () => listener.onConnected(), onclose: () => listener.onClosed() }),
      max,
      prepare,
      connect_timeout: 10,
      backoff: () => 0.1, // In seconds; the driver's default grows to 20.
      onnotice() {
        /* "already exists, skipping" and the like */
      },
      // Saves a query for each connection. In return array types have to be named here.
      fetch_types: false,
      types: TYPES,
      connection: {
        application_name: 'banmian',
        TimeZone: 'UTC',
        // With custom plans `= any($1)` would be planned at every execution, and compiled for longer than it runs. A
        // random read costs about as much as a sequential one on today's disks; at the default, whole tables would be
        // read. A pooler that cannot prepare statements rejects settings.
        ...(prepare && {
          plan_cache_mode: 'force_generic_plan',
          jit: 'off',
          random_page_cost: '1.1',
          statement_timeout: statementTimeoutSeconds * 1_000,
        }),
      },
    }) as unknown as postgres.Sql;
  } catch (cause) {
    throw new DatabaseError(
      'The address of the database is not a valid URL: it should look like postgres://user:password@host:5432/name.',
      { cause },
    );
  }
}

/**
 * Drizzle prepares only statements with a name. Here all are prepared, for their texts never change: that saves
 * planning, and lets the driver send a statement while the one before it still runs.
 */
function preparing<Sql extends postgres.ISql>(sql: Sql): Sql {
  const prepared = {
    unsafe: (text: string, parameters: never[]) => sql.unsafe(text, parameters, { prepare: true }),
    begin: (work: (tx: postgres.TransactionSql) => unknown) =>
      (sql as unknown as postgres.Sql).begin((tx) => work(preparing(tx))),
  };
  return new Proxy(sql, { get: (target, key) => Reflect.get(key in prepared ? prepared : target, key) as unknown });
}

/** A type whose values go in as Postgres reads them: the driver does not convert them. */
function type<Value>(oids: [number, ...number[]], parse: (text: string) => Value) {
  return { to: oids[0], from: oids, serialize: (value: unknown) => value, parse };
}

function arrayOf<Item>(oids: [number, ...number[]], parseItem: (item: string) => Item) {
  return type(oids, (literal) => parsePgArray(literal).map(parseItem));
}

/**
 * How connections read and write types, by their oids. The driver would make each day a Date, which has no `infinity`,
 * and `drizzle()` would change that for its own client only.
 */
const TYPES = {
  times: type([1082, 1083, 1114, 1184], String), // date, time, timestamp, timestamptz
  json: type([114, 3802], (text) => JSON.parse(text) as unknown), // json, jsonb
  texts: arrayOf([1009, 2951], String), // text[], uuid[]
  integers: arrayOf([1007], Number), // integer[]
};

async function requireUsable(sql: postgres.Sql, url: string): Promise<void> {
  let version: string;
  try {
    [{ version } = { version: '' }] = await sql<
      { version: string }[]
    >`select current_setting('server_version_num') as version`;
  } catch (cause) {
    await sql.end({ timeout: 1 });
    const { code, message } = cause as { code?: string; message: string };
    throw new DatabaseError(`The database at ${hostAndName(url)} cannot be reached: ${message || code}.`, { cause });
  }
  const major = Math.floor(Number(version) / 10_000);
  if (major < MIN_SERVER_VERSION) {
    await sql.end({ timeout: 1 });
    throw new DatabaseError(
      `The database at ${hostAndName(url)} is Postgres ${major}; ${MIN_SERVER_VERSION} or newer is needed.`,
    );
  }
}

function hostAndName(url: string): string {
  const { host, pathname } = new URL(url);
  return host + pathname;
}
