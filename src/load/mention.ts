import type { PersonRole } from '../extract/facts.ts';
import { many, manyOfPair } from '../query/relation.ts';
import { column, optional, record } from '../query/shape.ts';
import type { ValueOf } from '../query/shape.ts';
import { evidence, organisation, person, printedTitle } from './node.ts';

const annotation = record({
  start: column<number>('m.start'),
  end: column<number>('m."end"'),
  text: column<string>('m.quote'),
  person: optional(person('p')),
  organisation: optional(organisation('o')),
});
export type AnnotationRecord = ValueOf<typeof annotation>;

const mention = record({
  name: column<string>('m.name'),
  isImplied: column<boolean>('m.is_implied'),
  evidence: evidence('m'),
});

/**
 * What an article says of the people and organisations in it. Pairs are `[articleId, personId]`,
 * `[articleId, organisationId]`.
 */
export const mentionRelations = {
  rolesOfPersonInArticle: manyOfPair({
    key: ['r.article_id', 'r.person_id'],
    shape: record({ role: column<PersonRole>('r.role') }),
    from: 'article_person_roles r',
    order: 'r.role',
  }),
  titlesOfPersonInArticle: manyOfPair({
    key: ['t.article_id', 't.person_id'],
    shape: printedTitle('t', 'o'),
    from: 'printed_titles t left join organisations o on o.id = t.organisation_id',
    order: 't.ordinal',
  }),
  mentionsOfPersonInArticle: manyOfPair({
    key: ['m.article_id', 'm.person_id'],
    shape: mention,
    from: 'mentions m',
    order: 'm.ordinal',
  }),
  mentionsOfOrganisationInArticle: manyOfPair({
    key: ['m.article_id', 'm.organisation_id'],
    shape: mention,
    from: 'mentions m',
    order: 'm.ordinal',
  }),
  /** The spans of the body that name something, in order. */
  annotationsOfArticle: many({
    key: 'm.article_id',
    shape: annotation,
    from: `(select * from mentions where field = 'BODY' and not is_implied) m
      left join people p on p.id = m.person_id left join organisations o on o.id = m.organisation_id`,
    order: 'm.start, m."end", m.ordinal',
  }),
};
