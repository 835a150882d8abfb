import type { GraphQLError, OperationDefinitionNode, ValidationRule } from 'graphql';
import { foldSelections, type SelectionFold } from '../document/selection-fold.ts';

/**
 * A validation rule about a value folded from the selections of each operation. GraphQL Armor has such rules, but their
 * errors carry neither a code nor the number found, end the validation, and count the fields below `__type`.
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
