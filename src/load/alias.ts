import { byCodePoint } from '../query/order.ts';
import { many } from '../query/relation.ts';
import { column, record } from '../query/shape.ts';
import type { ValueOf } from '../query/shape.ts';
import { mentions } from '../store/fact-tables.ts';
import { printedNames } from '../store/printed-name.ts';
import { organisations, people } from '../store/tables.ts';
import { evidence } from './node.ts';
import { aliased, table } from './table-alias.ts';

const m = aliased(mentions, 'm');

const alias = record({ name: column(m.name), confidence: column(m.confidence), evidence: evidence(m) });
export type AliasRecord = ValueOf<typeof alias>;

/** The schema states this limit. */
const MOST_ALIASES = 100;

const o = { person: aliased(people, 'o'), organisation: aliased(organisations, 'o') };
const idOf = { person: m.personId, organisation: m.organisationId };

/** Each other printed form of a name, with its first place in the archive. */
const aliasesOf = (subject: 'person' | 'organisation') => {
  const { id, name } = o[subject];
  return many({
    key: id,
    shape: alias,
    from: `${table(o[subject])} cross join lateral (
      select n.name from ${printedNames(subject, id)} n where n.name <> ${name}
      order by ${byCodePoint('n.name')} limit ${MOST_ALIASES}) n
    cross join lateral (
      select * from ${table(m)} where ${idOf[subject]} = ${id} and ${m.name} = n.name and not ${m.isImplied}
      order by ${m.publishedOn}, ${m.articleId}, ${m.ordinal} limit 1) m`,
    order: byCodePoint(m.name),
  });
};

export const aliasRelations = {
  aliasesOfPerson: aliasesOf('person'),
  aliasesOfOrganisation: aliasesOf('organisation'),
};
