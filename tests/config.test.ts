import { availableParallelism } from 'node:os';
import { expect, test } from 'vitest';
import { ConfigError, readConfig, usualPoolSize } from '../src/config.ts';

function messageOf(env: Record<string, string>): string {
  try {
    readConfig(env);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as Error).message;
  }
  return 'none';
}

test('nothing has to be set', () => {
  const config = readConfig({});
  expect(config).toMatchObject({ databaseUrl: null, host: '127.0.0.1', port: 4000, graphiql: true, corsOrigins: [], prepare: true });
  expect(config.dataFolder).toBe(`${process.cwd()}/.banmian`);
  expect(config.seedsFolder).toMatch(/\/seeds$/);
  expect(Object.isFrozen(config)).toBe(true);
});

test.each([[1, 5], [2, 5], [4, 9], [8, 17], [64, 20]])('a machine of %i cores has %i connections unless told otherwise', (cores, connections) => {
  expect(usualPoolSize(cores)).toBe(connections);
  expect(readConfig({}).poolSize).toBe(usualPoolSize(availableParallelism()));
});

test('an empty variable counts as unset', () => {
  expect(readConfig({ DATABASE_URL: '', PORT: '', BANMIAN_PREPARE: '', BANMIAN_CORS_ORIGINS: '' })).toEqual(readConfig({}));
});

test('what is set is read', () => {
  const config = readConfig({ PORT: '0', BANMIAN_GRAPHIQL: 'false', BANMIAN_CORS_ORIGINS: 'https://a.example, http://localhost:5173', BANMIAN_DATA: '/tmp/x' });
  expect(config).toMatchObject({ port: 0, graphiql: false, corsOrigins: ['https://a.example', 'http://localhost:5173'], dataFolder: '/tmp/x' });
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

test('a misspelt BANMIAN_ variable is refused', () => {
  expect(messageOf({ BANMIAN_MAX_DEPHT: '9' })).toContain('BANMIAN_MAX_DEPHT');
});
