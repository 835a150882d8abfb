import type { PersonRole } from '../extract/facts.ts';
import { when } from '../query/condition.ts';
import type { ColumnSql } from '../query/shape.ts';
import type { Bind } from '../query/statement.ts';
import { articlePersonRoles } from '../store/fact-tables.ts';
import type { articlePeople } from '../store/fact-tables.ts';
import { redirects } from '../store/resolution-tables.ts';
import { publications } from '../store/tables.ts';
import { aliased, table } from './table-alias.ts';
import type { TableAlias } from './table-alias.ts';

const redirect = aliased(redirects, 'redirect');
const u = aliased(publications, 'slugs');
const r = aliased(articlePersonRoles, 'r');

/** SQL for the id of the publication whose slug is at `?`. */
export const PUBLICATION_ID = `(select ${u.id} from ${table(u)} where ${u.slug} = ?)`;

/**
 * Binds ids of people so that one whose person is one with another by now stands for that other. It is looked up once for
 * a statement, and what the index of a column is asked for is still one value.
 */
export function followingRedirects(bind: Bind): Bind {
  const answering = (asked: string) => `select coalesce(${redirect.supersededBy}, asked.id)
    from ${asked} left join ${table(redirect)} on ${redirect.id} = asked.id`;
  return (value, type) => {
    const bound = bind(value, type);
    return type === 'uuid'
      ? `(${answering(`(select ${bound} as id) asked`)})`
      : `array(${answering(`unnest(${bound}) asked(id)`)})`;
  };
}

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
