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
import { withJudgements } from './judgement/judged-facts.ts';
import { saveMentions } from './mention.ts';
import { nameOrganisations, saveOrganisations } from './organisation.ts';
import { identifyPage } from './page-identity.ts';
import type { PageIdentity } from './page-identity.ts';
import { filesSuperseded, pageKey, insertPage, saveSuperseded } from './page.ts';
import type { PageKey } from './page.ts';
import { prunePeople, savePeople, settleNames } from './person.ts';
import type { Moved } from './person-move.ts';
import { savePublication } from './publication.ts';
import { removeFromArchive } from './removal.ts';
import { analyze } from './analyze.ts';
import type { StoredFile } from './stored-file.ts';
import { pipelined, withImportLock } from './transaction.ts';
import type { Transaction } from './transaction.ts';

/**
 * After a page of more articles the tables are analyzed before anything is derived from them: else those statements are
 * planned for an archive as small as it was before.
 */
const ANALYZE_AFTER_ARTICLES = 100;

/** What became of a page. */
export type SaveResult =
  | PageIdentity
  /** The archive no longer has of the page what it was read with; nothing was written. */
  | { readonly kind: 'OUTDATED' };

export interface SaveOptions {
  /** See `identifyPage`. */
  readonly replace?: boolean;
  /** What the page was to replace when it was read. Left out: anything. */
  readonly expected?: readonly StoredFile[];
}

/**
 * Stores all that was read of one file in one transaction, in place of what it corrects: see `identifyPage`. Ids are
 * derived from content, so that what is the same afterwards keeps its id. Writes nothing when the page is stored
 * already.
 * @throws EvidenceError for a fact whose words are not in the page
 * @throws PageConflictError when another page would be lost
 */
export async function savePage(
  database: Database,
  extracted: ExtractedPage,
  { replace = false, expected }: SaveOptions = {},
): Promise<SaveResult> {
  return withImportLock(database, async (tx) => {
    const identity = await identifyPage(tx, extracted, { replace });
    if (identity.kind === 'STORED') return identity;
    if (expected !== undefined && !isDeepStrictEqual(identity.replaces, expected)) return { kind: 'OUTDATED' };
    const page = { ...extracted, issue: { ...extracted.issue, file: identity.file } };
    const superseded = await filesSuperseded(tx, page, identity.replaces);
    const { id: publicationId, districtId } = await savePublication(tx, page.head.publication);
    const removed = await removeFromArchive(
      tx,
      identity.replaces.flatMap(({ pages }) => pages),
      publicationId,
    );
    const organisations = new Set([...removed.organisations, ...(districtId === null ? [] : [districtId])]);
    const people = new Set(removed.people);
    const issues = new Set(removed.issues);
    const coPresent = new Set<string>();
    const include = (moved: Moved) => {
      for (const id of moved.people) people.add(id);
      for (const id of moved.issues) issues.add(id);
      for (const id of moved.coPresent) coPresent.add(id);
    };
    const articles: string[] = [];
    const pages = identity.replaces.flatMap(({ pages }) => pages.map(({ id }) => id));
    for (const slice of sliceByIssue(page)) {
      const issueId = await saveIssueRow(tx, publicationId, slice);
      const key = await pageKey(tx, issueId, page);
      issues.add(issueId);
      pages.push(key.id);
      const { articles: stored, moved } = await saveSlice(tx, { publicationId, issueId, key, page, slice });
      include(moved);
      await saveSuperseded(tx, key.id, superseded);
      for (const { id, facts, parsed, organisationId, personId } of stored) {
        articles.push(id);
        for (const { name } of facts.organisations) organisations.add(organisationId(name));
        for (const { name } of [...facts.people, ...parsed.credits]) people.add(personId(name));
      }
    }
    if (articles.length > ANALYZE_AFTER_ARTICLES) await analyze(tx);
    include(await settleNames(tx, removed.names));
    await prunePeople(tx, [...people]);
    await nameOrganisations(tx, organisations);
    const dirty = await withJudgements(tx, pages, { people, organisations, articles, issues, coPresent });
    await deriveFrom(tx, dirty);
    return identity;
  });
}

/** One issue's slice of a page, and the ids of what it belongs to. */
interface SliceToSave {
  readonly publicationId: string;
  readonly issueId: string;
  readonly key: PageKey;
  readonly page: ExtractedPage;
  readonly slice: IssueSlice;
}

async function saveSlice(
  tx: Transaction,
  toSave: SliceToSave,
): Promise<{ readonly articles: readonly StoredArticle[]; readonly moved: Moved }> {
  const { publicationId, issueId, key, page, slice } = toSave;
  const { day } = slice;
  const [withOrganisations] = await pipelined([
    saveOrganisations(tx, publicationId, slice.articles),
    insertPage(tx, issueId, key, page, slice),
    saveArticles(tx, { publicationId, issueId, pageId: key.id, pageNumber: page.head.page, day }, slice.articles),
  ]);
  const { articles: withPeople, moved } = await savePeople(
    tx,
    publicationId,
    withOrganisations.map((article) => ({
      ...article,
      id: articleId(key.id, article),
      citedOn: wholeDay(article.facts.event)?.date ?? day?.date ?? null,
    })),
  );
  const starts = lineStarts(page.raw);
  const articles = withPeople.map(
    ({ personOf, ...article }): StoredArticle => ({
      ...article,
      publicationId,
      publishedOn: day?.date ?? null,
      personId: (name) => personOf(name).id,
      profileId: (name) => personOf(name).profileId,
      evidence: evidenceWriter(article.parsed, starts),
    }),
  );
  await pipelined([saveAppearances, saveMentions, saveAgreements, saveDoubts].map(async (save) => save(tx, articles)));
  return { articles, moved };
}
