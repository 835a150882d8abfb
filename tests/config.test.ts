import { availableParallelism } from 'node:os';
import { describe, expect, test } from 'vitest';
import postgres from 'postgres';
import { readConfig, defaultPoolSize } from '../src/config.ts';
import { ConfigError } from '../src/config/variable.ts';

function messageOf(env: Record<string, string>): string {
  try {
    readConfig(env);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as Error).message;
  }
  return 'none';
}

test('no variable is required', () => {
  const config = readConfig({});
  expect(config).toMatchObject({
    databaseUrl: null,
    host: '127.0.0.1',
    port: 4000,
    graphiql: true,
    corsOrigins: [],
    prepare: true,
  });
  expect(config.dataFolder).toBe(`${process.cwd()}/.banmian`);
  expect(config.seedsFolder).toMatch(/\/seeds$/);
  expect(Object.isFrozen(config)).toBe(true);
});

test.each([
  [1, 5],
  [2, 5],
  [4, 9],
  [8, 17],
  [64, 20],
])('a machine with %i cores has %i connections by default', (cores, connections) => {
  expect(defaultPoolSize(cores)).toBe(connections);
  expect(readConfig({}).poolSize).toBe(defaultPoolSize(availableParallelism()));
});

test('an empty variable counts as unset', () => {
  expect(readConfig({ DATABASE_URL: '', PORT: '', BANMIAN_PREPARE: '', BANMIAN_CORS_ORIGINS: '' })).toEqual(
    readConfig({}),
  );
});

test('variables that are set are read', () => {
  const config = readConfig({
    PORT: '0',
    BANMIAN_GRAPHIQL: 'false',
    BANMIAN_CORS_ORIGINS: 'https://a.example, http://localhost:5173',
    BANMIAN_DATA: '/tmp/x',
  });
  expect(config).toMatchObject({
    port: 0,
    graphiql: false,
    corsOrigins: ['https://a.example', 'http://localhost:5173'],
    dataFolder: '/tmp/x',
  });
});

for (const [name, value, accepted] of [
  ['PORT', '70000', 'whole number from 0 to 65535'],
  ['PORT', '4e3', 'whole number'],
  ['HOST', '127.0.0.1:4000', 'without a port'],
  ['LOG_LEVEL', 'verbose', 'trace, debug, info'],
  ['BANMIAN_GRAPHIQL', 'yes', 'true, false'],
  ['BANMIAN_POOL_SIZE', '0', 'from 1 to 100'],
  ['BANMIAN_MAX_BODY_BYTES', '-1', 'whole number'],
  ['BANMIAN_CORS_ORIGINS', 'https://a.example/', 'origins without a path'],
  ['BANMIAN_DOCUMENTS_ONLY', 'true', 'BANMIAN_DOCUMENTS must then name the folder'],
] as const) {
  test(`${name}=${value} is refused, and the message says what is accepted`, () => {
    const message = messageOf({ [name]: value });
    expect(message).toContain(name);
    expect(message).toContain(accepted);
    expect(message).not.toContain('\n');
  });
}

test('a wrong DATABASE_URL is refused without repeating what may hold a password', () => {
  const message = messageOf({ DATABASE_URL: 'mysql://me:geheim@host/db' });
  expect(message).toContain('DATABASE_URL');
  expect(message).not.toContain('geheim');
});

describe('no part of a password in DATABASE_URL is printed', () => {
  test.each([
    'ge/heim',
    '1/heim',
    'ge#heim',
    '1#heim',
    'ge?heim',
    '1?heim',
    'ge%heim',
    'ge@he/im',
    '1/he@im',
    'ge@he#im',
    'ge@1/heim',
    'ge@he?im',
    '%',
    '/',
    'ge%2',
    '#@/?%',
  ])('%s is refused, with the advice to percent-encode it', (password) => {
    const message = messageOf({ DATABASE_URL: `postgres://me:${password}@db.example:5432/news` });
    expect(message).toBe(
      'DATABASE_URL must be an address such as postgres://user:password@host:5432/banmian; ' +
        'in a user or a password, / # ? @ : and % are written %2F %23 %3F %40 %3A and %25.',
    );
  });

  test.each(['ge@heim', '@', 'a@b@c', 'ge:heim', 'ge%2Fheim', '%23%3F%40', 'g[e]', 'g e', '密码', '&=+;$,!'])(
    '%s is understood',
    (password) => {
      const { databaseUrl } = readConfig({ DATABASE_URL: `postgres://me:${password}@db.example:5432/news` });
      const { options } = postgres(databaseUrl!);
      expect({ ...options, pass: options.pass }).toMatchObject({
        user: 'me',
        pass: decodeURIComponent(password),
        host: ['db.example'],
        port: [5432],
        database: 'news',
      });
    },
  );
});

test('a misspelt BANMIAN_ variable is refused', () => {
  expect(messageOf({ BANMIAN_MAX_DEPHT: '9' })).toContain('BANMIAN_MAX_DEPHT');
});
