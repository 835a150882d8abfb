import { Kind, type SelectionSetNode, type ValidationRule } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { codedError } from './coded-error.ts';

/** Refuses operations whose fields are nested deeper than `maxDepth`. */
export function useDepthLimit(maxDepth: number): Plugin {
  const DepthLimitRule: ValidationRule = (context) => {
    const depthOfFragment = new Map<string, number>();

    function depthOf(selectionSet: SelectionSetNode): number {
      let deepest = 0;
      for (const selection of selectionSet.selections) {
        if (selection.kind === Kind.FIELD) {
          // Introspection has a rule of its own in graphql-js; the query that GraphiQL sends is 14 fields deep.
          const isIntrospection = selection.name.value === '__schema' || selection.name.value === '__type';
          const below = selection.selectionSet === undefined || isIntrospection ? 0 : depthOf(selection.selectionSet);
          deepest = Math.max(deepest, 1 + below);
        } else if (selection.kind === Kind.INLINE_FRAGMENT) {
          deepest = Math.max(deepest, depthOf(selection.selectionSet));
        } else {
          deepest = Math.max(deepest, depthOfSpread(selection.name.value));
        }
      }
      return deepest;
    }

    function depthOfSpread(name: string): number {
      const known = depthOfFragment.get(name);
      if (known !== undefined) return known;
      // Stands while the fragment is being measured: one that spreads itself is refused by another rule.
      depthOfFragment.set(name, 0);
      const fragment = context.getFragment(name);
      const depth = fragment ? depthOf(fragment.selectionSet) : 0;
      depthOfFragment.set(name, depth);
      return depth;
    }

    return {
      OperationDefinition(operation) {
        const depth = depthOf(operation.selectionSet);
        if (depth <= maxDepth) return;
        context.reportError(
          codedError(
            'QUERY_TOO_DEEP',
            `The query is ${depth} fields deep; at most ${maxDepth} are allowed (BANMIAN_MAX_DEPTH).`,
            { nodes: operation },
          ),
        );
      },
    };
  };
  return { onValidate: ({ addValidationRule }) => addValidationRule(DepthLimitRule) };
}
