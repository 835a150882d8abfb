import {
  Kind,
  type ConstArgumentNode,
  type ConstDirectiveNode,
  type ArgumentNode,
  type DirectiveNode,
  type ValueNode,
} from 'graphql';

/** The names of the variables in these arguments. */
export function variablesIn(args: readonly (ArgumentNode | ConstArgumentNode)[] = []): string[] {
  return args.flatMap(({ value }) => variablesOf(value));
}

/** The names of the variables in the arguments of these directives. */
export function variablesInDirectives(directives: readonly (DirectiveNode | ConstDirectiveNode)[] = []): string[] {
  return directives.flatMap((directive) => variablesIn(directive.arguments));
}

function variablesOf(value: ValueNode): string[] {
  switch (value.kind) {
    case Kind.VARIABLE:
      return [value.name.value];
    case Kind.LIST:
      return value.values.flatMap(variablesOf);
    case Kind.OBJECT:
      return value.fields.flatMap((field) => variablesOf(field.value));
    default:
      return [];
  }
}
