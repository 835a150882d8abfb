import type { GraphQLError, OperationDefinitionNode, ValidationRule } from 'graphql';
import { foldSelections, type SelectionFold } from '../document/selection-fold.ts';

/**
 * A validation rule about what the selections of each operation come to. GraphQL Armor has such rules, but they end the
 * validation at the first error, give it no code and nowhere to put the number found, and count what is below `__type`.
 */
export function operationRule<Value>(
  fold: SelectionFold<Value>,
  check: (value: Value, operation: OperationDefinitionNode) => GraphQLError | null,
): ValidationRule {
  return (context) => ({
    OperationDefinition(operation) {
      const findFragment = (name: string) => context.getFragment(name);
      const error = check(foldSelections(context.getSchema(), findFragment, operation, fold), operation);
      if (error !== null) context.reportError(error);
    },
  });
}
