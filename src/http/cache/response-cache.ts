import type { ExecutionResult } from 'graphql';
import { ARCHIVE } from '../../store/change-notification.ts';
import { ByteLru } from './byte-lru.ts';

type Headers = Readonly<Record<string, string>>;

/** What the cache and the headers of an answer are told of a result without errors. */
export interface Cacheable {
  readonly body: Buffer;
  readonly operationName: string | null;
  /** How many objects it might have held. */
  readonly cost: number;
  /** What it depends on: it is out of date once one of these has changed. */
  readonly tags: readonly string[];
}

/** A response without errors, made once and sent as often as it is asked for. */
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

  /** Its headers when it is sent as this type: what `make` made of it when it was first sent so. */
  headersAs(contentType: string, make: (response: this, contentType: string) => Headers): Headers {
    let headers = this.#headers.get(contentType);
    if (headers === undefined) this.#headers.set(contentType, (headers = make(this, contentType)));
    return headers;
  }
}

/** Counts the changes of the archive: what was read in an epoch may miss the changes of those after it. */
export type Epoch = number;

/** Held by the request that works out a response which others may be waiting for. */
export interface Reservation {
  readonly key: string;
  readonly epoch: Epoch;
  /** To be called when the response is made, or is not to be: with what all who wait are to be answered, if anything. */
  readonly end: (resultForAll?: ExecutionResult) => void;
}

/** What an entry costs beside its texts. */
const ENTRY_BYTES = 600;
/** The last change is remembered of this many tags; then all responses are dropped. */
const MAX_CHANGES = 100_000;

/**
 * Responses without errors, kept in memory until something that they depend on changes. It keeps nothing while changes
 * may go unnoticed, which is so until `resume` is called.
 */
export class ResponseCache {
  readonly #responses: ByteLru<{ readonly response: CachedResponse; validIn: Epoch }>;
  /** When a tag changed last. */
  readonly #changes = new Map<string, Epoch>();
  readonly #pending = new Map<string, Promise<ExecutionResult | undefined>>();
  #epoch: Epoch = 0;
  /** When all was dropped last. */
  #droppedIn: Epoch = 0;
  #isPaused = true;

  constructor(capacity: number) {
    this.#responses = new ByteLru(capacity);
  }

  /** To be noted before anything of a response is read. */
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

  /** Keeps a response, unless something that it depends on may have changed since the epoch in which it was begun. */
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
    this.drop(); // What was begun during the pause may miss a change.
    this.#isPaused = false;
  }

  /**
   * Settles when the response that somebody else is working out is made: with a result if all who wait are to be
   * answered so. undefined when nobody is working it out.
   */
  pending(key: string): Promise<ExecutionResult | undefined> | undefined {
    return this.#pending.get(key);
  }

  /** Tells others that the response is being worked out, until the reservation ends. */
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

/** `Promise.withResolvers` is younger than the oldest Node that is supported. */
function withResolvers<Value>(): { promise: Promise<Value>; resolve: (value: Value) => void } {
  let resolve: (value: Value) => void = () => {};
  const promise = new Promise<Value>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
