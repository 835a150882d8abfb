import { databaseFailure, StatementTimeoutError, UnavailableError } from './database-failure.ts';
import { HealthCheck } from './health-check.ts';
import { PooledConnection, type OpenClient, type PooledStatement, type Row, type Value } from './pooled-connection.ts';

/** How long is waited for what. */
export interface Timeouts {
  /** For a connection to come free, or to be made. */
  readonly connectionSeconds: number;
  /** For a statement. The server ends one earlier, if it is well. */
  readonly statementSeconds: number;
}

/** Told when the database is found not to answer, and when it answers again. */
export interface Availability {
  onLost(cause: unknown): void;
  onFound(): void;
}

/** What reads: a pool of postgres.js can do so too. */
export interface Queries {
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
/** A connection silent for so long may hang: the database is asked whether it is well. */
const SUSPICION = 2 * TICKS_A_SECOND;
/** Nothing more is sent to a connection that is busy for so long. */
const SLOW = 1 * TICKS_A_SECOND;
/** How much longer than the server a statement is waited for. */
const GRACE_SECONDS = 2;
/** While a statement runs the next ones are under way already: the connection need not wait for them. */
const MAX_IN_FLIGHT = 3;
/** Statements that wait for a connection; what comes then is refused. */
const MAX_WAITING = 1_000;

/**
 * The connections that read what callers ask for. A pool of postgres.js waits for ever: for a connection, and for one
 * that hangs and so for whatever was sent to it. Here nothing does. A connection that is silent for too long is thrown
 * away alone. When the database does not answer at all, everything under way fails at once, and so does whatever comes
 * until it answers again.
 *
 * Time is counted in ticks, so that a process that was held up for seconds blames nobody else for it.
 */
export class QueryPool implements Queries {
  readonly options: { readonly prepare: boolean };
  readonly #connections: readonly PooledConnection[];
  readonly #waiting: Waiting[] = [];
  readonly #timeouts: Timeouts;
  readonly #heartbeat: HealthCheck;
  readonly #timer: NodeJS.Timeout;
  #now = 0;

  constructor(open: OpenClient, size: number, prepare: boolean, timeouts: Timeouts, availability: Availability) {
    this.options = { prepare };
    this.#timeouts = timeouts;
    this.#connections = Array.from({ length: size }, () => new PooledConnection(open));
    this.#heartbeat = new HealthCheck(open, {
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

  /** Asks the database whether it is well. Everything under way fails if it is not. */
  check(): Promise<UnavailableError | null> {
    return this.#heartbeat.check();
  }

  /** Lets what is under way end, at most for so many seconds. */
  async close(seconds: number): Promise<void> {
    clearInterval(this.#timer);
    const closed = new UnavailableError('The gateway is closing its database.');
    for (const { reject } of this.#waiting.splice(0)) reject(closed);
    await Promise.all([this.#heartbeat.close(), ...this.#connections.map((connection) => connection.close(seconds))]);
  }

  async #run(statement: PooledStatement): Promise<readonly Row[]> {
    if (this.#heartbeat.failure !== null) throw this.#heartbeat.failure;
    try {
      const connection = this.#waiting.length === 0 ? this.#free() : undefined;
      return await (connection?.send(statement) ?? this.#wait(statement));
    } catch (error) {
      if (error instanceof UnavailableError || databaseFailure(error) !== 'UNAVAILABLE') throw error;
      void this.#heartbeat.check();
      throw new UnavailableError('The connection to the database was lost.', { cause: error });
    } finally {
      this.#next();
    }
  }

  #wait(statement: PooledStatement): Promise<readonly Row[]> {
    if (this.#waiting.length >= MAX_WAITING) throw new UnavailableError('Too much waits for the database already.');
    return new Promise((resolve, reject) => {
      this.#waiting.push({ statement, since: this.#now, resolve, reject });
    });
  }

  #next(): void {
    for (let [first] = this.#waiting; first !== undefined; [first] = this.#waiting) {
      const connection = this.#free();
      if (connection === undefined) return;
      this.#waiting.shift();
      first.resolve(connection.send(first.statement));
    }
  }

  /**
   * The connection that is likely to answer first: at rest rather than busy, and one that is there rather than one to
   * be made.
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
      void this.#heartbeat.check();
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
    const tooLate = new UnavailableError('The database is too busy: no connection came free in time.');
    for (const { reject } of this.#waiting.splice(0, late === -1 ? this.#waiting.length : late)) reject(tooLate);
    this.#next();
  }

  #failAll(failure: UnavailableError): void {
    for (const connection of this.#connections) connection.drop(failure);
    for (const { reject } of this.#waiting.splice(0)) reject(failure);
  }
}
