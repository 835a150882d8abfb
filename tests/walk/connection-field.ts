import { getNamedType, getNullableType, isEnumType, isInputObjectType, isListType, isObjectType } from 'graphql';
import type { GraphQLArgument, GraphQLField, GraphQLInputType, GraphQLObjectType, GraphQLSchema } from 'graphql';

/** A field of the schema that answers with a connection. */
export interface ConnectionField {
  /** `Publication.issues`. */
  readonly name: string;
  readonly parent: GraphQLObjectType;
  readonly field: GraphQLField<unknown, unknown>;
}

const PAGING = ['first', 'after', 'last', 'before'];

/** Every field with the arguments and the shape of a connection, of whatever type. */
export function connectionFields(schema: GraphQLSchema): readonly ConnectionField[] {
  return Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .flatMap((parent) =>
      Object.values(parent.getFields())
        .filter(isConnection)
        .map((field) => ({ name: `${parent.name}.${field.name}`, parent, field })),
    );
}

function isConnection({ type, args }: GraphQLField<unknown, unknown>): boolean {
  const named = getNamedType(type);
  return (
    isObjectType(named) && 'edges' in named.getFields() && PAGING.every((name) => args.some((arg) => arg.name === name))
  );
}

/** Every order and direction that the connection takes. */
export function ordersOf({ field }: ConnectionField): readonly object[] {
  const type = field.args.find(({ name }) => name === 'orderBy')?.type;
  const order = type && getNullableType(type);
  if (!isInputObjectType(order)) return [];
  return Object.values(order.getFields()).reduce<object[]>(
    (orders, { name, type: part }) => {
      const named = getNamedType(part);
      if (!isEnumType(named)) throw new Error(`${order.name}.${name} is no enum.`);
      return orders.flatMap((each) => named.getValues().map((value) => ({ ...each, [name]: value.name })));
    },
    [{}],
  );
}

/** A place among the arguments that filters a connection. */
export interface Narrowing {
  /** `filter.publishedOn.from`. */
  readonly path: readonly string[];
  /** The input object that holds it, or the field for an argument. */
  readonly owner: string;
  readonly type: GraphQLInputType;
  /** The arguments with only this value. */
  with(value: unknown): Readonly<Record<string, unknown>>;
}

/** Every place that filters it, each field of a filter by itself. */
export function narrowingsOf({ field }: ConnectionField): readonly Narrowing[] {
  return field.args
    .filter(({ name }) => !PAGING.includes(name) && name !== 'orderBy')
    .flatMap((arg: GraphQLArgument) => leavesOf([arg.name], arg.type, field.name));
}

function leavesOf(path: readonly string[], type: GraphQLInputType, owner: string): Narrowing[] {
  const nullable = getNullableType(type);
  if (isInputObjectType(nullable))
    return Object.values(nullable.getFields()).flatMap((inner) =>
      leavesOf([...path, inner.name], inner.type, nullable.name),
    );
  const isList = isListType(nullable);
  return [
    {
      path,
      owner,
      type,
      with: (value) =>
        path.reduceRight((inner: unknown, name) => ({ [name]: inner }), isList ? [value] : value) as Record<
          string,
          unknown
        >,
    },
  ];
}
