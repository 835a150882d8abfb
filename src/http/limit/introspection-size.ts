import { isEnumType, isInputObjectType, isInterfaceType, isObjectType, isUnionType, type GraphQLSchema } from 'graphql';

const known = new WeakMap<GraphQLSchema, ReadonlyMap<string, number>>();

/** The average lengths of introspection's lists in this schema, by type and field such as `__Type.fields`. */
export function introspectionSizes(schema: GraphQLSchema): ReadonlyMap<string, number> {
  const sizes = known.get(schema) ?? measured(schema);
  known.set(schema, sizes);
  return sizes;
}

function measured(schema: GraphQLSchema): ReadonlyMap<string, number> {
  const types = Object.values(schema.getTypeMap());
  const withFields = types.filter((type) => isObjectType(type) || isInterfaceType(type));
  const fields = withFields.flatMap((type) => Object.values(type.getFields()));
  const directives = schema.getDirectives();
  const total = (lengths: readonly number[]): number => lengths.reduce((sum, length) => sum + length, 0);
  const aType = (lengths: readonly number[]): number => total(lengths) / types.length;
  return new Map([
    ['__Schema.types', types.length],
    ['__Schema.directives', directives.length],
    ['__Type.fields', fields.length / types.length],
    ['__Type.interfaces', aType(withFields.map((type) => type.getInterfaces().length))],
    [
      '__Type.possibleTypes',
      aType(
        types.map((type) => (isInterfaceType(type) || isUnionType(type) ? schema.getPossibleTypes(type).length : 0)),
      ),
    ],
    ['__Type.enumValues', aType(types.map((type) => (isEnumType(type) ? type.getValues().length : 0)))],
    [
      '__Type.inputFields',
      aType(types.map((type) => (isInputObjectType(type) ? Object.keys(type.getFields()).length : 0))),
    ],
    ['__Field.args', total(fields.map(({ args }) => args.length)) / fields.length],
    ['__Directive.args', total(directives.map(({ args }) => args.length)) / directives.length],
  ]);
}
