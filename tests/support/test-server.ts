import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '../../src/store/database.ts';
import { startEmbeddedPostgres } from '../../src/store/embedded.ts';
import { migrate } from '../../src/store/migrate.ts';
import { databaseUrl } from './database-url.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    serverUrl: string;
    templateName: string;
  }
}

/**
 * One server a run, with a migrated database that every test database is copied from. `TEST_DATABASE_URL` names another
 * server.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { url, stop } = await startServer();
  const templateName = `banmian_template_${process.pid}_${Date.now()}`;
  const admin = postgres(url, {
    max: 1,
    onnotice() {
      /* nothing to tell */
    },
  });
  const end = async () => {
    await admin.unsafe(`drop database if exists ${templateName} with (force)`);
    await admin.end();
    await stop();
  };
  try {
    await admin.unsafe(`create database ${templateName}`);
    const template = await openDatabase({
      url: databaseUrl(url, templateName),
      dataFolder: '',
      poolSize: 1,
      prepare: true,
    });
    await migrate(template);
    await template.close();
  } catch (error) {
    await end(); // Nobody else would stop the server.
    throw error;
  }
  project.provide('serverUrl', url);
  project.provide('templateName', templateName);
  return end;
}

async function startServer(): Promise<{ url: string; stop(): Promise<void> }> {
  const url = process.env['TEST_DATABASE_URL'];
  if (url !== undefined && url !== '') return { url, stop: () => Promise.resolve() };
  const dataFolder = mkdtempSync(join(tmpdir(), 'banmian-test-'));
  chmodSync(dataFolder, 0o755); // As root the server runs as another user.
  const settings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200'];
  const server = await startEmbeddedPostgres({ dataFolder, settings });
  return {
    url: server.url,
    async stop() {
      await server.stop();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
