import { sql } from 'drizzle-orm';
import { makePgArray } from 'drizzle-orm/pg-core';
import { likeness } from '../text/likeness.ts';
import { FileError } from '../text/file-error.ts';
import { isKeyOfFile, issueIdOf, issueKeys } from './issue-slice.ts';
import type { ParsedPage } from './extracted-page.ts';
import { publicationIdOf } from './publication.ts';
import { isSamePath, describeFile, filesOfPages, textOfFile } from './stored-file.ts';
import type { Reader, StoredFile } from './stored-file.ts';
import { textHash } from './text-hash.ts';
import { anyId, anyText } from './transaction.ts';

/** It is stored: by this file, by another of the same text (SAME), or by one that took its place (SUPERSEDED). */
export interface StoredIdentity {
  readonly kind: 'STORED';
  readonly as: 'UNCHANGED' | 'SAME' | 'SUPERSEDED';
  readonly by: StoredFile;
}

/** It is to be stored as `file`. */
export interface NewIdentity {
  readonly kind: 'NEW';
  readonly file: string;
  /** What it takes the place of. */
  readonly replaces: readonly StoredFile[];
  /** Other pages of its issue and number, which stay. */
  readonly beside: readonly StoredFile[];
  /** Pages elsewhere that have its text, or nearly so and its path. They stay too, though they may be the same page. */
  readonly resembles: readonly StoredFile[];
}

/** What the archive has of a page that is to be imported. */
export type PageIdentity = StoredIdentity | NewIdentity;

/** A page that cannot be stored without the loss of another; the message names both. */
export class PageConflictError extends FileError {
  override readonly name = 'PageConflictError';
}

/** The parts of the shorter, and of the longer of two texts that have to be the same in a correction. */
const SHARE_IN_ONE_PATH = 0.5;
const SHARE_IN_TWO_PATHS = 0.8;
/** With more pages of its number in its issue a page is not compared. */
const MAX_PAGES_COMPARED = 200;

/**
 * Tells which stored page a page is, if any. It is known by its publication, issue and number, as printed or stated,
 * and then by its text; the path of its file counts only among pages of one issue, or of none that is known:
 *
 * - The text is stored. It is that page in the same place, and anywhere without metadata. With metadata where that had
 *   none,
 *   or with the same path, it moves to where it is said to be now. Else two pages print the same, and both stay.
 * - A page of its issue has its number, or its path, and a text that is much like it: the page is a correction of that.
 * - A page of its issue has its number but another path and text: both stay.
 * - A page of its issue has its path but another text, and no other number: it is refused, unless `replace` is set.
 * - A page of another issue has its path: both stay.
 *
 * @throws PageConflictError
 */
export async function identifyPage(db: Reader, page: ParsedPage, { replace = false } = {}): Promise<PageIdentity> {
  const known = (await storedFiles(db, [{ file: page.issue.file, contentHash: page.contentHash }]))
    .values()
    .next().value;
  if (known !== undefined) return known;
  const place = placeOf(page);
  const candidates = await candidatesFor(db, page, place);
  const twins = candidates.filter(({ text }) => isSameText(text, page.raw));
  const own = twins.filter((twin) => isSamePath(twin.file, place.file));
  if (own.length === 0) {
    const same = twins.find((twin) => (isIn(twin, place) && twin.isStated) || !page.isStated);
    if (same !== undefined) return { kind: 'STORED', as: 'SAME', by: same };
  }
  const moved = twins.filter((twin) => own.includes(twin) || isIn(twin, place) || !twin.isStated);
  const others = candidates.filter((candidate) => !twins.includes(candidate));
  const { corrected, beside, resembles } = weigh(page, place, others, replace);
  const replaces = [...moved, ...corrected];
  refuseMove(page, place, replaces, corrected);
  const longer = replaces.find(({ file }) => file.endsWith(`/${place.file}`));
  return {
    kind: 'NEW',
    file: longer?.file ?? place.file,
    replaces,
    beside,
    resembles: [...twins.filter((twin) => !moved.includes(twin)), ...resembles],
  };
}

/** Whether what the archive has of one of the pages may depend on the other. */
export function areRelated(one: ParsedPage, other: ParsedPage): boolean {
  if (isSamePath(one.issue.file, other.issue.file) || isSameText(one.raw, other.raw)) return true;
  const [place, otherPlace] = [placeOf(one), placeOf(other)];
  return (
    place.number !== null &&
    place.number === otherPlace.number &&
    [...place.issueIds].some((id) => otherPlace.issueIds.has(id))
  );
}

/** What is stored of those of the files that are known by their hashes, by a few statements however many they are. */
export async function storedFiles<File extends { readonly file: string; readonly contentHash: string }>(
  db: Reader,
  files: readonly File[],
): Promise<ReadonlyMap<File, StoredIdentity>> {
  const hashes = anyText(files.map(({ contentHash }) => contentHash));
  const stored = groupedByHash(await filesOfPages(db, sql`content_hash = ${hashes}`));
  const superseded = await db.execute<{ hash: string; id: string }>(
    sql`select content_hash as hash, page_id as id from superseded_files where content_hash = ${hashes}`,
  );
  const successors =
    superseded.length === 0 ? [] : await filesOfPages(db, sql`id = ${anyId(superseded.map(({ id }) => id))}`);
  const successorOf = new Map(successors.flatMap((successor) => successor.pages.map(({ id }) => [id, successor])));
  const successorsOfHash = new Map<string, StoredFile[]>();
  for (const { hash, id } of superseded)
    successorsOfHash.set(hash, [
      ...(successorsOfHash.get(hash) ?? []),
      ...(successorOf.has(id) ? [successorOf.get(id)!] : []),
    ]);
  const found = new Map<File, StoredIdentity>();
  for (const file of files) {
    const twins = stored.get(file.contentHash) ?? [];
    const twin = twins.find((one) => isSamePath(one.file, file.file)) ?? twins[0];
    // A file that is again what it was before its correction is no longer superseded.
    const successor = successorsOfHash.get(file.contentHash)?.find((one) => one.file !== file.file);
    if (twin !== undefined)
      found.set(file, { kind: 'STORED', as: isSamePath(twin.file, file.file) ? 'UNCHANGED' : 'SAME', by: twin });
    else if (successor !== undefined) found.set(file, { kind: 'STORED', as: 'SUPERSEDED', by: successor });
  }
  return found;
}

function groupedByHash(files: readonly StoredFile[]): ReadonlyMap<string, readonly StoredFile[]> {
  const groups = new Map<string, StoredFile[]>();
  for (const file of files) groups.set(file.contentHash, [...(groups.get(file.contentHash) ?? []), file]);
  return groups;
}

/** Where a page is said to be. */
interface Place {
  readonly file: string;
  readonly publicationId: string;
  /** Of the issues that are known by a day or a number. */
  readonly issueIds: ReadonlySet<string>;
  /** Whether an issue of it is known by the file alone. */
  readonly isNowhere: boolean;
  readonly number: number | null;
}

function placeOf({ head, issue }: ParsedPage): Place {
  const publicationId = publicationIdOf(head.publication.slug);
  const keys = issueKeys({ head, issue });
  const known = keys.filter((key) => !isKeyOfFile(key)).map((key) => issueIdOf(publicationId, key));
  return {
    file: issue.file,
    publicationId,
    issueIds: new Set(known),
    isNowhere: known.length < keys.length,
    number: head.page,
  };
}

/** Whether the file is of an issue of the page, or neither is of any that is known. */
function isOfIssue({ pages }: StoredFile, place: Place): boolean {
  return pages.some(
    (page) =>
      place.issueIds.has(page.issueId) ||
      (place.isNowhere && page.publicationId === place.publicationId && isKeyOfFile(page.issueKey)),
  );
}

function isIn(stored: StoredFile, place: Place): boolean {
  return isOfIssue(stored, place) && stored.pages[0].number === place.number;
}

/** A blank text tells nothing. */
function isSameText(one: string, other: string): boolean {
  const bare = (text: string) => text.replace(/\s+/gu, '');
  return bare(one) !== '' && bare(one) === bare(other);
}

const OTHER_TEXT =
  'has the same name and quite another text. Import with --replace to put this one in its place; if both are pages, state the page ' +
  'or the day of each, or import them from the folder above';

type Candidate = StoredFile & { readonly text: string };

/**
 * Files of the same text; of the page's issues, those of its number, and those of its path; of others, the last that
 * had its path.
 */
async function candidatesFor(
  db: Reader,
  { raw }: ParsedPage,
  { file, publicationId, issueIds, isNowhere, number }: Place,
): Promise<Candidate[]> {
  // The page's path, the same seen from folders further in, and as the end of longer ones.
  const ends = file.split('/').map((_, at, parts) => parts.slice(at).join('/'));
  const isOnePath = sql`(reverse(file) = any(array(select reverse(path) from unnest(${makePgArray(ends)}::text[]) path))
    or (reverse(file) ~>=~ (reverse(${file}) || '/') and reverse(file) ~<~ (reverse(${file}) || '0')))`;
  const found = await filesOfPages(
    db,
    sql`id in (
    select id from pages where ${sql.raw(textHash('raw'))} = (select ${sql.raw(textHash('bare.raw'))} from (values (${raw})) bare(raw))
    union all (select id from pages where issue_id = ${anyId(issueIds)} and number = ${number}::integer order by id limit ${MAX_PAGES_COMPARED})
    union all select id from pages where issue_id = ${anyId(issueIds)} and ${isOnePath}
    union all select pages.id from pages join issues on issues.id = issue_id where ${isNowhere} and publication_id = ${publicationId} and issues.key like 'file %' and ${isOnePath}
    union all (select pages.id from pages join issues on issues.id = issue_id where reverse(file) = reverse(${file}) and publication_id = ${publicationId} order by imported_at desc limit 1))`,
  );
  const candidates: Candidate[] = [];
  for (const stored of found) candidates.push({ ...stored, text: await textOfFile(db, stored) });
  return candidates;
}

/**
 * Sorts the files, none of which has the same text, by what the page is to them. What is left out has nothing to do
 * with it.
 */
function weigh(
  page: ParsedPage,
  place: Place,
  candidates: readonly Candidate[],
  replace: boolean,
): Record<'corrected' | 'beside' | 'resembles', StoredFile[]> {
  const near = candidates.filter((stored) => isOfIssue(stored, place));
  const resembles = candidates.filter(
    (stored) =>
      !near.includes(stored) &&
      stored.file === place.file &&
      likeness(stored.text, page.raw).ofLonger >= SHARE_IN_TWO_PATHS,
  );
  const isPathKnown = near.some(({ file }) => file === place.file);
  const corrected: StoredFile[] = [];
  const beside: StoredFile[] = [];
  for (const stored of near) {
    const { number } = stored.pages[0];
    const hasSamePath = isPathKnown ? stored.file === place.file : isSamePath(stored.file, place.file);
    const isSameNumber = number !== null && number === place.number;
    const { ofShorter, ofLonger } = likeness(stored.text, page.raw);
    const isOtherNumber = number !== null && place.number !== null && !isSameNumber;
    if (hasSamePath && (ofShorter >= SHARE_IN_ONE_PATH || (!isOtherNumber && (replace || stored.text.trim() === ''))))
      corrected.push(stored);
    else if (isSameNumber && stored.file !== place.file && ofLonger >= SHARE_IN_TWO_PATHS) corrected.push(stored);
    else if (stored.file === place.file && !isOtherNumber) throw conflict(page, stored, OTHER_TEXT);
    else if (isSameNumber) beside.push(stored);
  }
  return { corrected, beside, resembles };
}

/** A page that comes from another issue or number takes nobody's place there: one of the two would be lost. */
function refuseMove(
  page: ParsedPage,
  place: Place,
  replaces: readonly StoredFile[],
  corrected: readonly StoredFile[],
): void {
  const own = replaces.find((stored) => isSamePath(stored.file, place.file) && !isIn(stored, place));
  const occupant = corrected.find((stored) => !isSamePath(stored.file, place.file));
  if (own !== undefined && occupant !== undefined)
    throw conflict(
      page,
      occupant,
      `has its place, and this file is stored as ${describeFile(own)}. Remove one of the two`,
    );
}

function conflict({ issue: { file }, head }: ParsedPage, stored: StoredFile, complaint: string): PageConflictError {
  const place = [
    head.publication.name,
    head.publishedOn?.date,
    head.number === null ? null : `No. ${head.number}`,
    head.page === null ? null : `page ${head.page}`,
  ];
  return new PageConflictError(
    file,
    `it is not imported as ${place.filter((part) => part !== null && part !== undefined).join(', ')}: ${describeFile(stored)} ${complaint}.`,
  );
}
