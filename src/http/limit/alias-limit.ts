import type { Plugin } from 'graphql-yoga';
import type { SelectionFold } from '../document/selection-fold.ts';
import { HttpError } from '../error/http-error.ts';
import { operationRule } from './operation-rule.ts';

const aliasCount: SelectionFold<number> = {
  field: ({ node }, below) => (node.alias === undefined ? 0 : 1) + (below ?? 0),
  all: (counts) => counts.reduce((sum, count) => sum + count, 0),
};

/** Refuses operations that rename more than `maxAliases` fields: each alias can run the same costly field again. */
export function useAliasLimit(maxAliases: number): Plugin {
  const rule = operationRule(aliasCount, (count, nodes) =>
    count <= maxAliases
      ? null
      : new HttpError(
          'TOO_MANY_ALIASES',
          `The query uses ${count} aliases; at most ${maxAliases} are allowed (BANMIAN_MAX_ALIASES).`,
          { nodes },
        ),
  );
  return { onValidate: ({ addValidationRule }) => addValidationRule(rule) };
}
