import type { Plugin } from 'graphql-yoga';
import { isIntrospection, type SelectionFold } from '../document/selection-fold.ts';
import { HttpError } from '../error/http-error.ts';
import { operationRule } from './operation-rule.ts';

const depth: SelectionFold<number> = {
  // graphql-js itself bounds introspection; the query that GraphiQL sends is 14 fields deep.
  field: ({ node }, below) => 1 + (below === null || isIntrospection(node) ? 0 : below),
  all: (depths) => Math.max(0, ...depths),
};

/** Refuses operations whose fields are nested deeper than `maxDepth`. */
export function useDepthLimit(maxDepth: number): Plugin {
  const rule = operationRule(depth, (deepest, nodes) =>
    deepest <= maxDepth
      ? null
      : new HttpError(
          'QUERY_TOO_DEEP',
          `The query is ${deepest} fields deep; at most ${maxDepth} are allowed (BANMIAN_MAX_DEPTH).`,
          { nodes },
        ),
  );
  return { onValidate: ({ addValidationRule }) => addValidationRule(rule) };
}
