import { relative, sep } from 'node:path';
import { decodeSidecar } from '../files/decoded-file.ts';
import { naturalKey } from '../files/natural-order.ts';
import { MAX_TEXT_BYTES, readText } from '../files/page-file.ts';
import type { ReadOptions } from '../files/page-file.ts';
import { readRegularFile } from '../files/regular-file.ts';
import { walkFolder } from '../files/walk-folder.ts';
import { printable } from '../text/printable.ts';
import { AnnotationError, parseAnnotation } from './annotation.ts';
import type { Annotation } from './annotation.ts';
import { scorePage, type LocatedMismatch } from './page.ts';
import { scoreOf, type Score } from './score.ts';
import { categories, type Category, type Count } from './tally.ts';

export interface Evaluation {
  /** How many texts were read. */
  readonly texts: number;
  /** Every category that was scored, in the order of `categories`. */
  readonly scores: ReadonlyMap<Category, Score>;
  readonly mismatches: readonly LocatedMismatch[];
}

/**
 * Reads every `NAME.txt` of a folder and its subfolders that has an annotation `NAME.json` beside it, and scores what
 * was read.
 * @throws AnnotationError for a folder without annotations, an annotation without its text, or an invalid annotation
 * @throws FileError for a file that cannot be read
 */
export async function evaluateFolder(folder: string, options: ReadOptions): Promise<Evaluation> {
  const { texts, annotations } = await filesOf(folder, options);
  if (annotations.length === 0)
    throw new AnnotationError(`The folder '${printable(folder)}' holds no annotation (.json).`);
  const counts = new Map<Category, Count>();
  const mismatches: LocatedMismatch[] = [];
  for (const path of annotations) {
    const text = texts.get(stemOf(path));
    if (text === undefined)
      throw new AnnotationError(`${printable(path)} has no text beside it: ${printable(stemOf(path))}.txt.`);
    const file = relative(folder, text).replaceAll(sep, '/');
    const { raw, encoding } = await readText({ path: text, file }, { ...options, force: true });
    const page = scorePage(raw, await readAnnotation(path, encoding, options), file);
    for (const [category, count] of page.counts) counts.set(category, add(counts.get(category), count));
    mismatches.push(...page.mismatches);
  }
  const scores = new Map<Category, Score>();
  for (const category of categories) {
    const count = counts.get(category);
    if (count !== undefined) scores.set(category, scoreOf(count));
  }
  return { texts: annotations.length, scores, mismatches };
}

/** The annotations of a folder in the natural order of their paths, and its texts by their paths without `.txt`. */
async function filesOf(
  folder: string,
  { followLinks }: ReadOptions,
): Promise<{ texts: ReadonlyMap<string, string>; annotations: readonly string[] }> {
  const texts = new Map<string, string>();
  const annotations: string[] = [];
  for await (const { path, isFolder, error } of walkFolder(folder, { followLinks })) {
    if (error !== undefined) throw error;
    if (isFolder) continue;
    if (/\.txt$/i.test(path)) texts.set(stemOf(path), path);
    else if (/\.json$/i.test(path) && !path.endsWith('.issue.json')) annotations.push(path);
  }
  return { texts, annotations: annotations.sort((a, b) => (naturalKey(a) < naturalKey(b) ? -1 : 1)) };
}

function stemOf(path: string): string {
  return path.replace(/\.(?:txt|json)$/i, '');
}

async function readAnnotation(
  path: string,
  encoding: ReadOptions['encoding'],
  { followLinks }: ReadOptions,
): Promise<Annotation> {
  const bytes = await readRegularFile(path, { maxBytes: MAX_TEXT_BYTES, followLinks });
  return parseAnnotation(bytes === null ? '' : decodeSidecar(bytes, path, encoding ?? 'UTF_8'), printable(path));
}

const add = (sum: Count = { tp: 0, fp: 0, fn: 0 }, { tp, fp, fn }: Count): Count => ({
  tp: sum.tp + tp,
  fp: sum.fp + fp,
  fn: sum.fn + fn,
});
