import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type {
  GraphQLArgument,
  GraphQLField,
  GraphQLInputField,
  GraphQLInputType,
  GraphQLObjectType,
  GraphQLSchema,
} from 'graphql';

/** One place of the schema that takes a value from the caller: an argument, or a field of an input object in one. */
export interface ArgumentPath {
  /** `Query.people(filter.name)`. */
  readonly name: string;
  /** Of the value, without `!`. */
  readonly type: GraphQLInputType;
  /** A document with the variable `$value` in that place, below parents that exist. */
  readonly document: string;
}

/** Values for arguments that must be given on the way, by the argument's name. */
export type Samples = Readonly<Record<string, string>>;

/**
 * Every place of the schema that takes a value, each with a document that reaches it by the shortest way from `Query`.
 * Throws for one that no document can reach with these samples.
 */
export function argumentPaths(schema: GraphQLSchema, samples: Samples): readonly ArgumentPath[] {
  return [...waysTo(schema, samples)].flatMap(([type, way]) => pathsOf(type, way, samples, 'query'));
}

/** Every place of the mutations that takes a value; none is below another, so each is reached at once. */
export function mutationArgumentPaths(schema: GraphQLSchema, samples: Samples): readonly ArgumentPath[] {
  const mutation = schema.getMutationType();
  return mutation ? pathsOf(mutation, (selection) => `{ ${selection} }`, samples, 'mutation') : [];
}

function pathsOf(type: GraphQLObjectType, way: Way, samples: Samples, operation: string): readonly ArgumentPath[] {
  return Object.values(type.getFields()).flatMap((field) =>
    field.args.flatMap((argument) =>
      placesIn(argument, [argument.name], false, new Set()).map(({ path, type: valueType, isNeeded }) => ({
        name: `${type.name}.${field.name}(${path.join('.')})`,
        type: getNullableType(valueType),
        document: `${operation} ($value: ${String(getNullableType(valueType))}${isNeeded ? '!' : ''}) ${way(selected(field, path, samples))}`,
      })),
    ),
  );
}

/** A selection below `Query`, given the one at its end. */
type Way = (selection: string) => string;

/** The shortest way to each object type. */
function waysTo(schema: GraphQLSchema, samples: Samples): ReadonlyMap<GraphQLObjectType, Way> {
  const query = schema.getQueryType();
  if (!query) throw new Error('The schema has no queries.');
  const ways = new Map<GraphQLObjectType, Way>([[query, (selection) => `{ ${selection} }`]]);
  // First without arguments, since fields without any exist in every archive; then with the required ones.
  for (const isPlain of [true, false]) {
    for (const [type, way] of ways) {
      for (const field of Object.values(type.getFields())) {
        if (isPlain && field.args.some(isRequired)) continue;
        for (const [next, select] of selectionsOf(field, schema, samples))
          if (!ways.has(next)) ways.set(next, (inner) => way(select(inner)));
      }
    }
  }
  return ways;
}

/** The object types that a field can show, each with the selection of it. */
function selectionsOf(
  field: GraphQLField<unknown, unknown>,
  schema: GraphQLSchema,
  samples: Samples,
): [GraphQLObjectType, Way][] {
  const returned = getNamedType(field.type);
  if (isObjectType(returned))
    return [[returned, (inner) => `${field.name}${requiredArguments(field, samples)} { ${inner} }`]];
  if (!isAbstractType(returned)) return [];
  return schema
    .getPossibleTypes(returned)
    .map((type) => [
      type,
      (inner) => `${field.name}${requiredArguments(field, samples)} { ... on ${type.name} { ${inner} } }`,
    ]);
}

interface Place {
  readonly path: readonly string[];
  readonly type: GraphQLInputType;
  /** A variable in this place must not be null, because of its type or because the object takes exactly one field. */
  readonly isNeeded: boolean;
}

function placesIn(
  input: GraphQLArgument | GraphQLInputField,
  path: readonly string[],
  isOneOf: boolean,
  seen: ReadonlySet<unknown>,
): Place[] {
  const named = getNamedType(input.type);
  const place = { path, type: input.type, isNeeded: isNonNullType(input.type) || isOneOf };
  if (!isInputObjectType(named) || seen.has(named)) return [place];
  const inner = new Set([...seen, named]);
  return [
    place,
    ...Object.values(named.getFields()).flatMap((field) =>
      placesIn(field, [...path, field.name], named.isOneOf, inner),
    ),
  ];
}

/** The field with the variable at the path, and its other required arguments. */
function selected(field: GraphQLField<unknown, unknown>, [name, ...rest]: readonly string[], samples: Samples): string {
  const args = field.args.flatMap((argument) => {
    if (argument.name === name) return [`${name}: ${valueAt(argument.type, rest, samples)}`];
    return isRequired(argument) ? [sampleOf(argument, samples)] : [];
  });
  return `${field.name}(${args.join(', ')})${isCompositeType(getNamedType(field.type)) ? ' { __typename }' : ''}`;
}

function valueAt(type: GraphQLInputType, [name, ...rest]: readonly string[], samples: Samples): string {
  if (name === undefined) return '$value';
  const nullable = getNullableType(type);
  if (isListType(nullable)) return `[${valueAt(nullable.ofType as GraphQLInputType, [name, ...rest], samples)}]`;
  if (!isInputObjectType(nullable)) throw new Error(`${String(type)} has no field ${name}.`);
  const fields = Object.values(nullable.getFields()).flatMap((field) => {
    if (field.name === name) return [`${name}: ${valueAt(field.type, rest, samples)}`];
    return isRequired(field) ? [sampleOf(field, samples)] : [];
  });
  return `{ ${fields.join(', ')} }`;
}

function requiredArguments({ args }: GraphQLField<unknown, unknown>, samples: Samples): string {
  const required = args.filter(isRequired).map((argument) => sampleOf(argument, samples));
  return required.length === 0 ? '' : `(${required.join(', ')})`;
}

function sampleOf({ name }: GraphQLArgument | GraphQLInputField, samples: Samples): string {
  const sample = samples[name];
  if (sample === undefined) throw new Error(`There is no sample for the argument ${name}.`);
  return `${name}: ${sample}`;
}

function isRequired({ type, defaultValue }: GraphQLArgument | GraphQLInputField): boolean {
  return isNonNullType(type) && defaultValue === undefined;
}
