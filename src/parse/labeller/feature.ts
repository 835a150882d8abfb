import { far, fills, isWordCut, type PageShape } from './page-shape.ts';

/** How many lines around a line may print it once more. */
const near = 24;

const bucket = (share: number): string =>
  share < 0 ? '-' : share === 0 ? '0' : share < 0.3 ? '1' : share < 0.5 ? '2' : share < 0.75 ? '3' : '4';
const distance = (lines: number): string => (lines <= 4 ? String(lines) : lines < far ? '5' : 'far');

/** What speaks for or against each label of the line at `at`: short texts, the same for the same circumstances. */
export function featuresOf(page: PageShape, at: number): string[] {
  const { lines, shapes, web } = page;
  const { traits, kind, end, length, isProse } = shapes[at]!;
  const line = lines[at]!;
  const kindAt = (i: number): string =>
    shapes[i] === undefined || lines[i]!.sheet !== line.sheet ? (i < at ? 'top' : 'bottom') : shapes[i].kind;
  const [before2, before, after, after2] = [kindAt(at - 2), kindAt(at - 1), kindAt(at + 1), kindAt(at + 2)];
  const [above, below] = [distance(page.above[at]!), distance(page.below[at]!)];
  const [toldBelow, toldAbove] = [bucket(page.toldBelow[at]!), bucket(page.toldAbove[at]!)];
  const width = page.style.width === Infinity ? 'whole' : page.style.kind;
  const found = [
    '',
    `web ${web}`,
    `width ${width}`,
    ...traits,
    `k ${kind}`,
    `k,w ${kind} ${web}`,
    `k-1 ${before}`,
    `k+1 ${after}`,
    `k-2 ${before2}`,
    `k+2 ${after2}`,
    `k-1,k ${before}|${kind}`,
    `k,k+1 ${kind}|${after}`,
    `k-1,k+1 ${before}|${after}`,
    `k+1,k+2 ${after}|${after2}`,
    `k-2,k-1 ${before2}|${before}`,
    `k-1,k,k+1 ${before}|${kind}|${after}`,
    `l,k+1 ${length}|${after}`,
    `l,k-1 ${length}|${before}`,
    `a ${above}`,
    `b ${below}`,
    `a,b ${above} ${below}`,
    `a,b,e ${above} ${below} ${end}`,
    `a,b,l ${above} ${below} ${length}`,
    `k,a ${kind} ${above}`,
    `k,b ${kind} ${below}`,
    `told ${toldBelow}`,
    `told,b ${toldBelow} ${below}`,
    `told,l ${toldBelow} ${length}`,
    `told above ${toldAbove}`,
    `told both ${toldBelow} ${toldAbove}`,
    `told,b,a ${toldBelow} ${below} ${above}`,
    `most told ${page.isMostTold[at]!} ${below}`,
    `most told,l ${page.isMostTold[at]!} ${length}`,
    `at ${at < 3 ? at : at < 6 ? '3' : at < 12 ? '6' : '12'} ${web}`,
    `left ${lines.length - at < 4 ? lines.length - at : lines.length - at < 8 ? '4' : '8'} ${web}`,
    `gap,next ${Math.min(2, line.gap)} ${Math.min(2, lines[at + 1]?.gap ?? 2)}`,
    `gap,l ${Math.min(1, line.gap)} ${length}`,
    `closed ${shapes[at - 1]?.isClosing ?? ''} ${isProse}`,
    `closed,l ${shapes[at - 1]?.isClosing ?? ''} ${length}`,
    `ends ${shapes[at - 1]?.end ?? ''} ${end} ${shapes[at + 1]?.end ?? ''}`,
    `e-1,e ${shapes[at - 1]?.end ?? ''} ${end}`,
    ...seamFeatures(page, at),
    ...repeatFeatures(page, at),
  ];
  if (line.folded.length <= 40) found.push(...wordFeatures(page.keys[at]!));
  else found.push(`first ${line.folded.slice(0, 2)}`);
  return found;
}

/** Whether the line is a piece of running text that was cut to the width of a column. */
function seamFeatures(page: PageShape, at: number): string[] {
  const { lines, shapes } = page;
  if (lines[at]!.folded.length > 60) return [];
  const full = fills(page, at) ? 'full' : 'not';
  const before = at > 0 && fills(page, at - 1) ? 'full' : 'not';
  const cut = isWordCut(page, at) ? 'cut' : 'whole';
  const cutBefore = at > 0 && lines[at - 1]!.folded.length <= 60 && isWordCut(page, at - 1) ? 'cut' : 'whole';
  const next = lines[at + 1]?.indent ?? 0;
  return [
    `seam ${cut}`,
    `seam before ${cutBefore}`,
    `full ${full} ${before} ${page.style.kind}`,
    `full,e ${full} ${shapes[at]!.end}`,
    `full,cut ${full} ${cut} ${page.style.kind}`,
    `before ${before} ${shapes[at - 1]?.end ?? ''} ${page.style.kind}`,
    `indents ${lines[at]!.indent >= 1} ${next >= 1} ${page.style.kind}`,
  ];
}

/** Where the words of the line are printed once more. */
function repeatFeatures({ keys, lines }: PageShape, at: number): string[] {
  const key = keys[at]!;
  if (key.length < 4 || key.length > 80) return [];
  const found: string[] = [];
  for (let i = Math.max(0, at - near); i < Math.min(keys.length, at + near + 1); i += 1) {
    const other = keys[i]!;
    if (i === at || other.length > 120) continue;
    const side = i < at ? 'above' : 'below';
    if (other === key) found.push(`same ${side}`);
    else if (key.length >= 6 && other.startsWith(key)) found.push(`begins one ${side}`);
    else if (key.length >= 6 && other.includes(key)) found.push(`in one ${side}`);
    else if (other.length >= 6 && key.startsWith(other) && lines[i]!.folded.length > 5)
      found.push(`begins with one ${side}`);
  }
  return [...new Set(found)];
}

/** The characters of a short line: pairs, and those at its ends. */
function wordFeatures(folded: string): string[] {
  const found = [`first ${folded.slice(0, 2)}`, `last ${folded.slice(-2)}`];
  if (folded.length <= 24)
    for (let i = 0; i + 2 <= folded.length; i += 1) found.push(`c ${folded.slice(i, i + 2).replace(/\d/g, '0')}`);
  if (folded.length <= 6) found.push(`is ${folded}`);
  return found;
}
