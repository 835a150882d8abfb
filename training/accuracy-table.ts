import { accuracy } from '../src/extract/confidence/accuracy.ts';
import { categories } from '../src/evaluate/tally.ts';

/** The table is between these lines. */
const [BEGIN, END] = ['<!-- cross-validated -->\n', '\n<!-- end -->'];

/** The document with the table of what was measured: a row for each category, a column for each folder of texts. */
export function withAccuracyTable(document: string): string {
  const [before = '', rest = ''] = document.split(BEGIN);
  const after = rest.split(END)[1] ?? '';
  const sources = Object.keys(accuracy);
  const rows = [
    ['', ...sources.map(titleOf)],
    ['--', ...sources.map(() => '--:')],
    ...categories.map((category) => [category, ...sources.map((source) => cellOf(source, category))]),
  ];
  const table = rows.map((cells) => line(cells)).join('\n');
  return `${before}${BEGIN}\n${table}\n${END}${after}`;
}

/** `fresh pages` for `tests/fresh/pages`: there is another folder of that name. */
function titleOf(source: string): string {
  const [name = '', folder] = source.split('/').reverse();
  return folder === 'fresh' && ['pages', 'dumps'].includes(name) ? `fresh ${name}` : name;
}

function cellOf(source: string, category: string): string {
  const [tp, fp, fn] = accuracy[source]?.[category] ?? [0, 0, 0];
  return tp + fp + fn === 0 ? '–' : `${((200 * tp) / (2 * tp + fp + fn)).toFixed(1)} (${tp + fn})`;
}

function line(cells: readonly string[]): string {
  const isRule = cells[0] === '--';
  return isRule ? `|${cells.join('|')}|` : `| ${cells.join(' | ')} |`;
}
