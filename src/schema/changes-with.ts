import type { GraphQLField } from 'graphql';

/**
 * What changes the value of a field, beside the nodes that the answer shows anyway. The cache goes by it; whatever is
 * below a list or an object counts by the field that leads there.
 *
 * - `node`: only its own node, as the importer writes it. So do columns, references that never change, and what is
 *   stored together with an article, an agreement or an issue.
 * - `shown`: every node of the types that it can show, or of its own type if it shows none.
 * - `feed`: everything that the table `changes` records, whatever the field shows. Announced as `Change`.
 * - `node and shown`: a list that changes with its owner, too, for a node that joins it does not change itself.
 */
export type ChangesWith = 'node' | 'shown' | 'node and shown' | 'feed';

/**
 * For the `extensions` of a field. A field without them changes with its `node` if it is a column, else with what is
 * `shown`.
 */
export function changesWith(what: ChangesWith): { readonly changesWith: ChangesWith } {
  return { changesWith: what };
}

export function changesWithOf({ extensions }: GraphQLField<unknown, unknown>): ChangesWith {
  const { changesWith: said, pothosExposedField: column } = extensions as Partial<ReturnType<typeof changesWith>> & {
    readonly pothosExposedField?: string;
  };
  return said ?? (column === undefined ? 'shown' : 'node');
}
