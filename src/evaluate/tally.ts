/** What is judged, in the order of reports. */
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
export interface Fault {
  readonly category: Category;
  readonly kind: 'MISS' | 'EXTRA' | 'DIFFERENT';
  /** What was missed or read too much. */
  readonly what: string;
  /** The words to find its sentence by, the surest first; none when no single sentence shows it. */
  readonly words: readonly string[];
}

/** Counts what one article gives, and keeps its faults. */
export class Tally {
  readonly counts = new Map<Category, Count>();
  readonly faults: Fault[] = [];

  hit(category: Category): void {
    this.countOf(category).tp += 1;
  }

  miss(category: Category, what: string, words: readonly string[]): void {
    this.countOf(category).fn += 1;
    this.faults.push({ category, kind: 'MISS', what, words });
  }

  extra(category: Category, what: string, words: readonly string[]): void {
    this.countOf(category).fp += 1;
    this.faults.push({ category, kind: 'EXTRA', what, words });
  }

  /** Read as something else: one missed and one too many. */
  different(category: Category, what: string, words: readonly string[]): void {
    const count = this.countOf(category);
    count.fn += 1;
    count.fp += 1;
    this.faults.push({ category, kind: 'DIFFERENT', what, words });
  }

  /** Compares two sets of keys; `wordsOf` gives the words to find a key's sentence by. */
  compare(
    category: Category,
    annotated: Iterable<string>,
    read: Iterable<string>,
    wordsOf: (key: string) => readonly string[] = (key) => [key],
  ): void {
    const [wanted, given] = [new Set(annotated), new Set(read)];
    for (const key of wanted) {
      if (given.has(key)) this.hit(category);
      else this.miss(category, key, wordsOf(key));
    }
    for (const key of given) if (!wanted.has(key)) this.extra(category, key, wordsOf(key));
  }

  private countOf(category: Category): Count {
    let count = this.counts.get(category);
    if (count === undefined) this.counts.set(category, (count = { tp: 0, fp: 0, fn: 0 }));
    return count;
  }
}
