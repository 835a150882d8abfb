import { lineStarts } from '../text/flowed-text.ts';
import { saveAgreements } from './agreement.ts';
import { saveAppearances } from './appearance.ts';
import type { StoredArticle } from './appearance.ts';
import { articleId, saveArticles, wholeDay } from './article.ts';
import type { Database } from './database.ts';
import { deriveFrom } from './derivation.ts';
import { saveDoubts } from './doubt.ts';
import { editionsOf, saveEdition } from './edition.ts';
import type { Edition } from './edition.ts';
import { evidenceWriter } from './evidence.ts';
import type { IssueReading } from './issue-reading.ts';
import { saveMentions } from './mention.ts';
import { nameOrganisations, pruneOrganisations, saveOrganisations } from './organisation.ts';
import { isStored, pageIdOf, pagesReplaced, removePages, savePage } from './page.ts';
import { prunePeople, savePeople } from './person.ts';
import { districtIdOf, prunePublications, savePublication } from './publication.ts';
import { together, withImportLock } from './transaction.ts';
import type { Transaction } from './transaction.ts';

/**
 * Stores what was read of one file, all or nothing, in place of what an earlier import of the file stored. Ids are made
 * of content, so whatever is the same afterwards keeps its id. Returns false, having written nothing, when the file is
 * stored already. Throws an EvidenceError for a fact whose words are not in the page.
 */
export async function saveIssue(database: Database, reading: IssueReading): Promise<boolean> {
  const { issue: { file }, contentHash, raw } = reading;
  return withImportLock(database, async (tx) => {
    if (await isStored(tx, file, contentHash)) return false;
    const publicationId = await savePublication(tx, reading.head.publication);
    const replaced = await pagesReplaced(tx, publicationId, file, raw);
    const removed = await removePages(tx, replaced);
    await prunePeople(tx, removed.people);
    const left = new Set(replaced.map((page) => page.publicationId).filter((id) => id !== publicationId));
    const districts = left.size === 0 ? [] : await prunePublications(tx, left);
    await pruneOrganisations(tx, [...removed.organisations, ...districts]);
    const { district } = reading.head.publication;
    const named = new Set([...removed.organisations, ...district === null ? [] : [districtIdOf(district)]]);
    const met = new Set(removed.people);
    const stored: string[] = [];
    const issues = new Set(replaced.map((page) => page.issueId));
    for (const edition of editionsOf(reading)) {
      const issueId = await saveEdition(tx, publicationId, edition);
      issues.add(issueId);
      const articles = await saveEditionPage(tx, publicationId, issueId, reading, edition);
      for (const { id, facts, parsed, organisationId, personId } of articles) {
        stored.push(id);
        for (const { name } of facts.organisations) named.add(organisationId(name));
        for (const { name } of [...facts.people, ...parsed.credits]) met.add(personId(name));
      }
    }
    await together([nameOrganisations(tx, named), deriveFrom(tx, { people: met, organisations: named, articles: stored, issues })]);
    return true;
  });
}

async function saveEditionPage(tx: Transaction, publicationId: string, issueId: string, reading: IssueReading, edition: Edition): Promise<StoredArticle[]> {
  const pageId = pageIdOf(issueId, reading);
  const [organisationIds] = await together([
    saveOrganisations(tx, publicationId, edition.articles),
    savePage(tx, issueId, reading, edition),
    saveArticles(tx, { publicationId, issueId, pageId, pageNumber: reading.head.page, day: edition.day }, edition.articles),
  ]);
  const personOf = await savePeople(tx, publicationId, edition.articles, organisationIds);
  const starts = lineStarts(reading.raw);
  const articles = edition.articles.map((article, i): StoredArticle => ({
    ...article,
    id: articleId(pageId, article),
    publicationId,
    publishedOn: edition.day?.date ?? null,
    citedOn: wholeDay(article.facts.event)?.date ?? edition.day?.date ?? null,
    personId: (name) => personOf[i]!(name).id,
    identityRule: (name) => personOf[i]!(name).rule,
    organisationId: organisationIds[i]!,
    evidence: evidenceWriter(article.parsed, starts),
  }));
  await together([saveAppearances, saveMentions, saveAgreements, saveDoubts].map(async (save) => save(tx, articles)));
  return articles;
}
