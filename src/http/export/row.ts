/** A row of an export: a node with what is told of it, under the names of the API. */
export type Row = Readonly<Record<string, unknown>>;

interface AnsweredList {
  readonly edges?: readonly unknown[];
  readonly nodes?: readonly unknown[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** The page of a list that an answer has. */
function pageIn(row: Row, list: string): AnsweredList {
  return row[list] as AnsweredList;
}

/** The cursor after which the list goes on; null when the answer has all of it. */
export function restOf(row: Row, list: string): string | null {
  const { hasNextPage, endCursor } = pageIn(row, list).pageInfo;
  return hasNextPage ? endCursor : null;
}

/** The row of an answered node, with these lists written as plain ones: of their edges, or else of their nodes. */
export function rowOf(answered: Row, lists: readonly string[]): Row {
  return Object.fromEntries(
    Object.entries(answered).map(([name, value]) => [name, lists.includes(name) ? itemsIn(answered, name) : value]),
  );
}

/** The items of a list's page. */
export function itemsIn(answered: Row, list: string): readonly unknown[] {
  const { edges, nodes } = pageIn(answered, list);
  return edges ?? nodes ?? [];
}
