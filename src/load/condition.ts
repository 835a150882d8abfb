import type { PersonRole } from '../extract/facts.ts';
import { when } from '../query/condition.ts';
import type { Bind } from '../query/statement.ts';

/** The column holds the id of the publication with this slug. */
export function ofPublication(column: string, slug: string | null | undefined, bind: Bind): string[] {
  return when(slug, 'text', `${column} = (select id from publications where slug = ?)`, bind);
}

/** The person of an `article_people` row `x` is in this role there. */
export function inRole(role: PersonRole | null | undefined, bind: Bind): string[] {
  const roles = 'select from article_person_roles r where r.article_id = x.article_id and r.person_id = x.person_id';
  return when(role, 'person_role', `exists (${roles} and r.role = ?)`, bind);
}
