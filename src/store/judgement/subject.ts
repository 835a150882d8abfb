import { sql } from 'drizzle-orm';
import { namePinyin } from '../../text/pinyin.ts';
import { groupBy } from '../group-by.ts';
import { anyId } from '../transaction.ts';
import type { Transaction } from '../transaction.ts';
import type { Conflict, JudgementRow } from './judgement-row.ts';
import { changeRows, revertRows } from './judged-row.ts';
import type { Cells } from './judged-row.ts';

/** What came of a judgement, and whom it changed. */
export interface SubjectOutcome {
  readonly judgement: JudgementRow;
  readonly conflict: Conflict | null;
  /** The ids of the rows that were changed. */
  readonly changed: readonly string[];
}

/**
 * Applies the judgements about whole people and organisations: their names and categories, and whether they are any. Of
 * several of one kind about the same one, only the last holds.
 * @param judgements all that are not undone about these subjects, in their order
 */
export async function applyToSubjects(tx: Transaction, judgements: readonly JudgementRow[]): Promise<SubjectOutcome[]> {
  const outcomes: SubjectOutcome[] = [];
  const standIns = await standInsOf(tx, judgements);
  for (const same of groupBy(
    judgements,
    ({ subjectId, kind, field }) => `${standIns.get(subjectId) ?? subjectId} ${kind} ${field ?? ''}`,
  ).values()) {
    const last = same.at(-1);
    if (last === undefined) continue;
    const earlier = same.slice(0, -1);
    await revertRows(
      tx,
      earlier.map(({ id }) => id),
    );
    outcomes.push(
      ...earlier.map((judgement): SubjectOutcome => ({ judgement, conflict: null, changed: [] })),
      await apply(tx, last, standIns.get(last.subjectId) ?? last.subjectId),
    );
  }
  return outcomes;
}

/** Who answers in the place of those subjects that are no more. */
async function standInsOf(tx: Transaction, judgements: readonly JudgementRow[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.execute<{ id: string; by: string }>(sql`
    select id, superseded_by as by from redirects where id = ${anyId(judgements.map(({ subjectId }) => subjectId))}`);
  return new Map(rows.map(({ id, by }) => [id, by]));
}

async function apply(tx: Transaction, judgement: JudgementRow, subjectId: string): Promise<SubjectOutcome> {
  const { subjectType, reference } = judgement;
  const relation = subjectType === 'Person' ? 'people' : 'organisations';
  const [row] = await tx.execute<{ cells: Cells }>(
    subjectType === 'Person'
      ? sql`select to_jsonb(p) as cells from people p where id = ${subjectId}`
      : sql`select to_jsonb(o) as cells from organisations o where id = ${subjectId} or canonical = ${reference.canonical ?? ''}
          order by id = ${subjectId} desc limit 1`,
  );
  if (row === undefined) return failed(judgement, 'SUBJECT_GONE');
  const id = String(row.cells['id']);
  const left = await leave(tx, judgement, id);
  const wanted = cellsOf(judgement);
  if (Object.entries(wanted).every(([name, cell]) => row.cells[name] === cell))
    return { judgement, conflict: null, changed: left };
  if (judgement.kind === 'CORRECT' && row.cells['kind'] !== judgement.expected)
    return failed(judgement, 'VALUE_CHANGED');
  // What was kept is of a row that has gone and come back, or was named anew.
  await tx.execute(sql`delete from judged_rows where judgement_id = ${judgement.id}`);
  await changeRows(tx, { judgementId: judgement.id, articleId: null }, [
    { operation: 'UPDATE', relation, match: { id }, cells: wanted },
  ]);
  return { judgement, conflict: null, changed: [...left, id] };
}

/** Takes the judgement back from those whom it was applied to in the place of this one, who has come back. */
async function leave(tx: Transaction, { id }: JudgementRow, subjectId: string): Promise<string[]> {
  const rows = await tx.execute<{ other: string }>(sql`
    select distinct key ->> 'id' as other from judged_rows where judgement_id = ${id} and key ->> 'id' <> ${subjectId}`);
  if (rows.length > 0) await revertRows(tx, [id]);
  return rows.map(({ other }) => other);
}

function cellsOf({ kind, subjectType, value }: JudgementRow): Cells {
  if (kind === 'HIDE') return { is_hidden: true };
  if (kind === 'CORRECT') return { kind: value };
  return subjectType === 'Person' ? { name: value, pinyin: namePinyin(value ?? '') } : { name: value };
}

function failed(judgement: JudgementRow, conflict: Conflict): SubjectOutcome {
  return { judgement, conflict, changed: [] };
}
