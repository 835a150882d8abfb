import { annotate } from '../extract/annotation.ts';
import { extractIssue } from '../extract/issue.ts';
import { parsePage } from '../parse/page.ts';
import { checkAnnotation, type Annotation } from './annotation.ts';
import { scoreDocument } from './document.ts';
import { SentenceFinder } from './sentence-finder.ts';
import type { Category, Count, Mismatch } from './tally.ts';

/** A mismatch and where it is in the text. */
export interface LocatedMismatch extends Mismatch {
  readonly file: string;
  /** The headline of the article, if it has one. */
  readonly headline: string | null;
  /** The sentence that shows it, without blanks; null when none is found. */
  readonly sentence: string | null;
}

export interface ScoredPage {
  readonly counts: readonly (readonly [Category, Count])[];
  readonly mismatches: readonly LocatedMismatch[];
}

/** Reads a page without metadata and scores what was read. `file` is the name of the text. */
export function scorePage(raw: string, annotated: Annotation, file: string): ScoredPage {
  const issue = parsePage(raw, file);
  const facts = extractIssue(issue, { district: null, city: null, publishedOn: null });
  const finder = new SentenceFinder(raw);
  const articles = scoreDocument(annotated, checkAnnotation(annotate(issue, facts), file), raw);
  return {
    counts: articles.flatMap(({ tally }) => [...tally.counts]),
    mismatches: articles.flatMap(({ headline, tally }) =>
      tally.mismatches.map((mismatch) => ({
        ...mismatch,
        file,
        headline,
        sentence: finder.find(mismatch.words, headline),
      })),
    ),
  };
}
