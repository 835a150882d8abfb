import type { PersonRole } from '../extract/facts.ts';
import type { CreditRole } from '../parse/parsed-issue.ts';
import { given, inRole } from './condition.ts';
import { byCharacter, listing, listingOf } from './listing.ts';
import { evidence, person } from './node.ts';
import { column, day, record } from './record.ts';
import type { ValueOf } from './record.ts';
import { lookup, many, one } from './relation.ts';

export interface PersonFilter {
  readonly publication?: string | null | undefined;
}

const credit = record({ role: column<CreditRole>('c.role'), person: person('p'), evidence: evidence('c') });
export type CreditRecord = ValueOf<typeof credit>;

export const personRelations = {
  person: one({ key: 'p.id', record: person('p'), from: 'people p' }),

  /** By printed name or pinyin, with or without blanks; of one publication, or of all when that is null. */
  peopleNamed: lookup({
    record: person('p'),
    from: 'people p join publications u on u.id = p.publication_id',
    // A union, for through an `or` of columns and subqueries no index is used.
    where: `p.id in (select id from people where name = $1::text
        union all select id from people where replace(pinyin, ' ', '') = lower($1::text)
        union all select person_id from mentions where name = $1::text and person_id is not null)
      and ($2::text is null or u.slug = $2::text)`,
    order: `${byCharacter('u.slug')}, ${byCharacter('p.namesake')}, p.id`,
    parameters: (name: string, publication: string | null) => [name.replaceAll(/\s/gu, ''), publication],
  }),

  people: listing({
    record: record({ node: person('p') }),
    from: 'people p',
    orders: {
      NAME: { columns: [{ sql: byCharacter('p.name'), type: 'text' }, { sql: 'p.id', type: 'uuid' }], hasNulls: false, direction: 'ASC' },
      PINYIN: { columns: [{ sql: byCharacter('p.pinyin'), type: 'text' }, { sql: 'p.id', type: 'uuid' }], hasNulls: false, direction: 'ASC' },
    },
    defaultOrder: 'PINYIN',
    where: ({ filter }: { readonly filter?: PersonFilter | null | undefined }, bind) =>
      given(filter?.publication, 'text', 'p.publication_id in (select id from publications where slug = ?)', bind),
  }),

  peopleOfArticle: listingOf('x.article_id', {
    record: record({ node: person('p'), articleId: column<string>('x.article_id'), personId: column<string>('x.person_id') }),
    from: 'article_people x join people p on p.id = x.person_id',
    orders: {
      FIRST_MENTION: {
        columns: [{ sql: 'x.ordinal', type: 'integer' }, { sql: 'x.person_id', type: 'uuid' }],
        hasNulls: false,
        direction: 'ASC',
      },
    },
    defaultOrder: 'FIRST_MENTION',
    where: ({ role }: { readonly role?: PersonRole | null | undefined }, bind) => inRole(role, bind),
  }),

  creditsOfArticle: many({
    key: 'c.article_id',
    record: credit,
    from: 'credits c join people p on p.id = c.person_id',
    order: 'c.ordinal',
  }),

  /** The other names a person was printed with. */
  aliasesOfPerson: many({
    key: 'm.person_id',
    record: record({ name: column<string>('m.name') }),
    from: `(select distinct m.person_id, m.name from mentions m join people p on p.id = m.person_id
      where m.person_id = any($1::uuid[]) and m.name <> p.name) m`,
    order: byCharacter('m.name'),
  }),

  /** The first and the last day the archive has of a person: that of the event, else that of the issue. */
  citationOfPerson: one({
    key: 'c.person_id',
    record: record({ firstOn: day('c.first_on'), lastOn: day('c.last_on') }),
    from: `(select x.person_id, min(coalesce(a.event_on, a.published_on)) as first_on, max(coalesce(a.event_on, a.published_on)) as last_on
      from article_people x join articles a on a.id = x.article_id where x.person_id = any($1::uuid[]) group by x.person_id) c`,
  }),
};
