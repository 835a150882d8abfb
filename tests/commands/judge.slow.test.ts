/** Judgements from the command line, as the binary makes, lists and undoes them. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { encodeGlobalId } from '../../src/schema/global-id.ts';
import { createBareDatabase, type TestDatabase } from '../support/database.ts';
import { createPageFolder, type PageFolder } from '../support/page-folder.ts';
import { runBanmian } from './banmian.ts';

let folder: PageFolder;
let database: TestDatabase;
beforeEach(async () => {
  folder = createPageFolder();
  database = await createBareDatabase();
});
afterEach(async () => {
  folder.remove();
  await database.drop();
});

const PAGES = {
  'school.txt': '青潭区第一中学高级教师林澹获奖。',
  'court.txt': '青潭区人民法院法官林澹出席会议。',
  'sitting.txt': '青潭区人民法院法官林澹主持庭审。',
  'signing.txt': '3月5日，云岫区政府与星河科技有限公司签署战略合作协议。',
};

const banmian = (...words: string[]) => runBanmian(words, { DATABASE_URL: database.url });
const because = ['--reason', '原文如此', '--author', '编辑甲'];
const judge = (...words: string[]) => banmian('judge', ...words, ...because);

/** Imports these of the pages. */
async function importPages(...files: (keyof typeof PAGES)[]): Promise<void> {
  for (const [at, file] of files.entries())
    folder.write(file, `本地要闻\n\n${PAGES[file]}\n\n`, {
      publication: { slug: 'yunxiu-bao', name: '云岫报', district: '云岫区' },
      publishedOn: { date: `2024-03-0${at + 1}`, basis: 'STATED' },
      page: 1,
    });
  expect(await banmian('import', folder.at(''))).toMatchObject({ code: 0, stderr: '' });
}

async function idOf(__typename: 'Agreement' | 'Article' | 'Person', text: string): Promise<string> {
  const [row] = await database.sql.unsafe<{ id: string }[]>(text);
  if (row === undefined) throw new Error(`Nothing is found by ${text}`);
  return encodeGlobalId({ __typename, id: row.id });
}
const OF_PAGE = 'join articles a on a.id = article_id join pages g on g.id = a.page_id where file =';
const personIn = (file: keyof typeof PAGES) =>
  idOf('Person', `select person_id as id from article_people ${OF_PAGE} '${file}'`);
const articleOf = (file: keyof typeof PAGES) =>
  idOf('Article', `select a.id from articles a join pages g on g.id = page_id where file = '${file}'`);

/** The id of the judgement that a command has printed. */
const made = (stdout: string) => stdout.slice(0, 36);
const AT = /\d{4}-\d\d-\d\d \d\d:\d\dZ/g;

/** What a command has printed, without the ids and instants that are others each time. */
const said = (stdout: string) =>
  stdout.replace(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gm, 'ID').replace(AT, 'AT');

const done = (line: string) => ({
  code: 0,
  stderr: '',
  said: `ID  ${line}\n    AT 编辑甲: 原文如此\n`,
});
const outcome = ({ code, stdout, stderr }: Awaited<ReturnType<typeof banmian>>) => ({
  code,
  stderr,
  said: said(stdout),
});

describe('what was misread', () => {
  test('is corrected, renamed and hidden; the list tells who judged and why, and each can be undone', async () => {
    await importPages('signing.txt', 'school.txt');
    expect(await banmian('judge', 'list')).toEqual({ code: 0, stdout: 'There are no judgements.\n', stderr: '' });
    const agreement = await idOf('Agreement', 'select id from agreements');
    const person = await personIn('school.txt');
    const kind = await judge('correct', 'agreement-kind', agreement, 'FRAMEWORK');
    expect(outcome(kind)).toEqual(done(`correct agreement-kind ${agreement}: STRATEGIC → FRAMEWORK`));
    const name = await judge('rename', person, '林澹（一中）');
    expect(outcome(name)).toEqual(done(`rename ${person}: 林澹 → 林澹（一中）`));
    const none = await judge('hide', person);
    expect(outcome(none)).toEqual(done(`hide ${person}`));
    const shown = () => database.sql`
      select g.kind, p.name, p.is_hidden from agreements g, people p where p.name like '林澹%'`;
    expect(await shown()).toEqual([{ kind: 'FRAMEWORK', name: '林澹（一中）', is_hidden: true }]);
    expect(await banmian('judge', 'list')).toEqual({
      code: 0,
      stdout: none.stdout + name.stdout + kind.stdout,
      stderr: '',
    });

    for (const { stdout } of [kind, name, none])
      expect(await banmian('judge', 'undo', made(stdout), '--author', '编辑乙')).toEqual({
        code: 0,
        stdout: `The judgement ${made(stdout)} is undone.\n`,
        stderr: '',
      });
    expect(await shown()).toEqual([{ kind: 'STRATEGIC', name: '林澹', is_hidden: false }]);
    expect((await banmian('judge', 'list')).stdout).toBe('There are no judgements.\n');
    expect((await banmian('judge', 'list', '--all')).stdout).toBe(
      [none, name, kind].map(({ stdout }) => stdout.replace(/\n$/, ', undone by 编辑乙\n')).join(''),
    );
    expect(await banmian('judge', 'undo', made(kind.stdout))).toEqual({
      code: 1,
      stdout: '',
      stderr: `banmian judge: The judgement ${made(kind.stdout)} is undone already.\n`,
    });
  });
});

describe('who is who', () => {
  test('is judged; what is gone is a conflict until it comes back', async () => {
    await importPages('school.txt', 'court.txt');
    const [teacher, magistrate] = [await personIn('school.txt'), await personIn('court.txt')];
    expect(teacher).not.toBe(magistrate);
    expect(outcome(await judge('same', teacher, magistrate))).toEqual(done(`same ${teacher} ${magistrate}: 林澹`));
    expect(await personIn('school.txt')).toBe(await personIn('court.txt'));
    expect(await banmian('conflicts')).toEqual({ code: 0, stdout: 'There are no conflicts.\n', stderr: '' });
    expect(await banmian('remove', folder.at('school.txt'))).toMatchObject({ code: 0 });
    expect(outcome(await banmian('conflicts'))).toEqual({
      code: 0,
      stderr: '',
      said: `ID  same ${teacher} ${magistrate}: 林澹\n    AT 编辑甲: 原文如此 – not applied: what it is about is not in the archive\n`,
    });
    expect(await banmian('import', folder.at(''))).toMatchObject({ code: 0 });
    expect((await banmian('conflicts')).stdout).toBe('There are no conflicts.\n');
    expect(await personIn('school.txt')).toBe(await personIn('court.txt'));
  });

  test('tells apart whom the archive took for one', async () => {
    await importPages('court.txt', 'sitting.txt', 'school.txt');
    const [person, article] = [await personIn('court.txt'), await articleOf('sitting.txt')];
    expect(await personIn('sitting.txt')).toBe(person);
    const split = await judge('split', person, '--article', article);
    expect(outcome(split)).toEqual(done(`split ${person}: 林澹, 1 article`));
    expect(await personIn('sitting.txt')).not.toBe(await personIn('court.txt'));
    expect(await banmian('judge', 'undo', made(split.stdout))).toMatchObject({ code: 0 });
    expect(await personIn('sitting.txt')).toBe(person);
    const teacher = await personIn('school.txt');
    // Without an author, the user of the machine judges.
    const { stdout } = await banmian('judge', 'different', person, teacher, '--reason', '同名');
    expect(said(stdout)).toMatch(/^ID {2}different \S+ \S+: 林澹\n {4}AT \S+: 同名\n$/);
    expect(await banmian('reindex')).toMatchObject({ code: 0 });
    expect((await banmian('conflicts')).stdout).toBe('There are no conflicts.\n');
  });
});

describe('what is refused', () => {
  const NOBODY = encodeGlobalId({ __typename: 'Person', id: '00000000-0000-4000-8000-000000000000' });
  const ISSUE = encodeGlobalId({ __typename: 'Issue', id: '00000000-0000-4000-8000-000000000000' });

  test('what the archive does not have or cannot be takes one sentence and changes nothing', async () => {
    await importPages('signing.txt', 'school.txt', 'court.txt');
    const agreement = await idOf('Agreement', 'select id from agreements');
    const [person, article] = [await personIn('school.txt'), await articleOf('court.txt')];
    const cases: readonly [readonly string[], string | RegExp][] = [
      [['hide', NOBODY], 'The archive has no person 00000000-0000-4000-8000-000000000000.'],
      [['same', person, person], 'They are one person already.'],
      [['split', person, '--article', article], /^The article \S+ does not name this person\.$/],
      [['rename', person, '林澹'], 'This is its name already.'],
      [['correct', 'agreement-kind', agreement, 'STRATEGIC'], 'This value stands there already.'],
      [
        ['correct', 'agreement-kind', agreement, 'TREATY'],
        /^The value must be one of .*STRATEGIC.*; it is "TREATY"\.$/,
      ],
      [
        ['correct', 'agreement-signed-on', agreement, '2024-02-30'],
        'The value must be a day such as 2024-05-27; it is "2024-02-30".',
      ],
      [['hide', article], 'A node of the type Article cannot be hidden.'],
    ];
    for (const [words, message] of cases) {
      const { code, stdout, stderr } = await judge(...words);
      expect([code, stdout, stderr.replace(/^banmian judge: |\n$/g, '')], words.join(' ')).toEqual([
        1,
        '',
        message instanceof RegExp ? expect.stringMatching(message) : message,
      ]);
    }
    expect(await database.sql`select id from judgements`).toEqual([]);
  });

  test.each([
    [['hide', NOBODY], 'Say why: --reason TEXT.'],
    [['hide', ISSUE, '--reason', '原文如此'], 'A node of the type Issue cannot be judged.'],
    [['same', NOBODY, ISSUE, '--reason', '原文如此'], `${ISSUE} is the id of a node of the type Issue, not Person.`],
    [['split', NOBODY, '--reason', '原文如此'], 'Name the articles that are about somebody else: --article ID.'],
    [['correct', 'colour', NOBODY, '红', '--reason', '原文如此'], /^Name what is wrong: one of .*, agreement-kind, /],
    [['undo', 'x'], 'Name the id of a judgement, as list shows it.'],
    [['list', 'x'], /^Say correct FIELD ID VALUE, /],
    [['hide', NOBODY, '--because', '原文如此'], "Unknown option '--because'."],
  ])('a command line that is wrong is told so: judge %j', async (words, message) => {
    // It is refused before any database is asked for.
    const { code, stdout, stderr } = await runBanmian(['judge', ...words], {
      DATABASE_URL: 'postgres://127.0.0.1:9/nowhere',
    });
    expect([code, stdout, stderr.replace(/^banmian judge: | See banmian judge --help\.\n$/g, '')]).toEqual([
      2,
      '',
      message instanceof RegExp ? expect.stringMatching(message) : message,
    ]);
  });
});
