import { annotate } from '../extract/annotation.ts';
import { extractIssue } from '../extract/issue.ts';
import { parsePage } from '../parse/page.ts';
import { checkAnnotation, type Annotation } from './annotation.ts';
import { judgeDocument } from './document.ts';
import { SentenceFinder } from './sentence-finder.ts';
import type { Category, Count, Fault } from './tally.ts';

/** A fault with the place where it was made. */
export interface PlacedFault extends Fault {
  readonly file: string;
  /** The headline of the article, if it has one. */
  readonly headline: string | null;
  /** The sentence of the text that shows it, without blanks; null when it is not found. */
  readonly sentence: string | null;
}

export interface JudgedPage {
  readonly counts: readonly (readonly [Category, Count])[];
  readonly faults: readonly PlacedFault[];
}

/** Reads a page as it stands, without metadata, and judges what was read. `file` is the text's name. */
export function judgePage(raw: string, annotated: Annotation, file: string): JudgedPage {
  const issue = parsePage(raw, file);
  const facts = extractIssue(issue, { district: null, city: null, publishedOn: null });
  const finder = new SentenceFinder(raw);
  const articles = judgeDocument(annotated, checkAnnotation(annotate(issue, facts), file), raw);
  return {
    counts: articles.flatMap(({ tally }) => [...tally.counts]),
    faults: articles.flatMap(({ headline, tally }) =>
      tally.faults.map((fault) => ({ ...fault, file, headline, sentence: finder.find(fault.words, headline) })),
    ),
  };
}
