import { sql } from 'drizzle-orm';
import type { ArticleFacts } from '../extract/facts.ts';
import { UNKNOWN_PUBLICATION } from '../parse/issue-head.ts';
import type { IssueDay } from '../parse/issue-head.ts';
import type { ParsedArticle, ParsedTeaser } from '../parse/parsed-issue.ts';
import { contentId } from './id.ts';
import type { ExtractedPage } from './extracted-page.ts';
import { issues } from './tables.ts';
import type { Transaction } from './transaction.ts';

export interface ExtractedArticle {
  readonly parsed: ParsedArticle;
  readonly facts: ArticleFacts;
}

/** The part of one raw file that belongs to one issue. */
export interface IssueSlice {
  /**
   * Tells its issue from the publication's other issues: the day, else the number, else the file. It begins with the
   * file when the publication is unknown.
   */
  readonly key: string;
  readonly day: IssueDay | null;
  readonly number: number | null;
  readonly teasers: readonly ParsedTeaser[];
  readonly articles: readonly ExtractedArticle[];
}

/**
 * Splits a page by issue: articles that print their own day or number (digital editions) go to that issue, all others
 * and the teasers to the issue of the page. There is always at least one slice.
 */
export function sliceByIssue({ head, issue, facts }: ExtractedPage): readonly IssueSlice[] {
  const own = { ...issueOf({ head, issue }, null), teasers: issue.teasers };
  const slices = new Map<string, IssueSlice & { articles: ExtractedArticle[] }>([[own.key, { ...own, articles: [] }]]);
  for (const [i, parsed] of issue.articles.entries()) {
    const factsOfArticle = facts[i];
    if (factsOfArticle === undefined) throw new Error(`Article ${parsed.position} of ${issue.file} has no facts.`);
    const printed = issueOf({ head, issue }, parsed);
    const slice = slices.get(printed.key) ?? { ...printed, teasers: [], articles: [] };
    slice.articles.push({ parsed, facts: factsOfArticle });
    slices.set(slice.key, { ...slice, number: slice.number ?? printed.number });
  }
  const used = [...slices.values()].filter(({ articles, teasers }) => articles.length > 0 || teasers.length > 0);
  return used.length > 0 ? used : [...slices.values()];
}

/** The keys of the issues that {@link sliceByIssue} will split the file into, and that of the page itself. */
export function issueKeys(page: Pick<ExtractedPage, 'head' | 'issue'>): readonly string[] {
  return [...new Set([null, ...page.issue.articles].map((article) => issueOf(page, article).key))];
}

export function issueIdOf(publicationId: string, key: string): string {
  return contentId('issue', publicationId, key);
}

/** The issue that an article of the file belongs to; for null that of the page itself. */
function issueOf(
  { head, issue: { file } }: Pick<ExtractedPage, 'head' | 'issue'>,
  article: ParsedArticle | null,
): Pick<IssueSlice, 'key' | 'day' | 'number'> {
  const day: IssueDay | null =
    article === null || article.publishedOn === null
      ? head.publishedOn
      : { date: article.publishedOn, basis: 'PRINTED' };
  // A number belongs to a day: that of the page does not hold for another day.
  const number = article?.number ?? (day?.date === head.publishedOn?.date ? head.number : null);
  return { key: issueKey(day, number, file, head.publication.slug === UNKNOWN_PUBLICATION.slug), day, number };
}

/** Stores the issue of a slice, adds what is newly known of it, and returns its id. */
export async function saveIssueRow(
  tx: Transaction,
  publicationId: string,
  { key, day, number }: IssueSlice,
): Promise<string> {
  const id = issueIdOf(publicationId, key);
  await tx
    .insert(issues)
    .values({
      id,
      publicationId,
      key,
      number,
      publishedOn: day?.date ?? null,
      publishedOnBasis: day?.basis ?? null,
    })
    .onConflictDoUpdate({
      target: issues.id,
      set: {
        number: sql`coalesce(excluded.number, ${issues.number})`,
        // The enum is ordered from the strongest basis to the weakest.
        publishedOnBasis: sql`least(excluded.published_on_basis, ${issues.publishedOnBasis})`,
      },
    });
  return id;
}

/** Whether the issue is known by its file alone: the page may be of any issue. */
export function isKeyOfFile(key: string): boolean {
  return key.startsWith('file ');
}

/** Two pages of one day without a publication are of two issues. */
function issueKey(day: IssueDay | null, number: number | null, file: string, isUnknown: boolean): string {
  const printed = day?.date ?? (number === null ? null : `number ${number}`);
  if (printed === null) return `file ${file}`;
  return isUnknown ? `file ${file} ${printed}` : printed;
}
