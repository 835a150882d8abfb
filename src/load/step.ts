import { arrayOf } from './condition.ts';
import type { Reading } from './reading.ts';
import type { Row } from './record.ts';
import type { Key } from './relation.ts';
import { binder } from './statement.ts';
import type { Statement } from './statement.ts';

/** A reading within a statement, and where its parents come from. */
export interface Step {
  readonly reading: Reading;
  /** The step whose rows name the parents, and the cells that do; none where the loader was given them. */
  readonly source: { readonly step: number; readonly cells: readonly number[] } | null;
}

/** One statement for all steps. Of several, each is a common table expression, which yields its rows as one JSON array. */
export function statementOf(steps: readonly Step[], keys: readonly Key[]): Statement {
  const { parameters, bind } = binder();
  const texts = steps.map(({ reading, source }) => reading.text(bind, source === null
    ? literalsOf(keys, reading.keyWidth).map((literal) => bind(literal, 'uuid[]'))
    : source.cells.map((cell) => `array(select ${source.cells.length === 1 ? 'distinct ' : ''}c${cell} from r${source.step})`)));
  if (texts.length === 1) return { text: texts[0]!, parameters };
  const tables = steps.map(({ reading: { width } }, index) => `r${index}(${cellNames(width)}) as materialized (${texts[index]})`);
  const arrays = steps.map(({ reading: { width } }, index) => `(select json_agg(json_build_array(${cellNames(width)})) from r${index})`);
  return { text: `with ${tables.join(', ')} select ${arrays.join(', ')}`, parameters };
}

/** The rows of each step in what the statement answered. */
export function rowsOf(steps: readonly Step[], answer: readonly Row[]): readonly (readonly Row[])[] {
  return steps.length === 1 ? [answer] : steps.map((_, index) => (answer[0]![index] ?? []) as readonly Row[]);
}

function cellNames(width: number): string {
  return Array.from({ length: width }, (_, cell) => `c${cell}`).join(', ');
}

/** The array literals that hold the keys: one of ids, or two when the keys are pairs. */
function literalsOf(keys: readonly Key[], width: number): string[] {
  if (width === 0) return [];
  return width === 1 ? [arrayOf(keys as readonly string[])] : [0, 1].map((part) => arrayOf(keys.map((key) => key[part]!)));
}
