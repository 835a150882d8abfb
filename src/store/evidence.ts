import type { ArticleText, EvidenceFact } from '../extract/facts.ts';
import type { ParsedArticle } from '../parse/parsed-issue.ts';
import { lineOf, sourceSpan } from '../text/flowed-text.ts';
import type { FlowedText } from '../text/flowed-text.ts';

/** The evidence columns of a fact's row. */
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

/**
 * Converts evidence of an article to columns.
 * @throws EvidenceError for words that are not in the article or the file
 */
export type EvidenceWriter = (evidence: EvidenceFact) => EvidenceColumns;

/** A fact whose words are not where it says. The fact is wrong and is not stored. */
export class EvidenceError extends Error {
  override readonly name = 'EvidenceError';
}

/** Makes the writer of an article's evidence. `starts` are the `lineStarts` of the raw file. */
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
        `article ${article.position}: rule ${rule} quotes ${JSON.stringify(quote)}, ` +
          `which is not at ${start}–${end} of the ${field.toLowerCase()}.`,
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
