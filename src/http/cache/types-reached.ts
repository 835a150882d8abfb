import { getNamedType, isAbstractType, isCompositeType, isObjectType } from 'graphql';
import type { DocumentNode, GraphQLField, GraphQLNamedType, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { changesWithOf } from '../../schema/changes-with.ts';
import { foldSelections, fragmentsOf, type SelectedField } from '../document/selection-fold.ts';

/** The types of all nodes. */
export function nodeTypesOf(schema: GraphQLSchema): ReadonlySet<GraphQLNamedType> {
  const node = schema.getType('Node');
  return new Set(isAbstractType(node) ? schema.getPossibleTypes(node) : []);
}

/** The node types of which any change may affect the result of the operation. */
export function typesReached(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): readonly string[] {
  const nodeTypes = nodeTypesOf(schema);
  const reached = foldSelections<ReadonlySet<GraphQLNamedType>>(schema, fragmentsOf(document), operation, {
    field: (field, below) => new Set([...typesOfField(field, schema, nodeTypes), ...(below ?? [])]),
    all: (parts) => new Set(parts.flatMap((types) => [...types])),
  });
  return [...reached].map(({ name }) => name).sort();
}

function typesOfField(
  { parent, definition }: SelectedField,
  schema: GraphQLSchema,
  nodeTypes: ReadonlySet<GraphQLNamedType>,
): readonly GraphQLNamedType[] {
  if (parent === undefined || definition === undefined || definition.name.startsWith('__')) return [];
  const isNode = nodeTypes.has(parent);
  const change = changesWithOf(definition);
  if (change === 'node' || (!isNode && parent !== schema.getQueryType())) return [];
  if (change === 'feed')
    return nodesShownBy(definition, schema).filter((type) => type !== getNamedType(definition.type));
  const owner = change === 'node and shown' ? [parent] : [];
  const shown = nodesShownBy(definition, schema).filter((type) => nodeTypes.has(type));
  if (shown.length > 0) return [...owner, ...shown];
  return [...owner, ...(isNode ? [parent] : nodeTypes)];
}

/** The types that a field shows, directly or as a connection. */
function nodesShownBy(field: GraphQLField<unknown, unknown>, schema: GraphQLSchema): readonly GraphQLNamedType[] {
  const type = getNamedType(field.type);
  const listed = isObjectType(type) ? getNamedType(type.getFields()['nodes']?.type) : undefined;
  return [type, listed]
    .filter(isCompositeType)
    .flatMap((shown) => (isAbstractType(shown) ? schema.getPossibleTypes(shown) : [shown]));
}
