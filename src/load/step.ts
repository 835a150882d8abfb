import { arrayOf } from './condition.ts';
import type { Reading } from './reading.ts';
import type { Row } from './record.ts';
import type { Key } from './relation.ts';
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
 * The statement of the steps: what others read from is a common table expression. Each yields its columns as JSON arrays, which cost
 * Postgres less than half of what an array of rows does.
 */
export function joinedStatement(steps: readonly Step[]): JoinedStatement {
  const { parameters, bind } = binder();
  const { keyWidth } = steps[0]!.reading;
  const keys = Array.from({ length: keyWidth }, () => bind(null, 'uuid[]'));
  const texts = steps.map(({ reading, source }) => reading.text(bind, source === null ? keys : idsIn(source, reading)));
  const rest = { steps, parameters: parameters.slice(keyWidth) };
  if (texts.length === 1) return { ...rest, text: texts[0]! };
  const sources = new Set(steps.map(({ source }) => source?.step));
  const named = (index: number) => `r${index}(${cellNames(steps[index]!.reading.width)})`;
  const tables = texts.flatMap((text, index) => (sources.has(index) ? [`${named(index)} as materialized (${text})`] : []));
  const arrays = steps.map(({ reading: { width } }, index) => {
    const table = sources.has(index) ? `r${index}` : `(${texts[index]}) ${named(index)}`;
    return `(select ${cellNames(width, 'json_agg')} from ${table}) j${index}`;
  });
  return { ...rest, text: `with ${tables.join(', ')} select * from ${arrays.join(', ')}` };
}

/** The ids that the cells of a step's rows hold, an array of each cell; pairs stay pairs. */
function idsIn({ step, cells }: NonNullable<Step['source']>, { isEachRead }: Reading): string[] {
  const present = cells.map((cell) => `c${cell} is not null`).join(' and ');
  return cells.map((cell) => `array(select ${isEachRead && cells.length === 1 ? 'distinct ' : ''}c${cell} from r${step} where ${present})`);
}

/** The statement with the keys that it is to read. */
export function statementFor({ steps, text, parameters }: JoinedStatement, keys: readonly Key[]): Statement {
  return { text, parameters: [...literalsOf(keys, steps[0]!.reading.keyWidth), ...parameters] };
}

/** The rows of each step in what the statement answered. */
export function rowsOf(steps: readonly Step[], answer: readonly Row[]): readonly (readonly Row[])[] {
  if (steps.length === 1) return [answer];
  let at = 0;
  return steps.map(({ reading: { width } }) => {
    const columns = answer[0]!.slice(at, at += width) as readonly (readonly unknown[] | null)[];
    return (columns[0] ?? []).map((_, row) => columns.map((column) => column![row]));
  });
}

/** The names of a step's columns, or what `wrap` makes of them. */
function cellNames(width: number, wrap = ''): string {
  return Array.from({ length: width }, (_, cell) => (wrap === '' ? `c${cell}` : `${wrap}(c${cell})`)).join(', ');
}

/** The array literals that hold the keys: one of ids, or two when the keys are pairs. */
function literalsOf(keys: readonly Key[], width: number): string[] {
  if (width === 0) return [];
  return width === 1 ? [arrayOf(keys as readonly string[])] : [0, 1].map((part) => arrayOf(keys.map((key) => key[part]!)));
}
