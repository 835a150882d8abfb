import { createHash } from 'node:crypto';
import type { GraphQLParams } from 'graphql-yoga';
import { ByteLru } from './byte-lru.ts';
import { asksForCost } from './cost-limit.ts';

/** An answer as it was sent. */
export interface KeptAnswer {
  readonly text: string;
  readonly operationName: string | null;
  readonly surrogateKey: string;
}

/** When the making of an answer began: before or after a change of the archive. */
export type Generation = number;

/** What an entry costs beside its texts. */
const ENTRY_BYTES = 400;

/**
 * Answers without errors, kept in memory until the archive changes. Any change drops all: a new article can enter any list.
 * It keeps nothing while changes may go unnoticed, which is so until `resume` is called.
 */
export class ResponseCache {
  readonly #answers: ByteLru<KeptAnswer>;
  #generation: Generation = 0;
  #isPaused = true;

  constructor(capacity: number) {
    this.#answers = new ByteLru(capacity);
  }

  /** To be asked before anything of an answer is read. */
  get generation(): Generation {
    return this.#generation;
  }

  find(key: string): KeptAnswer | undefined {
    return this.#answers.get(key);
  }

  /** Keeps an answer, unless the archive may have changed since its making began. */
  keep(key: string, answer: KeptAnswer, begunIn: Generation): void {
    if (this.#isPaused || begunIn !== this.#generation) return;
    // Chinese takes two bytes a character in memory.
    this.#answers.set(key, answer, 2 * (answer.text.length + answer.surrogateKey.length) + ENTRY_BYTES);
  }

  drop(): void {
    this.#generation += 1;
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
}

/**
 * What makes two requests one question: text, operation, variables in whatever order, whether the cost is asked for, and who
 * may see the answer. Null when the variables are nested too deep to tell.
 */
export function questionKey(params: GraphQLParams, scope: string): string | null {
  const { query, operationName, variables } = params;
  try {
    const question = JSON.stringify([scope, query, operationName ?? null, sorted(variables ?? {}), asksForCost(params)]);
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
