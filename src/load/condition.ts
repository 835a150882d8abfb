import type { PersonRole } from '../extract/facts.ts';
import { when } from '../query/condition.ts';
import type { ColumnSql } from '../query/shape.ts';
import type { Bind } from '../query/statement.ts';
import { articlePersonRoles } from '../store/fact-tables.ts';
import type { articlePeople } from '../store/fact-tables.ts';
import { publications } from '../store/tables.ts';
import { aliased, table } from './table-alias.ts';
import type { TableAlias } from './table-alias.ts';

const u = aliased(publications, 'slugs');
const r = aliased(articlePersonRoles, 'r');

/** SQL for the id of the publication whose slug is at `?`. */
export const PUBLICATION_ID = `(select ${u.id} from ${table(u)} where ${u.slug} = ?)`;

/** The column holds the id of the publication with this slug. */
export function ofPublication(column: ColumnSql<string | null>, slug: string | null | undefined, bind: Bind): string[] {
  return when(slug, 'text', `${column} = ${PUBLICATION_ID}`, bind);
}

/** The person is in this role in the article. */
export function inRole(
  { articleId, personId }: Pick<TableAlias<typeof articlePeople>, 'articleId' | 'personId'>,
  role: PersonRole | null | undefined,
  bind: Bind,
): string[] {
  const roles = `select from ${table(r)} where ${r.articleId} = ${articleId} and ${r.personId} = ${personId}`;
  return when(role, 'person_role', `exists (${roles} and ${r.role} = ?)`, bind);
}
