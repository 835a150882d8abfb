import { pathTo } from './path.ts';
import type { PlanNode, SelectedPaths } from './plan-node.ts';
import { edgeShape } from './relation.ts';
import type { Relations } from './relation.ts';
import { fetchName } from './selection-plan.ts';
import type { FetchKind, NestedFetch } from './selection-plan.ts';
import { expression, record } from './shape.ts';
import type { Shape } from './shape.ts';

/** A record in the rows of a fetch: the row itself, or what is at a path in it. */
export interface PlannedRecord {
  readonly kind: 'record';
  readonly node: PlanNode;
  readonly path: string;
}

/** A list of which nothing is fetched yet. */
export interface PlannedList {
  readonly kind: 'list';
  readonly relation: string;
  readonly args: unknown;
  /** Whose list it is; undefined for a list of everything. */
  readonly parent: PlannedRecord | undefined;
  readonly key: readonly string[];
}

/** What the rows of a fetch are made of. */
export type ShapeOf = (relation: string, kind: FetchKind, args: unknown) => Shape<unknown>;

/** What the rows of these relations are made of. */
export function shapesOf(relations: Relations): ShapeOf {
  return (name, kind, args) => {
    const relation = relations[name];
    if (relation === undefined) throw new Error(`There is no relation ${name}.`);
    if (kind === 'count') return record({});
    return relation.kind === 'list'
      ? record({ ...edgeShape(relation, args as never).properties, cursor: expression('') })
      : relation.shape;
  };
}

/** The fetches of a document, and what it selects of their rows, as they are found. */
export class PlanBuilder {
  readonly nodes: PlanNode[] = [];
  /** By relation. */
  readonly selected = new Map<string, SelectedPaths>();
  readonly #shapeOf: ShapeOf;
  readonly #lists = new Map<string, PlanNode>();

  constructor(shapeOf: ShapeOf) {
    this.#shapeOf = shapeOf;
  }

  /**
   * The rows of a relation, by the ids that `key` names in the parent. Without a parent they are asked for by value.
   */
  rows(parent: PlannedRecord | undefined, relation: string, key: readonly string[], isCertain: boolean): PlannedRecord {
    const node =
      parent === undefined || key.length === 0
        ? this.#node(relation, 'rows', null)
        : this.#nested(parent, { relation, kind: 'rows', key: this.#keyIn(parent, key), args: null }, isCertain);
    return { kind: 'record', node, path: '' };
  }

  list(parent: PlannedRecord | undefined, relation: string, key: readonly string[], args: unknown): PlannedList {
    return parent === undefined || key.length === 0
      ? { kind: 'list', relation, args, parent: undefined, key: [] }
      : { kind: 'list', relation, args, parent, key: this.#keyIn(parent, key) };
  }

  /** The edges of a list's page, or its count. */
  fetched({ parent, relation, key, args }: PlannedList, kind: 'page' | 'count', isCertain: boolean): PlannedRecord {
    const node =
      parent === undefined
        ? this.#fetchOfEverything(relation, kind, args)
        : this.#nested(parent, { relation, kind, key, args }, isCertain);
    return { kind: 'record', node, path: '' };
  }

  /** What is at a path of a record; of what is in that nothing is selected yet. */
  at(record: PlannedRecord, path: string): PlannedRecord {
    if (path === '') return record;
    const inside = pathTo(record.path, path);
    if (isKnown(record.node.shape, inside)) record.node.selected.paths.add(inside);
    return { ...record, path: inside };
  }

  /** Selects what is at a path of a record, and everything in it. */
  select(record: PlannedRecord, path: string): void {
    const inside = pathTo(record.path, path);
    for (const known of record.node.shape.cells.keys())
      if (isWithin(known, inside)) record.node.selected.paths.add(known);
  }

  selectedOf(relation: string): SelectedPaths {
    let selected = this.selected.get(relation);
    if (selected === undefined) this.selected.set(relation, (selected = { paths: new Set(), isWhole: false }));
    return selected;
  }

  #keyIn(record: PlannedRecord, key: readonly string[]): readonly string[] {
    return key.map((path) => this.at(record, path).path);
  }

  #nested(parent: PlannedRecord, fetch: Omit<NestedFetch, 'nested'>, isCertain: boolean): PlanNode {
    const { nested } = parent.node;
    const id = JSON.stringify(fetch);
    const known = nested.get(id);
    if (known !== undefined) {
      known.isCertain ||= isCertain;
      return known.node;
    }
    const node = this.#node(fetch.relation, fetch.kind, fetch.args);
    nested.set(id, { fetch, node, isCertain });
    return node;
  }

  /** Asked for again with the same arguments, as for its edges and for its page info, it is the same. */
  #fetchOfEverything(relation: string, kind: FetchKind, args: unknown): PlanNode {
    const id = JSON.stringify([relation, kind, args]);
    const node = this.#lists.get(id) ?? this.#node(relation, kind, args);
    this.#lists.set(id, node);
    return node;
  }

  #node(relation: string, kind: FetchKind, args: unknown): PlanNode {
    const node: PlanNode = {
      name: fetchName(relation, kind),
      shape: this.#shapeOf(relation, kind, args),
      nested: new Map(),
      selected: this.selectedOf(relation),
    };
    this.nodes.push(node);
    return node;
  }
}

function isKnown({ cells }: Shape<unknown>, path: string): boolean {
  if (cells.has(path)) return true;
  for (const known of cells.keys()) if (isWithin(known, path)) return true;
  return false;
}

function isWithin(path: string, record: string): boolean {
  return path === record || path.startsWith(`${record}.`);
}
