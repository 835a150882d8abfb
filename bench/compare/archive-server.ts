import { existsSync } from 'node:fs';
import { join } from 'node:path';
import postgres from 'postgres';
import { startEmbeddedPostgres } from '../../src/store/embedded.ts';
import { isServing, readPostmaster } from '../../src/store/embedded/postmaster.ts';
import { fillArchive } from '../archive/fill.ts';
import { openArchive } from '../query/archive.ts';
import { add, countStatements, removeAdditions } from './addition.ts';
import type { MeasuredArchive } from '../query/archive.ts';

/** A filled archive with its database server, for this comparison alone. */
export interface ArchiveServer {
  readonly dataFolder: string;
  readonly url: string;
  /** The process whose children are all that the database does. */
  readonly postmaster: number;
  readonly sql: postgres.Sql;
  readonly articles: number;
}

/** Generates the archive unless the folder has one. Throws when somebody else has it open. */
export async function prepareArchive(dataFolder: string, articles: number): Promise<void> {
  const data = join(dataFolder, 'postgres');
  if (!existsSync(data)) await fillArchive({ url: null, dataFolder, articles });
  const running = readPostmaster(data);
  if (running !== null && isServing(data, running))
    throw new Error(`The archive in ${dataFolder} is in use. Measure a copy of it, or later.`);
}

/**
 * Starts the archive's server, with what others need added for as long as the work takes when `forOthers`, and with a
 * counter of statements in any case. What an earlier run may have left is taken away first.
 */
export async function withArchive<Result>(
  dataFolder: string,
  forOthers: boolean,
  work: (archive: ArchiveServer) => Promise<Result>,
): Promise<Result> {
  const server = await startEmbeddedPostgres({ dataFolder, settings: ['shared_preload_libraries=pg_stat_statements'] });
  const sql = postgres(server.url, {
    max: 1,
    fetch_types: false,
    onnotice() {
      /* nothing to tell */
    },
    connection: { application_name: 'compare' },
  });
  try {
    await lookInto({ dataFolder }, () => Promise.resolve()); // An archive of an earlier version is brought to the newest tables.
    await removeAdditions(sql);
    await countStatements(sql);
    if (forOthers) await add(sql);
    const [counted] = await sql<{ articles: number }[]>`select count(*)::int as articles from articles`;
    return await work({
      dataFolder,
      url: server.url,
      postmaster: readPostmaster(join(dataFolder, 'postgres'))!.pid,
      sql,
      articles: counted!.articles,
    });
  } finally {
    await removeAdditions(sql);
    await sql.end({ timeout: 5 });
    await server.stop();
  }
}

/** Lets the work look into the archive as loaders do, for what to ask. */
export async function lookInto<Result>(
  { dataFolder }: Pick<ArchiveServer, 'dataFolder'>,
  work: (archive: MeasuredArchive) => Promise<Result>,
): Promise<Result> {
  const archive = await openArchive(dataFolder);
  try {
    return await work(archive);
  } finally {
    await archive.database.close();
  }
}
