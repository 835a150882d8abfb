import type { PersonRole } from '../extract/facts.ts';
import { officeOf, postOf } from '../text/title.ts';
import type { ExtractedArticle } from './issue-slice.ts';
import type { EvidenceWriter } from './evidence.ts';
import type { OrganisationIds } from './organisation.ts';
import { keysOf } from './person.ts';
import { articleOrganisations, articlePeople, articlePersonRoles, credits, printedTitles } from './fact-tables.ts';
import { insertAll, pipelined } from './transaction.ts';
import type { Transaction } from './transaction.ts';

/** An article whose facts are about to be stored: the ids of all it names, and a writer of evidence. */
export interface StoredArticle extends ExtractedArticle {
  readonly id: string;
  readonly publicationId: string;
  /** The day of its issue. */
  readonly publishedOn: string | null;
  /** The day of its event, else that of its issue. */
  readonly citedOn: string | null;
  /** The id of the person that a name in the article means. */
  readonly personId: (name: string) => string;
  readonly profileId: (name: string) => string;
  readonly organisationId: OrganisationIds;
  readonly evidence: EvidenceWriter;
}

/** Stores who and what appears in the articles: people with roles and titles, organisations, and credits. */
export async function saveAppearances(tx: Transaction, articles: readonly StoredArticle[]): Promise<void> {
  const [keys] = await pipelined([
    keysOf(tx, articles),
    insertAll(tx, credits, articles.flatMap(creditRows)),
    insertAll(tx, articlePeople, articles.flatMap(personRows)),
    insertAll(tx, articlePersonRoles, articles.flatMap(roleRows)),
    insertAll(tx, articleOrganisations, articles.flatMap(organisationRows)),
  ]);
  await insertAll(
    tx,
    printedTitles,
    articles.flatMap((article) => titleRows(article, keys)),
  );
}

/** A credit is as sure as it is that its person has made the article. */
function creditRows({ id: articleId, parsed, facts, personId, evidence }: StoredArticle) {
  const sureness = new Map(
    facts.people.flatMap(({ name, roles }) => {
      const byline = roles.find(({ role }) => role === 'BYLINE');
      return byline === undefined ? [] : [[name, byline.confidence]];
    }),
  );
  return parsed.credits.map(({ name, role, start, end }, ordinal) => {
    const quote = parsed.byline?.text.slice(start, end) ?? '';
    return {
      articleId,
      ordinal,
      personId: personId(name),
      role,
      confidence: sureness.get(name) ?? 0,
      ...evidence({ field: 'BYLINE', start, end, quote, rule: 'byline.credit' }),
    };
  });
}

function personRows({ id: articleId, facts, personId, profileId, publicationId, publishedOn, citedOn }: StoredArticle) {
  return facts.people.map(({ name, roles, confidence }, ordinal) => ({
    articleId,
    personId: personId(name),
    ordinal,
    profileId: profileId(name),
    publicationId,
    isPresent: roles.some(isPresence),
    publishedOn,
    citedOn,
    confidence,
  }));
}

/** Whether the role means taking part in what is reported. */
function isPresence({ role }: { readonly role: PersonRole }): boolean {
  return role !== 'BYLINE' && role !== 'MENTIONED';
}

function roleRows({ id: articleId, facts, personId, evidence }: StoredArticle) {
  return facts.people.flatMap((person) => {
    const first = new Map(person.roles.toReversed().map((fact) => [fact.role, fact]));
    return [...first].map(([role, fact]) => ({
      articleId,
      personId: personId(person.name),
      role,
      confidence: fact.confidence,
      ...evidence(fact.evidence),
    }));
  });
}

function titleRows(
  { id: articleId, facts, personId, organisationId, citedOn, evidence }: StoredArticle,
  keys: ReadonlyMap<string, string>,
) {
  return facts.people.flatMap((person) =>
    person.titles.map((fact, ordinal) => {
      const owner = fact.organisation === null ? null : organisationId(fact.organisation);
      const key = owner === null ? undefined : keys.get(owner);
      return {
        articleId,
        personId: personId(person.name),
        ordinal,
        title: fact.title,
        organisationId: owner,
        isOwnerInferred: fact.isOwnerInferred,
        modality: fact.modality,
        change: fact.change,
        post: postOf(fact.title),
        office: key === undefined ? null : officeOf(key, fact.title),
        citedOn,
        confidence: fact.confidence,
        ...evidence(fact.evidence),
      };
    }),
  );
}

/** Names of the same organisation make one row, as sure as the surest. It is implied only if none of them is printed. */
function organisationRows({ id: articleId, facts, organisationId, publicationId, publishedOn }: StoredArticle) {
  const rows = new Map<string, typeof articleOrganisations.$inferInsert>();
  facts.organisations.forEach((fact, ordinal) => {
    const id = organisationId(fact.name);
    const isImplied = fact.mentions.length === 0 && fact.aliases.length === 0;
    const row = rows.get(id);
    rows.set(id, {
      articleId,
      organisationId: id,
      ordinal: row?.ordinal ?? ordinal,
      isImplied: isImplied && (row?.isImplied ?? true),
      publicationId,
      publishedOn,
      confidence: Math.max(fact.confidence, row?.confidence ?? 0),
    });
  });
  return [...rows.values()];
}
