import { many, manyOfPair } from '../query/relation.ts';
import { column, optional, record } from '../query/shape.ts';
import type { ValueOf } from '../query/shape.ts';
import { articlePersonRoles, mentions, printedTitles } from '../store/fact-tables.ts';
import { organisations, people } from '../store/tables.ts';
import { isShown } from './hidden.ts';
import { evidence, organisation, person, printedTitle } from './node.ts';
import { aliased, table } from './table-alias.ts';

const m = aliased(mentions, 'm');
const r = aliased(articlePersonRoles, 'r');
const t = aliased(printedTitles, 't');
const o = aliased(organisations, 'o');
const p = aliased(people, 'p');

const annotation = record({
  start: column(m.start),
  end: column(m.end),
  text: column(m.quote),
  confidence: column(m.confidence),
  person: optional(person(p)),
  organisation: optional(organisation(o)),
});
export type AnnotationRecord = ValueOf<typeof annotation>;

const mention = record({
  name: column(m.name),
  isImplied: column(m.isImplied),
  evidence: evidence(m),
});

/**
 * What an article says of the people and organisations in it. Pairs are `[articleId, personId]`,
 * `[articleId, organisationId]`.
 */
export const mentionRelations = {
  rolesOfPersonInArticle: manyOfPair({
    key: [r.articleId, r.personId],
    shape: record({ role: column(r.role) }),
    from: table(r),
    order: r.role,
  }),
  titlesOfPersonInArticle: manyOfPair({
    key: [t.articleId, t.personId],
    shape: printedTitle(t, o),
    from: `${table(t)} left join ${table(o)} on ${o.id} = ${t.organisationId}`,
    order: t.ordinal,
  }),
  mentionsOfPersonInArticle: manyOfPair({
    key: [m.articleId, m.personId],
    shape: mention,
    from: table(m),
    order: m.ordinal,
  }),
  mentionsOfOrganisationInArticle: manyOfPair({
    key: [m.articleId, m.organisationId],
    shape: mention,
    from: table(m),
    order: m.ordinal,
  }),
  /** The spans of the body that name something, in order. */
  annotationsOfArticle: many({
    key: m.articleId,
    shape: annotation,
    from: `(select * from ${table(m)} where ${m.field} = 'BODY' and not ${m.isImplied}
        and (${m.personId} is null or ${isShown(m.personId, 'people')})
        and (${m.organisationId} is null or ${isShown(m.organisationId, 'organisations')})) m
      left join ${table(p)} on ${p.id} = ${m.personId} left join ${table(o)} on ${o.id} = ${m.organisationId}`,
    order: `${m.start}, ${m.end}, ${m.ordinal}`,
  }),
};
