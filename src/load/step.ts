import { arrayOf } from './condition.ts';
import type { Reading } from './reading.ts';
import type { Row } from './record.ts';
import type { Key, Parents } from './relation.ts';
import { binder } from './statement.ts';
import type { Parameter, Statement } from './statement.ts';

/** A reading within a statement, and where its parents come from. */
export interface Step {
  readonly reading: Reading;
  /** The step whose rows name the parents, and the cells that do; none where the loader was given them. */
  readonly source: { readonly step: number; readonly cells: readonly number[] } | null;
}

/** One statement for some steps. The keys of the first are its first parameters. */
export interface JoinedStatement {
  readonly steps: readonly Step[];
  readonly text: string;
  /** Those behind the keys. */
  readonly parameters: readonly Parameter[];
}

/**
 * The statement of the steps: what others read from is a common table expression. Each yields its columns as JSON
 * arrays, which cost Postgres less than half of what an array of rows does.
 */
export function joinedStatement(steps: readonly Step[]): JoinedStatement {
  const { parameters, bind } = binder();
  const { keyWidth } = steps[0]!.reading;
  const keys = Array.from({ length: keyWidth }, () => bind(null, 'uuid[]'));
  const given = keyWidth === 0 ? null : { array: keys[0]!, table: `unnest(${keys.join(', ')})` };
  const texts = steps.map(({ reading, source }) =>
    reading.text(bind, source === null ? given : idsIn(source, reading, steps[source.step]!.reading)),
  );
  const rest = { steps, parameters: parameters.slice(keyWidth) };
  if (texts.length === 1) return { ...rest, text: texts[0]! };
  const sources = new Set(steps.map(({ source }) => source?.step));
  const named = (index: number) => `r${index}(${cellNames(steps[index]!.reading.width)})`;
  const tables = texts.flatMap((text, index) =>
    sources.has(index) ? [`${named(index)} as materialized (${text})`] : [],
  );
  const arrays = steps.map(({ reading: { width } }, index) => {
    const table = sources.has(index) ? `r${index}` : `(${texts[index]}) ${named(index)}`;
    return `(select json_build_array(${cellNames(width, 'json_agg')}) from ${table})`;
  });
  return { ...rest, text: `with ${tables.join(', ')} select ${arrays.join(', ')}` };
}

/** The ids that cells of a step's rows hold; pairs stay pairs. */
function idsIn({ step, cells }: NonNullable<Step['source']>, { isEachRead }: Reading, { identity }: Reading): Parents {
  const isUnique = identity?.every((alike) => alike.some((cell) => cells.includes(cell))) === true;
  const distinct = isEachRead && !isUnique ? 'distinct ' : '';
  const rows = `from r${step} where ${cells.map((cell) => `c${cell} is not null`).join(' and ')}`;
  return {
    array: `array(select ${distinct}c${cells[0]} ${rows})`,
    table: `(select ${distinct}${cells.map((cell) => `c${cell}`).join(', ')} ${rows})`,
  };
}

/** The statement with the keys that it is to read. */
export function statementFor({ steps, text, parameters }: JoinedStatement, keys: readonly Key[]): Statement {
  return { text, parameters: [...literalsOf(keys, steps[0]!.reading.keyWidth), ...parameters] };
}

/** The rows of each step in what the statement answered. */
export function rowsOf(steps: readonly Step[], answer: readonly Row[]): readonly (readonly Row[])[] {
  if (steps.length === 1) return [answer];
  const found = answer[0] as readonly (readonly (readonly unknown[] | null)[])[];
  return found.map((columns) => (columns[0] ?? []).map((_, row) => columns.map((column) => column![row])));
}

/** The names of a step's columns, or what `wrap` makes of them. */
function cellNames(width: number, wrap = ''): string {
  return Array.from({ length: width }, (_, cell) => (wrap === '' ? `c${cell}` : `${wrap}(c${cell})`)).join(', ');
}

/** The array literals that hold the keys: one of ids, or two when the keys are pairs. */
function literalsOf(keys: readonly Key[], width: number): string[] {
  if (width === 0) return [];
  return width === 1
    ? [arrayOf(keys as readonly string[])]
    : [0, 1].map((part) => arrayOf(keys.map((key) => key[part]!)));
}
