import type { Plugin } from 'graphql-yoga';
import { codedError } from './coded-error.ts';
import { hashOf, type DocumentStore } from './document-store.ts';
import type { Exchange } from './exchange.ts';
import type { Params } from './request-params.ts';

/**
 * Answers documents that are named by their hash instead of being sent: `documentId` (`sha256:` and the hash) or
 * Apollo's `extensions.persistedQuery`. A request that has both the hash and the text registers the text.
 */
export function usePersistedDocuments(store: DocumentStore): Plugin<object, { exchange: Exchange }> {
  return {
    onParams({ params, context, setParams }) {
      const hash = hashIn(params);
      const { query, operationName, variables, extensions } = params;
      if (typeof query === 'string') {
        if (!store.admits(query))
          throw codedError('DOCUMENT_NOT_TRUSTED', 'Only the documents in the folder BANMIAN_DOCUMENTS are answered.');
        if (hash === null) return;
        if (hashOf(query) !== hash)
          throw codedError('PERSISTED_QUERY_MISMATCH', 'The hash is not the SHA-256 of the query sent with it.');
        store.register(hash, query);
        context.exchange.isRegistration = true;
      }
      if (hash === null) return;
      const text = query ?? store.find(hash);
      // Clients compare the message or the code, and then send the text.
      if (text === undefined) throw codedError('PERSISTED_QUERY_NOT_FOUND', 'PersistedQueryNotFound');
      setParams({
        query: text,
        ...(operationName !== undefined && { operationName }),
        ...(variables !== undefined && { variables }),
        ...(extensions !== undefined && { extensions }),
      });
    },
  };
}

/** @throws GraphQLError BAD_REQUEST when the document is named in a form that nobody knows */
function hashIn(params: Params): string | null {
  const id = params.documentId ?? null;
  if (id !== null) {
    const [, hash] = /^sha256:([0-9a-f]{64})$/i.exec(id) ?? [];
    if (hash === undefined)
      throw codedError('BAD_REQUEST', '`documentId` must be "sha256:" and the 64 hexadecimal digits of the hash.');
    return hash.toLowerCase();
  }
  const persisted: unknown =
    (params.extensions as { persistedQuery?: unknown } | null | undefined)?.persistedQuery ?? null;
  if (persisted === null) return null;
  const { version, sha256Hash: hash } = persisted as { version?: unknown; sha256Hash?: unknown };
  if (version !== 1 || typeof hash !== 'string' || !/^[0-9a-f]{64}$/i.test(hash)) {
    throw codedError(
      'BAD_REQUEST',
      '`extensions.persistedQuery` must have `version` 1 and, as `sha256Hash`, the 64 hexadecimal digits of the hash.',
    );
  }
  return hash.toLowerCase();
}
