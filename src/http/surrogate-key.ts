import {
  getNamedType, getOperationAST, isAbstractType, isCompositeType, isObjectType, TypeInfo, visit, visitWithTypeInfo,
  type DocumentNode, type ExecutionResult, type GraphQLNamedType, type GraphQLObjectType, type GraphQLSchema,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { NodeRecord } from '../load/node.ts';
import { encodeGlobalId } from '../schema/global-id.ts';
import type { Exchange } from './exchange.ts';

/** On every answer: what an import makes worth purging. */
const WHOLE_ARCHIVE = 'archive';

interface Shown {
  /** The global ids of the nodes that went into the answer. */
  shownIds?: Set<string>;
}

/**
 * Writes down what each answer of a query shows: `archive`, the node types that its document can show, also those of
 * lists that are empty today, and the global ids of the nodes in it, unless they are more than `maxIds`: a purge of the
 * types then has to do. Answers with errors have none.
 */
export function useSurrogateKeys(schema: GraphQLSchema, maxIds: number): Plugin<{ exchange: Exchange } & Shown> {
  const nodeTypes = nodeTypesOf(schema);
  for (const type of nodeTypes) tellWhenShown(type);
  const typesOf = new WeakMap<DocumentNode, readonly string[]>();

  return {
    onExecute({ args: { document, operationName, contextValue } }) {
      if (getOperationAST(document, operationName)?.operation !== 'query') return undefined;
      const shownIds = new Set<string>();
      contextValue.shownIds = shownIds;
      return {
        onExecuteDone({ result }) {
          if (!isWhole(result)) return;
          const types = typesOf.get(document) ?? typesShownBy(document, schema, nodeTypes);
          typesOf.set(document, types);
          contextValue.exchange.surrogateKey = [WHOLE_ARCHIVE, ...types, ...(shownIds.size > maxIds ? [] : shownIds)].join(' ');
        },
      };
    },
  };
}

function isWhole(result: object): boolean {
  return 'data' in result && (result as ExecutionResult).errors === undefined;
}

function nodeTypesOf(schema: GraphQLSchema): ReadonlySet<GraphQLNamedType> {
  const node = schema.getType('Node');
  return new Set(isAbstractType(node) ? schema.getPossibleTypes(node) : []);
}

/** `isTypeOf` is asked once for each object on its way into an answer: the cheapest place that sees every one. */
function tellWhenShown(type: GraphQLNamedType): void {
  (type as GraphQLObjectType<NodeRecord, Shown>).isTypeOf = (record, context) => {
    context?.shownIds?.add(encodeGlobalId(record));
    return true;
  };
}

/** The node types that fields of the document yield, one by one or as a connection. */
function typesShownBy(document: DocumentNode, schema: GraphQLSchema, nodeTypes: ReadonlySet<GraphQLNamedType>): readonly string[] {
  const shown = new Set<string>();
  const show = (type: GraphQLNamedType | undefined): void => {
    if (!isCompositeType(type)) return;
    for (const possible of isAbstractType(type) ? schema.getPossibleTypes(type) : [type]) {
      if (nodeTypes.has(possible)) shown.add(possible.name);
    }
  };
  const typeInfo = new TypeInfo(schema);
  visit(document, visitWithTypeInfo(typeInfo, {
    Field() {
      const type = getNamedType(typeInfo.getType()) ?? undefined;
      show(type);
      if (isObjectType(type)) show(getNamedType(type.getFields()['nodes']?.type));
    },
  }));
  return [...shown].sort();
}
