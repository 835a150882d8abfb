/** Requests, most of them wrong in some way and some in none. */

/** Picks numbers below 1, the same ones for the same seed. */
export type Chance = () => number;

export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

interface Asked {
  readonly query: string;
  readonly variables: object;
}

const HOSTS = [
  'localhost',
  '127.0.0.1:4000',
  'a b',
  '',
  '[',
  '[::1]',
  'reader.example',
  'a@b',
  'localhost:x',
  '..',
  '\x01',
  '\xff',
  '%',
  'x'.repeat(300),
];
const ACCEPTS = [
  '*/*',
  'application/json',
  'application/graphql-response+json',
  'text/html',
  'text/plain',
  'text/event-stream',
  'multipart/mixed',
  ';;,',
  'application/json;charset=x',
  ',',
];
const TYPES = [
  'application/json',
  'application/json; charset=utf-8',
  'application/graphql',
  'application/graphql+json',
  'text/plain',
  'APPLICATION/JSON',
  'application/json;charset=gbk',
  ';',
  'multipart/form-data',
];
const METHODS = ['GET', 'GET', 'GET', 'HEAD', 'PUT', 'OPTIONS', 'DELETE', 'TRACE', 'CONNECT', 'get', 'BREW', ''];
const TARGETS = [
  '/',
  '//',
  '/graphql/',
  '/graphql//',
  '/live',
  '/ready',
  '/schema.graphql',
  '/favicon.ico',
  '/nowhere',
  '/%',
  '/\xff',
  '*',
  'http://[',
  'http://localhost/graphql?query={__typename}',
  'localhost:80',
  '',
  '/graphql#',
  '/graphql?',
  '/..',
  '/graphql?query',
];
const VALUES: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1e308,
  2 ** 53,
  0.5,
  '',
  'x',
  '\u0000',
  '\ud800',
  '徐汇',
  'x'.repeat(5_000),
  [],
  [[]],
  [null],
  {},
  { toString: 1, valueOf: 1 },
  { constructor: { prototype: 1 } },
  JSON.parse('{"__proto__":{"first":1}}'),
  '2024-02-30',
  'STRATEGIC',
  ['STRATEGIC', 1],
  { from: '2024-01-01' },
  Array.from({ length: 300 }, (_, at) => at),
];

export class RandomRequests {
  readonly #chance: Chance;
  readonly #good: readonly Asked[];

  constructor(chance: Chance, good: readonly Asked[]) {
    this.#chance = chance;
    this.#good = good;
  }

  /** The bytes of a request. */
  next(): Buffer {
    const kind = this.#chance();
    if (kind < 0.1) return this.#broken(this.#request('GET', this.#one(TARGETS), null));
    if (kind < 0.2) return this.#request(this.#one(METHODS), this.#one(TARGETS), null);
    if (kind < 0.45)
      return this.#request(this.#one(['GET', 'GET', 'GET', 'HEAD']), `/graphql?${this.#queryString()}`, null);
    if (kind < 0.6) return this.#request('POST', '/graphql', this.#broken(Buffer.from(JSON.stringify(this.#body()))));
    return this.#request('POST', '/graphql', Buffer.from(JSON.stringify(this.#body())));
  }

  #one<Item>(items: readonly Item[]): Item {
    return items[Math.floor(this.#chance() * items.length)]!;
  }

  /** Mostly the usual one, else one of these. */
  #mostly<Item>(usual: Item, others: readonly Item[]): Item {
    return this.#chance() < 0.85 ? usual : this.#one(others);
  }

  #request(method: string, target: string, body: Buffer | null): Buffer {
    const lines = [
      `${method} ${target} HTTP/1.1`,
      `Host: ${this.#mostly('localhost', HOSTS)}`,
      `Accept: ${this.#mostly('*/*', ACCEPTS)}`,
      'Connection: close',
    ];
    if (body !== null) {
      const length = this.#mostly(String(body.length), [
        '-1',
        'x',
        String(body.length + 5),
        '0',
        '99999999999999999999',
      ]);
      lines.push(
        `Content-Type: ${this.#mostly('application/json', TYPES)}`,
        this.#mostly(`Content-Length: ${length}`, ['Transfer-Encoding: chunked', 'Transfer-Encoding: x', 'X: y']),
      );
    }
    return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), body ?? Buffer.of()]);
  }

  /** The bytes with some changed, left out or doubled. */
  #broken(bytes: Buffer): Buffer {
    const broken = [...bytes];
    for (let left = 1 + this.#chance() * 4; left > 0; left -= 1) {
      const at = Math.floor(this.#chance() * broken.length);
      broken.splice(
        at,
        this.#chance() < 0.7 ? 1 : 20,
        ...(this.#chance() < 0.7 ? [Math.floor(this.#chance() * 256)] : []),
      );
    }
    return Buffer.from(broken);
  }

  #body(): unknown {
    if (this.#chance() < 0.05) return this.#one(VALUES);
    const { query, variables } = this.#one(this.#good);
    const body: Record<string, unknown> = {
      query: this.#chance() < 0.6 ? query : this.#document(query),
      variables: this.#chance() < 0.3 ? variables : this.#changed(variables),
    };
    if (this.#chance() < 0.1) body['operationName'] = this.#one(VALUES);
    if (this.#chance() < 0.1)
      body['extensions'] = this.#one([
        ...VALUES,
        { persistedQuery: this.#one(VALUES) },
        { persistedQuery: { version: 1, sha256Hash: this.#one(VALUES) } },
        { cost: true },
      ]);
    if (this.#chance() < 0.05) body['documentId'] = this.#one(VALUES);
    if (this.#chance() < 0.05)
      body[this.#one(['__proto__', 'constructor', 'x', 'query', 'variables', ''])] = this.#one(VALUES);
    return body;
  }

  #queryString(): string {
    const body = this.#body();
    if (typeof body !== 'object' || body === null) return String(body).slice(0, 100);
    const given = Object.entries(body).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]);
    const text = String(new URLSearchParams(given));
    return this.#chance() < 0.8 ? text : this.#broken(Buffer.from(text)).toString('latin1').replaceAll(/[\s]/g, '');
  }

  /** The value with some parts changed, at any depth. */
  #changed(value: unknown): unknown {
    if (this.#chance() < 0.15 || typeof value !== 'object' || value === null)
      return this.#chance() < 0.4 ? this.#one(VALUES) : value;
    if (Array.isArray(value)) return value.map((item) => this.#changed(item));
    const entries = Object.entries(value).map(([name, item]) => [
      this.#mostly(name, ['unknown', '__proto__', '']),
      this.#changed(item),
    ]);
    return Object.fromEntries(entries);
  }

  /** The text with some words changed, left out or doubled. */
  #document(query: string): string {
    const words = query.match(/[\w$@.]+|"[^"]*"|\S|\s+/g) ?? [];
    for (let left = 1 + this.#chance() * 3; left > 0; left -= 1) {
      const at = Math.floor(this.#chance() * words.length);
      words.splice(
        at,
        this.#chance() < 0.5 ? 1 : 0,
        ...(this.#chance() < 0.7
          ? [
              this.#one([
                ...words,
                '{',
                '}',
                '...',
                '$x',
                '__schema',
                '"',
                '@skip(if: null)',
                'mutation',
                '-1',
                '99999999999',
              ]),
            ]
          : []),
      );
    }
    return words.join('');
  }
}
