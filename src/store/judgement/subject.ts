import { sql } from 'drizzle-orm';
import { namePinyin } from '../../text/pinyin.ts';
import { groupBy } from '../group-by.ts';
import type { Transaction } from '../transaction.ts';
import type { Conflict, JudgementRow } from './judgement-row.ts';
import { changeRows, revertRows } from './judged-row.ts';
import type { Cells } from './judged-row.ts';

/** What came of a judgement, and whom it changed. */
export interface SubjectOutcome {
  readonly judgement: JudgementRow;
  readonly conflict: Conflict | null;
  /** The id of the row that was changed; null if none was. */
  readonly changed: string | null;
}

/**
 * Applies the judgements about whole people and organisations: their names and categories, and whether they are any. Of
 * several of one kind about the same one, only the last holds.
 * @param judgements all that are not undone about these subjects, in their order
 */
export async function applyToSubjects(tx: Transaction, judgements: readonly JudgementRow[]): Promise<SubjectOutcome[]> {
  const outcomes: SubjectOutcome[] = [];
  for (const same of groupBy(
    judgements,
    ({ subjectId, kind, field }) => `${subjectId} ${kind} ${field ?? ''}`,
  ).values()) {
    const last = same.at(-1);
    if (last === undefined) continue;
    const earlier = same.slice(0, -1);
    await revertRows(
      tx,
      earlier.map(({ id }) => id),
    );
    outcomes.push(
      ...earlier.map((judgement): SubjectOutcome => ({ judgement, conflict: null, changed: null })),
      await apply(tx, last),
    );
  }
  return outcomes;
}

async function apply(tx: Transaction, judgement: JudgementRow): Promise<SubjectOutcome> {
  const { subjectType, subjectId, reference } = judgement;
  const relation = subjectType === 'Person' ? 'people' : 'organisations';
  const [row] = await tx.execute<{ cells: Cells }>(
    subjectType === 'Person'
      ? sql`select to_jsonb(p) as cells from people p where id = ${subjectId}`
      : sql`select to_jsonb(o) as cells from organisations o where id = ${subjectId} or canonical = ${reference.canonical ?? ''}
          order by id = ${subjectId} desc limit 1`,
  );
  if (row === undefined) return failed(judgement, 'SUBJECT_GONE');
  const wanted = cellsOf(judgement);
  if (Object.entries(wanted).every(([name, cell]) => row.cells[name] === cell))
    return { judgement, conflict: null, changed: null };
  if (judgement.kind === 'CORRECT' && row.cells['kind'] !== judgement.expected)
    return failed(judgement, 'VALUE_CHANGED');
  const id = String(row.cells['id']);
  // What was kept is of a row that has gone and come back, or was named anew.
  await tx.execute(sql`delete from judged_rows where judgement_id = ${judgement.id}`);
  await changeRows(tx, { judgementId: judgement.id, articleId: null }, [
    { operation: 'UPDATE', relation, match: { id }, cells: wanted },
  ]);
  return { judgement, conflict: null, changed: id };
}

function cellsOf({ kind, subjectType, value }: JudgementRow): Cells {
  if (kind === 'HIDE') return { is_hidden: true };
  if (kind === 'CORRECT') return { kind: value };
  return subjectType === 'Person' ? { name: value, pinyin: namePinyin(value ?? '') } : { name: value };
}

function failed(judgement: JudgementRow, conflict: Conflict): SubjectOutcome {
  return { judgement, conflict, changed: null };
}
