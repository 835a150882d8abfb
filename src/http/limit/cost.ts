import { getNullableType, isListType, Kind, valueFromASTUntyped } from 'graphql';
import type {
  DocumentNode,
  FieldNode,
  GraphQLField,
  GraphQLSchema,
  OperationDefinitionNode,
  SelectionNode,
} from 'graphql';
import { DEFAULT_SIZE, MAX_SIZE } from '../../query/page.ts';
import { ownCost } from '../../schema/mutation.ts';
import { foldSelections, fragmentsOf, isIntrospection, type SelectedField } from '../document/selection-fold.ts';
import type { Variables } from '../document/variables.ts';
import { introspectionSizes } from './introspection-size.ts';

/**
 * The assumed length of a list without a page size, such as the parties of an agreement or the titles of a person.
 */
const USUAL_LENGTH = 5;

/**
 * What an object of introspection costs. It is all worked out synchronously, so that no timeout could stop it.
 */
const INTROSPECTION = 10;

/**
 * The objects that a selection may yield: those that are there once, and those that come with each item of a page.
 */
interface Cost {
  readonly once: number;
  readonly each: number;
}

interface Request {
  readonly variables: Variables;
  /** By name. Fragments that spread others twice would otherwise take exponential time. */
  readonly fragments: Map<string, Cost>;
}

type Count = (request: Request) => Cost;

const NOTHING: Cost = { once: 0, each: 0 };
const nothing: Count = () => NOTHING;

/** Counts the objects that a response may hold, given the variables of a request. */
export type CostCounter = (variables: Variables) => number;

/**
 * Creates the cost counter of an operation. Each connection, edge, node and other object counts as one, and each object
 * of introspection as ten. Scalars are free; a list without a size counts as five, one of introspection as its average
 * length, and what two fragments both select counts twice. A mutation counts as what it declares, too.
 *
 * Pothos has a plugin for this, but it needs a factor declared on every field and counts while resolvers are running.
 * Here arguments say how long lists are, and types which fields are lists. The document is walked once, not once a
 * request.
 */
export function costCounter(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): CostCounter {
  const defaults = defaultsOf(operation);
  const count = foldSelections<Count>(schema, fragmentsOf(document), operation, {
    field: (field, below) => unlessLeftOut(field.node, countOfField(schema, field, below)),
    all: sumOf,
    spread: (fragment, value) =>
      unlessLeftOut(fragment, fragment.kind === Kind.FRAGMENT_SPREAD ? once(fragment.name.value, value) : value),
  });
  return (variables) =>
    Math.ceil(
      count({ variables: defaults === null ? variables : { ...defaults, ...variables }, fragments: new Map() }).once,
    );
}

function sumOf(counts: readonly Count[]): Count {
  const parts = counts.filter((count) => count !== nothing);
  if (parts.length === 0) return nothing;
  return (request) => {
    let [once, each] = [0, 0];
    for (const part of parts) {
      const cost = part(request);
      once += cost.once;
      each += cost.each;
    }
    return { once, each };
  };
}

function countOfField(schema: GraphQLSchema, field: SelectedField, below: Count | null): Count {
  const { node, parent, definition } = field;
  if (parent === undefined || definition === undefined || below === null) return nothing;
  const known = introspectionSizes(schema).get(`${parent.name}.${definition.name}`);
  const sizeOf = known === undefined ? listSize(definition, node) : () => known;
  if (!isListType(getNullableType(definition.type))) {
    const factor = isIntrospection(node) ? INTROSPECTION : 1;
    const own = ownCost(definition);
    return (request) => {
      const { once, each } = below(request);
      return { once: own + factor * (1 + once + (each === 0 ? 0 : sizeOf(request.variables) * each)), each: 0 };
    };
  }
  if (parent.name.endsWith('Connection')) return (request) => ({ once: 0, each: 1 + below(request).once });
  return (request) => ({ once: sizeOf(request.variables) * (1 + below(request).once), each: 0 });
}

/** Counts a fragment once for each request. */
function once(name: string, count: Count): Count {
  return (request) => {
    const cost = request.fragments.get(name) ?? count(request);
    request.fragments.set(name, cost);
    return cost;
  };
}

/** The greatest length of a list, by its arguments if they say it. */
function listSize(field: GraphQLField<unknown, unknown>, node: FieldNode): (variables: Variables) => number {
  const first = valueOf(node, 'first');
  const last = valueOf(node, 'last');
  const ids = valueOf(node, 'ids');
  const isPaged = field.args.some(({ name }) => name === 'first');
  return (variables) => {
    const given = ids(variables);
    if (Array.isArray(given)) return given.length;
    if (!isPaged) return USUAL_LENGTH;
    // The list itself refuses a size out of bounds, with a better message.
    const size = first(variables) ?? last(variables);
    return typeof size === 'number' ? Math.min(Math.max(size, 0), MAX_SIZE) : DEFAULT_SIZE;
  };
}

/** The cost of a selection, which @skip or @include may leave out. */
function unlessLeftOut({ directives = [] }: SelectionNode, count: Count): Count {
  const conditions = directives.flatMap((directive) => {
    const unwanted = directive.name.value === 'skip' ? true : directive.name.value === 'include' ? false : null;
    return unwanted === null ? [] : [{ unwanted, value: valueOf(directive, 'if') }];
  });
  if (conditions.length === 0 || count === nothing) return count;
  return (request) =>
    conditions.some(({ unwanted, value }) => value(request.variables) === unwanted) ? NOTHING : count(request);
}

/** The value of an argument, not coerced: variables of the wrong type are refused elsewhere. */
function valueOf(node: Pick<FieldNode, 'arguments'>, name: string): (variables: Variables) => unknown {
  const argument = node.arguments?.find((argument) => argument.name.value === name);
  return (variables) => (argument === undefined ? undefined : valueFromASTUntyped(argument.value, variables));
}

/** null when no variable has a default. */
function defaultsOf({ variableDefinitions = [] }: OperationDefinitionNode): Variables | null {
  if (variableDefinitions.every(({ defaultValue }) => defaultValue === undefined)) return null;
  return Object.fromEntries(
    variableDefinitions.map(({ variable, defaultValue }) => [
      variable.name.value,
      defaultValue === undefined ? undefined : valueFromASTUntyped(defaultValue),
    ]),
  );
}
