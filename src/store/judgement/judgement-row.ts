import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Database } from '../database.ts';
import type { judgements } from '../judgement-tables.ts';
import type { Queryable } from '../transaction.ts';

/** A judgement as it is stored. */
export type JudgementRow = typeof judgements.$inferSelect;
/** What a judgement keeps of what it is about. */
export type Draft = Pick<JudgementRow, 'pageId' | 'articleId' | 'field' | 'reference' | 'expected' | 'value'>;
/** Why a judgement is not applied. */
export type Conflict = NonNullable<JudgementRow['conflict']>;

/** The judgements that the condition selects, in their order. */
export function selectJudgements(db: Queryable, condition: SQL): Promise<JudgementRow[]> {
  return select(db, sql`${condition} order by ordinal`);
}

/** The latest judgements, the last one first: those that hold, all, or those that are not applied. */
export function listJudgements(
  { drizzle }: Database,
  {
    limit,
    all = false,
    conflicts = false,
  }: { readonly limit: number; readonly all?: boolean; readonly conflicts?: boolean },
): Promise<JudgementRow[]> {
  const condition = conflicts ? sql`conflict is not null` : all ? sql`true` : sql`undone_at is null`;
  return select(drizzle, sql`${condition} order by ordinal desc limit ${limit}`);
}

async function select(db: Queryable, rest: SQL): Promise<JudgementRow[]> {
  return [
    ...(await db.execute<JudgementRow>(sql`
      select id, ordinal, kind, subject_type as "subjectType", subject_id as "subjectId", page_id as "pageId",
        article_id as "articleId", field, reference, expected, value, author, reason, at, undone_at as "undoneAt",
        undone_by as "undoneBy", conflict
      from judgements where ${rest}`)),
  ];
}
