/** How an archive of so many articles is divided. */
export interface ArchiveSize {
  readonly articles: number;
  /** The number of articles of each newspaper, the largest first. */
  readonly ofPublications: readonly number[];
  /** Universities and firms that every newspaper writes about. */
  readonly sharedOrganisations: number;
}

/**
 * 100,000 articles are 50 newspapers; ten times as many articles are three times as many newspapers, each three times
 * as long.
 */
export function sizeOf(articles: number): ArchiveSize {
  const publications = Math.max(1, Math.min(articles, Math.round(50 * Math.sqrt(articles / 100_000))));
  const weights = Array.from({ length: publications }, (_, rank) => 1 / (rank + 1));
  const whole = weights.reduce((sum, weight) => sum + weight);
  const upTo = weights.map((_, rank) =>
    Math.round((articles * weights.slice(0, rank + 1).reduce((sum, weight) => sum + weight)) / whole),
  );
  return {
    articles,
    ofPublications: upTo.map((end, rank) => end - (upTo[rank - 1] ?? 0)),
    sharedOrganisations: Math.ceil(articles / 300),
  };
}
