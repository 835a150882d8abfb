import { isDeepStrictEqual } from 'node:util';
import { lineStarts } from '../text/flowed-text.ts';
import { saveAgreements } from './agreement.ts';
import { saveAppearances } from './appearance.ts';
import type { StoredArticle } from './appearance.ts';
import { articleId, saveArticles, wholeDay } from './article.ts';
import type { Database } from './database.ts';
import { deriveFrom } from './derivation.ts';
import { saveDoubts } from './doubt.ts';
import { sliceByIssue, saveIssueRow } from './issue-slice.ts';
import type { IssueSlice } from './issue-slice.ts';
import { evidenceWriter } from './evidence.ts';
import type { ExtractedPage } from './extracted-page.ts';
import { saveMentions } from './mention.ts';
import { nameOrganisations, saveOrganisations } from './organisation.ts';
import { identifyPage } from './page-identity.ts';
import type { PageIdentity } from './page-identity.ts';
import { filesSuperseded, pageKey, insertPage, saveSuperseded } from './page.ts';
import type { PageKey } from './page.ts';
import { savePeople } from './person.ts';
import { districtIdOf, savePublication } from './publication.ts';
import { removeFromArchive } from './removal.ts';
import { analyze } from './analyze.ts';
import type { StoredFile } from './stored-file.ts';
import { pipelined, withImportLock } from './transaction.ts';
import type { Transaction } from './transaction.ts';

/**
 * After a page of more articles the statistics are renewed before anything is worked out from it: else those statements
 * are planned for an archive as small as it was.
 */
const ANALYZE_AFTER_ARTICLES = 100;

/** What became of a page. */
export type SaveResult =
  | PageIdentity
  /** What the archive has of the page is no longer what it was read by; nothing was written. */
  | { readonly kind: 'OUTDATED' };

export interface SaveOptions {
  /** See `identifyPage`. */
  readonly replace?: boolean;
  /** What it was to replace when it was read; left out, it may be anything. */
  readonly expected?: readonly StoredFile[];
}

/**
 * Stores what was read of one file, all or nothing, in place of what it corrects: see `identifyPage`. Ids are made of
 * content, so whatever is the same afterwards keeps its id. Writes nothing when the page is stored already. Throws an
 * EvidenceError for a fact whose words are not in the page, a PageConflictError when another page would be lost.
 */
export async function savePage(
  database: Database,
  read: ExtractedPage,
  { replace = false, expected }: SaveOptions = {},
): Promise<SaveResult> {
  return withImportLock(database, async (tx) => {
    const identity = await identifyPage(tx, read, { replace });
    if (identity.kind === 'STORED') return identity;
    if (expected !== undefined && !isDeepStrictEqual(identity.replaces, expected)) return { kind: 'OUTDATED' };
    const reading = { ...read, issue: { ...read.issue, file: identity.file } };
    const superseded = await filesSuperseded(tx, reading, identity.replaces);
    const publicationId = await savePublication(tx, reading.head.publication);
    const removed = await removeFromArchive(
      tx,
      identity.replaces.flatMap(({ pages }) => pages),
      publicationId,
    );
    const { district } = reading.head.publication;
    const named = new Set([...removed.organisations, ...(district === null ? [] : [districtIdOf(district)])]);
    const met = new Set(removed.people);
    const stored: string[] = [];
    const issues = new Set(removed.issues);
    for (const edition of sliceByIssue(reading)) {
      const issueId = await saveIssueRow(tx, publicationId, edition);
      const page = await pageKey(tx, issueId, reading);
      issues.add(issueId);
      const articles = await saveSlice(tx, publicationId, issueId, page, reading, edition);
      await saveSuperseded(tx, page.id, superseded);
      for (const { id, facts, parsed, organisationId, personId } of articles) {
        stored.push(id);
        for (const { name } of facts.organisations) named.add(organisationId(name));
        for (const { name } of [...facts.people, ...parsed.credits]) met.add(personId(name));
      }
    }
    if (stored.length > ANALYZE_AFTER_ARTICLES) await analyze(tx);
    await pipelined([
      nameOrganisations(tx, named),
      deriveFrom(tx, { people: met, organisations: named, articles: stored, issues }),
    ]);
    return identity;
  });
}

async function saveSlice(
  tx: Transaction,
  publicationId: string,
  issueId: string,
  page: PageKey,
  reading: ExtractedPage,
  edition: IssueSlice,
): Promise<StoredArticle[]> {
  const pageId = page.id;
  const [organisationIds] = await pipelined([
    saveOrganisations(tx, publicationId, edition.articles),
    insertPage(tx, issueId, page, reading, edition),
    saveArticles(
      tx,
      { publicationId, issueId, pageId, pageNumber: reading.head.page, day: edition.day },
      edition.articles,
    ),
  ]);
  const personOf = await savePeople(tx, publicationId, edition.articles, organisationIds);
  const starts = lineStarts(reading.raw);
  const articles = edition.articles.map(
    (article, i): StoredArticle => ({
      ...article,
      id: articleId(pageId, article),
      publicationId,
      publishedOn: edition.day?.date ?? null,
      citedOn: wholeDay(article.facts.event)?.date ?? edition.day?.date ?? null,
      personId: (name) => personOf[i]!(name).id,
      identityRule: (name) => personOf[i]!(name).rule,
      organisationId: organisationIds[i]!,
      evidence: evidenceWriter(article.parsed, starts),
    }),
  );
  await pipelined([saveAppearances, saveMentions, saveAgreements, saveDoubts].map(async (save) => save(tx, articles)));
  return articles;
}
