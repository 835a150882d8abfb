import type { GraphQLSchema } from 'graphql';
import { createRandom } from '../../bench/random.ts';
import type { Random } from '../../bench/random.ts';
import { HOSTILE_TEXTS } from '../support/hostile-text.ts';
import { randomDocument } from './random-document.ts';
import type { Pool } from './random-document.ts';

/** The body of a POST. */
export type HostileRequest = Readonly<Record<string, unknown>>;

/** The pool with hostile texts among the good values of every argument. */
export function hostilePool(pool: Pool, seed: number): Pool {
  const random = createRandom(seed);
  return Object.fromEntries(
    Object.entries(pool).map(([name, values]) => [
      name,
      values.every((value) => typeof value === 'string')
        ? [...values, ...HOSTILE_TEXTS.filter(() => random.chance(0.1))]
        : values,
    ]),
  );
}

/** A request that is mostly well formed and wrong in one or two places; the same seed always gives the same one. */
export function hostileRequest(schema: GraphQLSchema, pool: Pool, seed: number): HostileRequest {
  const random = createRandom(seed);
  const { text, operations } = randomDocument(schema, hostilePool(pool, seed), seed);
  const {
    operationName,
    variables: [variables],
  } = random.pick(operations);
  const request: Record<string, unknown> = { query: text, variables, operationName };
  for (let count = random.int(0, 2); count > 0; count -= 1) random.pick(FAULTS)(request, random);
  return request;
}

type Fault = (request: Record<string, unknown>, random: Random) => void;

const FAULTS: readonly Fault[] = [
  function loseVariable(request) {
    const [name] = Object.keys(variablesOf(request));
    if (name !== undefined) request['variables'] = { ...variablesOf(request), [name]: undefined };
  },
  function changeVariable(request, random) {
    const names = Object.keys(variablesOf(request));
    if (names.length > 0)
      request['variables'] = { ...variablesOf(request), [random.pick(names)]: hostileValue(random, 3) };
  },
  function addVariable(request, random) {
    request['variables'] = { ...variablesOf(request), [random.pick(HOSTILE_TEXTS)]: hostileValue(random, 3) };
  },
  function replaceVariables(request, random) {
    request['variables'] = hostileValue(random, 2);
  },
  function cutDocument(request, random) {
    const { query } = request;
    if (typeof query === 'string') request['query'] = query.slice(0, random.int(0, query.length));
  },
  function spoilDocument(request, random) {
    const { query } = request;
    if (typeof query !== 'string') return;
    const at = random.int(0, query.length);
    request['query'] =
      query.slice(0, at) +
      random.pick([...HOSTILE_TEXTS, '{', '}', '(', ')', '$', '@', '...', '"""', '#', '!']) +
      query.slice(at + random.int(0, 3));
  },
  function misspellWord(request, random) {
    const { query } = request;
    if (typeof query !== 'string') return;
    const words = [...query.matchAll(/[A-Za-z]{3,}/gu)];
    if (words.length === 0) return;
    const { index, 0: word } = random.pick(words);
    request['query'] = `${query.slice(0, index)}${word}s${query.slice(index + word.length)}`;
  },
  function changeOperation(request, random) {
    const { query } = request;
    if (typeof query === 'string')
      request['query'] = `${random.pick(['mutation', 'subscription', 'query A { __typename } query', ''])} ${query}`;
  },
  function misnameOperation(request, random) {
    request['operationName'] = random.pick([...HOSTILE_TEXTS, 'Operation9', 7, {}]);
  },
  function addKey(request, random) {
    request[random.pick(['extensions', 'id', 'documentId', '__proto__', 'doc_id', 'query2'])] = hostileValue(random, 2);
  },
];

function variablesOf(request: HostileRequest): Readonly<Record<string, unknown>> {
  const { variables } = request;
  return typeof variables === 'object' && variables !== null ? (variables as Readonly<Record<string, unknown>>) : {};
}

function hostileValue(random: Random, depth: number): unknown {
  const kind = random.int(0, depth > 0 ? 7 : 5);
  switch (kind) {
    case 0:
      return null;
    case 1:
      return random.chance(0.5);
    case 2:
      return random.pick([0, -1, 1.5, 2 ** 31, -(2 ** 31) - 1, 1e308, 101]);
    case 3:
      return random.pick(HOSTILE_TEXTS);
    case 4:
      return random.pick(HOSTILE_TEXTS).repeat(random.int(1, 400));
    case 5:
      return random.pick(['2024-03-01', '2024-02-30', 'ASC', 'NAME', 'PERSON', 'yunxi-bao']);
    case 6:
      return Array.from({ length: random.int(0, 120) }, () => hostileValue(random, depth - 1));
    default:
      return Object.fromEntries(
        Array.from({ length: random.int(0, 40) }, () => [random.pick(HOSTILE_TEXTS), hostileValue(random, depth - 1)]),
      );
  }
}
