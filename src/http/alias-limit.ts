import { Kind, type SelectionSetNode, type ValidationRule } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { codedError } from './coded-error.ts';

/** Refuses operations that rename more than `maxAliases` fields: each alias may run the same costly field once more. */
export function useAliasLimit(maxAliases: number): Plugin {
  const AliasLimitRule: ValidationRule = (context) => {
    const countOfFragment = new Map<string, number>();

    function countIn(selectionSet: SelectionSetNode): number {
      let count = 0;
      for (const selection of selectionSet.selections) {
        if (selection.kind === Kind.FRAGMENT_SPREAD) {
          count += countInSpread(selection.name.value);
          continue;
        }
        if (selection.kind === Kind.FIELD && selection.alias !== undefined) count += 1;
        if (selection.selectionSet !== undefined) count += countIn(selection.selectionSet);
      }
      return count;
    }

    function countInSpread(name: string): number {
      const known = countOfFragment.get(name);
      if (known !== undefined) return known;
      countOfFragment.set(name, 0);
      const fragment = context.getFragment(name);
      const count = fragment ? countIn(fragment.selectionSet) : 0;
      countOfFragment.set(name, count);
      return count;
    }

    return {
      OperationDefinition(operation) {
        const count = countIn(operation.selectionSet);
        if (count <= maxAliases) return;
        context.reportError(
          codedError(
            'TOO_MANY_ALIASES',
            `The query uses ${count} aliases; at most ${maxAliases} are allowed (BANMIAN_MAX_ALIASES).`,
            { nodes: operation },
          ),
        );
      },
    };
  };
  return { onValidate: ({ addValidationRule }) => addValidationRule(AliasLimitRule) };
}
