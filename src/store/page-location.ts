import { isKeyOfFile, issueIdOf, issueKeys } from './issue-slice.ts';
import type { ParsedPage } from './extracted-page.ts';
import { publicationIdOf } from './publication.ts';
import type { StoredFile } from './stored-file.ts';

/** Where a page belongs by what it prints and what is stated of it: its publication, issues and number. */
export interface PageLocation {
  readonly file: string;
  readonly publicationId: string;
  /** Its issues that are known by a day or a number. */
  readonly issueIds: ReadonlySet<string>;
  /** Whether one of its issues is known by its file alone. */
  readonly hasUnknownIssue: boolean;
  readonly number: number | null;
}

/** The location of a page. */
export function locationOf({ head, issue }: ParsedPage): PageLocation {
  const publicationId = publicationIdOf(head.publication.slug);
  const keys = issueKeys({ head, issue });
  const known = keys.filter((key) => !isKeyOfFile(key)).map((key) => issueIdOf(publicationId, key));
  return {
    file: issue.file,
    publicationId,
    issueIds: new Set(known),
    hasUnknownIssue: known.length < keys.length,
    number: head.page,
  };
}

/** Whether a stored file is of an issue of the location, or both are of unknown issues of one publication. */
export function isInIssue({ pages }: StoredFile, location: PageLocation): boolean {
  return pages.some(
    (page) =>
      location.issueIds.has(page.issueId) ||
      (location.hasUnknownIssue && page.publicationId === location.publicationId && isKeyOfFile(page.issueKey)),
  );
}

/** Whether a stored file is of an issue of the location and has its number. */
export function isAt(stored: StoredFile, location: PageLocation): boolean {
  return isInIssue(stored, location) && stored.pages[0].number === location.number;
}
