import type { Queries } from '../store/query-pool.ts';
import type { Bind } from './listing.ts';
import type { Row } from './record.ts';

export type Parameter = string | number | null;

export interface Statement {
  readonly text: string;
  readonly parameters: readonly Parameter[];
}

/** Runs a fixed-shape statement. */
export type Run = (text: string, parameters: readonly Parameter[]) => Promise<readonly Row[]>;

/**
 * How many different statements a pool keeps prepared. Connections never forget one, and clients may ask for ever new
 * ones.
 */
const MOST_PREPARED = 2_000;

const preparedOn = new WeakMap<Queries, Set<string>>();

/** Runs statements on this pool, prepared if the pool prepares and has not prepared too many. */
export function runOn(queries: Queries): Run {
  return async (text, parameters) =>
    queries.unsafe(text, parameters.map(storable), { prepare: isPrepared(queries, text) }).values();
}

function isPrepared(queries: Queries, text: string): boolean {
  if (!queries.options.prepare) return false;
  let prepared = preparedOn.get(queries);
  if (prepared === undefined) preparedOn.set(queries, (prepared = new Set()));
  if (prepared.size < MOST_PREPARED) prepared.add(text);
  return prepared.has(text);
}

/** Postgres takes no NUL in a text, so that nothing stored has one. What asks for it asks for what is nowhere. */
function storable(value: Parameter): Parameter {
  return typeof value === 'string' ? value.replaceAll('\0', '\ufffd') : value;
}

/** Collects the values that are bound while a statement is written. */
export function binder(): { readonly parameters: Parameter[]; readonly bind: Bind } {
  const parameters: Parameter[] = [];
  return {
    parameters,
    bind: (value, type) => {
      parameters.push(value);
      return `$${parameters.length}::${type}`;
    },
  };
}
