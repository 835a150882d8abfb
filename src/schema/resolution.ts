/** Who may be the same person, and what answers in the place of ids that are no more. */
import type { CandidateRecord } from '../load/resolution.ts';
import { chain } from '../query/maybe-promise.ts';
import { builder } from './builder.ts';
import { pageArguments } from './connection.ts';
import { decodeGlobalId, encodeGlobalId } from './global-id.ts';
import { CandidateConnection, CandidateEdge } from './list.ts';
import { Person } from './node.ts';
import { declared } from './reads.ts';
import { listOf } from './related-list.ts';
import { enumOf } from './vocabulary.ts';

const IdentityReason = enumOf<CandidateRecord['reasons'][number]>(
  'IdentityReason',
  'What speaks for or against two names being one person (同一人依据).',
  {
    SAME_OFFICE: 'For: one office that one person holds at a time (同一职务).',
    SAME_BODY: 'For: offices at one body (同一机构).',
    RELATED_BODY: 'For: one body is part of the other, or both are of one house (关联机构).',
    SAME_DISTRICT: 'For: offices of one place (同一地方).',
    BODY_IN_ARTICLE: 'For: an article that names the one without an office names the body of the other (文中有其机构).',
    BOTH_AUTHORS: 'For: both write for newspapers (同为作者).',
    SAME_PLACE: 'For: bodies in one place (同地机构).',
    CAREER: 'For: offices of one level, one after the other (同级任职).',
    SAME_TITLE: 'For: one title, where the body of one is not told (同一头衔).',
    SAME_NAME: 'For: nothing but the name, where one has no office (仅姓名相同).',
    UNRELATED: 'Against: offices that have nothing in common (职务无关).',
    OTHER_PLACE: 'Against: offices of other places (异地).',
    OTHER_CITY: 'Against: bodies of other cities (异市).',
    OTHER_WALK: 'Against: walks of life that one person hardly has both, such as judge and teacher (行业不同).',
    OTHER_SECTOR_AT_ONCE: 'Against: work in two sectors at the same time (同时在不同行业).',
    OTHER_POST_AT_ONCE: 'Against: posts at the same time that exclude each other (同时任不同职务).',
    OTHER_PLACE_AT_ONCE: 'Against: offices of two places at the same time (同时在两地任职).',
  },
);

builder.objectField(Person, 'candidates', (t) =>
  t.field({
    type: CandidateConnection,
    description:
      'People of the same name who may be the same person (疑似同一人), the likest first. They are never taken for one without more.',
    args: pageArguments,
    resolve: listOf('candidatesOfPerson', 'id'),
  }),
);

builder.objectFields(CandidateEdge, (t) => ({
  score: t.exposeFloat('score', {
    description:
      'How much speaks for it: the sum of the weights of the reasons. From 1 on two are taken for one, unless something else ' +
      'contradicts it or somebody else is as likely.',
  }),
  reasons: t.expose('reasons', {
    type: [IdentityReason],
    description: 'What speaks for and against it: at most one reason for, and each against. At most 7.',
  }),
}));

builder.queryFields((t) => ({
  supersededBy: t.field({
    type: 'ID',
    nullable: true,
    description:
      'The id that answers in the place of this one, when two people turned out to be one (替代编号); null if the id stands, or ' +
      'was never one. `node`, `nodes` and `person` follow it by themselves. A text that is no id is a `BAD_ID` error.',
    args: { id: t.arg.id({ required: true, description: 'The `id` of a node.' }) },
    resolve: declared(
      { rows: [{ relation: 'redirect', reads: { paths: ['kind', 'supersededBy'] } }] },
      (_, { id: globalId }, { load }) => {
        const { name, id } = decodeGlobalId(globalId);
        return chain(load.redirect(id), (found) =>
          found === null || found.kind !== name
            ? null
            : encodeGlobalId({ __typename: found.kind, id: found.supersededBy }),
        );
      },
    ),
  }),
}));
