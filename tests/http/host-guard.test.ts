import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { ERROR_CODES } from '../../src/error-code.ts';
import { printedSchema } from '../../src/schema/schema.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { startGateway, type TestGateway } from '../support/gateway.ts';
import { sendRaw as sendRawTo, type RawAnswer } from '../support/raw-request.ts';

let database: TestDatabase;
let gateway: TestGateway;
let closed: TestGateway;
beforeAll(async () => {
  database = await createTestDatabase();
  gateway = await startGateway(database);
  closed = await startGateway(database, {
    BANMIAN_INTROSPECTION: 'false',
    BANMIAN_GRAPHIQL: 'false',
    BANMIAN_HOSTS: '*.reader.example,127.0.0.1',
  });
});
afterAll(async () => {
  await gateway.close();
  await closed.close();
  await database.drop();
});

const sendRaw = (bytes: string, { url } = gateway): Promise<RawAnswer> => sendRawTo(url, bytes);

const END = 'Connection: close\r\n\r\n';
const ASKING = 'GET /graphql?query={__typename} HTTP/1.1\r\n';
const codeIn = (body: string): unknown =>
  (JSON.parse(body) as { errors: [{ extensions: { code: unknown } }] }).errors[0].extensions.code;

describe('malformed requests', () => {
  test.each<[string, string, string]>([
    ['a Host of two words', `${ASKING}Host: a b\r\n${END}`, 'BAD_REQUEST'],
    ['an empty Host', `${ASKING}Host:\r\n${END}`, 'BAD_REQUEST'],
    ['no Host', `${ASKING}${END}`, 'BAD_REQUEST'],
    ['two Hosts', `${ASKING}Host: localhost\r\nHost: localhost\r\n${END}`, 'BAD_REQUEST'],
    ['a Host with a path', `${ASKING}Host: localhost/x\r\n${END}`, 'BAD_REQUEST'],
    ['a Host with a user', `${ASKING}Host: a@localhost\r\n${END}`, 'BAD_REQUEST'],
    ['a Host in half a bracket', `${ASKING}Host: [::1\r\n${END}`, 'BAD_REQUEST'],
    ['a Host with a word for a port', `${ASKING}Host: localhost:http\r\n${END}`, 'BAD_REQUEST'],
    ['a Host of control characters', `${ASKING}Host: \x01\r\n${END}`, 'BAD_REQUEST'],
    ['a target that is half an address', `GET http://[ HTTP/1.1\r\nHost: localhost\r\n${END}`, 'BAD_REQUEST'],
    ['a target that is a name', `GET localhost:80 HTTP/1.1\r\nHost: localhost\r\n${END}`, 'BAD_REQUEST'],
    ['a target of another scheme', `GET ftp://localhost/ HTTP/1.1\r\nHost: localhost\r\n${END}`, 'BAD_REQUEST'],
    ['a star to read', `GET * HTTP/1.1\r\nHost: localhost\r\n${END}`, 'BAD_REQUEST'],
    ['a target of control characters', `GET /\x01 HTTP/1.1\r\nHost: localhost\r\n${END}`, 'BAD_REQUEST'],
    [
      'bytes that are not UTF-8 in the target',
      `GET /graphql?query=%ff HTTP/1.1\r\nHost: localhost\r\n${END}`,
      'BAD_REQUEST',
    ],
    ['half a percent sign', `GET /graphql?query=%f HTTP/1.1\r\nHost: localhost\r\n${END}`, 'BAD_REQUEST'],
    ['two slashes', `GET // HTTP/1.1\r\nHost: localhost\r\n${END}`, 'NOT_FOUND'],
    ['rubbish', 'rubbish\r\n\r\n', 'BAD_REQUEST'],
    ['a method that nobody knows', `BREW / HTTP/1.1\r\nHost: localhost\r\n${END}`, 'BAD_REQUEST'],
    ['another protocol', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 'BAD_REQUEST'],
    ['a length below zero', 'POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n', 'BAD_REQUEST'],
    [
      'a chunk without a length',
      'POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
      'BAD_REQUEST',
    ],
    [
      'a length beside chunks',
      `POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n`,
      'BAD_REQUEST',
    ],
    ['an address of 20 kB', `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n`, 'HEADERS_TOO_LARGE'],
    ['a way through', 'CONNECT reader.example:443 HTTP/1.1\r\nHost: reader.example\r\n\r\n', 'METHOD_NOT_ALLOWED'],
    [
      'a body that is not UTF-8',
      `POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 3\r\n${END}"\xff"`,
      'BAD_REQUEST',
    ],
    [
      'a body in another character set',
      `POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json; charset=gbk\r\nContent-Length: 2\r\n${END}{}`,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    [
      'a compressed body',
      `POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n${END}{}`,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    [
      'an answer in no form that is written',
      `${ASKING}Host: localhost\r\nAccept: text/plain\r\n${END}`,
      'NOT_ACCEPTABLE',
    ],
    [
      'an answer in another character set',
      `${ASKING}Host: localhost\r\nAccept: application/json;charset=gbk\r\n${END}`,
      'NOT_ACCEPTABLE',
    ],
  ])('%s is answered with a code and nothing about the machine', async (_, bytes, code) => {
    const { status, head, body } = await sendRaw(bytes);
    expect([status, codeIn(body)]).toEqual([ERROR_CODES[code as keyof typeof ERROR_CODES].status, code]);
    expect(head).toContain('content-type: application/json');
    expect(body).not.toMatch(/\.ts|node_modules|\bat \w+ \(/);
  });

  test('a malformed request is answered the same on a connection that was used before', async () => {
    const { status, body } = await sendRaw(`${ASKING}Host: localhost\r\n\r\nrubbish\r\n\r\n`);
    expect([status, body]).toEqual([
      200,
      expect.stringMatching(/^\{"data":.*HTTP\/1\.1 400 Bad Request.*"BAD_REQUEST"/s),
    ]);
  });
});

describe('requests that can be read in two ways', () => {
  test.each<[string, string]>([
    [
      'a target that is a whole address counts by its path',
      `GET http://localhost/graphql?query={__typename} HTTP/1.1\r\nHost: elsewhere.example\r\n${END}`,
    ],
    [
      'a slash at the end makes no difference',
      `GET /graphql/?query={__typename} HTTP/1.1\r\nHost: localhost\r\n${END}`,
    ],
    ['HTTP/1.0 needs no Host', 'GET /graphql?query={__typename} HTTP/1.0\r\n\r\n'],
    ['an expectation that nobody knows is passed over', `${ASKING}Host: localhost\r\nExpect: tea\r\n${END}`],
    ['an upgrade that nobody offers is passed over', `${ASKING}Host: localhost\r\nUpgrade: h2c\r\n${END}`],
    ['a Host may have a port, a dot at its end and large letters', `${ASKING}Host: LocalHost.:80\r\n${END}`],
    ['a Host may be an address', `${ASKING}Host: [::1]:4000\r\n${END}`],
  ])('%s', async (_, bytes) => {
    const { status, body } = await sendRaw(bytes);
    expect([status, body]).toEqual([200, '{"data":{"__typename":"Query"}}']);
  });
});

describe('hosts', () => {
  const statusFor = async (host: string, server = gateway, path = '/graphql?query={__typename}') =>
    (await sendRaw(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\n${END}`, server)).status;

  test('a loopback address answers only to local names', async () => {
    for (const host of ['localhost', 'a.b.localhost:4000', '127.0.0.1:1', '[::1]'])
      expect([host, await statusFor(host)]).toEqual([host, 200]);
    for (const host of [
      'reader.example',
      'localhost.reader.example',
      'xlocalhost',
      '127.0.0.1.nip.example',
      '10.0.0.1',
      '127x0.0.1',
    ])
      expect([host, await statusFor(host)]).toEqual([host, 421]);
    expect(codeIn((await sendRaw(`${ASKING}Host: reader.example\r\n${END}`)).body)).toBe('HOST_NOT_ALLOWED');
    for (const path of ['/', '/schema.graphql', '/nowhere'])
      expect([path, await statusFor('reader.example', gateway, path)]).toEqual([path, 421]);
  });

  test('the configured hosts are answered, with everything below a star', async () => {
    for (const host of ['a.reader.example', 'a.b.reader.example:443', '127.0.0.1'])
      expect([host, await statusFor(host, closed)]).toEqual([host, 200]);
    for (const host of ['localhost', 'reader.example', 'areader.example', 'a.reader.example.org'])
      expect([host, await statusFor(host, closed)]).toEqual([host, 421]);
  });

  test('health checks may come under any name', async () => {
    for (const path of ['/live', '/ready']) expect(await statusFor('10.0.0.1:4000', closed, path)).toBe(200);
  });

  test('the default is local names on a loopback address, and any name on others', () => {
    for (const HOST of ['127.0.0.1', '127.0.0.2', 'localhost', '::1'])
      expect(readConfig({ HOST }).hosts).toEqual(
        expect.arrayContaining(['localhost', '*.localhost', '127.0.0.1', '[::1]']),
      );
    for (const HOST of ['0.0.0.0', '::', '192.0.2.1', 'api.example']) expect(readConfig({ HOST }).hosts).toEqual(['*']);
    expect(readConfig({ BANMIAN_HOSTS: 'api.example, ::1' }).hosts).toEqual(['api.example', '[::1]']);
  });
});

describe('paths beside GraphQL', () => {
  const at = (path: string, { url } = gateway) => new URL(path, url);
  const BROWSER = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

  test('/schema.graphql is the schema, and a client that has it gets 304', async () => {
    const response = await fetch(at('/schema.graphql'));
    const etag = response.headers.get('etag')!;
    expect([response.headers.get('content-type'), await response.text()]).toEqual([
      'text/plain; charset=utf-8',
      printedSchema(),
    ]);
    const again = await fetch(at('/schema.graphql'), { headers: { 'if-none-match': etag } });
    expect([again.status, again.headers.get('etag')]).toEqual([304, etag]);
  });

  test('the root leads a browser to GraphiQL and tells a program what there is', async () => {
    const browser = await fetch(at('/'), { headers: BROWSER, redirect: 'manual' });
    expect([browser.status, browser.headers.get('location')]).toEqual([302, '/graphql']);
    const program = await fetch(at('/'));
    expect([program.status, await program.json()]).toEqual([
      200,
      { name: 'Banmian', graphql: '/graphql', schema: '/schema.graphql' },
    ]);
  });

  test('without GraphiQL a browser gets a page at both paths', async () => {
    for (const path of ['/', '/graphql']) {
      const response = await fetch(at(path, closed), { headers: BROWSER });
      expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    }
    const asked = await fetch(at('/graphql?query={__typename}', closed), { headers: BROWSER });
    expect(await asked.json()).toEqual({ data: { __typename: 'Query' } });
  });

  test('a missing path is a page for a browser and JSON for a program', async () => {
    const browser = await fetch(at('/nowhere'), { headers: BROWSER });
    expect([browser.status, browser.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
    const program = await fetch(at('/nowhere'));
    expect([program.status, codeIn(await program.text())]).toEqual([404, 'NOT_FOUND']);
  });

  test('a missing icon is no error in a browser', async () => {
    expect((await fetch(at('/favicon.ico'))).status).toBe(204);
  });

  test.each(['/', '/live', '/ready', '/schema.graphql', '/favicon.ico', '/nowhere', '/graphql?query={__typename}'])(
    'HEAD %s is like GET without a body',
    async (path) => {
      const [get, head] = await Promise.all(['GET', 'HEAD'].map((method) => fetch(at(path), { method })));
      expect(head!.status).toBe(get!.status);
      for (const name of ['content-type', 'content-length', 'etag', 'cache-control'])
        expect(head!.headers.get(name)).toBe(get!.headers.get(name));
      expect(await head!.text()).toBe('');
    },
  );

  test.each<[string, string, string]>([
    ['/', 'POST', 'GET, HEAD, OPTIONS'],
    ['/live', 'DELETE', 'GET, HEAD, OPTIONS'],
    ['/graphql', 'PUT', 'GET, HEAD, POST, OPTIONS'],
  ])('%s tells a %s what is allowed', async (path, method, allow) => {
    const response = await fetch(at(path), { method });
    expect([response.status, response.headers.get('allow'), codeIn(await response.text())]).toEqual([
      405,
      allow,
      'METHOD_NOT_ALLOWED',
    ]);
  });
});

describe('a gateway that hides its schema', () => {
  const codeOf = async (query: string): Promise<unknown> => codeIn(await closed.send({ query }));

  test('introspection and /schema.graphql are not answered', async () => {
    expect(await codeOf('{ __schema { queryType { name } } }')).toBe('INTROSPECTION_DISABLED');
    expect(await codeOf('{ ...q } fragment q on Query { __type(name: "Article") { name } }')).toBe(
      'INTROSPECTION_DISABLED',
    );
    expect((await fetch(new URL('/schema.graphql', closed.url))).status).toBe(404);
    expect(await closed.send({ query: '{ __typename }' })).toBe('{"data":{"__typename":"Query"}}');
  });

  test.each([
    ['a field', { query: '{ artcles { totalCount } }' }],
    ['an argument', { query: '{ articles(frst: 1) { totalCount } }' }],
    [
      'a key of a variable',
      { query: 'query ($f: ArticleFilter) { articles(filter: $f) { totalCount } }', variables: { f: { txt: '' } } },
    ],
  ])('no name is suggested for %s', async (_, body) => {
    expect(await gateway.send(body)).toContain('Did you mean');
    expect(await closed.send(body)).not.toContain('Did you mean');
  });
});
