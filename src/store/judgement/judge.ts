import { sql } from 'drizzle-orm';
import { judgements } from '../judgement-tables.ts';
import type { Database } from '../database.ts';
import { deriveFrom } from '../derivation.ts';
import { nameOrganisations, pruneOrganisations } from '../organisation.ts';
import { withImportLock } from '../transaction.ts';
import type { Transaction } from '../transaction.ts';
import type { Conflict, JudgementRow } from './judgement-row.ts';
import { isOfIdentity, settleIdentity } from './identity.ts';
import { dirtyFrom, withJudgements } from './judged-facts.ts';
import { JudgementError } from './judgement-error.ts';
import { selectJudgements } from './judgement-row.ts';
import { requireText } from './judgement-value.ts';
import type { JudgementRequest } from './request.ts';
import { draftOf } from './draft.ts';
import { applyNew, settleAnew } from './settlement.ts';
import type { Settlement } from './settlement.ts';

/** Who judges or takes a judgement back: the name of a key, or of whoever gives a command. */
export const MAX_AUTHOR_LENGTH = 100;
export const MAX_REASON_LENGTH = 1_000;

const MESSAGES: Readonly<Record<Conflict, string>> = {
  SUBJECT_GONE: 'The archive has nothing with this id.',
  TEXT_CHANGED: 'The words that prove the fact are not to be found.',
  VALUE_CHANGED: 'Another value stands there by now.',
  VALUE_GONE: 'The archive does not have what the new value names.',
};

/**
 * Makes a judgement and applies it, in one transaction.
 * @throws JudgementError for what the archive does not have, or what cannot be
 */
export function judge(database: Database, request: JudgementRequest): Promise<JudgementRow> {
  return withImportLock(database, async (tx) => {
    requireText('author', request.author, MAX_AUTHOR_LENGTH);
    requireText('reason', request.reason, MAX_REASON_LENGTH);
    const draft = await draftOf(tx, request);
    const [{ id } = { id: '' }] = await tx.execute<{ id: string }>(sql`
      insert into ${judgements} (kind, subject_type, subject_id, page_id, article_id, field, reference, expected, value,
        author, reason)
      values (${request.kind}, ${request.subject.type}, ${request.subject.id}, ${draft.pageId}, ${draft.articleId},
        ${draft.field}, ${JSON.stringify(draft.reference)}::text::jsonb, ${draft.expected}, ${draft.value},
        ${request.author}, ${request.reason})
      returning id`);
    const made = await judgementOf(tx, id);
    if (isOfIdentity(made.kind)) await deriveAfterIdentity(tx, made);
    else await deriveAfter(tx, made, await applyNew(tx, made));
    const judged = await judgementOf(tx, id);
    if (judged.conflict !== null) throw new JudgementError('BAD_ARGUMENT', MESSAGES[judged.conflict]);
    return judged;
  });
}

/**
 * Takes a judgement back. What the reader had stored stands again, and the other judgements about the same are applied
 * to it.
 * @throws JudgementError for one that there is not, or that has been undone
 */
export function undoJudgement(database: Database, id: string, author: string): Promise<JudgementRow> {
  return withImportLock(database, async (tx) => {
    requireText('author', author, MAX_AUTHOR_LENGTH);
    const judgement = await judgementOf(tx, id);
    if (judgement.undoneAt !== null) throw new JudgementError('BAD_ARGUMENT', `The judgement ${id} is undone already.`);
    await tx.execute(sql`
      update judgements set undone_at = now(), undone_by = ${author}, conflict = null where id = ${id}`);
    if (isOfIdentity(judgement.kind)) await deriveAfterIdentity(tx, judgement);
    else await deriveAfter(tx, judgement, await settleAnew(tx, judgement));
    return judgementOf(tx, id);
  });
}

async function deriveAfter(tx: Transaction, { reference: { from, to } }: JudgementRow, settled: Settlement) {
  await nameOrganisations(tx, settled.organisations);
  // Only the corrected fact may have named it.
  await pruneOrganisations(
    tx,
    [from?.id, to?.id].filter((id) => id !== undefined),
  );
  await deriveFrom(tx, await dirtyFrom(tx, settled));
}

async function deriveAfterIdentity(tx: Transaction, judgement: JudgementRow): Promise<void> {
  await deriveFrom(tx, await withJudgements(tx, [], await settleIdentity(tx, judgement)));
}

async function judgementOf(tx: Transaction, id: string): Promise<JudgementRow> {
  const [found] = await selectJudgements(tx, sql`id = ${id}`);
  if (found === undefined) throw new JudgementError('NOT_FOUND', `There is no judgement ${id}.`);
  return found;
}
