import { defaultFieldResolver, getNamedType, getOperationAST, isAbstractType, isObjectType, type DocumentNode, type ExecutionResult, type GraphQLSchema } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { NodeRecord } from '../load/node.ts';
import { ARCHIVE } from '../store/announcement.ts';
import type { Exchange } from './exchange.ts';
import { nodeTypesOf, typesReached } from './reach.ts';

interface Shown {
  /** The nodes that went into the answer. */
  shown?: Set<NodeRecord>;
}

/**
 * Writes down what each answer of a query depends on, in the words in which changes are announced: `archive`, the node types
 * any change of which may change it, and the nodes in it. Answers with errors have no keys.
 */
export function useSurrogateKeys(schema: GraphQLSchema): Plugin<{ exchange: Exchange } & Shown> {
  tellNodes(schema);
  const allTypes = [...nodeTypesOf(schema)].map(({ name }) => name);
  const reachedBy = new WeakMap<DocumentNode, readonly string[]>();

  return {
    onExecute({ args: { document, operationName, contextValue } }) {
      if (getOperationAST(document, operationName)?.operation !== 'query') return undefined;
      const shown = new Set<NodeRecord>();
      contextValue.shown = shown;
      return {
        onExecuteDone({ result }) {
          if (!isWhole(result)) return;
          const reached = reachedBy.get(document) ?? typesReached(document, schema);
          reachedBy.set(document, reached);
          // What is not there yet has no row that could be announced as changed.
          const types = lacksNode(result.data) ? allTypes : reached;
          contextValue.exchange.surrogateKeys = [ARCHIVE, ...types, ...idsOf(shown)];
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

function idsOf(shown: ReadonlySet<NodeRecord>): string[] {
  const ids = new Set<string>();
  for (const node of shown) {
    ids.add(`${node.__typename}:${node.id}`);
    // Its other part stands in the same issue, on a page that may be imported later.
    if (node.__typename === 'Article' && (node.hasContinuedFrom || node.hasContinuedOn)) ids.add(`Issue:${node.issueId}`);
  }
  return [...ids].sort();
}

/** The keys; with more than `maxIds` nodes their types in place of them, any change of which then counts. */
export function surrogateKeyHeader(keys: readonly string[], maxIds: number): string {
  const isLong = keys.filter((key) => key.includes(':')).length > maxIds;
  return (isLong ? [...new Set(keys.map((key) => key.split(':')[0]))] : keys).join(' ');
}

const telling = new WeakSet<GraphQLSchema>();

/** Lets every field that yields nodes add them to what the answer shows: the compiled documents tell it of nothing but fields. */
function tellNodes(schema: GraphQLSchema): void {
  if (telling.has(schema)) return;
  telling.add(schema);
  const nodeTypes = nodeTypesOf(schema);
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) {
    for (const field of Object.values(type.getFields())) {
      const yielded = getNamedType(field.type);
      const possible = isAbstractType(yielded) ? schema.getPossibleTypes(yielded) : [yielded];
      if (!possible.some((one) => nodeTypes.has(one))) continue;
      const resolve = field.resolve ?? defaultFieldResolver;
      field.resolve = (source: unknown, args, context: Shown, info) => {
        const value: unknown = resolve(source, args, context, info);
        if (context.shown !== undefined) tell(value, context.shown);
        return value;
      };
    }
  }
}

/** Before the executor goes on with a promise, because it was asked to first. */
function tell(value: unknown, shown: Set<NodeRecord>): void {
  if (value === null || value === undefined) return;
  if (Array.isArray(value)) for (const item of value) tell(item, shown);
  else if (typeof (value as Promise<unknown>).then === 'function') void (value as Promise<unknown>).then((settled) => tell(settled, shown), () => {});
  else shown.add(value as NodeRecord);
}
