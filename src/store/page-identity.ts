import { withoutBlanks } from '../text/blank.ts';
import { likeness } from '../text/likeness.ts';
import type { ParsedPage } from './extracted-page.ts';
import { candidatesFor, type Candidate } from './page-candidate.ts';
import { conflict } from './page-conflict.ts';
import { isAt, isInIssue, locationOf, type PageLocation } from './page-location.ts';
import { describeFile, isSamePath, type StoredFile } from './stored-file.ts';
import type { Queryable } from './transaction.ts';
import { findByHash, type StoredIdentity } from './stored-lookup.ts';

/** The page is to be stored as `file`. */
export interface NewIdentity {
  readonly kind: 'NEW';
  readonly file: string;
  /** The files that it replaces. */
  readonly replaces: readonly StoredFile[];
  /** Other pages with its number in its issue, which stay. */
  readonly beside: readonly StoredFile[];
  /** Pages elsewhere with its text, or with its path and much the same text. They stay, but may be the same page. */
  readonly resembles: readonly StoredFile[];
}

/** What the archive has of a page that is to be imported. */
export type PageIdentity = StoredIdentity | NewIdentity;

/** How much of the shorter text a correction shares at least with a stored one of its path. */
const MIN_SHARE_SAME_PATH = 0.5;
/** How much of the longer text a correction shares at least with a stored one of another path. */
const MIN_SHARE_OTHER_PATH = 0.8;

/**
 * Decides which stored page a page is, if any. A page is known by its publication, issue and number, as printed or
 * stated, and then by its text. Its path counts only among pages of one issue, or of unknown issues:
 *
 * - The text is stored. It is that page when it is at the same location, or when the new one has no metadata. When the
 *   stored one has no metadata, or has the same path, it moves to the new location. Else two pages print the same text,
 *   and both stay.
 * - A page of its issue has its number or its path, and much the same text: the new page is a correction of it.
 * - A page of its issue has its number, but another path and text: both stay.
 * - A page of its issue has its path, but another text and no other number: the new page is refused, unless `replace`
 *   is set.
 * - A page of another issue has its path: both stay.
 * - The page is stored just so, but with facts of another reader than those that are given: they replace those.
 *
 * @throws PageConflictError
 */
export async function identifyPage(db: Queryable, page: ParsedPage, { replace = false } = {}): Promise<PageIdentity> {
  const [known] = (await findByHash(db, [{ file: page.issue.file, contentHash: page.contentHash }])).values();
  if (known !== undefined) {
    const { as, by } = known;
    if (as === 'SUPERSEDED' || page.given === null || page.given.hash === by.givenHash) return known;
    return { kind: 'NEW', file: by.file, replaces: [by], beside: [], resembles: [] };
  }
  const location = locationOf(page);
  const candidates = await candidatesFor(db, page.raw, location);
  const equals = candidates.filter(({ text }) => isSameText(text, page.raw));
  const own = equals.filter((equal) => isSamePath(equal.file, location.file));
  if (own.length === 0) {
    const same = equals.find((equal) => (isAt(equal, location) && equal.isStated) || !page.isStated);
    if (same !== undefined) return { kind: 'STORED', as: 'SAME', by: same };
  }
  const moved = equals.filter((equal) => own.includes(equal) || isAt(equal, location) || !equal.isStated);
  const others = candidates.filter((candidate) => !equals.includes(candidate));
  const { corrected, beside, resembles } = classify(page, location, others, replace);
  const replaces = [...moved, ...corrected];
  refuseMove(page, location, replaces, corrected);
  const longer = replaces.find(({ file }) => file.endsWith(`/${location.file}`));
  return {
    kind: 'NEW',
    file: longer?.file ?? location.file,
    replaces,
    beside,
    resembles: [...equals.filter((equal) => !moved.includes(equal)), ...resembles],
  };
}

/** Whether the identity of one of the pages may depend on the other being stored. */
export function areRelated(one: ParsedPage, other: ParsedPage): boolean {
  if (isSamePath(one.issue.file, other.issue.file) || isSameText(one.raw, other.raw)) return true;
  const [location, otherLocation] = [locationOf(one), locationOf(other)];
  return (
    location.number !== null &&
    location.number === otherLocation.number &&
    [...location.issueIds].some((id) => otherLocation.issueIds.has(id))
  );
}

/** Whether two texts differ in blanks only. Blank texts equal none. */
function isSameText(one: string, other: string): boolean {
  const bare = withoutBlanks(one);
  return bare !== '' && bare === withoutBlanks(other);
}

const OTHER_TEXT =
  'has the same name and quite another text. Import with --replace to put this one in its place; if both are pages, ' +
  'state the page or the day of each, or import them from the folder above';

/**
 * Sorts candidates with other texts by what they are to the page. Those that have nothing to do with it are left out.
 * @throws PageConflictError
 */
function classify(
  page: ParsedPage,
  location: PageLocation,
  candidates: readonly Candidate[],
  replace: boolean,
): Record<'corrected' | 'beside' | 'resembles', StoredFile[]> {
  const inIssue = candidates.filter((stored) => isInIssue(stored, location));
  const resembles = candidates.filter(
    (stored) =>
      !inIssue.includes(stored) &&
      stored.file === location.file &&
      likeness(stored.text, page.raw).ofLonger >= MIN_SHARE_OTHER_PATH,
  );
  const isPathKnown = inIssue.some(({ file }) => file === location.file);
  const corrected: StoredFile[] = [];
  const beside: StoredFile[] = [];
  for (const stored of inIssue) {
    const { number } = stored.pages[0];
    const hasSamePath = isPathKnown ? stored.file === location.file : isSamePath(stored.file, location.file);
    const hasSameNumber = number !== null && number === location.number;
    const hasOtherNumber = number !== null && location.number !== null && !hasSameNumber;
    const { ofShorter, ofLonger } = likeness(stored.text, page.raw);
    const isReplaceable = !hasOtherNumber && (replace || stored.text.trim() === '');
    if (hasSamePath && (ofShorter >= MIN_SHARE_SAME_PATH || isReplaceable)) corrected.push(stored);
    else if (hasSameNumber && stored.file !== location.file && ofLonger >= MIN_SHARE_OTHER_PATH) corrected.push(stored);
    else if (stored.file === location.file && !hasOtherNumber) throw conflict(page, stored, OTHER_TEXT);
    else if (hasSameNumber) beside.push(stored);
  }
  return { corrected, beside, resembles };
}

/**
 * A page that moves to another issue or number replaces no other file there: one of the two pages would be lost.
 * @throws PageConflictError
 */
function refuseMove(
  page: ParsedPage,
  location: PageLocation,
  replaces: readonly StoredFile[],
  corrected: readonly StoredFile[],
): void {
  const own = replaces.find((stored) => isSamePath(stored.file, location.file) && !isAt(stored, location));
  const occupant = corrected.find((stored) => !isSamePath(stored.file, location.file));
  if (own === undefined || occupant === undefined) return;
  throw conflict(
    page,
    occupant,
    `has its place, and this file is stored as ${describeFile(own)}. Remove one of the two`,
  );
}
