/**
 * What a printed line is for:
 * - `OUTSIDE`: no part of any text: menus, links, buttons, page heads, names of sections, the index
 * - `HEADLINE`: a line of a headline
 * - `DATA`: says whence, when or by whom a text is
 * - `FIRST`: the first line of a body, under its headline
 * - `OPENING`: the first line of a text that has no line of headline
 * - `BODY`: another paragraph, or a piece of one
 * - `CROSSHEAD`: a heading inside a text
 * - `CAPTION`: the text of a picture
 */
export const labels = ['OUTSIDE', 'HEADLINE', 'DATA', 'FIRST', 'OPENING', 'BODY', 'CROSSHEAD', 'CAPTION'] as const;
export type LineLabel = (typeof labels)[number];

/**
 * Where in a page a line with its label stands: what may follow depends on it. `HEAD` is between a headline and its
 * body, `INSIDE` between two lines of one body; elsewhere no text is open.
 */
interface State {
  readonly label: LineLabel;
  readonly place: '' | 'HEAD' | 'INSIDE';
}

export const states: readonly State[] = [
  { label: 'OUTSIDE', place: '' },
  { label: 'OUTSIDE', place: 'HEAD' },
  { label: 'OUTSIDE', place: 'INSIDE' },
  { label: 'HEADLINE', place: 'HEAD' },
  { label: 'DATA', place: '' },
  { label: 'DATA', place: 'HEAD' },
  { label: 'FIRST', place: 'INSIDE' },
  { label: 'OPENING', place: 'INSIDE' },
  { label: 'BODY', place: 'INSIDE' },
  { label: 'CROSSHEAD', place: 'INSIDE' },
  { label: 'CAPTION', place: '' },
  { label: 'CAPTION', place: 'HEAD' },
  { label: 'CAPTION', place: 'INSIDE' },
];

const isText = ({ label }: State): boolean => label === 'FIRST' || label === 'OPENING' || label === 'BODY';
const begins = ({ label, place }: State): boolean => place === '' || label === 'HEADLINE' || label === 'OPENING';

/** Whether a text or a sheet may end with a line in this state: every headline and crosshead has a text below it. */
export const mayEnd = (state: State): boolean => state.place === '' || isText(state);

/** Whether a line in one state may follow a line in another; null is the beginning of a sheet. */
export function mayFollow(before: State | null, next: State): boolean {
  if (before === null || before.place === '') return begins(next);
  if (before.place === 'HEAD') return next.place === 'HEAD' || next.label === 'FIRST' || next.label === 'CROSSHEAD';
  if (next.label === 'FIRST') return before.label === 'CROSSHEAD';
  if (next.place === 'HEAD' && next.label !== 'HEADLINE') return false;
  return isText(before) || (next.place === 'INSIDE' && next.label !== 'OPENING');
}
