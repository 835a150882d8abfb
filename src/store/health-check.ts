import { UnavailableError } from './database-failure.ts';
import { pause } from './pause.ts';
import type { OpenClient } from './pooled-connection.ts';

/** How long the database may take to connect and answer. It is waited for in steps, see `silence`. */
const STEP_MS = 250;
const STEPS = 10;
const RETRY_MS = 500;
/** A result is not checked again within this time. */
const FRESH_MS = 1_000;
/** `too_many_connections`: a server that says so is alive. */
const TOO_MANY_CONNECTIONS = '53300';

/** Is called when the database stops answering, and when it answers again. */
interface Listener {
  onLost(failure: UnavailableError): void;
  onFound(): void;
}

/**
 * Checks whether the database answers, on a connection of its own. It checks when asked to, and while the database does
 * not answer, again and again until it does.
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

  /** Why the database is unavailable; null as long as it answers. */
  get failure(): UnavailableError | null {
    return this.#failure;
  }

  /** Checks unless the last result is fresh. Returns why the database is unavailable, or null. */
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

  /** Checks until the database answers. */
  async #seek(): Promise<void> {
    do {
      await pause(RETRY_MS, this.#closing.signal);
      if (this.#closing.signal.aborted) return;
    } while ((await this.#faultOf()) !== null);
    if (this.#closing.signal.aborted) return;
    this.#failure = null;
    this.#foundAt = performance.now();
    this.#listener.onFound();
  }

  /** Why the database does not answer; null when it does. */
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
 * Waits in steps: a process that was held up for seconds first handles what has arrived meanwhile, before it concludes
 * that nothing has.
 */
async function silence(end: AbortSignal): Promise<Error> {
  for (let step = 0; step < STEPS && !end.aborted; step++) await pause(STEP_MS, end);
  return new Error(`The database was silent for ${(STEPS * STEP_MS) / 1_000} s.`);
}
