import type { Row } from './shape.ts';
import type { Parameter } from './statement.ts';

/** Executes a statement. */
export type Run = (text: string, parameters: readonly Parameter[]) => Promise<readonly Row[]>;

/** What sends statements to the database: the gateway's own pool, or one of postgres.js. */
export interface Pool {
  readonly options: { readonly prepare: boolean };
  unsafe(
    text: string,
    parameters: Parameter[],
    options: { readonly prepare: boolean },
  ): { values(): Promise<readonly Row[]> };
}

/**
 * How many different statements a pool keeps prepared. Connections never forget one, and clients may ask for ever new
 * ones.
 */
const MOST_PREPARED = 2_000;

const preparedOn = new WeakMap<Pool, Set<string>>();

/** Executes statements on this pool, prepared if the pool prepares and has not prepared too many. */
export function runOn(pool: Pool): Run {
  return async (text, parameters) =>
    pool.unsafe(text, parameters.map(storable), { prepare: isPrepared(pool, text) }).values();
}

function isPrepared(pool: Pool, text: string): boolean {
  if (!pool.options.prepare) return false;
  let prepared = preparedOn.get(pool);
  if (prepared === undefined) preparedOn.set(pool, (prepared = new Set()));
  if (prepared.size < MOST_PREPARED) prepared.add(text);
  return prepared.has(text);
}

/** Postgres accepts no NUL in a text, so nothing stored has one: what stands in for it here matches nothing either. */
function storable(value: Parameter): Parameter {
  return typeof value === 'string' ? value.replaceAll('\0', '\ufffd') : value;
}
