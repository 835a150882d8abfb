import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  valueFromASTUntyped,
} from 'graphql';
import type {
  DocumentNode,
  FieldNode,
  FragmentDefinitionNode,
  GraphQLCompositeType,
  GraphQLField,
  GraphQLSchema,
  OperationDefinitionNode,
  SelectionNode,
  SelectionSetNode,
} from 'graphql';
import { DEFAULT_SIZE, MAX_SIZE } from '../query/page.ts';
import { introspectionSizes } from './introspection-size.ts';

/**
 * What a list without a page size is taken to hold: the parties of an agreement, the titles that somebody is printed
 * with.
 */
const USUAL_LENGTH = 5;

/**
 * What an object of introspection costs: all is worked out in one go, with no statement between that could be ended.
 */
const INTROSPECTION = 10;

export type Variables = Readonly<Record<string, unknown>>;

/**
 * The objects that a selection may answer with: those that are there once, and those that come again with each item of
 * a page.
 */
interface Cost {
  readonly once: number;
  readonly each: number;
}

interface Request {
  readonly variables: Variables;
  /** By name: what is spread in fragments that are spread again and again would take for ever to add up. */
  readonly fragments: Map<string, Cost>;
}

type Count = (request: Request) => Cost;

/**
 * Returns what counts how many objects an answer to the operation may hold, given the variables of a request. Each
 * connection, edge, node and whatever hangs on it is one, and what introspection tells of is ten. Single values cost
 * nothing; a list without a size is taken for five, one of introspection for what it holds on average, and what two
 * fragments both select counts twice.
 *
 * Pothos has a plugin for this, but it wants every field's factor declared and counts while resolvers run already. Here
 * arguments say how long lists are, and the schema's types which they are. The document is walked once, not once a
 * request.
 */
export function costCounter(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): (variables: Variables) => number {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const part of document.definitions)
    if (part.kind === Kind.FRAGMENT_DEFINITION) fragments.set(part.name.value, part);
  const counts = new Map<string, Count>();
  const defaults = defaultsOf(operation);
  const count = countOfAll(operation.selectionSet, schema.getRootType(operation.operation)!);
  return (variables) => Math.ceil(count({ variables: { ...defaults, ...variables }, fragments: new Map() }).once);

  function countOfAll({ selections }: SelectionSetNode, type: GraphQLCompositeType): Count {
    const parts = selections.flatMap((selection) => {
      const part = countOf(selection, type);
      return part === null ? [] : [{ part, isLeftOut: isLeftOut(selection) }];
    });
    return (request) => {
      let [once, each] = [0, 0];
      for (const { part, isLeftOut } of parts) {
        if (isLeftOut(request.variables)) continue;
        const cost = part(request);
        once += cost.once;
        each += cost.each;
      }
      return { once, each };
    };
  }

  /** null for what costs nothing. */
  function countOf(selection: SelectionNode, type: GraphQLCompositeType): Count | null {
    if (selection.kind === Kind.FIELD) return countOfField(selection, type);
    if (selection.kind === Kind.FRAGMENT_SPREAD) return countOfSpread(selection.name.value);
    return countOfAll(selection.selectionSet, typeNamed(selection.typeCondition?.name.value) ?? type);
  }

  function countOfSpread(name: string): Count {
    const { selectionSet, typeCondition } = fragments.get(name)!;
    const count = counts.get(name) ?? countOfAll(selectionSet, typeNamed(typeCondition.name.value)!);
    counts.set(name, count);
    return (request) => {
      const cost = request.fragments.get(name) ?? count(request);
      request.fragments.set(name, cost);
      return cost;
    };
  }

  function countOfField(node: FieldNode, parent: GraphQLCompositeType): Count | null {
    const field = fieldOf(schema, parent, node.name.value);
    const type = field === undefined ? undefined : getNamedType(field.type);
    if (field === undefined || !isCompositeType(type) || node.selectionSet === undefined) return null;
    const inner = countOfAll(node.selectionSet, type);
    const known = introspectionSizes(schema).get(`${parent.name}.${field.name}`);
    const sizeOf = known === undefined ? listSize(field, node) : () => known;
    if (!isListType(getNullableType(field.type))) {
      return (request) => {
        const { once, each } = inner(request);
        const objects = 1 + once + (each === 0 ? 0 : sizeOf(request.variables) * each);
        return { once: isMeta(field) ? INTROSPECTION * objects : objects, each: 0 };
      };
    }
    if (parent.name.endsWith('Connection')) return (request) => ({ once: 0, each: 1 + inner(request).once });
    return (request) => ({ once: sizeOf(request.variables) * (1 + inner(request).once), each: 0 });
  }

  function typeNamed(name: string | undefined): GraphQLCompositeType | undefined {
    const type = name === undefined ? undefined : schema.getType(name);
    return isCompositeType(type) ? type : undefined;
  }
}

function fieldOf(
  schema: GraphQLSchema,
  parent: GraphQLCompositeType,
  name: string,
): GraphQLField<unknown, unknown> | undefined {
  if (parent === schema.getQueryType() && name.startsWith('__'))
    return [SchemaMetaFieldDef, TypeMetaFieldDef].find((field) => field.name === name);
  return isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
}

function isMeta(field: GraphQLField<unknown, unknown>): boolean {
  return field === SchemaMetaFieldDef || field === TypeMetaFieldDef;
}

/** How many a list holds at most: as many as its arguments say, when they say it. */
function listSize(field: GraphQLField<unknown, unknown>, node: FieldNode): (variables: Variables) => number {
  const [first, last, ids] = ['first', 'last', 'ids'].map((name) => valueOf(node, name));
  const isPaged = field.args.some(({ name }) => name === 'first');
  return (variables) => {
    const given = ids!(variables);
    if (Array.isArray(given)) return given.length;
    if (!isPaged) return USUAL_LENGTH;
    // A size out of bounds is refused by the list itself, which says more of it.
    const size = first!(variables) ?? last!(variables);
    return typeof size === 'number' ? Math.min(Math.max(size, 0), MAX_SIZE) : DEFAULT_SIZE;
  };
}

/** Whether @skip or @include leaves the selection out. */
function isLeftOut({ directives = [] }: SelectionNode): (variables: Variables) => boolean {
  const conditions = directives.flatMap((directive) => {
    const unwanted = directive.name.value === 'skip' ? true : directive.name.value === 'include' ? false : null;
    return unwanted === null ? [] : [{ unwanted, value: valueOf(directive, 'if') }];
  });
  return (variables) => conditions.some(({ unwanted, value }) => value(variables) === unwanted);
}

/** What an argument is given; nothing is coerced, for execution refuses what is of another type. */
function valueOf(node: Pick<FieldNode, 'arguments'>, name: string): (variables: Variables) => unknown {
  const argument = node.arguments?.find((argument) => argument.name.value === name);
  return (variables) => (argument === undefined ? undefined : valueFromASTUntyped(argument.value, variables));
}

function defaultsOf({ variableDefinitions = [] }: OperationDefinitionNode): Variables {
  return Object.fromEntries(
    variableDefinitions.map(({ variable, defaultValue }) => [
      variable.name.value,
      defaultValue === undefined ? undefined : valueFromASTUntyped(defaultValue),
    ]),
  );
}
