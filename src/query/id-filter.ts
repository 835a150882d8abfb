import { isOneOf } from './condition.ts';
import { arrayLiteral } from './statement.ts';
import type { Bind } from './statement.ts';

/** Which nodes a row must be related to: all of these, and any of those. What is not given is no condition. */
export interface IdFilter {
  readonly all?: readonly string[] | null | undefined;
  readonly any?: readonly string[] | null | undefined;
}

/** A node that every matching row is related to, if the filter names one: rows can be reached from it. */
export function certainId(filter: IdFilter | null | undefined): string | undefined {
  const [one, ...others] = new Set(filter?.any);
  return filter?.all?.[0] ?? (others.length === 0 ? one : undefined);
}

/**
 * The row is related to all and any of the nodes, apart from `known`, to which it certainly is. `rows` are those that
 * relate it to nodes, followed by a condition that ties them to the row; `column` holds the id of the node.
 */
export function isRelatedTo(
  filter: IdFilter | null | undefined,
  known: string | null,
  rows: string,
  column: string,
  bind: Bind,
): string[] {
  const { all, any } = filter ?? {};
  const [one, ...others] = new Set(all?.filter((id) => id !== known));
  const has = (condition: string) => `exists (select from ${rows} and ${condition})`;
  const hasEach = (ids: readonly string[]) => {
    const asked = `unnest(${bind(arrayLiteral(ids), 'uuid[]')}) asked(id)`;
    return `not exists (select from ${asked} where not ${has(`${column} = asked.id`)})`;
  };
  return [
    ...(one === undefined
      ? []
      : [others.length === 0 ? has(`${column} = ${bind(one, 'uuid')}`) : hasEach([one, ...others])]),
    ...(known !== null && any?.includes(known) === true ? [] : isOneOf(any, 'uuid', column, bind).map(has)),
  ];
}
