/** What was seen in articles and not resolved. */
import type { DoubtRecord } from '../load/doubt.ts';
import { builder } from './builder.ts';
import { connectionOf, pageArguments } from './connection.ts';
import { changesWith } from './changes-with.ts';
import { Evidence } from './evidence.ts';
import { UNKNOWN_SLUG } from './filter.ts';
import { wholeList } from './related-list.ts';
import { DoubtKind } from './vocabulary.ts';

const Doubt = builder.objectRef<DoubtRecord>('Doubt').implement({
  description: 'Something that an article tells of and that was not resolved (存疑).',
  fields: (t) => ({
    kind: t.expose('kind', { type: DoubtKind, description: 'What is not known (类型).' }),
    count: t.exposeInt('count', {
      nullable: true,
      description: 'How many, where the text counts them: 130 in 130余位招商人员; null where it does not.',
    }),
    evidence: t.expose('evidence', { type: Evidence, description: 'The words that tell of it (依据).' }),
  }),
});

const { connection: DoubtConnection } = connectionOf('Doubt', Doubt, 'the list of doubts');

const DoubtFilter = builder.inputType('DoubtFilter', {
  description: 'Selects doubts (存疑); when several fields are given, those that match all of them.',
  fields: (t) => ({
    publication: t.string({ description: `The slug of a publication: only doubts of its articles. ${UNKNOWN_SLUG}` }),
    kinds: t.field({ type: [DoubtKind], description: 'Only these kinds; an empty list matches nothing.' }),
  }),
});

builder.queryFields((t) => ({
  unresolved: t.field({
    type: DoubtConnection,
    description:
      'What articles tell of and was not resolved (存疑), as `banmian explain` prints it: those of an article one after the other, the ' +
      'articles in no order of days. Who may be the same person stands in `Person.candidates`.',
    args: {
      ...pageArguments,
      filter: t.arg({ type: DoubtFilter, description: 'Selects doubts; all when left out.' }),
    },
    extensions: changesWith('shown'),
    resolve: wholeList('doubts'),
  }),
}));
