import { sql } from 'drizzle-orm';
import type { DirtySet } from './dirty-set.ts';
import { printedNames } from './printed-name.ts';
import { agreementDocument, articleDocument, organisationDocument, personDocument } from './search-document-row.ts';
import type {
  SearchDocument,
  SearchedAgreement,
  SearchedArticle,
  SearchedOrganisation,
  SearchedPerson,
} from './search-document-row.ts';
import { anyId, pipelined } from './transaction.ts';
import type { Transaction } from './transaction.ts';

/**
 * Derives the search documents of these people, organisations and articles again, with the agreements of the articles.
 * Documents of removed rows went with them, except those of agreements, which are removed here, as are those of whom an
 * editor has hidden.
 */
export async function deriveSearchDocuments(
  tx: Transaction,
  { people, organisations, articles }: DirtySet,
): Promise<void> {
  const [foundPeople, foundOrganisations, foundArticles, foundAgreements] = await pipelined([
    searchedPeople(tx, people),
    searchedOrganisations(tx, organisations),
    searchedArticles(tx, articles),
    searchedAgreements(tx, articles),
  ]);
  const ofArticles = [...foundArticles.map(articleDocument), ...foundAgreements.map(agreementDocument)];
  await pipelined([
    tx.execute(
      sql`delete from search_documents where article_id = ${anyId(articles)}
        and not id = ${anyId(ofArticles.map(({ id }) => id))}`,
    ),
    tx.execute(sql`
      delete from search_documents d
      using (select id from people where is_hidden and id = ${anyId(people)}
        union all select id from organisations where is_hidden and id = ${anyId(organisations)}) hidden
      where d.id = hidden.id`),
    saveDocuments(tx, [
      ...foundPeople.map(personDocument),
      ...foundOrganisations.map(organisationDocument),
      ...ofArticles,
    ]),
  ]);
}

/**
 * Moves the pending entries of the search indexes into the indexes. Imports leave that to Postgres, which does it for
 * every 4 MB: a pending list of that size costs a search 2 ms, and without one an import takes twice as long.
 */
export async function settleSearchDocuments(tx: Transaction): Promise<void> {
  await tx.execute(sql`
    select gin_clean_pending_list('search_documents_lexemes_idx'),
      gin_clean_pending_list('search_documents_names_idx')`);
}

/** Writes the documents that differ from what is stored. */
async function saveDocuments(tx: Transaction, documents: readonly SearchDocument[]): Promise<void> {
  await tx.execute(sql`
    insert into search_documents
    select d.* from json_populate_recordset(null::search_documents, ${JSON.stringify(documents)}::json) d
    where not exists (select from search_documents stored where stored.id = d.id and stored is not distinct from d)
    on conflict (id) do update set type = excluded.type, publication_id = excluded.publication_id, day = excluded.day,
      article_id = excluded.article_id, person_id = excluded.person_id, organisation_id = excluded.organisation_id,
      names = excluded.names, text = excluded.text, lexemes = excluded.lexemes`);
}

function searchedPeople(tx: Transaction, ids: Iterable<string>) {
  return tx.execute<SearchedPerson>(sql`
    select p.id, p.name,
      array(select n.name collate "C" from ${sql.raw(printedNames('person', 'p.id'))} n where n.name <> p.name
        order by 1) as aliases,
      array(select distinct t.title collate "C" from tenures t where t.person_id = p.id order by 1) as titles,
      array(select distinct t.organisation_id from tenures t where t.person_id = p.id
        and t.organisation_id is not null order by 1) as "organisationIds"
    from people p where p.id = ${anyId(ids)} and not p.is_hidden`);
}

function searchedOrganisations(tx: Transaction, ids: Iterable<string>) {
  return tx.execute<SearchedOrganisation>(sql`
    select o.id, o.name,
      array(select n.name collate "C" from ${sql.raw(printedNames('organisation', 'o.id'))} n where n.name <> o.name
        order by 1) as aliases
    from organisations o where o.id = ${anyId(ids)} and not o.is_hidden`);
}

function searchedArticles(tx: Transaction, ids: Iterable<string>) {
  return tx.execute<SearchedArticle>(sql`
    select id, publication_id as "publicationId", published_on::text as day, event_on::text as "eventOn", headline,
      body, captions, byline, source
    from articles where id = ${anyId(ids)}`);
}

function searchedAgreements(tx: Transaction, articleIds: Iterable<string>) {
  return tx.execute<SearchedAgreement>(sql`
    select g.id, g.article_id as "articleId", g.publication_id as "publicationId", g.signed_on::text as day, g.kind,
      g.title, g.place, g.quote,
      array(select x.quote from agreement_parties x where x.agreement_id = g.id order by x.ordinal) as parties,
      array(select x.quote from agreement_people x where x.agreement_id = g.id and x.capacity = 'SIGNATORY'
        order by x.ordinal) as signatories
    from agreements g where g.article_id = ${anyId(articleIds)}`);
}
