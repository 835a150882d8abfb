import type { Config } from '../config.ts';
import { openDatabase, type Database } from '../store/database.ts';
import type { Terminal } from './command.ts';

/** Opens the configured database, hands it over, and closes it in any case. */
export async function withDatabase<Result>(
  terminal: Terminal,
  { databaseUrl, dataFolder, poolSize, prepare }: Config,
  use: (database: Database) => Promise<Result>,
): Promise<Result> {
  const database = await openDatabase({ url: databaseUrl, dataFolder, poolSize, prepare, progress: terminal.warn });
  try {
    return await Promise.race([use(database), database.lost]);
  } finally {
    await database.close();
  }
}
