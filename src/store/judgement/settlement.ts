import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { anyId } from '../transaction.ts';
import type { Transaction } from '../transaction.ts';
import { outcomeOf } from './correction.ts';
import type { Conflict, JudgementRow } from './judgement-row.ts';
import { selectJudgements } from './judgement-row.ts';
import { changeRows, revertRows } from './judged-row.ts';
import { applyToSubjects } from './subject.ts';

/** What judgements changed: it has to be derived again. */
export interface Settlement {
  readonly articles: Set<string>;
  readonly people: Set<string>;
  readonly organisations: Set<string>;
}

/** Those about who is who act where people are resolved. */
const IS_OF_FACTS = sql`kind not in ('SAME', 'DIFFERENT', 'SPLIT')`;

/** What has come, gone or changed in the archive. */
export interface SettledParts {
  readonly pages: Iterable<string>;
  readonly people: Iterable<string>;
  readonly organisations: Iterable<string>;
}

/**
 * Applies the judgements about these parts of the archive to what the reader has stored, and those that waited for
 * something that may be there now. One that does not fit any more is kept as a conflict. To be called after facts came or went, before
 * anything is derived from them.
 */
export async function settleJudgements(
  tx: Transaction,
  { pages, people, organisations }: SettledParts,
): Promise<Settlement> {
  const changed = anyId([...people, ...organisations]);
  // What is judged of somebody who is one with another by now is judged of that other.
  const isSubject = sql`article_id is null and (subject_id = ${changed}
    or subject_id in (select id from redirects where superseded_by = ${changed}))`;
  const isWaiting = sql`(conflict = 'VALUE_GONE' or conflict = 'SUBJECT_GONE' and article_id is null)`;
  return applyAll(
    tx,
    await selectJudgements(
      tx,
      sql`
      undone_at is null and ${IS_OF_FACTS} and (page_id = ${anyId(pages)} or ${isSubject} or ${isWaiting})`,
    ),
  );
}

/** As {@link settleJudgements}, for the whole archive: what is applied already stays as it is. */
export async function settleAllJudgements(tx: Transaction): Promise<Settlement> {
  return applyAll(
    tx,
    await selectJudgements(
      tx,
      sql`undone_at is null and ${IS_OF_FACTS} and (article_id is null or conflict is not null)`,
    ),
  );
}

/** Applies a judgement that has just been made. */
export async function applyNew(tx: Transaction, judgement: JudgementRow): Promise<Settlement> {
  const isNew = sql`id = ${judgement.id}`;
  const all = judgement.articleId === null ? sql`undone_at is null and ${sameSubject(judgement)}` : isNew;
  return applyAll(tx, await selectJudgements(tx, all));
}

/** Applies again all judgements about the page or the subject of this one, to what the reader had stored. */
export async function settleAnew(tx: Transaction, judgement: JudgementRow): Promise<Settlement> {
  const { pageId, subjectId, subjectType } = judgement;
  const all = await selectJudgements(tx, pageId === null ? sameSubject(judgement) : sql`page_id = ${pageId}`);
  const before = await articlesOf(tx, all);
  await revertRows(
    tx,
    all.map(({ id }) => id),
  );
  const settled = await applyAll(
    tx,
    all.filter(({ undoneAt }) => undoneAt === null),
  );
  for (const id of before) settled.articles.add(id);
  if (pageId === null) settled[subjectType === 'Person' ? 'people' : 'organisations'].add(subjectId);
  return settled;
}

/** The judgements about the node, and about those in whose place it answers. */
function sameSubject({ subjectId }: JudgementRow): SQL {
  return sql`article_id is null and ${IS_OF_FACTS} and subject_id in (
    select ${subjectId}::uuid union all select superseded_by from redirects where id = ${subjectId}
    union all select r.id from redirects r where r.superseded_by in (
      select ${subjectId}::uuid union all select superseded_by from redirects where id = ${subjectId}))`;
}

async function applyAll(tx: Transaction, judgements: readonly JudgementRow[]): Promise<Settlement> {
  const settled: Settlement = { articles: new Set(), people: new Set(), organisations: new Set() };
  const subjects = judgements.filter(({ articleId }) => articleId === null);
  for (const { judgement, conflict, changed } of await applyToSubjects(tx, subjects)) {
    await setConflict(tx, judgement, conflict);
    for (const id of changed) settled[judgement.subjectType === 'Person' ? 'people' : 'organisations'].add(id);
  }
  const applied = await appliedAmong(tx, judgements);
  for (const judgement of judgements) {
    if (judgement.articleId === null || applied.has(judgement.id)) continue;
    const outcome = await outcomeOf(tx, judgement);
    if ('changes' in outcome) {
      await changeRows(tx, { judgementId: judgement.id, articleId: outcome.articleId }, outcome.changes);
      if (outcome.changes.length > 0) settled.articles.add(outcome.articleId);
    }
    await setConflict(tx, judgement, 'conflict' in outcome ? outcome.conflict : null);
  }
  return settled;
}

async function appliedAmong(tx: Transaction, judgements: readonly JudgementRow[]): Promise<Set<string>> {
  const rows = await tx.execute<{ id: string }>(sql`
    select distinct judgement_id as id from judged_rows where judgement_id = ${anyId(judgements.map(({ id }) => id))}`);
  return new Set(rows.map(({ id }) => id));
}

async function articlesOf(tx: Transaction, judgements: readonly JudgementRow[]): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    select distinct article_id as id from judged_rows
    where judgement_id = ${anyId(judgements.map(({ id }) => id))} and article_id is not null`);
  return rows.map(({ id }) => id);
}

async function setConflict(tx: Transaction, { id, conflict: before }: JudgementRow, conflict: Conflict | null) {
  if (conflict !== before) await tx.execute(sql`update judgements set conflict = ${conflict} where id = ${id}`);
}
