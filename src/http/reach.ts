/**
 * What an answer depends on beside the nodes that it shows: lists that others can enter, counts, what is looked up by
 * name.
 */
import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';

/**
 * The fields that change only with their own node, as the importer writes it: columns of other names than the field,
 * what leads to a node that never becomes another, and what is stored of an article, an agreement or an issue together
 * with it. Fields that are plain columns belong to them too. All that a list or another part of an answer tells comes
 * with the field that leads there. A field that is not named here is taken to change with every node of the types that
 * it can show.
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

/** Lists of nodes that do not change themselves when they come into the list: it changes with its owner. */
const OWNED: Readonly<Record<string, readonly string[]>> = { Organisation: ['publications'] };

/** The types of all nodes. */
export function nodeTypesOf(schema: GraphQLSchema): ReadonlySet<GraphQLNamedType> {
  const node = schema.getType('Node');
  return new Set(isAbstractType(node) ? schema.getPossibleTypes(node) : []);
}

/** The node types any change of which may change an answer of the document. */
export function typesReached(document: DocumentNode, schema: GraphQLSchema): readonly string[] {
  const nodeTypes = nodeTypesOf(schema);
  const reached = new Set<GraphQLNamedType>();
  const typeInfo = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(typeInfo, {
      Field() {
        const parent = typeInfo.getParentType();
        const field = typeInfo.getFieldDef();
        if (!parent || !field || isOwn(parent, field) || !(nodeTypes.has(parent) || parent === schema.getQueryType()))
          return;
        const shown = nodesShownBy(field, schema).filter((type) => nodeTypes.has(type));
        if (OWNED[parent.name]?.includes(field.name)) reached.add(parent);
        for (const type of shown.length > 0 ? shown : nodeTypes.has(parent) ? [parent] : nodeTypes) reached.add(type);
      },
    }),
  );
  return [...reached].map(({ name }) => name).sort();
}

function isOwn(parent: GraphQLNamedType, { name, extensions }: GraphQLField<unknown, unknown>): boolean {
  return (
    name.startsWith('__') ||
    extensions['pothosExposedField'] !== undefined ||
    (OWN[parent.name]?.includes(name) ?? false)
  );
}

/** What a field yields, one by one or as a connection. */
export function nodesShownBy(
  field: GraphQLField<unknown, unknown>,
  schema: GraphQLSchema,
): readonly GraphQLNamedType[] {
  const type = getNamedType(field.type);
  const listed = isObjectType(type) ? getNamedType(type.getFields()['nodes']?.type) : undefined;
  return [type, listed]
    .filter(isCompositeType)
    .flatMap((shown) => (isAbstractType(shown) ? schema.getPossibleTypes(shown) : [shown]));
}
