/**
 * The tables of what people have decided about facts. They stand beside the facts: a judgement outlives the page that it
 * is about, and what the reader had stored is kept wherever one is applied.
 */
import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { articles } from './tables.ts';
import { correctedField, judgedType, judgementConflict, judgementKind, rowOperation } from './vocabulary.ts';

const instant = () => timestamp({ precision: 3, withTimezone: true, mode: 'string' });

/** Where a fact stands, told by its words, so that it is found again when its page has been read anew. */
export interface FactReference {
  /** Of an organisation: its canonical name, by which it is known if it comes with another id. */
  readonly canonical?: string;
  /** The headline of the article. */
  readonly headline?: string | null;
  /** Of an agreement, its place in the article and the words that prove it. */
  readonly agreement?: { readonly id: string; readonly quote: string };
  /** The words that prove the party, the signatory or the title. */
  readonly quote?: string;
  /** The name of the person, as the article prints it first. */
  readonly name?: string;
  /** The organisations that stood there, and that are to stand there: see `canonical`. */
  readonly from?: OrganisationReference;
  readonly to?: OrganisationReference;
  /** Of who is who: see `blockKey`. */
  readonly nameKey?: string;
  /** The profiles that are one person with the others, or another; of a split, those that it leaves. */
  readonly one?: readonly string[];
  readonly other?: readonly string[];
  /** Of a split: the articles that name somebody else. */
  readonly articles?: readonly ArticleReference[];
}

/** An article, found again by the page and the headline if its place on the page has changed. */
export interface ArticleReference {
  readonly articleId: string;
  readonly pageId: string;
  readonly headline: string | null;
}

export interface OrganisationReference {
  readonly id: string;
  readonly canonical: string;
}

/** What an editor decided (判定). */
export const judgements = pgTable(
  'judgements',
  {
    /** Random: it is made, not read from pages. */
    id: uuid().primaryKey().defaultRandom(),
    /** Judgements are applied in this order. */
    ordinal: integer().notNull().generatedAlwaysAsIdentity(),
    kind: judgementKind().notNull(),
    subjectType: judgedType().notNull(),
    /** The node that it is about, which the archive need not have any more. */
    subjectId: uuid().notNull(),
    /** The page and the article that tell of it; null if it is about more than one article. */
    pageId: uuid(),
    articleId: uuid(),
    /** What is corrected. */
    field: correctedField(),
    reference: jsonb().$type<FactReference>().notNull(),
    /** What stood there when it was judged; null: nothing. */
    expected: text(),
    /** What is to stand there; null: nothing. Of two people who are one, or are not: the id of the other. */
    value: text(),
    /** Who judged: the name of a key, or of whoever gave the command. */
    author: text().notNull(),
    reason: text().notNull(),
    at: instant().notNull().default(sql`now()`),
    undoneAt: instant(),
    undoneBy: text(),
    /** Why it is not applied; null: it is, or it is undone. */
    conflict: judgementConflict(),
  },
  (t) => [
    index('judgements_ordinal_idx').on(t.ordinal),
    index('judgements_subject_idx').on(t.subjectId, t.ordinal),
    index('judgements_page_idx').on(t.pageId).where(sql`${t.undoneAt} is null`),
    index('judgements_conflict_idx').on(t.ordinal).where(sql`${t.conflict} is not null`),
    index('judgements_name_idx').on(sql`(${t.reference} ->> 'nameKey')`).where(sql`${t.undoneAt} is null`),
    check('judgements_correct_field', sql`(${t.kind} = 'CORRECT') = (${t.field} is not null)`),
    check('judgements_undone_by', sql`(${t.undoneAt} is null) = (${t.undoneBy} is null)`),
    check('judgements_reason_given', sql`${t.reason} <> '' and ${t.author} <> ''`),
  ],
);

/** Each row of the archive that an applied judgement changed, with what the reader had stored. */
export const judgedRows = pgTable(
  'judged_rows',
  {
    /** Changes are taken back in the opposite order. */
    ordinal: integer().primaryKey().generatedAlwaysAsIdentity(),
    judgementId: uuid()
      .notNull()
      .references(() => judgements.id, { onDelete: 'cascade' }),
    /** The article whose fact it is: what is kept of it goes with it. null: a row of the whole archive. */
    articleId: uuid().references(() => articles.id, { onDelete: 'cascade' }),
    relation: text().notNull(),
    operation: rowOperation().notNull(),
    /** By which the row is found after the change. */
    key: jsonb().$type<Readonly<Record<string, unknown>>>().notNull(),
    /** The cells before the change: those that were changed, or all of a row that was removed. */
    before: jsonb().$type<Readonly<Record<string, unknown>>>(),
  },
  (t) => [
    index('judged_rows_judgement_idx').on(t.judgementId),
    index('judged_rows_article_idx').on(t.articleId),
    index('judged_rows_subject_idx').on(sql`(${t.key} ->> 'id')`).where(sql`${t.articleId} is null`),
  ],
);
