import {
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
} from 'graphql';
import type {
  DocumentNode,
  FieldNode,
  FragmentDefinitionNode,
  FragmentSpreadNode,
  GraphQLCompositeType,
  GraphQLField,
  GraphQLSchema,
  InlineFragmentNode,
  OperationDefinitionNode,
  SelectionNode,
  SelectionSetNode,
} from 'graphql';

/** A selected field. Parent type and definition are unknown in a document that does not fit the schema. */
export interface SelectedField {
  readonly node: FieldNode;
  readonly parent: GraphQLCompositeType | undefined;
  readonly definition: GraphQLField<unknown, unknown> | undefined;
}

/** How selections are folded into a value, from the leaves up. */
export interface SelectionFold<Value> {
  /** The value of a field, given that of its selections; null for a leaf. */
  readonly field: (field: SelectedField, below: Value | null) => Value;
  /** The value of selections side by side. */
  readonly all: (values: readonly Value[]) => Value;
  /** The value of a fragment where it is spread; unless given, that of its selections. */
  readonly spread?: (fragment: FragmentSpreadNode | InlineFragmentNode, value: Value) => Value;
}

type FindFragment = (name: string) => FragmentDefinitionNode | null | undefined;

/**
 * Folds the selections of an operation into a value. Each fragment is walked once, however often it is spread, since
 * fragments that spread others twice would take exponential time. Where a fragment spreads itself, it counts as empty.
 */
export function foldSelections<Value>(
  schema: GraphQLSchema,
  findFragment: FindFragment,
  { operation, selectionSet }: OperationDefinitionNode,
  fold: SelectionFold<Value>,
): Value {
  const fragments = new Map<string, Value>();
  return ofAll(selectionSet, schema.getRootType(operation) ?? undefined);

  function ofAll({ selections }: SelectionSetNode, parent: GraphQLCompositeType | undefined): Value {
    return fold.all(selections.map((selection) => ofSelection(selection, parent)));
  }

  function ofSelection(node: SelectionNode, parent: GraphQLCompositeType | undefined): Value {
    if (node.kind === Kind.FIELD) return ofField(node, parent);
    const value =
      node.kind === Kind.FRAGMENT_SPREAD
        ? ofFragment(node.name.value)
        : ofAll(node.selectionSet, typeNamed(schema, node.typeCondition?.name.value) ?? parent);
    return fold.spread === undefined ? value : fold.spread(node, value);
  }

  function ofField(node: FieldNode, parent: GraphQLCompositeType | undefined): Value {
    const definition = definitionOf(schema, parent, node.name.value);
    const type = getNamedType(definition?.type);
    const below = node.selectionSet && ofAll(node.selectionSet, isCompositeType(type) ? type : undefined);
    return fold.field({ node, parent, definition }, below ?? null);
  }

  function ofFragment(name: string): Value {
    let value = fragments.get(name);
    if (value === undefined) {
      const fragment = findFragment(name);
      fragments.set(name, fold.all([]));
      value = fragment
        ? ofAll(fragment.selectionSet, typeNamed(schema, fragment.typeCondition.name.value))
        : fold.all([]);
      fragments.set(name, value);
    }
    return value;
  }
}

function typeNamed(schema: GraphQLSchema, name: string | undefined): GraphQLCompositeType | undefined {
  const type = name === undefined ? undefined : schema.getType(name);
  return isCompositeType(type) ? type : undefined;
}

function definitionOf(
  schema: GraphQLSchema,
  parent: GraphQLCompositeType | undefined,
  name: string,
): GraphQLField<unknown, unknown> | undefined {
  if (parent === schema.getQueryType() && name.startsWith('__'))
    return [SchemaMetaFieldDef, TypeMetaFieldDef].find((field) => field.name === name);
  return isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
}

/** Whether the field asks for the schema. */
export function isIntrospection({ name: { value } }: FieldNode): boolean {
  return value === '__schema' || value === '__type';
}

/** Finds the fragments of a document. */
export function fragmentsOf({ definitions }: DocumentNode): FindFragment {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  return (name) => fragments.get(name);
}
