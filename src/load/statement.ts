import type { Sql } from 'postgres';
import type { Bind } from './listing.ts';
import type { Row } from './record.ts';

export type Parameter = string | number | null;

export interface Statement {
  readonly text: string;
  readonly parameters: readonly Parameter[];
}

/** Runs a fixed-shape statement. */
export type Run = (text: string, parameters: readonly Parameter[]) => Promise<readonly Row[]>;

/** Runs statements on this pool, prepared if the pool prepares. */
export function runOn(sql: Sql): Run {
  const prepare = sql.options.prepare;
  return async (text, parameters) => sql.unsafe(text, parameters.map(storable), { prepare }).values();
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
