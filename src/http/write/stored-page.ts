import type { StoredPageRecord } from '../../schema/archive-writer.ts';
import { MAX_PAGES_SHOWN } from '../../schema/stored-page.ts';
import type { StoredFile } from '../../store/stored-file.ts';

/** The pages of the files, as answers show them: the first hundred. */
export function pagesShown(files: readonly StoredFile[]): readonly StoredPageRecord[] {
  const pages: StoredPageRecord[] = [];
  for (const { file, pages: own } of files) {
    for (const { slug, publicationName, issueKey, issueNumber, number } of own) {
      if (pages.length === MAX_PAGES_SHOWN) return pages;
      const publishedOn = /^\d{4}-\d{2}-\d{2}$/.test(issueKey) ? issueKey : null;
      pages.push({ file, publication: slug, publicationName, publishedOn, issueNumber, number });
    }
  }
  return pages;
}
