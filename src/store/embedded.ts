/** A private Postgres for those who name no database: real server programs from npm, one server per data folder. */
import { setTimeout as pause } from 'node:timers/promises';
import postgres from 'postgres';
import { findBinaries } from './embedded/binaries.ts';
import { EmbeddedPostgresError } from './embedded/embedded-postgres-error.ts';
import { prepareHome, readPassword } from './embedded/home.ts';
import type { Home } from './embedded/home.ts';
import { isServing, readPostmaster } from './embedded/postmaster.ts';
import { createCluster, hasCluster, SERVER_USER, startServer, stopServer } from './embedded/server.ts';
import { withStartLock } from './embedded/start-lock.ts';
import { userList } from './embedded/user-list.ts';

/** A server found running may still be starting, or recovering from a kill. */
const ADOPTION_PATIENCE_MS = 60_000;

export interface EmbeddedPostgres {
  readonly url: string;
  /** Stops the server, unless another process that lives uses it too. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  /** The server's files are kept in its folder `postgres`. */
  readonly dataFolder: string;
  /** Takes lines for the terminal when something takes time. */
  readonly progress?: ((line: string) => void) | undefined;
  /** Server settings as `name=value`. */
  readonly settings?: readonly string[];
}

/**
 * Starts the data folder's server, or joins the one that runs: another gateway's, or one that a killed process left.
 * Any number of processes may call it at the same time. Throws an EmbeddedPostgresError.
 */
export async function startEmbeddedPostgres({ dataFolder, progress = () => {}, settings = [] }: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const home = prepareHome(dataFolder);
  const users = userList(home.users);
  return withStartLock(home.lock, async () => {
    const password = readPassword(home);
    const binaries = await findBinaries(home.folder, home.account);
    let url = await urlOfRunning(home, password);
    if (url === null) {
      if (!hasCluster(home)) {
        progress(`creating a private Postgres in ${home.data}`);
        await createCluster(home, binaries);
      }
      progress('starting the private Postgres');
      await startServer(home, binaries, settings);
      url = await urlOfRunning(home, password);
      if (url === null) throw new EmbeddedPostgresError(`The private Postgres in ${home.data} ended right after its start.`);
    }
    const user = users.join();
    const stop = () => withStartLock(home.lock, async () => {
      const postmaster = readPostmaster(home.data);
      if (users.leave(user) && postmaster !== null && isServing(home.data, postmaster)) await stopServer(home, binaries);
    });
    return { url, stop };
  });
}

async function urlOfRunning(home: Home, password: string): Promise<string | null> {
  for (const deadline = Date.now() + ADOPTION_PATIENCE_MS; ; await pause(100)) {
    const postmaster = readPostmaster(home.data);
    if (postmaster === null || !isServing(home.data, postmaster)) return null;
    const url = `postgres://${SERVER_USER}:${password}@127.0.0.1:${postmaster.port}/postgres`;
    if (await answers(url)) return url;
    if (Date.now() > deadline) throw new EmbeddedPostgresError(`The private Postgres in ${home.data} (process ${postmaster.pid}) does not answer.`);
  }
}

async function answers(url: string): Promise<boolean> {
  const sql = postgres(url, { max: 1, connect_timeout: 2, fetch_types: false, onnotice() { /* nothing to tell */ } });
  try {
    await sql`select 1`;
    return true;
  } catch {
    return false;
  } finally {
    await sql.end({ timeout: 1 });
  }
}
