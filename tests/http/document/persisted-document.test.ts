import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readDocuments } from '../../../src/http/document/document-folder.ts';
import { DocumentStore, hashOf } from '../../../src/http/document/document-store.ts';
import { startTinyGateway, type TinyGateway } from '../tiny-gateway.ts';

let gateway: TinyGateway;
beforeAll(async () => {
  gateway = await startTinyGateway();
});
afterAll(() => gateway.server.drain(0));

const named = { data: { thing: { name: '版面' } } };
const notFound = { errors: [{ message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }] };

function send(to: TinyGateway, body: object): Promise<Response> {
  return fetch(to.url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
}
function get(to: TinyGateway, parameters: Record<string, string>): Promise<Response> {
  return fetch(`${to.url}?${new URLSearchParams(parameters)}`);
}
const apollo = (hash: string) => ({ persistedQuery: { version: 1, sha256Hash: hash } });
async function codeOf(response: Response): Promise<string> {
  const { errors } = (await response.json()) as { errors: [{ extensions: { code: string } }] };
  return errors[0].extensions.code;
}

test('an unknown hash is refused, and known once it was sent with its text', async () => {
  const query = 'query Registers { thing { name } }';
  const extensions = apollo(hashOf(query));
  const missed = await send(gateway, { extensions });
  expect([missed.status, await missed.json()]).toEqual([200, notFound]);
  expect(await (await send(gateway, { query, extensions })).json()).toEqual(named);
  expect(await (await send(gateway, { extensions })).json()).toEqual(named);
  expect(await (await get(gateway, { extensions: JSON.stringify(extensions) })).json()).toEqual(named);
  expect(await (await get(gateway, { documentId: `sha256:${hashOf(query)}` })).json()).toEqual(named);
  expect(await (await send(gateway, { documentId: `sha256:${hashOf(query).toUpperCase()}` })).json()).toEqual(named);
});

test('variables and the operation name go with the hash', async () => {
  const query =
    'query Other { touched } query Chosen($with: Boolean!) { thing { name @include(if: $with) self { name } } }';
  const chosen = { operationName: 'Chosen', variables: { with: false } };
  await send(gateway, { query, extensions: apollo(hashOf(query)), ...chosen });
  const answers = [
    await send(gateway, { documentId: `sha256:${hashOf(query)}`, ...chosen }),
    await get(gateway, { documentId: `sha256:${hashOf(query)}`, operationName: 'Chosen', variables: '{"with":false}' }),
  ];
  for (const answer of answers) expect(await answer.json()).toEqual({ data: { thing: { self: { name: '版面' } } } });
});

test('a missing document is not a success for clients that read statuses', async () => {
  const response = await fetch(`${gateway.url}?documentId=sha256:${'0'.repeat(64)}`, {
    headers: { accept: 'application/graphql-response+json' },
  });
  expect([response.status, response.headers.get('cache-control')]).toEqual([400, 'no-store']);
});

describe('texts that are not registered', () => {
  test('nothing is registered under the hash of another text', async () => {
    const hash = hashOf('{ touched }');
    const before = gateway.touches();
    expect(await codeOf(await send(gateway, { query: '{ thing { name } }', extensions: apollo(hash) }))).toBe(
      'PERSISTED_QUERY_MISMATCH',
    );
    expect(await codeOf(await send(gateway, { extensions: apollo(hash) }))).toBe('PERSISTED_QUERY_NOT_FOUND');
    expect(gateway.touches()).toBe(before);
  });

  test.each<[string, object]>([
    ['another version', { extensions: { persistedQuery: { version: 2, sha256Hash: '0'.repeat(64) } } }],
    ['a hash that is none', { extensions: apollo('abc') }],
    ['a text where an object belongs', { extensions: { persistedQuery: 'abc' } }],
    ['an id of another kind', { documentId: `md5:${'0'.repeat(32)}` }],
    ['an id that is not a text', { documentId: 7 }],
  ])('nothing is registered for %s', async (_, body) => {
    expect(await codeOf(await send(gateway, { query: '{ touched }', ...body }))).toBe('BAD_REQUEST');
  });
});

test('the limits apply to documents that are named by their hash', async () => {
  const query = '{ thing { self { self { self { self { self { name } } } } } } }';
  expect(await codeOf(await send(gateway, { query, extensions: apollo(hashOf(query)) }))).toBe('QUERY_TOO_DEEP');
  expect(await codeOf(await send(gateway, { extensions: apollo(hashOf(query)) }))).toBe('QUERY_TOO_DEEP');
});

test('of the texts that clients register, the latest are kept up to a bound', () => {
  const store = new DocumentStore();
  const texts = ['a', 'b', 'c'].map((letter) => letter.repeat(2_400_000));
  for (const text of texts) store.register(hashOf(text), text);
  expect(texts.map((text) => store.find(hashOf(text)) === undefined)).toEqual([true, false, false]);
  const long = 'd'.repeat(5_000_001);
  store.register(hashOf(long), long);
  expect([store.find(hashOf(long)), store.find(hashOf(texts[2]!))]).toEqual([undefined, texts[2]]);
});

describe('trusted documents', () => {
  const trusted = 'query Trusted { thing { name } }';
  let folder: string;
  let open: TinyGateway;
  let closed: TinyGateway;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'banmian-documents-'));
    await writeFile(join(folder, 'trusted.graphql'), `${trusted}\n`);
    await writeFile(join(folder, 'notes.txt'), '{ touched }');
    const byHash = await readDocuments(folder);
    open = await startTinyGateway({}, { documents: new DocumentStore({ byHash, only: false }) });
    closed = await startTinyGateway({}, { documents: new DocumentStore({ byHash, only: true }) });
  });
  afterAll(async () => {
    await Promise.all([open.server.drain(0), closed.server.drain(0)]);
    await rm(folder, { recursive: true });
  });

  test('only .graphql files are trusted documents, known by the hash of their text without surrounding whitespace', async () => {
    for (const to of [open, closed]) {
      expect(await (await get(to, { documentId: `sha256:${hashOf(trusted)}` })).json()).toEqual(named);
      expect(await codeOf(await get(to, { documentId: `sha256:${hashOf('{ touched }')}` }))).toBe(
        'PERSISTED_QUERY_NOT_FOUND',
      );
    }
  });

  test('with trusted documents only, any other is refused, even when sent as text', async () => {
    const other = '{ touched }';
    expect(await (await open.post(other)).json()).toEqual({ data: { touched: 1 } });
    for (const body of [
      { query: other },
      { query: other, extensions: apollo(hashOf(other)) },
      { query: '{ __schema { types { name } } }' },
    ]) {
      expect(await codeOf(await send(closed, body))).toBe('DOCUMENT_NOT_TRUSTED');
    }
    expect(await codeOf(await send(closed, { extensions: apollo(hashOf(other)) }))).toBe('PERSISTED_QUERY_NOT_FOUND');
    expect(closed.touches()).toBe(0);
    expect(await (await closed.post(trusted)).json()).toEqual(named);
  });
});
