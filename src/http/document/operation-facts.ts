import type { SelectionFold } from './selection-fold.ts';
import { isIntrospection } from './selection-fold.ts';
import { variablesIn, variablesInDirectives } from './variable-use.ts';

/** What the selections of an operation say about how it can be run. */
export interface OperationFacts {
  /** Whether it asks for the schema. */
  readonly hasIntrospection: boolean;
  /** The variables that decide what is selected. */
  readonly deciding: ReadonlySet<string>;
  /** The variables of the root fields. */
  readonly atRoot: ReadonlySet<string>;
  /** The variables of all fields below them. */
  readonly belowRoot: ReadonlySet<string>;
}

export const operationFacts: SelectionFold<OperationFacts> = {
  field: ({ node }, below) => {
    const deciding = variablesInDirectives(node.directives);
    return {
      hasIntrospection: isIntrospection(node) || (below?.hasIntrospection ?? false),
      deciding: new Set([...deciding, ...(below?.deciding ?? [])]),
      atRoot: new Set([...deciding, ...variablesIn(node.arguments)]),
      belowRoot: new Set([...(below?.atRoot ?? []), ...(below?.belowRoot ?? [])]),
    };
  },
  all: (parts) => ({
    hasIntrospection: parts.some(({ hasIntrospection }) => hasIntrospection),
    deciding: union(parts.map(({ deciding }) => deciding)),
    atRoot: union(parts.map(({ atRoot }) => atRoot)),
    belowRoot: union(parts.map(({ belowRoot }) => belowRoot)),
  }),
  spread: ({ directives }, facts) => {
    const deciding = variablesInDirectives(directives);
    return {
      ...facts,
      deciding: new Set([...deciding, ...facts.deciding]),
      atRoot: new Set([...deciding, ...facts.atRoot]),
    };
  },
};

function union(sets: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  return new Set(sets.flatMap((set) => [...set]));
}
