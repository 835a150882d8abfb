import { setTimeout as pause } from 'node:timers/promises';
import { UnavailableError } from './database-failure.ts';
import type { OpenClient } from './pooled-connection.ts';

/** How long the database may take to make a connection and to answer on it, in steps: see `ask`. */
const STEP_MS = 250;
const STEPS = 10;
const RETRY_MS = 500;
/** What was found is not asked again within this time. */
const FRESH_MS = 1_000;
/** Postgres: too many connections. It says so, therefore it lives. */
const TOO_MANY_CONNECTIONS = '53300';

/** Told when the database is found not to answer, and when it answers again. */
interface Listener {
  onLost(failure: UnavailableError): void;
  onFound(): void;
}

/**
 * Whether the database answers. It is asked on a connection of its own when there is doubt, and then until it answers.
 */
export class HealthCheck {
  readonly #open: OpenClient;
  readonly #listener: Listener;
  readonly #closing = new AbortController();
  #failure: UnavailableError | null = null;
  #asking: Promise<UnavailableError | null> | null = null;
  #foundAt = -Infinity;
  #seeking: Promise<void> = Promise.resolve();

  constructor(open: OpenClient, listener: Listener) {
    this.#open = open;
    this.#listener = listener;
  }

  /** Why nothing can be asked; null as long as the database answers. */
  get failure(): UnavailableError | null {
    return this.#failure;
  }

  /** Asks, unless it is known. */
  check(): Promise<UnavailableError | null> {
    if (this.#failure !== null || performance.now() - this.#foundAt < FRESH_MS) return Promise.resolve(this.#failure);
    return (this.#asking ??= this.#ask().finally(() => {
      this.#asking = null;
    }));
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await Promise.all([this.#asking, this.#seeking]);
  }

  async #ask(): Promise<UnavailableError | null> {
    const cause = await this.#faultOf();
    if (this.#closing.signal.aborted) return null;
    if (cause === null || (cause as { code?: unknown }).code === TOO_MANY_CONNECTIONS) {
      this.#foundAt = performance.now();
      return null;
    }
    this.#failure = new UnavailableError('The database does not answer.', { cause });
    this.#listener.onLost(this.#failure);
    this.#seeking = this.#seek();
    return this.#failure;
  }

  /** Asks until the database answers. */
  async #seek(): Promise<void> {
    do {
      await pauseUntil(RETRY_MS, this.#closing.signal);
      if (this.#closing.signal.aborted) return;
    } while ((await this.#faultOf()) !== null);
    if (this.#closing.signal.aborted) return;
    this.#failure = null;
    this.#foundAt = performance.now();
    this.#listener.onFound();
  }

  /** null: it answers. */
  async #faultOf(): Promise<unknown> {
    const client = this.#open();
    const answered = new AbortController();
    try {
      const silent = silence(AbortSignal.any([answered.signal, this.#closing.signal]));
      return await Promise.race([
        client`select 1`.then(
          () => null,
          (error: unknown) => error,
        ),
        silent,
      ]);
    } finally {
      answered.abort();
      void client.end({ timeout: 0 });
    }
  }
}

/**
 * In steps: a process that was held up for seconds has its turn at what has come meanwhile before it says that nothing
 * has.
 */
async function silence(end: AbortSignal): Promise<Error> {
  for (let step = 0; step < STEPS && !end.aborted; step++) await pauseUntil(STEP_MS, end);
  return new Error(`The database was silent for ${(STEPS * STEP_MS) / 1_000} s.`);
}

/** Waits, or until the signal. */
function pauseUntil(milliseconds: number, signal: AbortSignal): Promise<void> {
  return pause(milliseconds, undefined, { signal }).catch(() => {
    /* It came. */
  });
}
