/** What editors decided about facts. */
import type { JudgementRecord } from '../load/judgement.ts';
import { builder } from './builder.ts';
import { changesWith } from './changes-with.ts';
import { connectionOf, pageArguments } from './connection.ts';
import { encodeGlobalId } from './global-id.ts';
import { Article, Node, anyNode, loadNode } from './node.ts';
import { computed, declared } from './reads.ts';
import { wholeList } from './related-list.ts';
import { CorrectedField, JudgementConflict, JudgementKind } from './vocabulary.ts';

/** The articles of a split that an answer shows. */
const MAX_ARTICLES_SHOWN = 100;

export const Judgement = builder.objectRef<JudgementRecord>('Judgement').implement({
  description:
    'What an editor decided about a fact (判定). It stands beside what was read, and is applied again whenever that is.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Its id, for `undoJudgement`.' }),
    kind: t.expose('kind', { type: JudgementKind, description: 'What was decided (类型).' }),
    field: t.expose('field', {
      type: CorrectedField,
      nullable: true,
      description: 'What was corrected (字段); null unless `kind` is `CORRECT`.',
    }),
    subjectId: t.id({
      description: 'The `id` of the node that it is about. When the archive has it no more, the judgement is kept.',
      resolve: computed(['subjectType', 'subjectId'], ({ subjectType, subjectId }) =>
        encodeGlobalId({ __typename: subjectType, id: subjectId }),
      ),
    }),
    subject: t.field({
      type: Node,
      nullable: true,
      description:
        'The node that it is about (对象), or the one that answers in its place; null if the archive has none.',
      resolve: declared(
        { paths: ['subjectType', 'subjectId'], ...anyNode },
        ({ subjectType, subjectId }, _, { load }) => loadNode(load, { name: subjectType, id: subjectId }),
      ),
    }),
    other: t.field({
      type: Node,
      nullable: true,
      description: 'Of `SAME` and `DIFFERENT`: the other person (另一人); else null.',
      resolve: declared({ paths: ['kind', 'after'], ...anyNode }, ({ kind, after }, _, { load }) =>
        isOfTwo(kind) && after !== null ? loadNode(load, { name: 'Person', id: after }) : null,
      ),
    }),
    articles: t.field({
      type: [Article],
      description: `Of \`SPLIT\`: the articles that name somebody else (文章), as far as the archive has them: at most ${MAX_ARTICLES_SHOWN}. Else none.`,
      resolve: declared({ paths: ['articleIds'] }, async ({ articleIds }, _, { load }) =>
        (await Promise.all(articleIds.slice(0, MAX_ARTICLES_SHOWN).map((id) => load.article(id)))).flatMap(
          (article) => article ?? [],
        ),
      ),
    }),
    before: t.exposeString('before', {
      nullable: true,
      description:
        'What stood there (原值): a name, a day, a member of an enum; null: nothing. Of nodes their raw ids.',
    }),
    after: t.string({
      nullable: true,
      description: 'What is to stand there (改为), in the same form; null: nothing.',
      resolve: computed(['kind', 'after'], ({ kind, after }) => (isOfTwo(kind) ? null : after)),
    }),
    author: t.exposeString('author', {
      description: 'Who judged: the name of a key, or of whoever gave a command (判定人).',
    }),
    reason: t.exposeString('reason', { description: 'Why, in the words of whoever judged (理由).' }),
    judgedAt: t.expose('judgedAt', { type: 'DateTime', description: 'When (时间).' }),
    undoneAt: t.expose('undoneAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was taken back (撤销时间); null if it was not.',
    }),
    undoneBy: t.exposeString('undoneBy', { nullable: true, description: 'Who took it back (撤销人).' }),
    conflict: t.expose('conflict', {
      type: JudgementConflict,
      nullable: true,
      description: 'Why it is not applied (冲突); null: it is, or it was taken back.',
    }),
  }),
});

function isOfTwo(kind: JudgementRecord['kind']): boolean {
  return kind === 'SAME' || kind === 'DIFFERENT';
}

const { connection: JudgementConnection } = connectionOf('Judgement', Judgement, 'the list of judgements');

const JudgementFilter = builder.inputType('JudgementFilter', {
  description: 'Selects judgements (判定); when several fields are given, those that match all of them.',
  fields: (t) => ({
    subject: t.id({ description: 'Only those about the node with this `id`.' }),
    isConflict: t.boolean({
      description: '`true`: only those that are kept but not applied (冲突); `false`: only the others.',
    }),
  }),
});

builder.queryFields((t) => ({
  judgements: t.field({
    type: JudgementConnection,
    description: 'What editors decided about facts (判定), the latest first; also what was taken back.',
    args: {
      ...pageArguments,
      filter: t.arg({ type: JudgementFilter, description: 'Selects judgements; all when left out.' }),
    },
    extensions: changesWith('feed'),
    resolve: wholeList('judgements'),
  }),
}));
