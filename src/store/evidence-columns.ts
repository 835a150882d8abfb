import { sql } from 'drizzle-orm';
import { check, doublePrecision, integer, text } from 'drizzle-orm/pg-core';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { articleText } from './vocabulary.ts';

/**
 * The columns of the words that prove a fact. They are on every fact's own row and never null: a fact without evidence
 * cannot be stored. `start` and `end` count UTF-16 units of the named text, `rawStart` and `rawEnd` those of the page's
 * raw text; `line` counts from 1.
 */
export const evidence = () => ({
  field: articleText().notNull(),
  start: integer().notNull(),
  end: integer().notNull(),
  quote: text().notNull(),
  rule: text().notNull(),
  rawStart: integer().notNull(),
  rawEnd: integer().notNull(),
  line: integer().notNull(),
});

/**
 * How likely a fact is to be right, from 0 to 1; 0 for a row that was stored before facts were rated, until its page is
 * imported again.
 */
export const confidence = () => ({ confidence: doublePrecision().notNull().default(0) });

/** The check of a table's confidence. */
export const confidenceCheck = (table: string, t: { readonly confidence: AnyPgColumn }) =>
  check(`${table}_confidence_share`, sql`${t.confidence} between 0 and 1`);

type EvidenceColumns = Record<'start' | 'end' | 'quote' | 'rule' | 'rawStart' | 'rawEnd' | 'line', AnyPgColumn>;

/** The checks of a table's evidence columns. */
export const evidenceChecks = (table: string, t: EvidenceColumns) => [
  check(
    `${table}_evidence_span`,
    sql`${t.start} >= 0 and ${t.end} > ${t.start} and ${t.rawStart} >= 0 and ${t.rawEnd} > ${t.rawStart} and ${t.line} >= 1`,
  ),
  check(`${table}_evidence_words`, sql`${t.quote} <> '' and ${t.rule} <> ''`),
];
