/** What is scored, in the order of reports. */
export const categories = [
  'person',
  'person+title',
  'person+title+org',
  'role',
  'org-canonical',
  'org-any-alias',
  'org-alias-links',
  'agreement-found',
  'agreement-exact',
  'agreement-party',
  'agreement-signatory',
  'agreement-kind',
  'agreement-date',
  'headline',
  'boundaries',
  'headline+boundaries',
  'paragraphs',
  'source',
  'byline',
  'continuation',
  'teaser',
] as const;

export type Category = (typeof categories)[number];

export interface Count {
  /** Annotated and read. */
  tp: number;
  /** Read, not annotated. */
  fp: number;
  /** Annotated, not read. */
  fn: number;
}

/** One disagreement between annotation and reader. */
export interface Mismatch {
  readonly category: Category;
  readonly kind: 'MISS' | 'EXTRA' | 'DIFFERENT';
  /** What was missed or wrongly read. */
  readonly what: string;
  /** The words that find its sentence, the most reliable first; empty when no single sentence shows it. */
  readonly words: readonly string[];
}

/** Counts the results of one article and keeps its mismatches. */
export class Tally {
  readonly counts = new Map<Category, Count>();
  readonly mismatches: Mismatch[] = [];

  hit(category: Category): void {
    this.countOf(category).tp += 1;
  }

  miss(category: Category, what: string, words: readonly string[]): void {
    this.countOf(category).fn += 1;
    this.mismatches.push({ category, kind: 'MISS', what, words });
  }

  extra(category: Category, what: string, words: readonly string[]): void {
    this.countOf(category).fp += 1;
    this.mismatches.push({ category, kind: 'EXTRA', what, words });
  }

  /** Read as something else: counts as one missed and one surplus. */
  different(category: Category, what: string, words: readonly string[]): void {
    const count = this.countOf(category);
    count.fn += 1;
    count.fp += 1;
    this.mismatches.push({ category, kind: 'DIFFERENT', what, words });
  }

  /** Compares two sets of keys. `wordsOf` gives the words that find a key's sentence. */
  compare(
    category: Category,
    annotated: Iterable<string>,
    read: Iterable<string>,
    wordsOf: (key: string) => readonly string[] = (key) => [key],
  ): void {
    const [expected, actual] = [new Set(annotated), new Set(read)];
    for (const key of expected) {
      if (actual.has(key)) this.hit(category);
      else this.miss(category, key, wordsOf(key));
    }
    for (const key of actual) if (!expected.has(key)) this.extra(category, key, wordsOf(key));
  }

  private countOf(category: Category): Count {
    let count = this.counts.get(category);
    if (count === undefined) this.counts.set(category, (count = { tp: 0, fp: 0, fn: 0 }));
    return count;
  }
}
