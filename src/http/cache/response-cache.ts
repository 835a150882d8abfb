import type { ExecutionResult } from 'graphql';
import { ARCHIVE } from '../../store/change-notification.ts';
import { ByteLru } from './byte-lru.ts';

type Headers = Readonly<Record<string, string>>;

/** A result without errors, as the cache needs it. */
interface Cacheable {
  readonly body: Buffer;
  readonly operationName: string | null;
  /** The cost of the operation. */
  readonly cost: number;
  /** What it depends on: it is stale once one of these has changed. */
  readonly tags: readonly string[];
}

/** A response without errors that can be sent many times. */
export class CachedResponse implements Cacheable {
  readonly body: Buffer;
  readonly operationName: string | null;
  readonly cost: number;
  readonly tags: readonly string[];
  readonly #headers = new Map<string, Headers>();

  constructor({ body, operationName, cost, tags }: Cacheable) {
    this.body = body;
    this.operationName = operationName;
    this.cost = cost;
    this.tags = tags;
  }

  /** Its headers for this content type, made by `make` the first time: a response has one scope, and so one `make`. */
  headersAs(contentType: string, make: (response: this, contentType: string) => Headers): Headers {
    let headers = this.#headers.get(contentType);
    if (headers === undefined) this.#headers.set(contentType, (headers = make(this, contentType)));
    return headers;
  }
}

/** Counts the changes of the archive. What was read in one epoch may miss the changes that began later ones. */
type Epoch = number;

/** Held by the one request that works out a response for the cache, while equal requests wait. */
export interface Reservation {
  readonly key: string;
  readonly epoch: Epoch;
  /** Must be called in the end, with a result only if it is to answer all requests that wait. */
  readonly end: (resultForAll?: ExecutionResult) => void;
}

/** What an entry takes beside its texts. */
const ENTRY_BYTES = 600;
/** With changes of more tags to remember, all responses are dropped. */
const MAX_CHANGES = 100_000;

/**
 * Responses without errors, kept in memory until something that they depend on changes. Nothing is kept while changes
 * could go unnoticed, as is the case until `resume` is called.
 */
export class ResponseCache {
  readonly #responses: ByteLru<{ readonly response: CachedResponse; validIn: Epoch }>;
  /** When each tag changed last. */
  readonly #changes = new Map<string, Epoch>();
  readonly #pending = new Map<string, Promise<ExecutionResult | undefined>>();
  #epoch: Epoch = 0;
  /** When everything was dropped last. */
  #droppedIn: Epoch = 0;
  #isPaused = true;

  constructor(capacity: number) {
    this.#responses = new ByteLru(capacity);
  }

  /** The current epoch, to be noted before anything is read for a response. */
  get epoch(): Epoch {
    return this.#epoch;
  }

  find(key: string): CachedResponse | undefined {
    const entry = this.#responses.get(key);
    if (entry === undefined) return undefined;
    const { response, validIn } = entry;
    if (validIn === this.#epoch) return response;
    if (this.#hasChanged(response, validIn)) {
      this.#responses.delete(key);
      return undefined;
    }
    entry.validIn = this.#epoch;
    return response;
  }

  /** Keeps a response, unless something that it depends on may have changed since it was begun. */
  keep(key: string, response: CachedResponse, begunIn: Epoch): void {
    if (this.#isPaused || begunIn < this.#droppedIn || this.#hasChanged(response, begunIn)) return;
    this.#responses.set(key, { response, validIn: this.#epoch }, sizeOf(key, response));
  }

  #hasChanged({ tags }: CachedResponse, since: Epoch): boolean {
    return tags.some((tag) => (this.#changes.get(tag) ?? 0) > since);
  }

  /** Drops what depends on one of the tags. */
  change(tags: readonly string[]): void {
    if (tags.includes(ARCHIVE) || this.#changes.size > MAX_CHANGES) return this.drop();
    this.#epoch += 1;
    for (const tag of tags) this.#changes.set(tag, this.#epoch);
  }

  drop(): void {
    this.#epoch += 1;
    this.#droppedIn = this.#epoch;
    this.#changes.clear();
    this.#responses.clear();
  }

  pause(): void {
    this.#isPaused = true;
    this.drop();
  }

  resume(): void {
    this.drop(); // A response begun during the pause may miss a change.
    this.#isPaused = false;
  }

  /**
   * Settles when the reservation of this key ends, with a result if that is to answer all requests that wait; undefined
   * when there is no reservation.
   */
  pending(key: string): Promise<ExecutionResult | undefined> | undefined {
    return this.#pending.get(key);
  }

  /** Makes equal requests wait until the reservation ends. */
  reserve(key: string): Reservation {
    const { promise, resolve } = withResolvers<ExecutionResult | undefined>();
    this.#pending.set(key, promise);
    return {
      key,
      epoch: this.#epoch,
      end: (resultForAll) => {
        if (this.#pending.get(key) === promise) this.#pending.delete(key);
        resolve(resultForAll);
      },
    };
  }
}

function sizeOf(key: string, { body, tags }: CachedResponse): number {
  return tags.reduce((sum, tag) => sum + tag.length, key.length + body.length + ENTRY_BYTES);
}

/** As `Promise.withResolvers`, which the oldest supported Node does not have. */
function withResolvers<Value>(): { promise: Promise<Value>; resolve: (value: Value) => void } {
  let resolve: (value: Value) => void = () => {};
  const promise = new Promise<Value>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
