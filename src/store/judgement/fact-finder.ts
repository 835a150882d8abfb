import { sql } from 'drizzle-orm';
import type { FactReference, OrganisationReference } from '../judgement-tables.ts';
import type { Transaction } from '../transaction.ts';
import type { Cells } from './judged-row.ts';

/** Where a judgement about one article was made. */
export interface ArticlePlace {
  readonly pageId: string | null;
  readonly articleId: string | null;
  readonly reference: FactReference;
}

/** The article now, and whether it has the headline that it had. */
export interface FoundArticle {
  readonly id: string;
  readonly isSame: boolean;
}

/**
 * The article that a judgement is about. An article's id goes by its place on the page, so that a page with one article more
 * has other articles under the same ids: the headline decides, if one article of the page has it.
 */
export async function findArticle(
  tx: Transaction,
  { pageId, articleId, reference: { headline = null } }: ArticlePlace,
): Promise<FoundArticle | null> {
  const rows = await tx.execute<{ id: string; isSame: boolean }>(sql`
    select id, headline is not distinct from ${headline}::text as "isSame" from articles
    where page_id = ${pageId}::uuid and (id = ${articleId}::uuid or headline is not distinct from ${headline}::text)
    order by id`);
  const same = rows.filter(({ isSame }) => isSame);
  const [only, ...others] = same;
  return (
    same.find(({ id }) => id === articleId) ??
    (only !== undefined && others.length === 0 ? only : (rows.find(({ id }) => id === articleId) ?? null))
  );
}

/** The agreement of the article that these words prove; of several the one with the id. */
export async function findAgreement(
  tx: Transaction,
  articleId: string,
  { agreement }: FactReference,
): Promise<Cells | null> {
  return first(
    tx,
    sql`
    select to_jsonb(g) as cells from agreements g
    where article_id = ${articleId} and quote = ${agreement?.quote ?? ''}
    order by id = ${agreement?.id ?? null}::uuid desc nulls last, ordinal limit 1`,
  );
}

/** The party of the agreement that these words prove; of several the organisation that is named. */
export function findParty(
  tx: Transaction,
  agreementId: unknown,
  { quote, from }: FactReference,
): Promise<Cells | null> {
  return first(
    tx,
    sql`
    select to_jsonb(x) as cells from agreement_parties x
    where agreement_id = ${String(agreementId)}::uuid and quote = ${quote ?? ''}
    order by organisation_id = ${from?.id ?? null}::uuid desc nulls last, ordinal limit 1`,
  );
}

/** The signatory of the agreement that these words prove; of several the one with the name. */
export function findSignatory(
  tx: Transaction,
  agreementId: unknown,
  { quote, name }: FactReference,
): Promise<Cells | null> {
  return first(
    tx,
    sql`
    select to_jsonb(x) || jsonb_build_object('article_id', g.article_id) as cells
    from agreement_people x join agreements g on g.id = x.agreement_id
    where x.agreement_id = ${String(agreementId)}::uuid and x.capacity = 'SIGNATORY' and x.quote = ${quote ?? ''}
    order by exists (select from mentions m
      where m.article_id = g.article_id and m.person_id = x.person_id and m.name = ${name ?? ''}) desc, x.ordinal limit 1`,
  );
}

/** The title that these words prove of the person who is printed by this name; of several the one that is expected. */
export function findTitle(
  tx: Transaction,
  articleId: string,
  { quote, name }: FactReference,
  expected: string | null,
): Promise<Cells | null> {
  return first(
    tx,
    sql`
    select to_jsonb(t) || jsonb_build_object('key', o.key) as cells
    from printed_titles t left join organisations o on o.id = t.organisation_id
    where t.article_id = ${articleId} and t.quote = ${quote ?? ''} and exists (select from mentions m
      where m.article_id = t.article_id and m.person_id = t.person_id and m.name = ${name ?? ''})
    order by t.title = ${expected ?? ''} desc, t.ordinal limit 1`,
  );
}

/** The name by which the article prints the person first; null if it names nobody of the id. */
export async function printedNameOf(tx: Transaction, articleId: string, personId: string): Promise<string | null> {
  const [row] = await tx.execute<{ name: string }>(sql`
    select name from mentions where article_id = ${articleId} and person_id = ${personId} order by ordinal limit 1`);
  return row?.name ?? null;
}

/** The person whom the article prints by this name. */
export async function personPrinted(tx: Transaction, articleId: string, name: string): Promise<string | null> {
  const [row] = await tx.execute<{ id: string }>(sql`
    select person_id as id from mentions
    where article_id = ${articleId} and name = ${name} and person_id is not null order by ordinal limit 1`);
  return row?.id ?? null;
}

/** An organisation by its id, or by its canonical name if it has come back with another id. */
export async function findOrganisation(
  tx: Transaction,
  { id, canonical }: OrganisationReference,
): Promise<{ readonly id: string; readonly canonical: string; readonly key: string } | null> {
  const [row] = await tx.execute<{ id: string; canonical: string; key: string }>(sql`
    select id, canonical, key from organisations where id = ${id} or canonical = ${canonical}
    order by id = ${id} desc limit 1`);
  return row ?? null;
}

async function first(tx: Transaction, query: ReturnType<typeof sql>): Promise<Cells | null> {
  const [row] = await tx.execute<{ cells: Cells }>(query);
  return row?.cells ?? null;
}
