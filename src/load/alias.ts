import { byCodePoint } from '../query/order.ts';
import { many } from '../query/relation.ts';
import { column, record } from '../query/shape.ts';
import type { ValueOf } from '../query/shape.ts';
import { printedNames } from '../store/printed-name.ts';
import { evidence } from './node.ts';

const alias = record({ name: column<string>('m.name'), evidence: evidence('m') });
export type AliasRecord = ValueOf<typeof alias>;

/** The schema tells of this bound. */
const MOST_ALIASES = 100;

/** Each other printed form of a name, with its first place in the archive. */
const aliasesOf = (subject: 'person' | 'organisation', table: string) =>
  many({
    key: 'o.id',
    shape: alias,
    from: `${table} o cross join lateral (
    select n.name from ${printedNames(subject, 'o.id')} n where n.name <> o.name order by ${byCodePoint('n.name')} limit ${MOST_ALIASES}) n
    cross join lateral (
      select * from mentions m where m.${subject}_id = o.id and m.name = n.name and not m.is_implied
      order by m.published_on, m.article_id, m.ordinal limit 1) m`,
    order: byCodePoint('m.name'),
  });

export const aliasRelations = {
  aliasesOfPerson: aliasesOf('person', 'people'),
  aliasesOfOrganisation: aliasesOf('organisation', 'organisations'),
};
