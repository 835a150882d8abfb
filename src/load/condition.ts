import type { PersonRole } from '../extract/facts.ts';
import type { Bind } from './listing.ts';

/** Days from `from` to `to`, both included; an end that is not given is open. */
export interface DateRange {
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
}

/** `sql` with the value bound at `?`; no condition when the value was not given. */
export function given<T extends string | number>(value: T | null | undefined, type: string, sql: string, bind: Bind): string[] {
  return value === null || value === undefined ? [] : [sql.replace('?', bind(value, type))];
}

/** The column's day lies in the range. A row without a day lies in no range. */
export function within(column: string, range: DateRange | null | undefined, bind: Bind): string[] {
  return [
    ...given(range?.from, 'date', `${column} >= ?`, bind),
    ...given(range?.to, 'date', `${column} <= ?`, bind),
  ];
}

/** The column's issue is one of the publication with this slug. */
export function ofPublication(issueId: string, slug: string | null | undefined, bind: Bind): string[] {
  const issues = 'select i.id from issues i join publications u on u.id = i.publication_id where u.slug = ?';
  return given(slug, 'text', `${issueId} in (${issues})`, bind);
}

/** The person of an `article_people` row `x` is in this role there. */
export function inRole(role: PersonRole | null | undefined, bind: Bind): string[] {
  const roles = 'select from article_person_roles r where r.article_id = x.article_id and r.person_id = x.person_id';
  return given(role, 'person_role', `exists (${roles} and r.role = ?)`, bind);
}
