/** What a post's printed words say: the title, and the organisation that it belongs to. */
export interface OwnedTitle {
  /** What is left of the printed words after the organisation's proper name. */
  readonly title: string;
  /** The organisation as printed or completed by a level body; null when it must come from the context. */
  readonly organisation: string | null;
  /**
   * Where the organisation stands in the owner words: UTF-16 offsets; null when it is not printed as a name of its own.
   */
  readonly printed: { readonly start: number; readonly end: number } | null;
  /**
   * What the context must still give: a place of this level (区, 县, 市 …) before `organisation`; `committee`: the
   * Party committee whose department it is.
   */
  readonly level: string | null;
  /** A place of a level that these words name, for the posts after them. */
  readonly place: string | null;
}
