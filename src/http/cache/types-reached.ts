import { getNamedType, isAbstractType, isCompositeType, isObjectType } from 'graphql';
import type { DocumentNode, GraphQLField, GraphQLNamedType, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { foldSelections, fragmentsOf, type SelectedField } from '../document/selection-fold.ts';

/**
 * The fields that change only together with their own node: columns under another name, references that never change,
 * and what is stored together with an article, an agreement or an issue. Plain columns are such fields too. Whatever is
 * below a list or an object counts by the field that leads there. Any other field is taken to change with every node of
 * the types that it can show.
 */
const OWN: Readonly<Record<string, readonly string[]>> = {
  Query: ['node', 'nodes', 'article', 'person', 'organisation', 'agreement'],
  Node: ['id'],
  Publication: ['id', 'district'],
  Issue: ['id', 'publication', 'importedAt', 'teasers', 'articles', 'agreements'],
  Article: [
    'id',
    'issue',
    'crossheads',
    'byline',
    'body',
    'paragraphs',
    'excerpt',
    'people',
    'organisations',
    'agreements',
    'annotations',
  ],
  Person: ['id', 'publications'],
  Organisation: ['id', 'parent'],
  Agreement: ['id', 'article', 'parties', 'signatories', 'hosts', 'attendees', 'witnesses', 'evidence'],
  Tenure: ['id', 'person', 'organisation'],
};

/** Lists that change with their owner: a node that joins the list does not change itself. */
const OWNED: Readonly<Record<string, readonly string[]>> = { Organisation: ['publications'] };

/** All node types. */
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
  if (parent === undefined || definition === undefined || isOwn(parent, definition)) return [];
  const isNode = nodeTypes.has(parent);
  if (!isNode && parent !== schema.getQueryType()) return [];
  const owner = OWNED[parent.name]?.includes(definition.name) ? [parent] : [];
  const shown = nodesShownBy(definition, schema).filter((type) => nodeTypes.has(type));
  if (shown.length > 0) return [...owner, ...shown];
  return [...owner, ...(isNode ? [parent] : nodeTypes)];
}

function isOwn(parent: GraphQLNamedType, { name, extensions }: GraphQLField<unknown, unknown>): boolean {
  return (
    name.startsWith('__') ||
    extensions['pothosExposedField'] !== undefined ||
    (OWN[parent.name]?.includes(name) ?? false)
  );
}

/** The types that a field shows, directly or as a connection. */
function nodesShownBy(field: GraphQLField<unknown, unknown>, schema: GraphQLSchema): readonly GraphQLNamedType[] {
  const type = getNamedType(field.type);
  const listed = isObjectType(type) ? getNamedType(type.getFields()['nodes']?.type) : undefined;
  return [type, listed]
    .filter(isCompositeType)
    .flatMap((shown) => (isAbstractType(shown) ? schema.getPossibleTypes(shown) : [shown]));
}
