import type postgres from 'postgres';
import { databaseFailure, isConnectionFailure } from './database-failure.ts';

export type Value = string | number | null;
export type Row = readonly unknown[];

export interface PooledStatement {
  readonly text: string;
  readonly parameters: Value[];
  readonly prepare: boolean;
}

/** Ticks that a connection that could not be made is left alone. */
const REST = 4;

/** Told of a client's connection. */
export interface ConnectionListener {
  onConnected(): void;
  onClosed(): void;
}

/** Makes a client of one connection, which connects when it is asked. */
export type OpenClient = (listener?: ConnectionListener) => postgres.Sql;

/** One connection: made when it is first used, and again after it was lost or dropped. Ticks are those of its pool. */
export class PooledConnection {
  readonly #open: OpenClient;
  /** Never connects twice. */
  #client: postgres.Sql | null = null;
  #isConnected = false;
  #rest = 0;
  /** Why a client was dropped: what was under way on it fails by that. */
  readonly #reasons = new WeakMap<postgres.Sql, Error>();
  /** Statements that it was given and has not answered. */
  inFlight = 0;
  /** Ticks since it answered last, or was given something to do. */
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

  /** @throws what the server or the driver says, or the reason for which it was dropped meanwhile */
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

  /** Throws the connection away: a hung one would never answer. What is under way on it fails by `reason`. */
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

  /** Lets what is under way end, at most for so many seconds. */
  async close(seconds: number): Promise<void> {
    await this.#client?.end({ timeout: seconds });
  }
}
