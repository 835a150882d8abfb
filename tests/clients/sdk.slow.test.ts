import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildSchema, validate, type DocumentNode } from 'graphql';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { codeIn, readDocument } from '../support/document.ts';
import { makeClientProject, type ClientProject } from './client-project.ts';
import { documents, startSeedGateway, type ClientGateway } from './gateway.ts';

const root = join(import.meta.dirname, '../..');
const schema = readFileSync(join(root, 'schema.graphql'), 'utf8');

// Each test waits for the compiler, which is slow on a busy machine.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

let gateway: ClientGateway;
let project: ClientProject;
beforeAll(async () => {
  gateway = await startSeedGateway();
  project = await makeClientProject(schema);
});
afterAll(async () => {
  await project.remove();
  await gateway.close();
});

/** Reads the oldest agreement and its article into types that it writes out itself. */
const program = (url: string) => `
import { GraphQLClient } from 'graphql-request';
import { getSdk, type AgreementKind, type DateBasis } from 'banmian-client';

const archive = getSdk(new GraphQLClient('${url}'));
const { agreements } = await archive.AgreementList({ filter: { publication: 'xuhui-bao' }, orderBy: { field: 'SIGNED_ON', direction: 'ASC' }, first: 1 });
const [oldest] = agreements.nodes;
if (oldest === undefined) throw new Error('There are no agreements.');
const kind: AgreementKind = oldest.kind;
const signedOn: string | null = oldest.signedOn;
const { article } = await archive.ArticlePage({ id: oldest.evidence[0]!.article.id });
if (article === null) throw new Error('There is no article.');
const eventOnBasis: DateBasis | null = article.eventOnBasis;
const names: string[] = article.annotations.map(({ start, end }) => article.body.slice(start, end));
console.log(JSON.stringify({ kind, signedOn, eventOnBasis, isWhole: !article.isIncomplete, names: names.slice(0, 3) }));
`;

test('a strict program compiles with the package, and reads the archive through it', async () => {
  expect(await project.compile(program(gateway.url))).toEqual([]);
  expect(JSON.parse(await project.run())).toEqual({
    kind: 'MEMORANDUM',
    signedOn: '2024-01-15',
    eventOnBasis: 'INFERRED',
    isWhole: true,
    names: ['徐汇区', '上海新微科技集团有限公司', '中国科学院上海微系统所'],
  });
});

test('the five lines of docs/clients.md compile, and print the agreements of the archive', async () => {
  const [lines = ''] = codeIn(readDocument('docs/clients.md').text, 'ts');
  expect(await project.compile(lines.replace('http://127.0.0.1:4000/graphql', gateway.url))).toEqual([]);
  expect(await project.run()).toContain('2024-05-21 上海市徐汇区人民政府、复旦大学、中智股份\n');
});

test('the package sends each operation of the documents whole, and nothing twice', async () => {
  const client = (await import(pathToFileURL(join(project.folder, 'sdk/dist/client.js')).href)) as Record<
    string,
    DocumentNode
  >;
  const sent = Object.entries(client).filter(([name]) => name.endsWith('Document'));
  const operations = Object.values(documents).flatMap((document) =>
    [...document.matchAll(/^query (\w+)/gm)].map(([, name]) => `${name}Document`),
  );
  expect(sent.map(([name]) => name).toSorted()).toEqual(operations.toSorted());
  for (const [, document] of sent) expect(validate(buildSchema(schema), document)).toEqual([]);
});

test('the compiler finds a field whose type has changed, or that may be null now', async () => {
  const changed = schema
    .replace(/(type Agreement [^]*?kind): AgreementKind!/, '$1: AgreementKind')
    .replace(/(type Agreement [^]*?signedOn): Date\n/, '$1: Int\n');
  const other = await makeClientProject(changed);
  expect(await other.compile(program(gateway.url))).toEqual([
    expect.stringContaining("TS2322: Type 'AgreementKind | null' is not assignable to type 'AgreementKind'."),
    expect.stringContaining("TS2322: Type 'number | null' is not assignable to type 'string | null'."),
  ]);
  await other.remove();
});

test('making the package finds a field that is gone', async () => {
  await expect(
    makeClientProject(schema.replace('  isIncomplete: Boolean!\n', '  isWhole: Boolean!\n')),
  ).rejects.toThrow(/isIncomplete/);
});
