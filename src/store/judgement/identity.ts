import { sql } from 'drizzle-orm';
import type { DirtySet } from '../dirty-set.ts';
import { prunePeople, resolveAnew } from '../person.ts';
import { anyId } from '../transaction.ts';
import type { Transaction } from '../transaction.ts';
import type { Draft, JudgementRow } from './judgement-row.ts';
import { JudgementError } from './judgement-error.ts';
import type { JudgementRequest } from './request.ts';

/** The articles that one split may name. */
export const MAX_SPLIT_ARTICLES = 1_000;

/** A decision about who is who. It acts where people are resolved: see `IdentityJudgement`. */
export type IdentityRequest = Extract<JudgementRequest, { readonly kind: 'SAME' | 'DIFFERENT' | 'SPLIT' }>;

export function isIdentityRequest(request: JudgementRequest): request is IdentityRequest {
  return isOfIdentity(request.kind);
}

/** Whether judgements of this kind say who is who. */
export function isOfIdentity(kind: JudgementRow['kind']): kind is IdentityRequest['kind'] {
  return kind === 'SAME' || kind === 'DIFFERENT' || kind === 'SPLIT';
}

/**
 * What the judgement keeps of the people: their profiles, by which they are known when they come back.
 * @throws JudgementError for people whom the archive does not have, or of whom this cannot be
 */
export async function draftOfIdentity(tx: Transaction, request: IdentityRequest): Promise<Draft> {
  if (request.subject.type !== 'Person')
    throw invalid(`A node of the type ${request.subject.type} is no person: only people are told apart.`);
  const person = await personOf(tx, request.subject.id);
  const place = { pageId: null, articleId: null, field: null, expected: person.name };
  if (request.kind === 'SPLIT') {
    const { one, articles } = await splitOf(tx, person.id, request.articles);
    return { ...place, reference: { nameKey: person.nameKey, one, articles }, value: null };
  }
  const other = await personOf(tx, request.other);
  if (other.id === person.id)
    throw invalid(request.kind === 'SAME' ? 'They are one person already.' : 'They are one person: split it.');
  if (other.nameKey !== person.nameKey)
    throw invalid(`${person.name} and ${other.name} are two names: only people of one name are taken for one.`);
  if (request.kind === 'SAME' && other.profiles.some(({ beside }) => beside.some((id) => person.ids.has(id))))
    throw invalid('An article names both beside each other: they are two people.');
  return {
    ...place,
    reference: { nameKey: person.nameKey, one: [...person.ids], other: [...other.ids] },
    value: other.id,
  };
}

/** Resolves the name that the judgement is about anew, and tells what that changes. */
export async function settleIdentity(tx: Transaction, { reference }: JudgementRow): Promise<DirtySet> {
  const people = await tx.execute<{ id: string; name: string }>(sql`
    select distinct p.id, p.name from person_profiles f join people p on p.id = f.person_id
    where f.name_key = ${reference.nameKey ?? ''}`);
  const moved = await resolveAnew(tx, new Map(people.map(({ id, name }) => [id, name])));
  await prunePeople(tx, [...moved.people]);
  return { ...moved, organisations: new Set(), articles: [] };
}

interface JudgedPerson {
  readonly id: string;
  readonly name: string;
  readonly nameKey: string;
  readonly ids: ReadonlySet<string>;
  readonly profiles: readonly { readonly id: string; readonly beside: readonly string[] }[];
}

/** The person with the id, or who answers in their place. */
async function personOf(tx: Transaction, id: string): Promise<JudgedPerson> {
  const rows = await tx.execute<{
    person: string;
    name: string;
    nameKey: string;
    id: string;
    beside: readonly string[];
  }>(sql`
    select p.id as person, p.name, f.name_key as "nameKey", f.id, to_json(f.beside) as beside
    from people p join person_profiles f on f.person_id = p.id and f.count > 0
    where p.id = coalesce((select superseded_by from redirects where id = ${id}), ${id}) order by f.id`);
  const [first] = rows;
  if (first === undefined) throw new JudgementError('NOT_FOUND', `The archive has no person ${id}.`);
  const { person, name, nameKey } = first;
  return { id: person, name, nameKey, ids: new Set(rows.map((row) => row.id)), profiles: rows };
}

async function splitOf(tx: Transaction, personId: string, articleIds: readonly string[]) {
  if (articleIds.length === 0 || articleIds.length > MAX_SPLIT_ARTICLES)
    throw invalid(`Name 1 to ${MAX_SPLIT_ARTICLES} articles that are about somebody else.`);
  const articles = await tx.execute<{ articleId: string; pageId: string; headline: string | null }>(sql`
    select a.id as "articleId", a.page_id as "pageId", a.headline
    from article_people x join articles a on a.id = x.article_id
    where x.person_id = ${personId} and a.id = ${anyId(articleIds)} order by a.id`);
  const found = new Set(articles.map(({ articleId }) => articleId));
  const missing = articleIds.find((id) => !found.has(id));
  if (missing !== undefined) throw invalid(`The article ${missing} does not name this person.`);
  const rest = await tx.execute<{ id: string }>(sql`
    select distinct profile_id as id from article_people
    where person_id = ${personId} and not article_id = ${anyId(found)} and profile_id is not null order by 1`);
  if (rest.length === 0) throw invalid('These are all articles that name this person: nothing would be left.');
  return { one: rest.map(({ id }) => id), articles };
}

function invalid(message: string): JudgementError {
  return new JudgementError('BAD_ARGUMENT', message);
}
