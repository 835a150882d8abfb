import DataLoader from 'dataloader';
import { rowsOf, statementFor } from './combined-statement.ts';
import type { Fetch } from './fetch.ts';
import type { MaybePromise } from './maybe-promise.ts';
import type { QueryPlan } from './query-plan.ts';
import type { Key } from './relation.ts';
import type { Run } from './run.ts';
import type { Row } from './shape.ts';

/** The key where there is no parent. */
const NO_PARENT = '';

/**
 * Loads for one request. What is asked of one fetch in one turn is read by one statement, which also reads what the
 * document goes on to ask for those rows: it is there before it is asked for. Nothing is read twice.
 */
export class BatchLoader {
  readonly plan: QueryPlan;
  readonly run: Run;
  readonly #shown: { readonly fetch: Fetch; readonly rows: readonly Row[] }[] = [];
  readonly #known = new Map<Fetch, Map<string, unknown>>();
  readonly #loaders = new Map<Fetch, DataLoader<Key, unknown, string>>();

  constructor(run: Run, plan: QueryPlan) {
    this.run = run;
    this.plan = plan;
  }

  load(fetch: Fetch, key: Key = NO_PARENT): MaybePromise<unknown> {
    const known = this.#known.get(fetch);
    const name = String(key);
    if (known?.has(name)) return known.get(name);
    let loader = this.#loaders.get(fetch);
    if (loader === undefined) {
      loader = new DataLoader((keys) => this.#loadAll(fetch, keys), { cacheKeyFn: String });
      this.#loaders.set(fetch, loader);
    }
    return loader.load(key);
  }

  /** Loads without waiting for others that ask for the same. */
  async loadAlone(fetch: Fetch): Promise<unknown> {
    return (await this.#loadAll(fetch, [NO_PARENT]))[0];
  }

  /** `Type:id` of every node that was read. */
  nodesRead(): ReadonlySet<string> {
    const nodes = new Set<string>();
    for (const { fetch, rows } of this.#shown) {
      const shown = fetch.nodes.length === 0 ? [] : rows.slice(0, fetch.size);
      for (const [type, cell] of fetch.nodes)
        for (const row of shown) if (row[cell] !== null) nodes.add(`${type}:${row[cell] as string}`);
    }
    return nodes;
  }

  async #loadAll(fetch: Fetch, keys: readonly Key[]): Promise<unknown[]> {
    const combined = this.plan.statementOf(fetch);
    const { text, parameters } = statementFor(combined, keys);
    const found = rowsOf(combined.steps, await this.run(text, parameters));
    const rowsAt = (step: number): readonly Row[] => found[step] ?? [];
    combined.steps.forEach(({ fetch, source }, index) => {
      if (source !== null)
        this.#learn(fetch, this.#grouped(fetch, rowsAt(index), keysIn(rowsAt(source.step), source.cells)));
    });
    const values = this.#grouped(fetch, rowsAt(0), keys.map(String));
    this.#learn(fetch, values);
    return keys.map((key) => values.get(String(key)));
  }

  /** The value of each of the keys, from the rows that have it in their first cells. */
  #grouped(fetch: Fetch, rows: readonly Row[], keys: readonly string[]): Map<string, unknown> {
    const { keyWidth, valueOf } = fetch;
    const groups = keyWidth === 0 ? new Map([[NO_PARENT, rows]]) : groupsOf(rows, keyWidth === 1 ? [0] : [0, 1]);
    const values = new Map<string, unknown>();
    for (const key of keys) {
      if (values.has(key)) continue;
      const group = groups.get(key);
      values.set(key, valueOf(group ?? []));
      if (group !== undefined) this.#shown.push({ fetch, rows: group });
    }
    return values;
  }

  #learn(fetch: Fetch, values: Map<string, unknown>): void {
    const known = this.#known.get(fetch);
    if (known === undefined) this.#known.set(fetch, values);
    else for (const [key, value] of values) known.set(key, value);
  }
}

/** The rows by what these cells hold. Those of one parent mostly follow on each other. */
function groupsOf(rows: readonly Row[], cells: readonly number[]): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  let last: string | undefined;
  let group: Row[] = [];
  for (const row of rows) {
    const key = keyIn(row, cells);
    if (key !== last) {
      group = groups.get(key) ?? [];
      groups.set(key, group);
      last = key;
    }
    group.push(row);
  }
  return groups;
}

/** The ids that the cells of the rows hold. */
function keysIn(rows: readonly Row[], cells: readonly number[]): string[] {
  return rows.filter((row) => cells.every((cell) => row[cell] !== null)).map((row) => keyIn(row, cells));
}

function keyIn(row: Row, cells: readonly number[]): string {
  return cells.length === 1 ? (row[cells[0] ?? 0] as string) : cells.map((cell) => row[cell]).join(',');
}
