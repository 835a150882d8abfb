import { FileError } from '../text/file-error.ts';
import type { ParsedPage } from './extracted-page.ts';
import { describeFile, type StoredFile } from './stored-file.ts';

/** A page that cannot be stored without the loss of another; the message names both. */
export class PageConflictError extends FileError {
  override readonly name = 'PageConflictError';
}

/** The error of a page that conflicts with a stored file; `complaint` says what of the stored file. */
export function conflict(
  { issue: { file }, head }: ParsedPage,
  stored: StoredFile,
  complaint: string,
): PageConflictError {
  const location = [
    head.publication.name,
    head.publishedOn?.date,
    head.number === null ? null : `No. ${head.number}`,
    head.page === null ? null : `page ${head.page}`,
  ].filter((part) => part !== null && part !== undefined);
  return new PageConflictError(
    file,
    `it is not imported as ${location.join(', ')}: ${describeFile(stored)} ${complaint}.`,
  );
}
