import { getNullableType, isAbstractType, isLeafType, isListType, isNonNullType, isObjectType } from 'graphql';
import type { GraphQLNamedType, GraphQLObjectType, GraphQLOutputType, GraphQLSchema } from 'graphql';

/**
 * What one query cannot ask of two types together: fields of one name whose types differ, or are not null in one only,
 * at any depth below them. It is the rule of the GraphQL specification that fields in a set can merge
 * (`SameResponseShape`), for whole types.
 */
export function mergeConflicts(schema: GraphQLSchema, types: readonly GraphQLObjectType[]): string[] {
  const seen = new Set<string>();
  const conflicts: string[] = [];

  function meet(one: GraphQLObjectType, other: GraphQLObjectType, path: string): void {
    const [first, second] = [one.name, other.name].toSorted();
    if (one === other || seen.has(`${first} ${second}`)) return;
    seen.add(`${first} ${second}`);
    for (const [name, { type }] of Object.entries(one.getFields())) {
      const twin = other.getFields()[name];
      if (twin !== undefined) compare(type, twin.type, `${path}${one.name}/${other.name}.${name}`);
    }
  }

  function compare(one: GraphQLOutputType, other: GraphQLOutputType, path: string): void {
    const [bare, bareOther] = [getNullableType(one), getNullableType(other)];
    if (isNonNullType(one) !== isNonNullType(other) || isListType(bare) !== isListType(bareOther)) conflict();
    else if (isListType(bare) && isListType(bareOther))
      compare(bare.ofType as GraphQLOutputType, bareOther.ofType as GraphQLOutputType, path);
    else if (isLeafType(bare) || isLeafType(bareOther)) {
      if (bare !== bareOther) conflict();
    } else
      for (const a of objectsOf(bare as GraphQLNamedType))
        for (const b of objectsOf(bareOther as GraphQLNamedType)) meet(a, b, `${path} `);

    function conflict(): void {
      conflicts.push(`${path}: ${String(one)} or ${String(other)}`);
    }
  }

  function objectsOf(type: GraphQLNamedType): readonly GraphQLObjectType[] {
    return isAbstractType(type) ? schema.getPossibleTypes(type) : isObjectType(type) ? [type] : [];
  }

  for (const [index, one] of types.entries()) for (const other of types.slice(index + 1)) meet(one, other, '');
  return conflicts;
}
