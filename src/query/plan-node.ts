import { unplanned } from './selection-plan.ts';
import type { NestedFetch, SelectionPlan } from './selection-plan.ts';
import type { Shape } from './shape.ts';

/** A fetch at one place of a document. */
export interface PlanNode {
  /** The fetch's name. */
  readonly name: string;
  readonly shape: Shape<unknown>;
  /** What is fetched by cells of its rows, by what tells it apart. */
  readonly nested: Map<string, NestedNode>;
  readonly selected: SelectedPaths;
}

interface NestedNode {
  readonly fetch: Omit<NestedFetch, 'nested'>;
  readonly node: PlanNode;
  /** No directive can leave it out. */
  isCertain: boolean;
}

/** What is selected of a relation's record, at all places of a document together. */
export interface SelectedPaths {
  readonly paths: Set<string>;
  /** There may be more than is known. */
  isWhole: boolean;
}

/** More fetches than this are not put into one statement: it would take long to plan. */
const MOST_NODES = 40;

/**
 * What to fetch along with what: that which all places fetch that ask for a fetch themselves. Their rows are read
 * together, and none must bring along what only another place needs.
 */
export function selectionPlanOf(
  nodes: readonly PlanNode[],
  selected: ReadonlyMap<string, SelectedPaths>,
): SelectionPlan {
  if (nodes.length > MOST_NODES) return unplanned;
  const paths = (relation: string) => {
    const known = selected.get(relation);
    return known?.isWhole === false ? known.paths : undefined;
  };
  const asking = new Set(nodes);
  for (const { nested } of nodes) for (const { node, isCertain } of nested.values()) if (isCertain) asking.delete(node);
  for (;;) {
    const plan = new Map<string, readonly NestedFetch[]>();
    const met = new Set(asking);
    for (const { name } of asking)
      plan.set(
        name,
        shared(
          [...asking].filter((node) => node.name === name),
          met,
        ),
      );
    if (met.size === nodes.length) return { nestedIn: (fetch) => plan.get(fetch) ?? [], paths };
    // What not all have in common is asked for by itself after all.
    for (const node of nodes) if (!met.has(node)) asking.add(node);
  }
}

/** What is fetched at each of the places; `met` is told of all places where it is. */
function shared([first, ...others]: readonly PlanNode[], met: Set<PlanNode>): NestedFetch[] {
  if (first === undefined) return [];
  return [...first.nested].flatMap(([id, nested]) => {
    const alike = [nested, ...others.flatMap((node) => node.nested.get(id) ?? [])];
    const isShared = alike.length === others.length + 1 && alike.every(({ isCertain }) => isCertain);
    if (!isShared || !nested.fetch.key.every((path) => first.shape.cells.has(path))) return [];
    const nodes = alike.map(({ node }) => node);
    for (const node of nodes) met.add(node);
    return [{ ...nested.fetch, nested: shared(nodes, met) }];
  });
}
