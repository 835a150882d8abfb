import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decodeText } from '../text/encoding.ts';
import { AnnotationError, parseAnnotation } from './annotation.ts';
import { judgePage, type PlacedFault } from './page.ts';
import { scoreOf, type Score } from './score.ts';
import { categories, type Category, type Count } from './tally.ts';

export interface Evaluation {
  /** How many texts were read. */
  readonly texts: number;
  /** Every category that was judged, in the order of `categories`. */
  readonly scores: ReadonlyMap<Category, Score>;
  readonly faults: readonly PlacedFault[];
}

/**
 * Reads every `NAME.txt` of a folder that has an annotation `NAME.json` beside it, and judges what was read.
 * Throws an AnnotationError for a folder without annotations, an annotation without its text and a file that is no annotation.
 */
export async function evaluateFolder(folder: string): Promise<Evaluation> {
  const files = await readdir(folder);
  const stems = files.filter((file) => file.endsWith('.json')).map((file) => file.slice(0, -'.json'.length)).sort();
  if (stems.length === 0) throw new AnnotationError(`The folder '${folder}' holds no annotation (.json).`);
  const counts = new Map<Category, Count>();
  const faults: PlacedFault[] = [];
  for (const stem of stems) {
    const [text, annotation] = [join(folder, `${stem}.txt`), join(folder, `${stem}.json`)];
    if (!files.includes(`${stem}.txt`)) throw new AnnotationError(`${annotation} has no text beside it: ${stem}.txt.`);
    const annotated = parseAnnotation(decodeText(await readFile(annotation), annotation), annotation);
    const page = judgePage(decodeText(await readFile(text), text), annotated, `${stem}.txt`);
    for (const [category, count] of page.counts) counts.set(category, add(counts.get(category), count));
    faults.push(...page.faults);
  }
  const judged = categories.filter((category) => counts.has(category));
  return { texts: stems.length, scores: new Map(judged.map((category) => [category, scoreOf(counts.get(category)!)])), faults };
}

const add = (sum: Count = { tp: 0, fp: 0, fn: 0 }, { tp, fp, fn }: Count): Count => ({ tp: sum.tp + tp, fp: sum.fp + fp, fn: sum.fn + fn });
