import type { DocumentNode } from 'graphql';
import { ByteLru } from './byte-lru.ts';

const DOCUMENT_BYTES = 100_000_000;
const ERROR_BYTES = 5_000_000;
/** A parsed document takes about so much of each character: its tokens are kept beside its nodes. */
const BYTES_A_CHARACTER = 60;

/** What Yoga remembers of the texts that it parsed. Its own caches hold a thousand of them, however long. */
export function documentCaches() {
  return {
    documentCache: bounded<DocumentNode>(DOCUMENT_BYTES, BYTES_A_CHARACTER),
    errorCache: bounded<unknown>(ERROR_BYTES, 2),
  };
}

function bounded<Value>(capacity: number, bytesACharacter: number) {
  const values = new ByteLru<Value>(capacity);
  return {
    get: (text: string) => values.get(text),
    set: (text: string, value: Value) => values.set(text, value, text.length * bytesACharacter),
  };
}
