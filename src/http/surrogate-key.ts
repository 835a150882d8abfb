import { getOperationAST, type DocumentNode, type ExecutionResult, type GraphQLSchema } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Load } from '../load/loaders.ts';
import { ARCHIVE } from '../store/announcement.ts';
import type { Exchange } from './exchange.ts';
import { nodeTypesOf, typesReached } from './reach.ts';

interface Loading {
  /** Absent for a schema that is not the archive's. */
  readonly load?: Load;
}

/** Tells what an answer depends on, given what was loaded for it. */
export type KeysOf = (document: DocumentNode, result: object, loading: Loading) => readonly string[] | undefined;

/**
 * Makes what tells what the answer to a query depends on, in the words in which changes are announced: `archive`, the
 * node types any change of which may change it, and the nodes in it. Answers with errors have no keys.
 */
export function createKeysOf(schema: GraphQLSchema): KeysOf {
  const allTypes = [...nodeTypesOf(schema)].map(({ name }) => name);
  const reachedBy = new WeakMap<DocumentNode, readonly string[]>();
  return (document, result, { load }) => {
    if (!isWhole(result)) return undefined;
    const reached = reachedBy.get(document) ?? typesReached(document, schema);
    reachedBy.set(document, reached);
    // What is not there yet has no row that could be announced as changed.
    const types = lacksNode(result.data) ? allTypes : reached;
    return [ARCHIVE, ...types, ...[...(load?.nodesRead() ?? [])].sort()];
  };
}

/** Writes down with each exchange what its answer depends on. */
export function useSurrogateKeys(keysOf: KeysOf): Plugin<{ exchange: Exchange } & Loading> {
  return {
    onExecute({ args: { document, operationName, contextValue } }) {
      if (getOperationAST(document, operationName)?.operation !== 'query') return undefined;
      return {
        onExecuteDone({ result }) {
          const keys = keysOf(document, result, contextValue);
          if (keys !== undefined) contextValue.exchange.surrogateKeys = keys;
        },
      };
    },
  };
}

function isWhole(result: object): result is { readonly data: object } {
  return 'data' in result && result.data !== null && (result as ExecutionResult).errors === undefined;
}

/** Whether something was asked for by what names it and is not there. */
function lacksNode(data: object): boolean {
  return Object.values(data).some((value) => value === null || (Array.isArray(value) && value.includes(null)));
}

/** The keys; with more than `maxIds` nodes their types in place of them, any change of which then counts. */
export function surrogateKeyHeader(keys: readonly string[], maxIds: number): string {
  const isLong = keys.filter((key) => key.includes(':')).length > maxIds;
  return (isLong ? [...new Set(keys.map((key) => key.split(':')[0]))] : keys).join(' ');
}
