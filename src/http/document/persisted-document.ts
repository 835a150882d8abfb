import { HttpError } from '../error/http-error.ts';
import type { Parameters } from '../parameters.ts';
import type { RequestState } from '../request-state.ts';
import { perRequest, type RequestStage } from '../stage.ts';
import { hashOf, type DocumentStore } from './document-store.ts';

/**
 * Finds the text of the document. Instead of sending it, a request may name it by its hash, as `documentId` (`sha256:`
 * and the hash) or as Apollo's `extensions.persistedQuery`. A request with both registers the text.
 */
export function findDocument(store: DocumentStore): RequestStage<RequestState> {
  return perRequest('document', (state) => {
    if (state.text !== null) state.query = queryOf(state.text.parameters, store);
  });
}

function queryOf(parameters: Parameters, store: DocumentStore): string {
  const hash = hashIn(parameters);
  const query = parameters.query ?? null;
  if (query === null) {
    if (hash === null) throw new HttpError('BAD_REQUEST', 'The request has no `query`.');
    const text = store.find(hash);
    // Clients recognise the message or the code, and then send the text.
    if (text === undefined) throw new HttpError('PERSISTED_QUERY_NOT_FOUND', 'PersistedQueryNotFound');
    return text;
  }
  if (!store.admits(query))
    throw new HttpError('DOCUMENT_NOT_TRUSTED', 'Only the documents in the folder BANMIAN_DOCUMENTS are answered.');
  if (hash === null) return query;
  if (hashOf(query) !== hash)
    throw new HttpError('PERSISTED_QUERY_MISMATCH', 'The hash is not the SHA-256 of the query sent with it.');
  store.register(hash, query);
  return query;
}

/** @throws HttpError BAD_REQUEST when the hash is given in an unknown form */
function hashIn({ documentId, extensions }: Parameters): string | null {
  if (typeof documentId === 'string') {
    const [, hash] = /^sha256:([0-9a-f]{64})$/i.exec(documentId) ?? [];
    if (hash !== undefined) return hash.toLowerCase();
    throw new HttpError('BAD_REQUEST', '`documentId` must be "sha256:" and the 64 hexadecimal digits of the hash.');
  }
  const persisted = extensions?.['persistedQuery'] ?? null;
  if (persisted === null) return null;
  const { version, sha256Hash: hash } = persisted as { readonly version?: unknown; readonly sha256Hash?: unknown };
  if (version === 1 && typeof hash === 'string' && /^[0-9a-f]{64}$/i.test(hash)) return hash.toLowerCase();
  throw new HttpError(
    'BAD_REQUEST',
    '`extensions.persistedQuery` must have `version` 1 and, as `sha256Hash`, the 64 hexadecimal digits of the hash.',
  );
}
