import { sql } from 'drizzle-orm';
import type { Constraint } from '../resolve/person/comparison.ts';
import { contentId } from './id.ts';
import { findArticle } from './judgement/fact-finder.ts';
import type { FactReference, judgements } from './judgement-tables.ts';
import { anyText } from './transaction.ts';
import type { Transaction } from './transaction.ts';

type Conflict = NonNullable<(typeof judgements.$inferSelect)['conflict']>;

/** A profile as far as judgements know it: see `ProfileRow`. */
export interface JudgedProfile {
  readonly id: string;
  readonly signature: string;
  readonly personId: string | null;
}

/** What an editor decided about who is who among the people of a name. */
export interface IdentityJudgement {
  readonly id: string;
  readonly kind: 'SAME' | 'DIFFERENT' | 'SPLIT';
  readonly nameKey: string;
  readonly conflict: Conflict | null;
  /** Profiles of the one; of a split those of the person whom it leaves. */
  readonly one: ReadonlySet<string>;
  /** Profiles of the other; none of a split: its profiles have its mark. */
  readonly other: ReadonlySet<string>;
  /** Of a split: the articles whose name is somebody else's. */
  readonly articles: ReadonlySet<string>;
  /** Of a split: what tells its profiles from others, the same whenever it is made. */
  readonly mark: string;
  /** Of a split: whether its articles are there, but with other headlines. */
  readonly isTextChanged: boolean;
}

/** The judgements about people of these names that hold, in their order. */
export async function readIdentityJudgements(tx: Transaction, keys: Iterable<string>): Promise<IdentityJudgement[]> {
  const rows = await tx.execute<{
    id: string;
    kind: IdentityJudgement['kind'];
    conflict: Conflict | null;
    reference: FactReference;
  }>(sql`
    select id, kind, conflict, reference from judgements
    where reference ->> 'nameKey' = ${anyText(keys)} and undone_at is null order by ordinal`);
  const read: IdentityJudgement[] = [];
  for (const { reference, ...row } of rows) {
    const { nameKey = '', one = [], other = [], articles = [] } = reference;
    const found = new Set<string>();
    let isTextChanged = false;
    for (const { articleId, pageId, headline } of articles) {
      const article = await findArticle(tx, { pageId, articleId, reference: { headline } });
      if (article?.isSame === true) found.add(article.id);
      else if (article !== null) isTextChanged = true;
    }
    const mark = `SPLIT:${contentId('split', ...articles.map(({ articleId }) => articleId))}`;
    read.push({ ...row, nameKey, one: new Set(one), other: new Set(other), articles: found, mark, isTextChanged });
  }
  return read;
}

/** What the signature of an occurrence gets that a judgement splits off; '' for any other. Of several the last one holds. */
export function splitMark(all: readonly IdentityJudgement[], articleId: string): string {
  const split = all.findLast(({ articles }) => articles.has(articleId));
  return split === undefined ? '' : ` ${split.mark}`;
}

/** What the judgement says of the profiles, each pair of the one and the other. */
export function constraintsOf(judgement: IdentityJudgement, profiles: readonly JudgedProfile[]): Constraint[] {
  const { one, other } = sidesOf(judgement, profiles);
  const kind = judgement.kind === 'SAME' ? 'SAME' : 'DIFFERENT';
  const across = one.flatMap((a) => other.map((b): Constraint => ({ kind, one: a.id, other: b.id })));
  if (judgement.kind !== 'SPLIT') return across;
  // Those that are split off are one person.
  return [
    ...across,
    ...other.slice(1).map((b, i): Constraint => ({ kind: 'SAME', one: other[i]?.id ?? b.id, other: b.id })),
  ];
}

/** Why the judgement does not hold among the profiles, whose people are known; null if it does. */
export function conflictOf(judgement: IdentityJudgement, profiles: readonly JudgedProfile[]): Conflict | null {
  const { one, other } = sidesOf(judgement, profiles);
  if (one.length === 0 || other.length === 0) return judgement.isTextChanged ? 'TEXT_CHANGED' : 'SUBJECT_GONE';
  const [people, others] = [peopleOf(one), peopleOf(other)];
  const holds =
    judgement.kind === 'SAME'
      ? new Set([...people, ...others]).size === 1
      : [...people].every((person) => !others.has(person));
  return holds ? null : 'VALUE_CHANGED';
}

/** Keeps why judgements do not hold, where that has changed. */
export async function writeConflicts(
  tx: Transaction,
  found: readonly { readonly judgement: IdentityJudgement; readonly conflict: Conflict | null }[],
): Promise<void> {
  for (const { judgement, conflict } of found)
    if (judgement.conflict !== conflict)
      await tx.execute(sql`update judgements set conflict = ${conflict} where id = ${judgement.id}`);
}

function sidesOf(judgement: IdentityJudgement, profiles: readonly JudgedProfile[]) {
  return {
    one: profiles.filter(({ id }) => judgement.one.has(id)),
    other:
      judgement.kind === 'SPLIT'
        ? profiles.filter(({ signature }) => signature.includes(judgement.mark))
        : profiles.filter(({ id }) => judgement.other.has(id)),
  };
}

function peopleOf(profiles: readonly JudgedProfile[]): Set<string | null> {
  return new Set(profiles.map(({ personId }) => personId));
}
