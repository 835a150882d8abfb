/** What editors decide: one mutation for each kind of judgement. */
import type { JudgedRecord, JudgementToMake } from './archive-writer.ts';
import { builder } from './builder.ts';
import { decodeGlobalId } from './global-id.ts';
import type { NodeName } from './global-id.ts';
import { Judgement } from './judgement.ts';
import { InvalidInputError, NotAllowedError, NotFoundError } from './mutation-error.ts';
import { forRole, mutationCost } from './mutation.ts';
import { Node, anyNode, loadNode } from './node.ts';
import { declared } from './reads.ts';
import { invalidInput, type InvalidInput, type NotAllowed, type NotFound } from './refusal.ts';
import { CorrectedField } from './vocabulary.ts';

const MAX_REASON_LENGTH = 1_000;
/** The fields in which the value is a node. */
const NAMES_NODE = new Set(['TITLE_ORGANISATION', 'AGREEMENT_PARTY', 'AGREEMENT_SIGNATORY']);

const Judged = builder.objectRef<JudgedRecord>('Judged').implement({
  description: 'A judgement that was made or taken back, and what it is about as it is now (已判定).',
  fields: (t) => ({
    judgement: t.field({
      type: Judgement,
      description: 'The judgement.',
      resolve: declared({ paths: ['judgementId'] }, async ({ judgementId }, _, { load }) => {
        const judgement = await load.judgement(judgementId);
        if (judgement === null) throw new Error(`The judgement ${judgementId} is not there.`);
        return judgement;
      }),
    }),
    nodes: t.field({
      type: [Node],
      description:
        'The nodes that it is about as they are now, each once, so that a client can renew what it keeps of them: at most two. Whom they are ' +
        'shown with may have changed, too: a client that shows more asks again.',
      resolve: declared({ paths: ['subjects'], ...anyNode }, async ({ subjects }, _, { load }) => {
        const nodes = await Promise.all(subjects.map((subject) => loadNode(load, subject)));
        return [...new Map(nodes.flatMap((node) => (node === null ? [] : [[node.id, node] as const]))).values()];
      }),
    }),
  }),
});

const JudgeResult = builder.unionType('JudgeResult', {
  description: 'What a judgement did, or why it did nothing.',
  types: [Judged, NotAllowedError, NotFoundError, InvalidInputError],
  resolveType: (result: JudgedRecord | NotAllowed | NotFound | InvalidInput) => result.__typename,
});

const reasonField = {
  required: true,
  description: 'Why; it is kept and shown (理由).',
  extensions: { maxLength: MAX_REASON_LENGTH },
} as const;

const JudgeTwoInput = builder.inputType('JudgeTwoInput', {
  description: 'Two people of one name, and why they are one, or are two.',
  fields: (t) => ({
    person: t.id({ required: true, description: 'The `id` of one person (人物).' }),
    other: t.id({ required: true, description: 'The `id` of the other (另一人).' }),
    reason: t.string(reasonField),
  }),
});
const JudgeSplitInput = builder.inputType('JudgeSplitInput', {
  description: 'Articles whose name is somebody else.',
  fields: (t) => ({
    person: t.id({ required: true, description: 'The `id` of the person whom they were taken to name (人物).' }),
    articles: t.idList({ required: true, description: 'The `id`s of the articles that name somebody else (文章).' }),
    reason: t.string(reasonField),
  }),
});
const JudgeRenameInput = builder.inputType('JudgeRenameInput', {
  description: 'Another name for a person or an organisation.',
  fields: (t) => ({
    node: t.id({ required: true, description: 'The `id` of the person or the organisation (对象).' }),
    name: t.string({ required: true, description: 'The name by which it is to be shown (名称).' }),
    reason: t.string(reasonField),
  }),
});
const JudgeHideInput = builder.inputType('JudgeHideInput', {
  description: 'What is no person, organisation or agreement.',
  fields: (t) => ({
    node: t.id({ required: true, description: 'The `id` of the person, the organisation or the agreement (对象).' }),
    reason: t.string(reasonField),
  }),
});
const JudgeCorrectInput = builder.inputType('JudgeCorrectInput', {
  description: 'A value that is to stand in the place of another.',
  fields: (t) => ({
    node: t.id({ required: true, description: 'The `id` of the article, the agreement or the organisation (对象).' }),
    field: t.field({ type: CorrectedField, required: true, description: 'Which value is wrong (字段).' }),
    value: t.string({ description: 'What is right, as `CorrectedField` says (改为); null: there is none.' }),
    of: t.id({ description: 'Whose title, which party or which signatory: an `id`; null for other fields.' }),
    title: t.string({ description: 'Which title of the person, as printed; null for other fields (职务).' }),
    reason: t.string(reasonField),
  }),
});
const UndoJudgementInput = builder.inputType('UndoJudgementInput', {
  description: 'A judgement to take back.',
  fields: (t) => ({
    judgement: t.id({ required: true, description: 'The `id` of the judgement (判定).' }),
  }),
});

/** A value of the input that is no id of the kind that is asked for. */
class WrongId extends Error {
  override readonly name = 'WrongId';
  readonly field: string;

  constructor(field: string, message: string) {
    super(message);
    this.field = field;
  }
}

/** @throws WrongId */
function nodeIn(field: string, globalId: string): { readonly type: NodeName; readonly id: string } {
  try {
    const { name, id } = decodeGlobalId(globalId);
    return { type: name, id };
  } catch (error) {
    throw new WrongId(field, (error as Error).message);
  }
}

/** @throws WrongId */
function judgedIn(field: string, globalId: string): JudgementToMake['subject'] {
  const { type, id } = nodeIn(field, globalId);
  if (type === 'Publication' || type === 'Issue' || type === 'Tenure')
    throw new WrongId(field, `A node of the type ${type} cannot be judged.`);
  return { type, id };
}

/** @throws WrongId */
function idIn(field: string, type: NodeName, globalId: string): string {
  const node = nodeIn(field, globalId);
  if (node.type !== type) throw new WrongId(field, `\`${field}\` names a node of the type ${node.type}, not ${type}.`);
  return node.id;
}

/** The resolver that makes the judgement which `read` finds in the input. */
function judging<Input extends { readonly reason: string }>(read: (input: Input) => JudgementToMake) {
  return forRole('EDITOR', async ({ input }: { readonly input: Input }, { write, viewer }) => {
    try {
      return await write.judge(read(input), { author: viewer?.name ?? '', reason: input.reason });
    } catch (error) {
      if (error instanceof WrongId) return invalidInput(error.message, error.field);
      throw error;
    }
  });
}

const describe = (what: string) =>
  `${what} Takes a key of the role \`EDITOR\`, whose name is kept as that of the author.`;

const judgeTwo = (kind: 'SAME' | 'DIFFERENT') =>
  judging(({ person, other }: typeof JudgeTwoInput.$inferInput) => ({
    kind,
    subject: { type: 'Person', id: idIn('person', 'Person', person) },
    other: idIn('other', 'Person', other),
  }));

builder.mutationFields((t) => ({
  judgeSame: t.field({
    type: JudgeResult,
    description: describe('Makes two people of one name one (判为同一人). The id of the one named first stays.'),
    args: { input: t.arg({ type: JudgeTwoInput, required: true, description: 'Who, and why.' }) },
    extensions: mutationCost,
    resolve: judgeTwo('SAME'),
  }),
  judgeDifferent: t.field({
    type: JudgeResult,
    description: describe('Keeps two people of one name apart, however alike they are (判为不同人).'),
    args: { input: t.arg({ type: JudgeTwoInput, required: true, description: 'Who, and why.' }) },
    extensions: mutationCost,
    resolve: judgeTwo('DIFFERENT'),
  }),
  judgeSplit: t.field({
    type: JudgeResult,
    description: describe(
      'Makes somebody else of whom some articles name (拆分人物). The id stays with the other articles.',
    ),
    args: { input: t.arg({ type: JudgeSplitInput, required: true, description: 'Who, which articles, and why.' }) },
    extensions: mutationCost,
    resolve: judging(({ person, articles }: typeof JudgeSplitInput.$inferInput) => ({
      kind: 'SPLIT',
      subject: { type: 'Person', id: idIn('person', 'Person', person) },
      articles: articles.map((id, i) => idIn(`articles.${i}`, 'Article', id)),
    })),
  }),
  judgeRename: t.field({
    type: JudgeResult,
    description: describe(
      'Shows a person or an organisation by another name (改名). The printed names are found as before.',
    ),
    args: { input: t.arg({ type: JudgeRenameInput, required: true, description: 'What, how, and why.' }) },
    extensions: mutationCost,
    resolve: judging(({ node, name }: typeof JudgeRenameInput.$inferInput) => ({
      kind: 'RENAME',
      subject: judgedIn('node', node),
      value: name,
    })),
  }),
  judgeHide: t.field({
    type: JudgeResult,
    description: describe('Hides what is no person, organisation or agreement: nothing shows it any more (隐藏).'),
    args: { input: t.arg({ type: JudgeHideInput, required: true, description: 'What, and why.' }) },
    extensions: mutationCost,
    resolve: judging(({ node }: typeof JudgeHideInput.$inferInput) => ({
      kind: 'HIDE',
      subject: judgedIn('node', node),
    })),
  }),
  judgeCorrect: t.field({
    type: JudgeResult,
    description: describe('Puts another value in the place of one (更正). What follows from it follows.'),
    args: { input: t.arg({ type: JudgeCorrectInput, required: true, description: 'What, what is right, and why.' }) },
    extensions: mutationCost,
    resolve: judging(({ node, field, value, of, title }: typeof JudgeCorrectInput.$inferInput) => ({
      kind: 'CORRECT',
      subject: judgedIn('node', node),
      field,
      value: value == null || !NAMES_NODE.has(field) ? (value ?? null) : nodeIn('value', value).id,
      of: of == null ? undefined : nodeIn('of', of).id,
      title: title ?? undefined,
    })),
  }),
  undoJudgement: t.field({
    type: JudgeResult,
    description:
      'Takes a judgement back (撤销判定): what the reader had stored stands again, and the judgement is kept as undone. Takes a key of ' +
      'the role `EDITOR`, whose name is kept.',
    args: { input: t.arg({ type: UndoJudgementInput, required: true, description: 'Which one.' }) },
    extensions: mutationCost,
    resolve: forRole(
      'EDITOR',
      ({ input }: { readonly input: typeof UndoJudgementInput.$inferInput }, { write, viewer }) =>
        write.undoJudgement(input.judgement, viewer?.name ?? ''),
    ),
  }),
}));
