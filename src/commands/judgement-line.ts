import { encodeGlobalId } from '../schema/global-id.ts';
import type { JudgementRow } from '../store/judgement/judgement-row.ts';
import { printable } from '../text/printable.ts';

/** A judgement for people, in two lines: what is judged, and by whom and why. */
export function describeJudgement(judgement: JudgementRow): string[] {
  const { id, kind, field, subjectType, subjectId, author, reason, at, undoneAt, undoneBy } = judgement;
  const what = field === null ? kind.toLowerCase() : `correct ${field.toLowerCase().replaceAll('_', '-')}`;
  const node = encodeGlobalId({ __typename: subjectType, id: subjectId });
  const change = changeOf(judgement);
  const state = undoneAt !== null ? `, undone by ${printable(undoneBy ?? '')}` : conflictOf(judgement);
  return [
    `${id}  ${what} ${node}${change}`,
    `    ${at.slice(0, 16)}Z ${printable(author)}: ${printable(reason)}${state}`,
  ];
}

function conflictOf({ conflict }: JudgementRow): string {
  return conflict === null ? '' : ` – not applied: ${CONFLICTS[conflict]}`;
}

function changeOf({ kind, expected, value, reference }: JudgementRow): string {
  if (kind === 'HIDE') return '';
  if (kind === 'SPLIT') {
    const count = reference.articles?.length ?? 0;
    return `: ${printable(expected ?? '')}, ${count} ${count === 1 ? 'article' : 'articles'}`;
  }
  if (kind === 'SAME' || kind === 'DIFFERENT')
    return ` ${encodeGlobalId({ __typename: 'Person', id: value ?? '' })}: ${printable(expected ?? '')}`;
  return `: ${printable(expected ?? 'none')} → ${printable(value ?? 'none')}`;
}

const CONFLICTS: Readonly<Record<NonNullable<JudgementRow['conflict']>, string>> = {
  SUBJECT_GONE: 'what it is about is not in the archive',
  TEXT_CHANGED: 'the words that prove the fact are not there any more',
  VALUE_CHANGED: 'another value stands there than was judged',
  VALUE_GONE: 'what the new value names is not in the archive',
};
