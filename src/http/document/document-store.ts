import { createHash } from 'node:crypto';
import { ByteLru } from '../cache/byte-lru.ts';

/** How much of what clients register each process remembers. They send again what it has forgotten. */
const REGISTERED_BYTES = 10_000_000;
/** What an entry takes beside its text. */
const ENTRY_BYTES = 250;

interface TrustedDocuments {
  /** By the hash of their text. */
  readonly byHash: ReadonlyMap<string, string>;
  /** Whether all other documents are refused. */
  readonly only: boolean;
}

/** The texts of documents by their hash: trusted ones, and those that clients have registered. */
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

  /** Whether requests may send this text. */
  admits(text: string): boolean {
    return !this.#trusted.only || this.#trusted.byHash.has(hashOf(text));
  }
}

/** The SHA-256 of a text in UTF-8, in hexadecimal. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
