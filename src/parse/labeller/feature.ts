import type { FeatureSink } from './feature-sink.ts';
import { numberOf } from './feature-word.ts';
import { addAlike, addMarks, addOpenPairs } from './list-feature.ts';
import { far, fills, type PageShape } from './page-shape.ts';

/** How many lines around a line may print it once more. */
const near = 24;

const nothing = numberOf('');
const [yes, no] = [numberOf('true'), numberOf('false')];
const [top, bottom] = [numberOf('top'), numberOf('bottom')];
const [whole, cut, full, not] = [numberOf('whole'), numberOf('cut'), numberOf('full'), numberOf('not')];
const farOff = numberOf('far');
const unsaid = numberOf('-');

const truth = (holds: boolean | undefined): number => (holds === undefined ? nothing : holds ? yes : no);
const bucket = (share: number): number =>
  share < 0 ? unsaid : share === 0 ? 0 : share < 0.3 ? 1 : share < 0.5 ? 2 : share < 0.75 ? 3 : 4;
const distance = (lines: number): number => (lines <= 4 ? lines : lines < far ? 5 : farOff);

/** Gives a sink what speaks for or against each label of the line at `at`: the same for the same circumstances. */
export function addFeatures(page: PageShape, at: number, sink: FeatureSink): void {
  const { lines, shapes, web } = page;
  const line = lines[at]!;
  sink.add``;
  sink.add`web ${web}`;
  sink.add`width ${page.style.width === Infinity ? whole : numberOf(page.style.kind)}`;
  addShape(page, at, sink);
  addNeighbours(page, at, sink);
  addText(page, at, sink);
  const { length, isProse, end } = shapes[at]!;
  const closed = truth(shapes[at - 1]?.isClosing);
  const endBefore = shapes[at - 1]?.end ?? nothing;
  const left = lines.length - at;
  sink.add`at ${at < 3 ? at : at < 6 ? 3 : at < 12 ? 6 : 12} ${web}`;
  sink.add`left ${left < 4 ? left : left < 8 ? 4 : 8} ${web}`;
  sink.add`gap,next ${Math.min(2, line.gap)} ${Math.min(2, lines[at + 1]?.gap ?? 2)}`;
  sink.add`gap,l ${Math.min(1, line.gap)} ${length}`;
  sink.add`closed ${closed} ${truth(isProse)}`;
  sink.add`closed,l ${closed} ${length}`;
  sink.add`ends ${endBefore} ${end} ${shapes[at + 1]?.end ?? nothing}`;
  sink.add`e-1,e ${endBefore} ${end}`;
  addSeam(page, at, sink);
  addRepeats(page, at, sink);
  addCharacters(page, at, sink);
  addMarks(page, at, sink);
  addAlike(page, at, sink);
  addOpenPairs(page, at, sink);
}

/** How the line looks by itself. */
function addShape({ shapes }: PageShape, at: number, sink: FeatureSink): void {
  const { length, end, start, commas, stops, han, indent, gap, signs, size } = shapes[at]!;
  sink.add`l ${length}`;
  sink.add`e ${end}`;
  sink.units('s', start);
  sink.add`, ${commas}`;
  sink.add`。 ${stops}`;
  sink.add`h ${han}`;
  sink.add`i ${indent}`;
  sink.add`g ${gap}`;
  sink.add`l,e ${length} ${end}`;
  sink.add`l,c ${length} ${commas}`;
  sink.add`l,i ${length} ${indent}`;
  for (const sign of signs) sink.add`${sign}`;
  for (const sign of signs) sink.add`${sign} l${size}`;
}

/** What the lines around it are. */
function addNeighbours(page: PageShape, at: number, sink: FeatureSink): void {
  const { shapes, web } = page;
  const { kind, length } = shapes[at]!;
  const before2 = kindBeside(page, at, -2);
  const before = kindBeside(page, at, -1);
  const after = kindBeside(page, at, 1);
  const after2 = kindBeside(page, at, 2);
  sink.add`k ${kind}`;
  sink.add`k,w ${kind} ${web}`;
  sink.add`k-1 ${before}`;
  sink.add`k+1 ${after}`;
  sink.add`k-2 ${before2}`;
  sink.add`k+2 ${after2}`;
  sink.add`k-1,k ${before}|${kind}`;
  sink.add`k,k+1 ${kind}|${after}`;
  sink.add`k-1,k+1 ${before}|${after}`;
  sink.add`k+1,k+2 ${after}|${after2}`;
  sink.add`k-2,k-1 ${before2}|${before}`;
  sink.add`k-1,k,k+1 ${before}|${kind}|${after}`;
  sink.add`l,k+1 ${length}|${after}`;
  sink.add`l,k-1 ${length}|${before}`;
}

/** The kind of the line that stands so many lines below the one at `at`. */
function kindBeside({ lines, shapes }: PageShape, at: number, by: number): number {
  return lines[at + by]?.sheet === lines[at]!.sheet ? shapes[at + by]!.kind : by < 0 ? top : bottom;
}

/** Where running text stands, and whether it says the line again. */
function addText(page: PageShape, at: number, sink: FeatureSink): void {
  const { kind, length, end } = page.shapes[at]!;
  const [above, below] = [distance(page.above[at]!), distance(page.below[at]!)];
  const [toldBelow, toldAbove] = [bucket(page.toldBelow[at]!), bucket(page.toldAbove[at]!)];
  const isMostTold = truth(page.isMostTold[at]);
  sink.add`a ${above}`;
  sink.add`b ${below}`;
  sink.add`a,b ${above} ${below}`;
  sink.add`a,b,e ${above} ${below} ${end}`;
  sink.add`a,b,l ${above} ${below} ${length}`;
  sink.add`k,a ${kind} ${above}`;
  sink.add`k,b ${kind} ${below}`;
  sink.add`told ${toldBelow}`;
  sink.add`told,b ${toldBelow} ${below}`;
  sink.add`told,l ${toldBelow} ${length}`;
  sink.add`told above ${toldAbove}`;
  sink.add`told both ${toldBelow} ${toldAbove}`;
  sink.add`told,b,a ${toldBelow} ${below} ${above}`;
  sink.add`most told ${isMostTold} ${below}`;
  sink.add`most told,l ${isMostTold} ${length}`;
}

/** Whether the line is a piece of running text that was cut to the width of a column. */
function addSeam(page: PageShape, at: number, sink: FeatureSink): void {
  const { lines, shapes } = page;
  if (lines[at]!.folded.length > 60) return;
  const style = numberOf(page.style.kind);
  const own = fills(page, at) ? full : not;
  const before = at > 0 && fills(page, at - 1) ? full : not;
  const seam = page.isCut[at] ? cut : whole;
  const seamBefore = page.isCut[at - 1] ? cut : whole;
  sink.add`seam ${seam}`;
  sink.add`seam before ${seamBefore}`;
  sink.add`full ${own} ${before} ${style}`;
  sink.add`full,e ${own} ${shapes[at]!.end}`;
  sink.add`full,cut ${own} ${seam} ${style}`;
  sink.add`before ${before} ${shapes[at - 1]?.end ?? nothing} ${style}`;
  sink.add`indents ${truth(lines[at]!.indent >= 1)} ${truth((lines[at + 1]?.indent ?? 0) >= 1)} ${style}`;
}

const repeats = ['same', 'begins one', 'in one', 'begins with one'].map((how) => ({
  above: numberOf(`${how} above`),
  below: numberOf(`${how} below`),
}));

/** Where the words of the line are printed once more. */
function addRepeats({ keys, lines }: PageShape, at: number, sink: FeatureSink): void {
  const key = keys[at]!;
  if (key.length < 4 || key.length > 80) return;
  const found = new Set<number>();
  for (let i = Math.max(0, at - near); i < Math.min(keys.length, at + near + 1); i += 1) {
    const other = keys[i]!;
    if (i === at || other.length > 120) continue;
    const how = repeatOf(key, other, lines[i]!.folded.length);
    if (how >= 0) found.add(repeats[how]![i < at ? 'above' : 'below']);
  }
  for (const repeat of found) sink.add`${repeat}`;
}

/** How one line repeats another, as its place in `repeats`; -1 where it does not. */
function repeatOf(key: string, other: string, length: number): number {
  if (other === key) return 0;
  if (key.length >= 6 && other.startsWith(key)) return 1;
  if (key.length >= 6 && other.includes(key)) return 2;
  return other.length >= 6 && key.startsWith(other) && length > 5 ? 3 : -1;
}

const zero = '0'.charCodeAt(0);
/** Any digit is as good as another. */
const asUnit = (code: number): number => (code >= zero && code <= zero + 9 ? zero : code);

/** The characters of a short line: pairs, and those at its ends. */
function addCharacters({ lines, keys }: PageShape, at: number, sink: FeatureSink): void {
  const { folded } = lines[at]!;
  const text = folded.length <= 40 ? keys[at]! : folded;
  const second = text.length > 1 ? text.charCodeAt(1) : 0;
  sink.units('first', text.charCodeAt(0), second);
  if (folded.length > 40) return;
  const last = text.charCodeAt(text.length - 1);
  if (text.length > 1) sink.units('last', text.charCodeAt(text.length - 2), last);
  else sink.units('last', last);
  if (text.length <= 24)
    for (let i = 0; i + 2 <= text.length; i += 1)
      sink.units('c', asUnit(text.charCodeAt(i)), asUnit(text.charCodeAt(i + 1)));
  if (text.length <= 6) sink.line(text);
}
