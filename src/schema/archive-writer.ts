/** What the schema knows of changing the archive: whoever assembles the gateway gives it the hands. */
import type { JudgementRecord } from '../load/judgement.ts';
import type { InvalidInput, NotFound, PageRefused } from './refusal.ts';

/**
 * What mutations do. When a promise is fulfilled, the change is stored, and nothing that this process answers from then
 * on is older.
 */
export interface ArchiveWriter {
  removePages(request: PagesToRemove): Promise<PagesRemovedRecord | NotFound | InvalidInput>;
  importPage(page: PageToImport): Promise<PageImportRecord | PageRefused | InvalidInput>;
  judge(
    judgement: JudgementToMake,
    by: { readonly author: string; readonly reason: string },
  ): Promise<JudgedRecord | NotFound | InvalidInput>;
  /** `id`: of a judgement. */
  undoJudgement(id: string, author: string): Promise<JudgedRecord | NotFound | InvalidInput>;
}

/** See `JudgementRequest`. */
export type JudgementToMake = {
  readonly subject: { readonly type: JudgementRecord['subjectType']; readonly id: string };
} & (
  | { readonly kind: 'SAME' | 'DIFFERENT'; readonly other: string }
  | { readonly kind: 'SPLIT'; readonly articles: readonly string[] }
  | { readonly kind: 'RENAME'; readonly value: string }
  | { readonly kind: 'HIDE' }
  | {
      readonly kind: 'CORRECT';
      readonly field: NonNullable<JudgementRecord['field']>;
      readonly of: string | undefined;
      readonly title: string | undefined;
      readonly value: string | null;
    }
);

export interface JudgedRecord {
  readonly __typename: 'Judged';
  readonly judgementId: string;
  /** The nodes that it is about. */
  readonly subjects: readonly { readonly name: JudgementRecord['subjectType']; readonly id: string }[];
}

/** A page of the archive as mutations tell of it: it may be gone when they do. */
export interface StoredPageRecord {
  readonly file: string;
  readonly publication: string;
  readonly publicationName: string;
  readonly publishedOn: string | null;
  readonly issueNumber: number | null;
  readonly number: number | null;
}

/** See `RemovalRequest`; the files are paths in the archive. */
export interface PagesToRemove {
  readonly files: readonly string[];
  readonly publication: string | undefined;
  readonly issues: readonly string[];
  readonly dryRun: boolean;
}

export interface PagesRemovedRecord {
  readonly __typename: 'PagesRemoved';
  readonly isDryRun: boolean;
  /** Some of them. */
  readonly pages: readonly StoredPageRecord[];
  /** How many rows of each kind are removed. */
  readonly counts: Readonly<
    Record<'pages' | 'articles' | 'agreements' | 'people' | 'organisations' | 'issues' | 'publications', number>
  >;
}

export interface PageToImport {
  readonly text: string;
  readonly file: string;
  /** As in a metadata file beside a page; undefined for none. */
  readonly metadata: object | undefined;
  readonly replace: boolean;
}

export interface PageImportRecord {
  readonly __typename: 'PageImported';
  readonly outcome: 'NEW' | 'REPLACED' | 'UNCHANGED' | 'DUPLICATE';
  readonly file: string;
  readonly issueIds: readonly string[];
  /** null: it was not read. */
  readonly found: Readonly<Record<'articles' | 'people' | 'organisations' | 'agreements' | 'doubts', number>> | null;
  /** Some of each. */
  readonly replaced: readonly StoredPageRecord[];
  readonly beside: readonly StoredPageRecord[];
  readonly resembling: readonly StoredPageRecord[];
}
