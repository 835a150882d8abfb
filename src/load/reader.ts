import DataLoader from 'dataloader';
import type { Reading } from './reading.ts';
import type { Readings } from './readings.ts';
import type { Row } from './record.ts';
import type { Key } from './relation.ts';
import type { Soon } from './soon.ts';
import type { Run } from './statement.ts';
import { rowsOf, statementFor } from './step.ts';

/** Where there is no parent. */
const NO_PARENT = '';

/**
 * Reads for one request. What is asked of one reading in one turn is read by one statement, which also reads what the
 * document goes on to ask of those rows: the loaders then have it before they are asked. Nothing is read twice.
 */
export class Reader {
  readonly readings: Readings;
  readonly run: Run;
  readonly #shown: { readonly reading: Reading; readonly rows: readonly Row[] }[] = [];
  readonly #known = new Map<Reading, Map<string, unknown>>();
  readonly #loaders = new Map<Reading, DataLoader<Key, unknown, string>>();

  constructor(run: Run, readings: Readings) {
    this.run = run;
    this.readings = readings;
  }

  read(reading: Reading, key: Key = NO_PARENT): Soon<unknown> {
    const known = this.#known.get(reading);
    const name = String(key);
    if (known?.has(name)) return known.get(name);
    let loader = this.#loaders.get(reading);
    if (loader === undefined) {
      loader = new DataLoader((keys) => this.#readAll(reading, keys), { cacheKeyFn: String });
      this.#loaders.set(reading, loader);
    }
    return loader.load(key);
  }

  /** Reads without waiting for others that ask for the same. */
  async readAlone(reading: Reading): Promise<unknown> {
    return (await this.#readAll(reading, [NO_PARENT]))[0];
  }

  /** `Type:id` of every node that was read. */
  nodesRead(): ReadonlySet<string> {
    const nodes = new Set<string>();
    for (const { reading, rows } of this.#shown) {
      const shown = reading.nodes.length === 0 ? [] : rows.slice(0, reading.size);
      for (const [type, cell] of reading.nodes)
        for (const row of shown) if (row[cell] !== null) nodes.add(`${type}:${row[cell] as string}`);
    }
    return nodes;
  }

  async #readAll(reading: Reading, keys: readonly Key[]): Promise<unknown[]> {
    const joined = this.readings.statementOf(reading);
    const { steps } = joined;
    const { text, parameters } = statementFor(joined, keys);
    const found = rowsOf(steps, await this.run(text, parameters));
    steps.forEach(({ reading, source }, index) => {
      if (source !== null)
        this.#learn(reading, this.#grouped(reading, found[index]!, keysIn(found[source.step]!, source.cells)));
    });
    const values = this.#grouped(reading, found[0]!, keys.map(String));
    this.#learn(reading, values);
    return keys.map((key) => values.get(String(key)));
  }

  /** The value of each of the keys, from the rows that have it in their first cells. */
  #grouped(reading: Reading, rows: readonly Row[], keys: readonly string[]): Map<string, unknown> {
    const { keyWidth, valueOf } = reading;
    const groups = keyWidth === 0 ? new Map([[NO_PARENT, rows]]) : groupsOf(rows, keyWidth === 1 ? [0] : [0, 1]);
    const values = new Map<string, unknown>();
    for (const key of keys) {
      if (values.has(key)) continue;
      const group = groups.get(key);
      values.set(key, valueOf(group ?? []));
      if (group !== undefined) this.#shown.push({ reading, rows: group });
    }
    return values;
  }

  #learn(reading: Reading, values: Map<string, unknown>): void {
    const known = this.#known.get(reading);
    if (known === undefined) this.#known.set(reading, values);
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
  return cells.length === 1 ? (row[cells[0]!] as string) : cells.map((cell) => row[cell]).join(',');
}
