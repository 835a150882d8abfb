import { openDatabase } from '../../src/store/database.ts';
import type { Database } from '../../src/store/database.ts';
import { migrate } from '../../src/store/migrate.ts';
import type { QueryClient } from '../../src/store/query-pool.ts';

/** A statement as it was sent. */
export interface SentStatement {
  readonly text: string;
  readonly parameters: readonly (string | number | null)[];
}

/** A filled archive to be measured, that writes down what is asked of it. */
export interface MeasuredArchive {
  readonly name: string;
  readonly database: Database;
  /** The connections for loaders. */
  readonly queries: QueryClient;
  /** What was sent since the last call. */
  takeSent(): SentStatement[];
}

/** Opens the private database of a data folder, with the connections that the gateway would have. */
export async function openArchive(dataFolder: string): Promise<MeasuredArchive> {
  const database = await openDatabase({ url: null, dataFolder, poolSize: 4, prepare: true });
  // An archive that an earlier version filled: what is derived is then worked out anew, which takes its time.
  await migrate(database);
  let sent: SentStatement[] = [];
  const logged: QueryClient = {
    options: database.queries.options,
    unsafe(text, parameters, options) {
      sent.push({ text, parameters });
      return database.queries.unsafe(text, parameters, options);
    },
  };
  const [counted] = await database.sql<{ articles: number }[]>`select count(*)::int as articles from articles`;
  return {
    name: `${counted!.articles.toLocaleString('en')} articles`,
    database,
    queries: logged,
    takeSent() {
      const taken = sent;
      sent = [];
      return taken;
    },
  };
}
