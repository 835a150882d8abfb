import { afterAll, beforeAll, expect, test } from 'vitest';
import { encodeGlobalId } from '../../src/schema/global-id.ts';
import { judge, undoJudgement } from '../../src/store/judgement/judge.ts';
import type { Subject } from '../../src/store/judgement/request.ts';
import { fillArchive, idOf } from '../support/archive.ts';
import { createTestDatabase } from '../support/database.ts';
import type { TestDatabase } from '../support/database.ts';
import { startGateway } from '../support/gateway.ts';
import type { TestGateway } from '../support/gateway.ts';

const PERSON: Subject = { type: 'Person', id: idOf('person', '林澄') };
const BODY: Subject = { type: 'Organisation', id: idOf('organisation', '青禾集团') };
const [person, body] = [PERSON, BODY].map(({ type, id }) => encodeGlobalId({ __typename: type as 'Person', id }));
/** Everything that shows people and organisations. */
const EVERYTHING = `{
  one: node(id: "${person}") { id } other: node(id: "${body}") { id }
  people { totalCount nodes { name tenures { nodes { title organisation { name } person { name } } }
    coAppearances(first: 9) { totalCount nodes { name } }
    during: coAppearances(first: 9, during: { from: "2024-01-01" }) { totalCount nodes { name } } } }
  organisations { totalCount nodes { name parent { name } partners(first: 9) { totalCount nodes { name } }
    tenures { nodes { title person { name } } } } }
  articles { nodes { headline people { totalCount nodes { name } edges { titles { title organisation { name } } } }
    organisations { totalCount nodes { name } } annotations { entity { ... on Person { name } ... on Organisation { name } } } } }
  agreements { nodes { parties { organisation { name } } signatories { person { name } onBehalfOf { name } } } }
  found: search(query: "林澄") { totalCount facets { types { type count } people { person { name } } } }
  sought: search(query: "青禾集团") { totalCount facets { types { type count } organisations { organisation { name } } } }
}`;

let database: TestDatabase;
let gateway: TestGateway;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillArchive(database);
  gateway = await startGateway(database);
});
afterAll(async () => {
  await gateway.close();
  await database.drop();
});

const everything = async () => {
  const answer = (await (await gateway.post(EVERYTHING)).json()) as { data: unknown; errors?: unknown };
  expect(answer.errors).toBeUndefined();
  return answer.data;
};
const named = (name: string) => new RegExp(`"name":"${name}"`);

test('nothing shows whom an editor has hidden, though nothing was kept for long, until that is undone', async () => {
  const before = await everything();
  for (const name of ['林澄', '青禾集团']) expect(JSON.stringify(before)).toMatch(named(name));
  const made: string[] = [];
  for (const subject of [PERSON, BODY])
    made.push((await judge(database, { kind: 'HIDE', subject, author: '编辑甲', reason: '不是' })).id);
  await expect.poll(async () => JSON.stringify(await everything())).not.toMatch(named('林澄'));
  const hidden = await everything();
  expect(hidden).toMatchObject({ one: null, other: null });
  expect(JSON.stringify(hidden)).not.toMatch(named('青禾集团'));
  expect(JSON.stringify(await everything())).toBe(JSON.stringify(hidden));
  for (const id of made) await undoJudgement(database, id, '编辑甲');
  await expect.poll(everything).toEqual(before);
});
