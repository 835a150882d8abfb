import type { ArticleText, EvidenceFact } from '../extract/facts.ts';
import type { ParsedArticle } from '../parse/parsed-issue.ts';
import { lineOf, sourceSpan } from '../text/flowed-text.ts';
import type { FlowedText } from '../text/flowed-text.ts';

/** The columns that prove a fact, as every fact's row has them. */
export interface EvidenceColumns {
  readonly field: ArticleText;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly rule: string;
  readonly rawStart: number;
  readonly rawEnd: number;
  readonly line: number;
}

/** Turns an article's evidence into columns. */
export type EvidenceWriter = (evidence: EvidenceFact) => EvidenceColumns;

/** A fact whose words are not where it says: the fact is wrong, and is not stored. */
export class EvidenceError extends Error {
  override readonly name = 'EvidenceError';
}

/**
 * `starts` are the `lineStarts` of the raw file. The writer throws an EvidenceError for words that are not in the
 * article, or not in the file.
 */
export function evidenceWriter(article: ParsedArticle, starts: readonly number[]): EvidenceWriter {
  const texts: Record<ArticleText, FlowedText | null> = {
    BODY: article.body,
    HEADLINE: article.headline,
    BYLINE: article.byline,
    SOURCE: article.source,
  };
  return ({ field, start, end, quote, rule }) => {
    const text = texts[field];
    const source =
      text === null || start >= end || text.text.slice(start, end) !== quote ? null : sourceSpan(text, start, end);
    if (source === null) {
      throw new EvidenceError(
        `article ${article.position}: rule ${rule} quotes ${JSON.stringify(quote)}, which is not at ${start}–${end} of the ${field.toLowerCase()}.`,
      );
    }
    return {
      field,
      start,
      end,
      quote,
      rule,
      rawStart: source.start,
      rawEnd: source.end,
      line: lineOf(starts, source.start),
    };
  };
}
