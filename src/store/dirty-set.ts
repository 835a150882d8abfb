/**
 * What a change of the archive left out of date: everything derived from it has to be derived again. Ids of rows that
 * are gone do no harm.
 */
export interface DirtySet {
  readonly people: ReadonlySet<string>;
  readonly organisations: ReadonlySet<string>;
  /** Who was present with people whose articles are other people's now. */
  readonly coPresent?: ReadonlySet<string>;
  /** The articles that were stored. */
  readonly articles: readonly string[];
  /** The issues in which articles were stored or removed. */
  readonly issues: ReadonlySet<string>;
}
