import { createHash } from 'node:crypto';
import type { ExecutionResult } from 'graphql';
import type { GraphQLParams } from 'graphql-yoga';
import { ARCHIVE } from '../store/announcement.ts';
import { ByteLru } from './byte-lru.ts';
import { asksForCost } from './cost-limit.ts';

/** An answer without errors. */
export interface KeptAnswer {
  readonly body: Buffer;
  readonly operationName: string | null;
  /** What it depends on: it is out of date once one of these has changed. */
  readonly surrogateKeys: readonly string[];
  /** With which it was sent, where it is kept under the words of a request. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** When the making of an answer began: before or after a change of the archive. */
export type Generation = number;

/** What an entry costs beside its texts. */
const ENTRY_BYTES = 400;
/** Of as many keys it is remembered when they changed; then all is dropped. */
const MOST_CHANGES = 100_000;

/**
 * Answers without errors, kept in memory until something that they depend on changes. It keeps nothing while changes
 * may go unnoticed, which is so until `resume` is called.
 */
export class ResponseCache {
  readonly #answers: ByteLru<{ readonly answer: KeptAnswer; validIn: Generation }>;
  /** When a key changed last. */
  readonly #changes = new Map<string, Generation>();
  readonly #underWay = new Map<string, Promise<ExecutionResult | undefined>>();
  #generation: Generation = 0;
  /** When all was dropped last. */
  #dropped: Generation = 0;
  #isPaused = true;

  constructor(capacity: number) {
    this.#answers = new ByteLru(capacity);
  }

  /** To be asked before anything of an answer is read. */
  get generation(): Generation {
    return this.#generation;
  }

  find(question: string): KeptAnswer | undefined {
    const kept = this.#answers.get(question);
    if (kept === undefined) return undefined;
    if (kept.validIn === this.#generation) return kept.answer;
    if (this.#hasChanged(kept.answer, kept.validIn)) {
      this.#answers.delete(question);
      return undefined;
    }
    kept.validIn = this.#generation;
    return kept.answer;
  }

  /** Keeps an answer, unless something that it depends on may have changed since its making began. */
  keep(question: string, answer: KeptAnswer, begunIn: Generation): void {
    if (this.#isPaused || begunIn < this.#dropped || this.#hasChanged(answer, begunIn)) return;
    this.#answers.set(question, { answer, validIn: this.#generation }, sizeOf(question, answer));
  }

  #hasChanged({ surrogateKeys }: KeptAnswer, since: Generation): boolean {
    return surrogateKeys.some((key) => (this.#changes.get(key) ?? 0) > since);
  }

  /** Drops what depends on one of the keys. */
  change(keys: readonly string[]): void {
    if (keys.includes(ARCHIVE) || this.#changes.size > MOST_CHANGES) return this.drop();
    this.#generation += 1;
    for (const key of keys) this.#changes.set(key, this.#generation);
  }

  drop(): void {
    this.#generation += 1;
    this.#dropped = this.#generation;
    this.#changes.clear();
    this.#answers.clear();
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
   * Settles when the answer to the question that somebody else is making is made, by what was answered if all who wait
   * are to be answered so; undefined when nobody is.
   */
  underWay(question: string): Promise<ExecutionResult | undefined> | undefined {
    return this.#underWay.get(question);
  }

  /**
   * Says that the question's answer is being made. To be called when it is made, or is not to be: the function
   * returned; with what all who wait are to be answered.
   */
  begin(question: string): (answerOfAll?: ExecutionResult) => void {
    const { promise, resolve } = withResolvers<ExecutionResult | undefined>();
    this.#underWay.set(question, promise);
    return (answerOfAll) => {
      if (this.#underWay.get(question) === promise) this.#underWay.delete(question);
      resolve(answerOfAll);
    };
  }
}

/** A body that is kept under the words of a request too is counted twice. */
function sizeOf(question: string, { body, surrogateKeys, headers = {} }: KeptAnswer): number {
  const texts = [question, ...surrogateKeys, ...Object.values(headers)];
  return texts.reduce((sum, text) => sum + text.length, body.length + ENTRY_BYTES);
}

/** `Promise.withResolvers` is younger than the oldest Node that is supported. */
function withResolvers<Value>(): { promise: Promise<Value>; resolve: (value: Value) => void } {
  let resolve: (value: Value) => void = () => {};
  const promise = new Promise<Value>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

/**
 * What makes two requests one question: text, operation, variables in whatever order, whether the cost is asked for,
 * and who may see the answer. Null when the variables are nested too deep to tell.
 */
export function questionKey(params: GraphQLParams, scope: string): string | null {
  const { query, operationName, variables } = params;
  try {
    const question = JSON.stringify([
      scope,
      query,
      operationName ?? null,
      sorted(variables ?? {}),
      asksForCost(params),
    ]);
    return createHash('sha256').update(question).digest('base64url');
  } catch (error) {
    if (error instanceof RangeError) return null; // A body can nest deeper than the stack.
    throw error;
  }
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, item]) => [name, sorted(item)]));
}
