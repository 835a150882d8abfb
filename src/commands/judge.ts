import { userInfo } from 'node:os';
import { decodeGlobalId } from '../schema/global-id.ts';
import type { Database } from '../store/database.ts';
import { judge, undoJudgement } from '../store/judgement/judge.ts';
import { JudgementError } from '../store/judgement/judgement-error.ts';
import { listJudgements } from '../store/judgement/judgement-row.ts';
import type { CorrectedField, JudgementRequest, Subject } from '../store/judgement/request.ts';
import { migrate } from '../store/migrate.ts';
import { correctedField, judgedType } from '../store/vocabulary.ts';
import { readArgs, UsageError, type Command, type Terminal } from './command.ts';
import { describeJudgement } from './judgement-line.ts';
import { withDatabase } from './with-database.ts';

const FIELDS = correctedField.enumValues.map((field) => field.toLowerCase().replaceAll('_', '-'));
const MAX_LISTED = 1_000;

export const judgeFacts: Command = {
  help: `Usage: banmian judge correct FIELD ID VALUE --reason TEXT [--of ID] [--title TITLE]
       banmian judge rename ID NAME --reason TEXT
       banmian judge hide ID --reason TEXT
       banmian judge same|different ID ID --reason TEXT
       banmian judge split ID --article ID … --reason TEXT
       banmian judge undo JUDGEMENT
       banmian judge list [--all]

Decides what the reader got wrong. A judgement stands beside the facts: it is applied again whenever its
page is read again and by every reindex, and what the reader had stored comes back when it is undone. If
the words under it have changed, it is kept and not applied: see banmian conflicts.

ID is the id of a node, as the API gives it. VALUE may be "none" where a fact may have no value.

  correct   puts another value in the place of one:
              organisation-category ID COMPANY|SCHOOL|…    of an organisation
              article-event-on ID DAY                      of an article
              title ID TITLE --of PERSON --title TITLE     of a person in an article
              title-organisation ID ORGANISATION --of PERSON --title TITLE
              agreement-kind ID STRATEGIC|FRAMEWORK|…      of an agreement
              agreement-signed-on ID DAY
              agreement-declared-count ID NUMBER
              agreement-party ID ORGANISATION --of ORGANISATION
              agreement-signatory ID PERSON --of PERSON
  rename    gives a person or an organisation another name to be shown by
  hide      says that a person, an organisation or an agreement is none: nothing shows it any more
  same      says that two people of one name are one
  different says that two people of one name are two, however alike they are
  split     says that the name in these articles is somebody else's
  undo      takes a judgement back
  list      shows the latest ${MAX_LISTED} judgements that hold; with --all those that are undone, too

  --reason TEXT   why; it is kept
  --author NAME   who judges; without it, the user of this machine

DATABASE_URL names the database. Without it the private one under BANMIAN_DATA is used, also while a
gateway runs on it.`,

  async run(args, terminal) {
    const { positionals, values } = readArgs(args, {
      reason: { type: 'string' },
      author: { type: 'string' },
      of: { type: 'string' },
      title: { type: 'string' },
      article: { type: 'string', multiple: true },
      all: { type: 'boolean', default: false },
    });
    const [action, ...words] = positionals;
    const author = values.author ?? userInfo().username;
    if (action === 'list' && words.length === 0)
      return withJudgements(terminal, async (database) => {
        const found = await listJudgements(database, { limit: MAX_LISTED, all: values.all });
        for (const one of found) for (const line of describeJudgement(one)) terminal.print(line);
        if (found.length === 0) terminal.print('There are no judgements.');
      });
    const [id] = words;
    if (action === 'undo' && id !== undefined && words.length === 1) {
      if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id))
        throw new UsageError('Name the id of a judgement, as list shows it.');
      return withJudgements(terminal, async (database) => {
        await undoJudgement(database, id, author);
        terminal.print(`The judgement ${id} is undone.`);
      });
    }
    const request = requestOf(action, words, { ...values, author });
    return withJudgements(terminal, async (database) => {
      for (const line of describeJudgement(await judge(database, request))) terminal.print(line);
    });
  },
};

interface Options {
  readonly author: string;
  readonly reason?: string | undefined;
  readonly of?: string | undefined;
  readonly title?: string | undefined;
  readonly article?: readonly string[] | undefined;
}

function requestOf(action: string | undefined, words: readonly string[], options: Options): JudgementRequest {
  const { author, reason, of, title, article } = options;
  const [first, second, third] = words;
  const why = (): string => {
    if (reason === undefined) throw new UsageError('Say why: --reason TEXT.');
    return reason;
  };
  if (action === 'rename' && first !== undefined && second !== undefined && words.length === 2)
    return { kind: 'RENAME', author, reason: why(), subject: subjectOf(first), value: second };
  if (action === 'hide' && first !== undefined && words.length === 1)
    return { kind: 'HIDE', author, reason: why(), subject: subjectOf(first) };
  if (
    (action === 'same' || action === 'different') &&
    first !== undefined &&
    second !== undefined &&
    words.length === 2
  )
    return {
      kind: action === 'same' ? 'SAME' : 'DIFFERENT',
      author,
      reason: why(),
      subject: subjectOf(first),
      other: idOf(second, 'Person'),
    };
  if (action === 'split' && first !== undefined && words.length === 1) {
    if (article === undefined) throw new UsageError('Name the articles that are about somebody else: --article ID.');
    const articles = article.map((one) => idOf(one, 'Article'));
    return { kind: 'SPLIT', author, reason: why(), subject: subjectOf(first), articles };
  }
  if (action === 'correct' && second !== undefined && third !== undefined && words.length === 3) {
    const field = fieldOf(first);
    const namesNode = ['TITLE_ORGANISATION', 'AGREEMENT_PARTY', 'AGREEMENT_SIGNATORY'].includes(field);
    const value = third === 'none' ? null : namesNode ? decoded(third).id : third;
    const whose = of === undefined ? undefined : decoded(of).id;
    return { kind: 'CORRECT', author, reason: why(), subject: subjectOf(second), field, of: whose, title, value };
  }
  throw new UsageError(
    'Say correct FIELD ID VALUE, rename ID NAME, hide ID, same ID ID, different ID ID, split ID, undo JUDGEMENT, or list.',
  );
}

function fieldOf(word: string | undefined): CorrectedField {
  const field = correctedField.enumValues.find((one) => one.toLowerCase().replaceAll('_', '-') === word);
  if (field === undefined) throw new UsageError(`Name what is wrong: one of ${FIELDS.join(', ')}.`);
  return field;
}

function idOf(globalId: string, type: 'Person' | 'Article'): string {
  const { name, id } = decoded(globalId);
  if (name !== type) throw new UsageError(`${globalId} is the id of a node of the type ${name}, not ${type}.`);
  return id;
}

function subjectOf(globalId: string): Subject {
  const { name, id } = decoded(globalId);
  const type = judgedType.enumValues.find((one) => one === name);
  if (type === undefined) throw new UsageError(`A node of the type ${name} cannot be judged.`);
  return { type, id };
}

function decoded(globalId: string): ReturnType<typeof decodeGlobalId> {
  try {
    return decodeGlobalId(globalId);
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function withJudgements(terminal: Terminal, use: (database: Database) => Promise<void>): Promise<number> {
  return withDatabase(terminal, terminal.readConfig(), async (database) => {
    await migrate(database);
    try {
      await use(database);
      return 0;
    } catch (error) {
      if (!(error instanceof JudgementError)) throw error;
      terminal.warn(`banmian judge: ${error.message}`);
      return 1;
    }
  });
}
