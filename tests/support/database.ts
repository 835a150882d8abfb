import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { inject } from 'vitest';
import { openDatabase } from '../../src/store/database.ts';
import type { Database } from '../../src/store/database.ts';
import { databaseUrl } from './database-url.ts';

export interface TestDatabase extends Database {
  /** Closes it and removes it from the server. */
  drop(): Promise<void>;
}

/** A new database of the run's server: migrated, holding nothing. */
export function createTestDatabase(): Promise<TestDatabase> {
  return create(`template ${inject('templateName')}`);
}

/** A new database of the run's server in which nothing was ever made. */
export function createBareDatabase(): Promise<TestDatabase> {
  return create('');
}

async function create(source: string): Promise<TestDatabase> {
  const name = `banmian_test_${randomBytes(8).toString('hex')}`;
  await onServer(`create database ${name} ${source}`);
  const database = await openDatabase({ url: databaseUrl(inject('serverUrl'), name), dataFolder: '', poolSize: 4, prepare: true });
  return {
    ...database,
    async drop() {
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
