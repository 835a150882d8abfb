import { createHash } from 'node:crypto';
import { request, type IncomingMessage } from 'node:http';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { savePage } from '../../../src/store/page-writer.ts';
import { removeFiles } from '../../../src/store/removal.ts';
import { filesOfPages } from '../../../src/store/stored-file.ts';
import { pageOf, SIGNING } from '../../store/page-fixture.ts';
import { fillArchive, multiplyArchive } from '../../support/archive.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { startGateway, WITHOUT_CACHE, type TestGateway } from '../../support/gateway.ts';
import { keyFor } from '../../support/key.ts';

let database: TestDatabase;
let gateway: TestGateway;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillArchive(database);
  await multiplyArchive(database, 30); // More than a batch of each but the issues.
  gateway = await startGateway(database, WITHOUT_CACHE);
});
afterAll(async () => {
  await gateway.close();
  await database.drop();
});

type Row = { readonly id: string } & Readonly<Record<string, unknown>>;
const NAMES = ['people', 'organisations', 'agreements', 'articles', 'tenures', 'issues'] as const;
type Name = (typeof NAMES)[number];
const TYPES = {
  people: 'Person',
  organisations: 'Organisation',
  agreements: 'Agreement',
  articles: 'Article',
  tenures: 'Tenure',
  issues: 'Issue',
} as const satisfies Record<Name, string>;

const at = (path: string, init: RequestInit = {}, by = gateway) => fetch(new URL(`/export/${path}`, by.url), init);
const textOf = async (path: string) => (await at(path)).text();
const rowsOf = (text: string) =>
  text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Row);

const uuidOf = (id: string) => Buffer.from(id, 'base64url').toString().split(':')[1]!;
const byId = (a: Row, b: Row) => (uuidOf(a.id) < uuidOf(b.id) ? -1 : 1);
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** The fragment of a document, as those who read the documentation take it. */
const fragmentOf = (name: Name) => {
  const read = (file: string) =>
    readFileSync(new URL(`../../../src/http/export/document/${file}.graphql`, import.meta.url), 'utf8');
  const own = read(name).slice(read(name).indexOf('fragment'));
  return own.includes('EvidenceRow') ? own + read('evidence') : own;
};
const DECLARED = {
  people: '$publications: String',
  organisations: '$publications: String',
  articles: '$people: String, $organisations: String',
};

async function queried(query: string, variables: object = {}): Promise<Record<string, unknown>> {
  const { data, errors } = JSON.parse(await gateway.send({ query, variables })) as {
    data: Record<string, unknown>;
    errors?: unknown;
  };
  expect(errors).toBeUndefined();
  return data;
}

/** The row of an answer: connections as plain lists. */
function plain(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => {
      const list = value as { pageInfo?: object; edges?: unknown; nodes?: unknown } | null;
      return [name, list?.pageInfo === undefined ? value : (list.edges ?? list.nodes)];
    }),
  ) as Row;
}

/** The nodes with these ids, as a client reads them. */
async function nodesOf(name: Name, ids: readonly string[]): Promise<Row[]> {
  const rows: Row[] = [];
  const declared = ['$ids: [ID!]!', ...(name in DECLARED ? [DECLARED[name as keyof typeof DECLARED]] : [])].join(', ');
  for (let from = 0; from < ids.length; from += 25) {
    const { nodes } = (await queried(
      `query (${declared}) { nodes(ids: $ids) { ... on ${TYPES[name]} { ...${TYPES[name]}Row } } } ${fragmentOf(name)}`,
      { ids: ids.slice(from, from + 25) },
    )) as { nodes: (Row | null)[] };
    rows.push(...nodes.flatMap((node) => (node === null ? [] : [plain(node)])));
  }
  return rows;
}

/** The export as the changes from the beginning make it. */
async function replayed(follow: () => boolean = () => false): Promise<Record<Name, string>> {
  const ids = new Map<string, Set<string>>(NAMES.map((name) => [name, new Set()]));
  const nameOf = Object.fromEntries(NAMES.map((name) => [TYPES[name].toUpperCase(), name]));
  const copies = new Map<string, Row>();
  let since: string | null = null;
  for (let isLast = false; !isLast; ) {
    isLast = !follow();
    const { changes } = (await queried(
      `query ($since: String) { changes(since: $since, first: 100) { nodes { nodeType nodeId kind } pageInfo { endCursor } } }`,
      { since },
    )) as {
      changes: {
        nodes: { nodeType: string; nodeId: string; kind: string }[];
        pageInfo: { endCursor: string | null };
      };
    };
    if (changes.nodes.length > 0) isLast = false;
    since = changes.pageInfo.endCursor ?? since;
    for (const name of NAMES) {
      const told = changes.nodes.filter(({ nodeType }) => nameOf[nodeType] === name);
      for (const { nodeId } of told) copies.delete(nodeId);
      for (const { nodeId, kind } of told) ids.get(name)![kind === 'CHANGED' ? 'add' : 'delete'](nodeId);
      const rows = await nodesOf(
        name,
        told.filter(({ kind }) => kind === 'CHANGED').map(({ nodeId }) => nodeId),
      );
      for (const row of rows) copies.set(row.id, row);
    }
  }
  return Object.fromEntries(
    NAMES.map((name) => [
      name,
      [...ids.get(name)!]
        .map((id) => copies.get(id)!)
        .sort(byId)
        .map((row) => `${JSON.stringify(row)}\n`)
        .join(''),
    ]),
  ) as Record<Name, string>;
}

describe('what an export holds', () => {
  test('the changes from the beginning, with their nodes, rebuild every file, and the manifest has its checksum', async () => {
    const built = await replayed();
    const manifest = (await (await at('manifest.json')).json()) as {
      files: Record<string, { count: number; bytes: number; sha256: string }>;
      changes: string;
    };
    for (const name of NAMES) {
      const response = await at(`${name}.ndjson`);
      expect(response.headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8');
      expect(response.headers.get('changes-cursor')).toBe(manifest.changes);
      const text = await response.text();
      expect(rowsOf(text).length).toBeGreaterThan(name === 'issues' ? 30 : 31);
      expect(rowsOf(built[name])).toEqual(rowsOf(text));
      expect(built[name]).toBe(text);
      expect(manifest.files[`${name}.ndjson`]).toEqual({
        count: rowsOf(text).length,
        bytes: Buffer.byteLength(text),
        sha256: sha256(text),
      });
    }
  });

  test('a walk through a list of the API has the same rows', async () => {
    const ids: string[] = [];
    for (let after: string | null = null, isMore = true; isMore; ) {
      const { people } = (await queried(
        'query ($after: String) { people(first: 30, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }',
        { after },
      )) as { people: { nodes: Row[]; pageInfo: { hasNextPage: boolean; endCursor: string } } };
      ids.push(...people.nodes.map(({ id }) => id));
      after = people.pageInfo.endCursor;
      isMore = people.pageInfo.hasNextPage;
    }
    const walked = (await nodesOf('people', ids)).sort(byId);
    expect(sha256(walked.map((row) => `${JSON.stringify(row)}\n`).join(''))).toBe(
      sha256(await textOf('people.ndjson')),
    );
  });

  test('a list of more than a hundred is whole', async () => {
    const [article] = await database.sql<{ id: string; body: string }[]>`
      select a.id, publication_id from articles a where headline = '停水公告' limit 1`;
    await database.sql`
      insert into organisations (id, key, canonical, name, kind)
      select gen_random_uuid(), 'x' || n, 'x' || n, 'x' || n, 'OTHER' from generate_series(1, 230) n`;
    await database.sql`
      insert into article_organisations (article_id, organisation_id, ordinal, is_implied, publication_id)
      select ${article!.id}, id, row_number() over (), false, (select publication_id from articles where id = ${article!.id})
      from organisations where key like 'x%'`;
    const row = rowsOf(await textOf('articles.ndjson')).find(({ id }) => uuidOf(id) === article!.id);
    expect(row?.['organisations']).toHaveLength(230);
    await database.sql`delete from article_organisations where article_id = ${article!.id}`;
    await database.sql`delete from organisations where key like 'x%'`;
  });

  test('a table has a column for each value, and lists as JSON', async () => {
    const response = await at('agreements.csv');
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
    const [header, first] = (await response.text()).split('\r\n');
    expect(header).toBe(
      'id,article.id,kind,instrumentTitle,stage,signedOn,signedOnBasis,signedOnText,place,declaredCount,isRenewal,confidence,parties,signatories,hosts,attendees,witnesses,evidence',
    );
    const [row] = rowsOf(await textOf('agreements.ndjson'));
    expect(first).toContain(`${row!.id},${(row!['article'] as Row).id},${String(row!['kind'])}`);
    expect(first).toContain(`"${JSON.stringify(row!['parties']).replaceAll('"', '""')}"`);
  });
});

describe('a part of an export', () => {
  test.each(['articles.ndjson', 'articles.csv'])(
    'what comes after an id of %s is the rest, to the byte',
    async (file) => {
      const whole = await textOf(file);
      const rows = rowsOf(await textOf('articles.ndjson'));
      for (const place of [0, 57, rows.length - 1]) {
        const rest = await textOf(`${file}?after=${rows[place]!.id}`);
        expect(whole.endsWith(rest)).toBe(true);
        if (file.endsWith('ndjson')) expect(rowsOf(rest)).toHaveLength(rows.length - 1 - place);
      }
    },
  );

  test('gzip holds the same, and HEAD has the headers alone', async () => {
    const { headers, bytes } = await raw('people.ndjson', { 'accept-encoding': 'gzip' });
    expect(headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(bytes).toString()).toBe(await textOf('people.ndjson'));
    const plain = await raw('people.ndjson', { 'accept-encoding': 'gzip;q=0' });
    expect(plain.headers['content-encoding']).toBeUndefined();
    // An export counts until its snapshot is closed, a moment after its last byte.
    const head = await vi.waitFor(async () => {
      const response = await at('people.csv', { method: 'HEAD' });
      expect(response.status).not.toBe(503);
      return response;
    });
    expect([head.status, head.headers.get('changes-cursor') !== null, await head.text()]).toEqual([200, true, '']);
  });
});

function raw(path: string, headers: Record<string, string>) {
  return new Promise<{ headers: Record<string, unknown>; bytes: Buffer }>((resolve, reject) => {
    request(new URL(`/export/${path}`, gateway.url), { headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve({ headers: response.headers, bytes: Buffer.concat(chunks) }));
      response.on('error', reject);
    }).end();
  });
}

describe('what is refused', () => {
  const refusal = async (response: Response) => [
    response.status,
    ((await response.json()) as { errors: { extensions: { code: string } }[] }).errors[0]!.extensions.code,
  ];

  test.each([
    ['an unknown file', 'papers.ndjson', 404, 'NOT_FOUND'],
    ['an unknown format', 'people.xml', 404, 'NOT_FOUND'],
    ['a name that every object has', 'people.toString', 404, 'NOT_FOUND'],
    ['what is no id', 'people.ndjson?after=x', 400, 'BAD_REQUEST'],
    [
      'the id of another type',
      `people.ndjson?after=${Buffer.from('Issue:00000000-0000-0000-0000-000000000000').toString('base64url')}`,
      400,
      'BAD_REQUEST',
    ],
    ['another parameter', 'people.ndjson?limit=1', 400, 'BAD_REQUEST'],
    ['a parameter twice', 'people.ndjson?after=a&after=b', 400, 'BAD_REQUEST'],
    ['a long parameter', `people.ndjson?after=${'x'.repeat(300)}`, 400, 'BAD_REQUEST'],
  ])('%s', async (_, path, status, code) => {
    expect(await refusal(await at(path))).toEqual([status, code]);
  });

  test('another method', async () => {
    expect(await refusal(await at('people.ndjson', { method: 'POST' }))).toEqual([405, 'METHOD_NOT_ALLOWED']);
  });

  test('callers without a key, where a key is needed', async () => {
    const closed = await startGateway(database, { ...WITHOUT_CACHE, BANMIAN_ANONYMOUS: 'false' });
    try {
      for (const path of ['people.ndjson', 'manifest.json'])
        expect(await refusal(await at(path, {}, closed))).toEqual([401, 'KEY_REQUIRED']);
      expect((await at('issues.csv', { headers: await keyFor(database, 'READER') }, closed)).status).toBe(200);
    } finally {
      await closed.close();
    }
  });

  test('more exports than are allowed, until one has ended', async () => {
    const narrow = await startGateway(database, { ...WITHOUT_CACHE, BANMIAN_MAX_EXPORTS: '1' });
    const none = await startGateway(database, { ...WITHOUT_CACHE, BANMIAN_MAX_EXPORTS: '0' });
    try {
      await database.sql.begin(async (tx) => {
        await tx`lock table mentions in access exclusive mode`;
        // The header comes before the first row, which waits.
        const unread = request(new URL('/export/articles.csv', narrow.url));
        await new Promise((resolve) => unread.once('response', resolve).end());
        const second = await at('people.ndjson', {}, narrow);
        expect([second.headers.get('retry-after'), ...(await refusal(second))]).toEqual(['1', 503, 'TOO_MANY_EXPORTS']);
        unread.destroy();
      });
      await expect.poll(async () => (await at('issues.ndjson', {}, narrow)).status).toBe(200);
      expect(await refusal(await at('people.ndjson', {}, none))).toEqual([404, 'NOT_FOUND']);
    } finally {
      await narrow.close();
      await none.close();
    }
  });

  test('an export that takes too long is broken off', async () => {
    const hasty = await startGateway(database, { ...WITHOUT_CACHE, BANMIAN_EXPORT_TIMEOUT_SECONDS: '1' });
    try {
      await database.sql.begin(async (tx) => {
        const response = at('articles.ndjson', {}, hasty);
        await tx`lock table mentions in access exclusive mode`;
        await expect(response.then((answer) => answer.text())).rejects.toThrow();
      });
      expect(hasty.lines.map(({ msg }) => msg)).toContain('an export broke off');
    } finally {
      await hasty.close();
    }
  });
});

test('the changes rebuild the export while two importers write', async () => {
  let isWriting = true;
  const write = async (paper: string) => {
    const pages = Array.from({ length: 6 }, (_, n) =>
      pageOf(`${paper}/${n}.txt`, [SIGNING], { publishedOn: { date: `2024-06-1${n}`, basis: 'STATED' }, page: n + 1 }),
    );
    for (const page of pages) await savePage(database, page);
    await removeFiles(database, (tx) => filesOfPages(tx, sql`file = ${`${paper}/2.txt`}`));
  };
  const writing = Promise.all([write('a'), write('b')]).finally(() => {
    isWriting = false;
  });
  const built = await replayed(() => isWriting);
  await writing;
  for (const name of NAMES) expect(rowsOf(built[name])).toEqual(rowsOf(await textOf(`${name}.ndjson`)));
});

test('a client that stops reading holds no more than a few batches', async () => {
  await database.sql`update articles set body = body || repeat('云', 60000)`;
  const reading = request(new URL('/export/articles.ndjson', gateway.url));
  const response = await new Promise<IncomingMessage>((resolve) => {
    reading.once('response', resolve).end();
  });
  response.pause();
  await pause(1_500);
  const sent = response.socket.bytesRead;
  await pause(1_000);
  expect(response.socket.bytesRead).toBe(sent);
  const [{ size } = { size: 0 }] = await database.sql<{ size: number }[]>`
    select sum(octet_length(body))::int as size from articles`;
  expect(sent).toBeLessThan(size);
  reading.destroy();
});
