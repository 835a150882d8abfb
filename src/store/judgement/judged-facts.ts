import { sql } from 'drizzle-orm';
import type { DirtySet } from '../dirty-set.ts';
import { prunePeople, resolveAnew } from '../person.ts';
import { anyId } from '../transaction.ts';
import type { Transaction } from '../transaction.ts';
import { settleAllJudgements, settleJudgements } from './settlement.ts';
import type { Settlement } from './settlement.ts';

/**
 * Applies judgements to facts that were stored or removed. Returns what is out of date with what they changed. The one place
 * where imports and removals come to judgements.
 * @param pages the pages that were stored, replaced or removed
 */
export async function withJudgements(tx: Transaction, pages: Iterable<string>, dirty: DirtySet): Promise<DirtySet> {
  const settled = await settleJudgements(tx, { pages, ...dirty });
  return joined(dirty, await dirtyFrom(tx, settled));
}

/** Applies what can be applied of all judgements, before a reindex derives everything from the facts. */
export async function judgeAnew(tx: Transaction): Promise<void> {
  await settleAllJudgements(tx);
}

/** Resolves the people whose titles or days judgements changed, and tells everything that depends on the changes. */
export async function dirtyFrom(tx: Transaction, { articles, people, organisations }: Settlement): Promise<DirtySet> {
  const dirty = { people, organisations, articles: [...articles] };
  if (articles.size === 0) return { ...dirty, issues: new Set() };
  const named = await tx.execute<{ id: string; name: string }>(sql`
    select distinct p.id, p.name from article_people x join people p on p.id = x.person_id
    where x.article_id = ${anyId(articles)}`);
  const moved = await resolveAnew(tx, new Map(named.map(({ id, name }) => [id, name])));
  const all = new Set([...people, ...named.map(({ id }) => id), ...moved.people]);
  await prunePeople(tx, [...all]);
  const issues = await tx.execute<{ id: string }>(sql`
    select distinct issue_id as id from articles where id = ${anyId(articles)}`);
  return {
    ...dirty,
    people: all,
    coPresent: moved.coPresent,
    issues: new Set([...moved.issues, ...issues.map(({ id }) => id)]),
  };
}

function joined(one: DirtySet, other: DirtySet): DirtySet {
  return {
    ...one,
    people: new Set([...one.people, ...other.people]),
    organisations: new Set([...one.organisations, ...other.organisations]),
    articles: [...new Set([...one.articles, ...other.articles])],
    coPresent: new Set([...(one.coPresent ?? []), ...(other.coPresent ?? [])]),
    issues: new Set([...one.issues, ...other.issues]),
  };
}
