import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { inject } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { openDatabase } from '../../src/store/database.ts';
import type { Database } from '../../src/store/database.ts';
import { databaseUrl } from './database-url.ts';

export interface TestDatabase extends Database {
  /** Does this before the database is dropped. */
  onDrop(work: () => Promise<void>): void;
  /** Closes it and removes it from the server. */
  drop(): Promise<void>;
}

/** A new database on the run's server, opened as `serve` opens it: migrated and empty. */
export function createTestDatabase(): Promise<TestDatabase> {
  return create(`template ${inject('templateName')}`);
}

/** A new database on the run's server without any tables. */
export function createBareDatabase(): Promise<TestDatabase> {
  return create('');
}

async function create(source: string): Promise<TestDatabase> {
  const name = `banmian_test_${randomBytes(8).toString('hex')}`;
  await onServer(`create database ${name} ${source}`);
  const { poolSize, prepare, statementTimeoutSeconds } = readConfig({});
  const database = await openDatabase({
    url: databaseUrl(inject('serverUrl'), name),
    dataFolder: '',
    poolSize,
    prepare,
    statementTimeoutSeconds,
  });
  const before: (() => Promise<void>)[] = [];
  return {
    ...database,
    onDrop: (work) => void before.push(work),
    async drop() {
      for (const work of before) await work();
      await database.close();
      await onServer(`drop database if exists ${name} with (force)`);
    },
  };
}

async function onServer(statement: string): Promise<void> {
  const admin = postgres(inject('serverUrl'), { max: 1, fetch_types: false });
  await admin.unsafe(statement);
  await admin.end();
}
