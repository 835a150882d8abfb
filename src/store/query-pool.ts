import { databaseFailure, StatementTimeoutError, UnavailableError } from './database-failure.ts';
import { HealthCheck } from './health-check.ts';
import { PooledConnection, type OpenClient, type PooledStatement, type Row, type Value } from './pooled-connection.ts';

/** How long the pool waits. */
export interface Timeouts {
  /** For a connection to become free or to be made. */
  readonly connectionSeconds: number;
  /** For a statement. A healthy server cancels it earlier. */
  readonly statementSeconds: number;
}

/** Is called when the database stops answering, and when it answers again. */
export interface Availability {
  onLost(cause: unknown): void;
  onFound(): void;
}

/** Runs the statements of queries. A client of postgres.js has this interface too. */
export interface QueryClient {
  readonly options: { readonly prepare: boolean };
  unsafe(
    text: string,
    parameters: Value[],
    options: { readonly prepare: boolean },
  ): { values(): Promise<readonly Row[]> };
}

interface Waiting {
  readonly statement: PooledStatement;
  readonly since: number;
  readonly resolve: (rows: Promise<readonly Row[]>) => void;
  readonly reject: (error: Error) => void;
}

const TICK_MS = 250;
const TICKS_A_SECOND = 1_000 / TICK_MS;
/** A connection that is silent this long may hang: the database is checked. */
const SUSPICION = 2 * TICKS_A_SECOND;
/** A connection that is busy this long gets no further statements. */
const SLOW = 1 * TICKS_A_SECOND;
/** How much longer than the server the pool waits for a statement. */
const GRACE_SECONDS = 2;
/** Several statements are sent to a connection ahead, so that it need not wait for the next one. */
const MAX_IN_FLIGHT = 3;
/** How many statements may wait for a connection; further ones are refused. */
const MAX_WAITING = 1_000;

/**
 * A pool of connections for the statements of queries. A pool of postgres.js waits for ever for a connection, and for
 * the answer of one that hangs; this one never does. A connection that is silent for too long is dropped. When the
 * database itself does not answer, everything in flight fails at once, and so does every new statement until it answers
 * again.
 *
 * Time is counted in ticks, so that a process that was held up for seconds does not blame the database.
 */
export class QueryPool implements QueryClient {
  readonly options: { readonly prepare: boolean };
  readonly #connections: readonly PooledConnection[];
  readonly #waiting: Waiting[] = [];
  readonly #timeouts: Timeouts;
  readonly #health: HealthCheck;
  readonly #timer: NodeJS.Timeout;
  #now = 0;

  constructor(open: OpenClient, size: number, prepare: boolean, timeouts: Timeouts, availability: Availability) {
    this.options = { prepare };
    this.#timeouts = timeouts;
    this.#connections = Array.from({ length: size }, () => new PooledConnection(open));
    this.#health = new HealthCheck(open, {
      onLost: (failure) => {
        this.#failAll(failure);
        availability.onLost(failure.cause);
      },
      onFound: () => availability.onFound(),
    });
    this.#timer = setInterval(() => this.#tick(), TICK_MS).unref();
  }

  /** @throws UnavailableError, StatementTimeoutError, or what the server says of the statement */
  unsafe(
    text: string,
    parameters: Value[],
    { prepare }: { readonly prepare: boolean },
  ): { values(): Promise<readonly Row[]> } {
    return { values: () => this.#run({ text, parameters, prepare }) };
  }

  /** Checks whether the database answers. If not, everything in flight fails. */
  check(): Promise<UnavailableError | null> {
    return this.#health.check();
  }

  /** Waits for what is in flight, but no longer than `seconds`. */
  async close(seconds: number): Promise<void> {
    clearInterval(this.#timer);
    const closed = new UnavailableError('The gateway is closing its database.');
    for (const { reject } of this.#waiting.splice(0)) reject(closed);
    await Promise.all([this.#health.close(), ...this.#connections.map((connection) => connection.close(seconds))]);
  }

  async #run(statement: PooledStatement): Promise<readonly Row[]> {
    if (this.#health.failure !== null) throw this.#health.failure;
    try {
      const connection = this.#waiting.length === 0 ? this.#free() : undefined;
      return await (connection?.send(statement) ?? this.#wait(statement));
    } catch (error) {
      if (error instanceof UnavailableError || databaseFailure(error) !== 'UNAVAILABLE') throw error;
      void this.#health.check();
      throw new UnavailableError('The connection to the database was lost.', { cause: error });
    } finally {
      this.#next();
    }
  }

  #wait(statement: PooledStatement): Promise<readonly Row[]> {
    if (this.#waiting.length >= MAX_WAITING)
      throw new UnavailableError('Too many statements wait for the database already.');
    return new Promise((resolve, reject) => {
      this.#waiting.push({ statement, since: this.#now, resolve, reject });
    });
  }

  #next(): void {
    for (let first = this.#waiting[0]; first !== undefined; first = this.#waiting[0]) {
      const connection = this.#free();
      if (connection === undefined) return;
      this.#waiting.shift();
      first.resolve(connection.send(first.statement));
    }
  }

  /**
   * The connection that is likely to answer first: an idle one rather than a busy one, and an open one rather than one
   * that has to be made.
   */
  #free(): PooledConnection | undefined {
    let best: PooledConnection | undefined;
    let bestRank = Infinity;
    for (const connection of this.#connections) {
      const { inFlight } = connection;
      if (inFlight >= MAX_IN_FLIGHT || connection.isResting || (inFlight > 0 && connection.silence >= SLOW)) continue;
      const rank = 2 * inFlight + (connection.isConnected ? 0 : 1);
      if (rank < bestRank) [best, bestRank] = [connection, rank];
      if (rank === 0) break;
    }
    return best;
  }

  #tick(): void {
    this.#now += 1;
    const { connectionSeconds, statementSeconds } = this.#timeouts;
    for (const connection of this.#connections) {
      connection.tick();
      if (connection.inFlight === 0 || connection.silence < SUSPICION) continue;
      void this.#health.check();
      const seconds = connection.isConnected ? statementSeconds + GRACE_SECONDS : connectionSeconds;
      if (connection.silence < seconds * TICKS_A_SECOND) continue;
      connection.drop(
        connection.isConnected
          ? new StatementTimeoutError(`The database took longer than ${statementSeconds} s.`)
          : new UnavailableError('No connection to the database could be made in time.'),
      );
    }
    const isLate = ({ since }: Waiting): boolean => this.#now - since >= connectionSeconds * TICKS_A_SECOND;
    const late = this.#waiting.findIndex((waiting) => !isLate(waiting));
    const tooLate = new UnavailableError('The database is too busy: no connection became free in time.');
    for (const { reject } of this.#waiting.splice(0, late === -1 ? this.#waiting.length : late)) reject(tooLate);
    this.#next();
  }

  #failAll(failure: UnavailableError): void {
    for (const connection of this.#connections) connection.drop(failure);
    for (const { reject } of this.#waiting.splice(0)) reject(failure);
  }
}
