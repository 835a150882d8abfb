import { setTimeout as pause } from 'node:timers/promises';
import { buildSchema, getIntrospectionQuery, isObjectType } from 'graphql';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readConfig } from '../../../src/config.ts';
import { createGateway } from '../../../src/http/gateway.ts';
import type { QueryPlan } from '../../../src/query/query-plan.ts';
import { RequestError } from '../../../src/query/request-error.ts';
import { serveGateway } from '../../support/gateway.ts';
import type { TestGateway } from '../../support/gateway.ts';
import { startTinyGateway } from '../tiny-gateway.ts';

interface Context {
  readonly plan: QueryPlan | undefined;
}

const schema = buildSchema(`
  scalar Day
  enum Kind { PARTY COMPANY }
  interface Named { name: String! }
  type Body implements Named { name: String! kind: Kind day: Day parent: Body members: [Member!]! head: Named strange: Named late: String broken: String friends: [Body!]! }
  type Member implements Named { name: String! body: Body! }
  input Window { from: Int = 1, to: Int! }
  type Query {
    body(name: String = "云岫区", size: Int! = 2, window: Window): Body
    bodies: [Body!]!
    echo(word: String = "none", size: Int! = 2, window: Window): String!
    mistake: String
    slow: String
    unread: String
    hidden: String
  }
  type Mutation { add: Int! }
`);

let added = 0;
const member = (name: string) => ({ __typename: 'Member', name, body: () => ({ ...body('云岫区') }) });
const body = (name: string): object => ({
  __typename: 'Body',
  name,
  kind: name === '无类' ? 'NO_KIND' : 'PARTY',
  day: name === '无日' ? 'never' : '2031-05-06',
  parent: () => Promise.resolve(name === '云岫区' ? null : body('云岫区')),
  members: () => (name === '无人' ? [member('林澄'), member(null as never)] : [member('林澄'), member('白露')]),
  head: member('林澄'),
  strange: { __typename: 'Query', name: '?' },
  late: () =>
    pause(5).then(() => {
      throw new RequestError('BAD_ARGUMENT', 'Too late.');
    }),
  broken: () => {
    throw new RequestError('BAD_ARGUMENT', 'Broken.');
  },
  friends: () => [body('青禾'), body('青禾')],
});

const day = schema.getType('Day') as unknown as { serialize: (value: unknown) => unknown };
day.serialize = (value) => {
  if (value === 'never') throw new TypeError('There is no such day.');
  return value;
};
const resolvers: Readonly<Record<string, (args: never, context: Context) => unknown>> = {
  body: ({ name }: { name: string }) => body(name),
  bodies: () => [body('云岫区'), body('青禾')],
  echo: (args: object) => JSON.stringify(args),
  mistake: () => {
    throw new RequestError('BAD_ARGUMENT', 'No such page.');
  },
  slow: () => {
    throw Object.assign(new Error('canceling statement'), { code: '57014' });
  },
  unread: (_, { plan }) => {
    if (plan === undefined) return 'read after all';
    Object.defineProperty(plan, 'hasMissed', { value: true });
    return null;
  },
  hidden: () => {
    throw new Error('password=geheim');
  },
};
for (const [name, resolve] of Object.entries(resolvers)) {
  schema.getQueryType()!.getFields()[name]!.resolve = (_, args, context) => resolve(args as never, context as Context);
}
// As Pothos does.
for (const type of Object.values(schema.getTypeMap())) {
  if (!isObjectType(type) || type.name.startsWith('__')) continue;
  for (const field of Object.values(type.getFields())) {
    field.resolve ??= (parent: Readonly<Record<string, unknown>>) => {
      const value = parent[field.name];
      return typeof value === 'function' ? (value as () => unknown)() : value;
    };
  }
}
schema.getMutationType()!.getFields()['add']!.resolve = () => (added += 1);

let gateway: TestGateway;
/** How many answers were begun. */
let begun = 0;
beforeEach(async () => {
  gateway = await serveGateway(
    createGateway({
      schema,
      limits: readConfig({}),
      log: pino({ level: 'silent' }),
      createContext: (_, plan) => {
        begun += 1;
        return { plan, load: { nodesRead: () => new Set() } };
      },
    }),
  );
});
afterEach(() => gateway.close());

async function ask(query: string, variables?: object, operationName?: string): Promise<unknown> {
  begun = 0;
  return JSON.parse(await gateway.send({ query, variables, operationName }));
}

/** What all of the first four sights of a document are answered with. */
async function always(query: string, variables?: object): Promise<unknown> {
  const first = await ask(query, variables);
  for (let sight = 2; sight <= 4; sight += 1) expect(await ask(query, variables)).toEqual(first);
  return first;
}

test('an answer without errors is worked out once each time it is asked', async () => {
  const query =
    '{ bodies { name kind day parent { name } head { name ... on Member { body { name } } } members { name body { name } } } }';
  const first = await ask(query);
  expect(first).toMatchObject({
    data: {
      bodies: [{ name: '云岫区', parent: null, head: { body: { name: '云岫区' } } }, { parent: { name: '云岫区' } }],
    },
  });
  for (let sight = 2; sight <= 4; sight += 1) {
    expect(await ask(query)).toEqual(first);
    expect(begun).toBe(1);
  }
});

describe('several operations', () => {
  const query = 'query Far { bodies { name } } query Near($name: String!) { body(name: $name) { name } }';

  test('each operation is answered under its own name in any order', async () => {
    const far = { data: { bodies: [{ name: '云岫区' }, { name: '青禾' }] } };
    for (let round = 0; round < 3; round += 1) {
      expect(await ask(query, {}, 'Far')).toEqual(far);
      expect(await ask(query, { name: '青禾' }, 'Near')).toEqual({ data: { body: { name: '青禾' } } });
      expect(await ask(query, { name: '云岫区' }, 'Near')).toEqual({ data: { body: { name: '云岫区' } } });
    }
  });

  test.each([
    ['one that it does not have', 'Nowhere'],
    ['none', undefined],
  ])('%s is refused each time it is asked', async (_, name) => {
    for (let sight = 1; sight <= 3; sight += 1) {
      expect(await ask(query, {}, name)).toMatchObject({
        errors: [{ extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } }],
      });
      await ask(query, {}, 'Far');
    }
  });
});

test('the only operation needs no name, and may be asked for by it', async () => {
  const query = 'query Near { body(name: "青禾") { name } }';
  for (let sight = 1; sight <= 3; sight += 1) {
    for (const name of [undefined, 'Near'])
      expect(await ask(query, {}, name)).toEqual({ data: { body: { name: '青禾' } } });
  }
});

describe('variables', () => {
  const query =
    'query ($word: String = "default", $size: Int = 7, $to: Int!) { echo(word: $word, size: $size, window: { to: $to }) }';

  test('variables change from call to call', async () => {
    const cases = [
      [{ to: 1 }, { word: 'default', size: 7, window: { to: 1, from: 1 } }],
      [
        { to: 2, word: 'other', size: 0 },
        { word: 'other', size: 0, window: { to: 2, from: 1 } },
      ],
      [
        { to: 3, word: null },
        { word: null, size: 7, window: { to: 3, from: 1 } },
      ],
    ] as const;
    for (let round = 0; round < 3; round += 1) {
      for (const [variables, echoed] of cases) {
        const { data } = (await ask(query, variables)) as { data: { echo: string } };
        expect(JSON.parse(data.echo)).toEqual(echoed);
      }
    }
  });

  test.each<[string, object]>([
    ['missing', {}],
    ['null', { to: null }],
    ['of another type', { to: 'two' }],
    ['too large', { to: 2 ** 40 }],
    ['null where only a default stands in', { to: 1, size: null }],
  ])('wrong variables are refused alike each time: %s', async (_, variables) => {
    for (const given of [{ to: 1 }, variables]) await ask(query, given);
    const fresh = (await ask(`${query} # seen for the first time`, variables)) as { errors: unknown[] };
    expect(fresh.errors).toHaveLength(1);
    expect(await always(query, variables)).toEqual(fresh);
  });

  test('wrong variables are refused alike each time: null in an object, where only a default stands in', async () => {
    const nested = 'query ($to: Int = 1) { echo(window: { to: $to }) }';
    expect(await always(nested, { to: 2 })).toMatchObject({ data: { echo: expect.any(String) as string } });
    expect(await always(nested, { to: null })).toMatchObject({ errors: [{ path: ['echo'] }] });
  });

  test('wrong variables are refused alike each time: nested deeper than can be written down', async () => {
    const depth = 20_000;
    const nested = `{"query": "query ($isLong: Boolean!) { body { name @include(if: $isLong) } }", "variables": {"isLong": ${'['.repeat(depth)}${']'.repeat(depth)}}}`;
    for (let sight = 1; sight <= 4; sight += 1)
      expect(JSON.parse(await gateway.send(nested))).toMatchObject({
        errors: [{ message: expect.stringMatching(/^Variable "\$isLong" got invalid value/) as string }],
      });
  });

  test('missing variables leave arguments to their defaults', async () => {
    const { data } = (await always(
      'query ($word: String, $window: Window) { echo(word: $word, window: $window) }',
    )) as { data: { echo: string } };
    expect(JSON.parse(data.echo)).toEqual({ word: 'none', size: 2 });
  });
});

describe('errors', () => {
  test.each<[string, string, object]>([
    [
      'of a resolver',
      '{ bodies { name } mistake }',
      {
        data: { mistake: null },
        errors: [{ message: 'No such page.', path: ['mistake'], extensions: { code: 'BAD_ARGUMENT' } }],
      },
    ],
    [
      'that is hidden',
      '{ hidden }',
      { data: { hidden: null }, errors: [{ message: 'Unexpected error.', path: ['hidden'] }] },
    ],
    [
      'that leaves null up to what may be null',
      '{ bodies { name } body(name: "无人") { name members { name } } }',
      {
        data: { bodies: [{ name: '云岫区' }, { name: '青禾' }], body: null },
        errors: [{ path: ['body', 'members', 1, 'name'] }],
      },
    ],
    [
      'of an enum',
      '{ body(name: "无类") { name kind } }',
      { data: { body: { name: '无类', kind: null } }, errors: [{ path: ['body', 'kind'] }] },
    ],
    [
      'of a scalar',
      '{ body(name: "无日") { name day } }',
      { data: { body: { name: '无日', day: null } }, errors: [{ path: ['body', 'day'] }] },
    ],
    [
      'of a type',
      '{ body { name strange { name } } }',
      { data: { body: { strange: null } }, errors: [{ path: ['body', 'strange'] }] },
    ],
  ])('an error %s is the same each time', async (_, query, told) => {
    expect(await always(query)).toMatchObject(told);
  });

  test.each([
    ['beside it', 'broken'],
    ['in a list beside it', 'friends { late broken }'],
  ])('an error is the same each time when another %s has ended the answer before it', async (_, beside) => {
    const unheard: unknown[] = [];
    const hear = (cause: unknown) => void unheard.push(cause);
    process.on('unhandledRejection', hear);
    const { errors } = (await always(`{ body { name late ${beside} } }`)) as { errors: { message: string }[] };
    await pause(20);
    process.off('unhandledRejection', hear);
    expect(errors.map(({ message }) => message)).toContain('Broken.');
    expect(unheard).toEqual([]);
  });

  test('an error of validation is the same each time', async () => {
    expect(await always('{ bodies { price } }')).toMatchObject({
      errors: [{ message: expect.stringContaining('price') as string }],
    });
    expect(await always('{ bodies @defer { name } }')).toMatchObject({
      errors: [{ message: 'Unknown directive "@defer".' }],
    });
  });
});

test('a statement that ran out of time is not run again', async () => {
  for (let sight = 1; sight <= 4; sight += 1) {
    expect(await ask('{ slow }')).toMatchObject({ errors: [{ extensions: { code: 'TIMEOUT' } }] });
    expect(begun).toBe(1);
  }
});

test('a column that was not read at first is read after all, and directly from then on', async () => {
  const answer = { data: { unread: 'read after all' } };
  for (const times of [1, 2, 1, 1]) {
    expect(await ask('{ unread }')).toEqual(answer);
    expect(begun).toBe(times);
  }
});

test('a field that one of two selections skips is left out each time', async () => {
  const query = `query ($isShort: Boolean!) {
    body { parent: head { name } head { name ... on Member { body { name } } } ... @skip(if: $isShort) { head { ... on Member { body { kind } } } } }
  }`;
  for (let round = 0; round < 3; round += 1) {
    expect(await ask(query, { isShort: true })).toEqual({
      data: { body: { parent: { name: '林澄' }, head: { name: '林澄', body: { name: '云岫区' } } } },
    });
    expect(await ask(query, { isShort: false })).toMatchObject({
      data: { body: { head: { body: { kind: 'PARTY' } } } },
    });
  }
});

test('a null that a directive cannot take is refused each time', async () => {
  const query = 'query ($isLong: Boolean = true) { body { name @include(if: $isLong) } }';
  expect(await ask(query, { isLong: true })).toEqual({ data: { body: { name: '云岫区' } } });
  expect(await always(query, { isLong: null })).toMatchObject({
    errors: [{ message: 'Argument "if" of non-null type "Boolean!" must not be null.' }],
  });
});

test('introspection is answered the same each time', async () => {
  expect(await always(getIntrospectionQuery())).toMatchObject({ data: { __schema: { queryType: { name: 'Query' } } } });
  expect(await always('{ __typename __type(name: "Body") { fields { name } } body { __typename } }')).toMatchObject({
    data: { __typename: 'Query', body: { __typename: 'Body' } },
  });
});

test('a field may have a name that no property can have', async () => {
  const answer = '{"data":{"bodies":[{"__proto__":"云岫区"},{"__proto__":"青禾"}],"__proto__":{"name":"青禾"}}}';
  for (let sight = 1; sight <= 3; sight += 1)
    expect(await gateway.send({ query: '{ bodies { __proto__: name } __proto__: body(name: "青禾") { name } }' })).toBe(
      answer,
    );
});

test('a mutation runs once each time it is asked', async () => {
  added = 0;
  for (let sight = 1; sight <= 4; sight += 1) expect(await ask('mutation { add }')).toEqual({ data: { add: sight } });
});

test('a caller that leaves before the answer does no harm to the next', async () => {
  const tiny = await startTinyGateway();
  const query = '{ thing { name } held }';
  try {
    for (let sight = 1; sight <= 3; sight += 1) {
      const caller = new AbortController();
      const left = fetch(tiny.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
        signal: caller.signal,
      });
      setTimeout(() => caller.abort(), 50);
      await expect(left).rejects.toThrow();
      tiny.release();
      const answered = tiny.post(query);
      const release = setInterval(() => tiny.release(), 10);
      expect(await (await answered).json()).toEqual({ data: { thing: { name: '版面' }, held: 'released' } });
      clearInterval(release);
    }
  } finally {
    await tiny.server.drain(0);
  }
});
