import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { withoutBlanks } from '../text/blank.ts';
import { publicationIdOf } from './publication.ts';
import { describeFile, filesOfPages, isLongerPath, textOfFile } from './stored-file.ts';
import type { StoredFile, StoredPage } from './stored-file.ts';
import { anyId, type Queryable } from './transaction.ts';

/**
 * Selects all pages of a publication, of one of its issues, or of a file. At least one of `publication` and `file` is
 * given.
 */
export interface PageSelector {
  /** The slug of the publication. */
  readonly publication?: string | undefined;
  /** The day (`YYYY-MM-DD`) or number of an issue of the publication. */
  readonly issue?: string | undefined;
  readonly file?: FileSelector;
}

export interface FileSelector {
  /** Its path, or the end of it, with `/` between folders. */
  readonly path: string;
  /** The text of the file, if it is at hand. Among files of one name it selects those with the same text. */
  readonly text: string | null;
}

/** A selector that matches no page, or several that it cannot tell apart; the message names it. */
export class SelectionError extends Error {
  override readonly name = 'SelectionError';
  /** Whether it matches several. */
  readonly isAmbiguous: boolean;

  constructor(message: string, { isAmbiguous = false } = {}) {
    super(message);
    this.isAmbiguous = isAmbiguous;
  }
}

const MAX_NAMED = 5;

/**
 * The selected files, each with its selected pages.
 * @throws SelectionError when nothing is selected, or the selector is ambiguous
 */
export async function selectFiles(db: Queryable, selector: PageSelector): Promise<StoredFile[]> {
  const { publication, issue, file } = selector;
  const isSelected = (page: StoredPage): boolean =>
    (publication === undefined || page.slug === publication) && (issue === undefined || isIssue(page, issue));
  const stored = await filesOfPages(db, conditionOf(selector));
  const narrowed = stored.flatMap((one) => withPages(one, isSelected));
  const selected = file === undefined ? narrowed : await withPath(db, narrowed, file);
  requireUnambiguous(selector, selected);
  return selected;
}

/** All files of the publications with these slugs. */
export function filesOfPublications(db: Queryable, slugs: readonly string[]): Promise<StoredFile[]> {
  const ids = anyId(slugs.map(publicationIdOf));
  return filesOfPages(db, sql`issue_id in (select id from issues where publication_id = ${ids})`);
}

/** SQL for the pages that may be selected. */
function conditionOf({ publication, file }: PageSelector): SQL {
  const conditions: SQL[] = [];
  if (publication !== undefined)
    conditions.push(sql`issue_id in (select id from issues where publication_id = ${publicationIdOf(publication)})`);
  if (file !== undefined) {
    const name = file.path.slice(file.path.lastIndexOf('/') + 1);
    conditions.push(sql`(reverse(file) = reverse(${name}) or ${isLongerPath(name)})`);
  }
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
}

function requireUnambiguous({ publication, issue, file }: PageSelector, selected: readonly StoredFile[]): void {
  const named = [file?.path, issue === undefined ? undefined : `issue ${issue}`, publication]
    .filter((part) => part !== undefined)
    .join(' of ');
  if (selected.length === 0) throw new SelectionError(`${named}: no such page is stored.`);
  if (file !== undefined && selected.length > 1) {
    throw new SelectionError(
      `${file.path} is the name of ${selected.length} stored files: ${some(selected.map(describeFile))}. ` +
        'Name more of the path, or the publication and issue.',
      { isAmbiguous: true },
    );
  }
  const issues = new Map(selected.flatMap(({ pages }) => pages.map((page) => [page.issueId, page.issueKey])));
  if (file === undefined && issue !== undefined && issues.size > 1) {
    throw new SelectionError(
      `${named} is ${issues.size} issues: ${some([...issues.values()])}. Name the day of the one that is meant.`,
      { isAmbiguous: true },
    );
  }
}

function withPages(file: StoredFile, isSelected: (page: StoredPage) => boolean): StoredFile[] {
  const [first, ...others] = file.pages.filter(isSelected);
  return first === undefined ? [] : [{ ...file, pages: [first, ...others] }];
}

function isIssue({ issueKey, issueNumber }: StoredPage, issue: string): boolean {
  return issueKey === issue || issueKey.endsWith(` ${issue}`) || String(issueNumber) === issue;
}

/**
 * Among files of one name, selects the one with this path, else those with a longer path, else those with the longest
 * shorter one; of these, the ones with the same text if there are any.
 */
async function withPath(
  db: Queryable,
  stored: readonly StoredFile[],
  { path, text }: FileSelector,
): Promise<StoredFile[]> {
  const shorter = stored.filter(({ file }) => path.endsWith(`/${file}`));
  const longest = Math.max(...shorter.map(({ file }) => file.length));
  const selected =
    [
      stored.filter(({ file }) => file === path),
      stored.filter(({ file }) => file.endsWith(`/${path}`)),
      shorter.filter(({ file }) => file.length === longest),
    ].find((files) => files.length > 0) ?? [];
  if (selected.length <= 1 || text === null) return selected;
  const bare = withoutBlanks(text);
  const same: StoredFile[] = [];
  for (const file of selected) if (withoutBlanks(await textOfFile(db, file)) === bare) same.push(file);
  return same.length > 0 ? same : selected;
}

function some(names: readonly string[]): string {
  const shown = names.slice(0, MAX_NAMED).join(', ');
  return names.length > MAX_NAMED ? `${shown} and ${names.length - MAX_NAMED} more` : shown;
}
