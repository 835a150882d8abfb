import type { DateFact } from '../extract/facts.ts';
import type { IssueDay } from '../parse/issue-head.ts';
import type { ExtractedArticle } from './issue-slice.ts';
import { contentId } from './id.ts';
import { articles } from './tables.ts';
import { insertAll } from './transaction.ts';
import type { Transaction } from './transaction.ts';

/** What the articles of a slice belong to. */
export interface ArticleParent {
  readonly publicationId: string;
  readonly issueId: string;
  readonly pageId: string;
  readonly pageNumber: number | null;
  readonly day: IssueDay | null;
}

export function articleId(pageId: string, { parsed }: ExtractedArticle): string {
  return contentId('article', pageId, parsed.position);
}

/** Stores the texts of the articles. Their facts are stored by the writers of each subject. */
export function saveArticles(
  tx: Transaction,
  { publicationId, issueId, pageId, pageNumber, day }: ArticleParent,
  all: readonly ExtractedArticle[],
): Promise<void> {
  return insertAll(
    tx,
    articles,
    all.map((article) => {
      const { parsed, facts } = article;
      const event = wholeDay(facts.event);
      return {
        id: articleId(pageId, article),
        issueId,
        pageId,
        position: parsed.position,
        page: pageNumber,
        genre: parsed.genre,
        headline: parsed.headline?.text ?? null,
        headlineLines: [...parsed.headlineLines],
        byline: parsed.byline?.text ?? null,
        source: parsed.source?.text ?? null,
        body: parsed.body.text,
        paragraphs: parsed.paragraphs.map(({ start, end, isCrosshead }) => ({ start, end, isCrosshead })),
        captions: parsed.captions.map((caption) => caption.text),
        eventOn: event?.date ?? null,
        eventOnBasis: event?.basis ?? null,
        isIncomplete: parsed.headline === null || parsed.continuedFrom !== null || parsed.continuedOn !== null,
        hasContinuedFrom: parsed.continuedFrom !== null,
        continuedFromPage: parsed.continuedFrom?.page ?? null,
        hasContinuedOn: parsed.continuedOn !== null,
        continuedOnPage: parsed.continuedOn?.page ?? null,
        publicationId,
        publishedOn: day?.date ?? null,
      };
    }),
  );
}

/** The fact if it has year, month and day; a date column takes nothing less. */
export function wholeDay(fact: DateFact | null): DateFact | null {
  return fact !== null && /^\d{4}-\d{2}-\d{2}$/.test(fact.date) ? fact : null;
}
