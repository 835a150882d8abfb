import { createHash } from 'node:crypto';
import { ByteLru } from '../cache/byte-lru.ts';

/** Each process remembers as much of what clients registered; one that it forgot, they send again. */
const REGISTERED_BYTES = 10_000_000;
/** What an entry costs beside its text: the hash and its place in the map. */
const ENTRY_BYTES = 250;

export interface TrustedDocuments {
  /** By the SHA-256 of their text, in hexadecimal. */
  readonly byHash: ReadonlyMap<string, string>;
  /** Whether no other document is answered. */
  readonly only: boolean;
}

/** Query texts by their hash: the trusted ones, and those that clients registered. */
export class DocumentStore {
  readonly #trusted: TrustedDocuments;
  readonly #registered = new ByteLru<string>(REGISTERED_BYTES);

  constructor(trusted: TrustedDocuments = { byHash: new Map(), only: false }) {
    this.#trusted = trusted;
  }

  find(hash: string): string | undefined {
    return this.#trusted.byHash.get(hash) ?? this.#registered.get(hash);
  }

  register(hash: string, text: string): void {
    if (this.#trusted.only || this.#trusted.byHash.has(hash)) return;
    this.#registered.set(hash, text, 2 * text.length + ENTRY_BYTES);
  }

  /** Whether this text may be answered. */
  admits(text: string): boolean {
    return !this.#trusted.only || this.#trusted.byHash.has(hashOf(text));
  }
}

/** The name of a document: the SHA-256 of its text in UTF-8, in hexadecimal. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
