import type { ArchiveWriter, JudgedRecord } from '../../schema/archive-writer.ts';
import { invalidInput, notFound, type InvalidInput, type NotFound } from '../../schema/refusal.ts';
import type { Database } from '../../store/database.ts';
import { judge, undoJudgement } from '../../store/judgement/judge.ts';
import { JudgementError } from '../../store/judgement/judgement-error.ts';
import type { JudgementRow } from '../../store/judgement/judgement-row.ts';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Makes judgements and takes them back for a caller. */
export function judgeFacts(database: Database): Pick<ArchiveWriter, 'judge' | 'undoJudgement'> {
  return {
    judge: (judgement, by) => told(() => judge(database, { ...judgement, ...by })),
    undoJudgement: (id, author) =>
      told(async () => {
        if (!UUID.test(id)) throw new JudgementError('NOT_FOUND', 'There is no judgement with this id.');
        return undoJudgement(database, id, author);
      }),
  };
}

async function told(work: () => Promise<JudgementRow>): Promise<JudgedRecord | NotFound | InvalidInput> {
  try {
    const { id, kind, subjectType, subjectId, value } = await work();
    const other = (kind === 'SAME' || kind === 'DIFFERENT') && value !== null ? [value] : [];
    const subjects = [subjectId, ...other].map((one) => ({ name: subjectType, id: one }));
    return { __typename: 'Judged', judgementId: id, subjects };
  } catch (error) {
    if (!(error instanceof JudgementError)) throw error;
    return error.code === 'NOT_FOUND' ? notFound(error.message) : invalidInput(error.message);
  }
}
