import type { StoredArticle } from './appearance.ts';
import { doubts } from './fact-tables.ts';
import { insertAll } from './transaction.ts';
import type { Transaction } from './transaction.ts';

/** Stores the doubts of the articles in the order in which they were found. */
export function saveDoubts(tx: Transaction, articles: readonly StoredArticle[]): Promise<void> {
  return insertAll(
    tx,
    doubts,
    articles.flatMap(({ id: articleId, facts, evidence: write }) =>
      facts.doubts.map(({ kind, count, evidence }, ordinal) => ({
        articleId,
        ordinal,
        kind,
        count,
        ...write(evidence),
      })),
    ),
  );
}
