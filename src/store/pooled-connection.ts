import type postgres from 'postgres';
import { databaseFailure, isConnectionFailure } from './database-failure.ts';

export type Value = string | number | null;
export type Row = readonly unknown[];

export interface PooledStatement {
  readonly text: string;
  readonly parameters: Value[];
  readonly prepare: boolean;
}

/** For how many ticks no connection is tried again after one could not be made. */
const REST = 4;

/** Is called about the connection of a client. */
export interface ConnectionListener {
  onConnected(): void;
  onClosed(): void;
}

/** Makes a client with one connection, which connects when it is first used. */
export type OpenClient = (listener?: ConnectionListener) => postgres.Sql;

/** A connection that is made when it is first used, and again after it was lost or dropped. Its pool calls `tick`. */
export class PooledConnection {
  readonly #open: OpenClient;
  /** A client is never reused for a second connection. */
  #client: postgres.Sql | null = null;
  #isConnected = false;
  #rest = 0;
  /** Why a client was dropped: the statements in flight on it fail with this error. */
  readonly #reasons = new WeakMap<postgres.Sql, Error>();
  /** How many statements have been sent and not answered. */
  inFlight = 0;
  /** Ticks since the last answer, or since the first statement after a pause. */
  silence = 0;

  constructor(open: OpenClient) {
    this.#open = open;
  }

  get isConnected(): boolean {
    return this.#isConnected;
  }

  get isResting(): boolean {
    return this.#rest > 0;
  }

  tick(): void {
    if (this.inFlight > 0) this.silence += 1;
    if (this.#rest > 0) this.#rest -= 1;
  }

  /**
   * Sends a statement.
   * @throws the error of the server or the driver, or the reason for which the connection was dropped
   */
  async send({ text, parameters, prepare }: PooledStatement): Promise<readonly Row[]> {
    const client = (this.#client ??= this.#connect());
    if (this.inFlight === 0) this.silence = 0;
    this.inFlight += 1;
    try {
      return await client.unsafe(text, parameters, { prepare }).values();
    } catch (error) {
      if (client === this.#client && databaseFailure(error) === 'UNAVAILABLE') {
        if (!this.#isConnected) this.#rest = REST;
        if (isConnectionFailure(error)) this.#forget();
      }
      throw this.#reasons.get(client) ?? error;
    } finally {
      if (client === this.#client) {
        this.inFlight -= 1;
        this.silence = 0;
      }
    }
  }

  /** Drops the connection, as one that hangs would never answer. What is in flight on it fails with `reason`. */
  drop(reason: Error): void {
    if (this.#client === null) return;
    this.#reasons.set(this.#client, reason);
    this.#forget();
  }

  #forget(): void {
    void this.#client?.end({ timeout: 0 });
    this.#client = null;
    this.#isConnected = false;
    this.inFlight = 0;
  }

  #connect(): postgres.Sql {
    const client = this.#open({
      onConnected: () => {
        if (client !== this.#client) return;
        this.#isConnected = true;
        this.silence = 0;
      },
      onClosed: () => {
        if (client === this.#client) this.#forget();
      },
    });
    return client;
  }

  /** Waits for what is in flight, but no longer than `seconds`. */
  async close(seconds: number): Promise<void> {
    await this.#client?.end({ timeout: seconds });
  }
}
