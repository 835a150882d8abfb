/**
 * A private Postgres for users who configure no database: server programs from npm, one server for each data folder.
 */
import { setTimeout as pause } from 'node:timers/promises';
import postgres from 'postgres';
import { findBinaries } from './embedded/binaries.ts';
import { EmbeddedPostgresError } from './embedded/embedded-postgres-error.ts';
import { prepareHome, readPassword } from './embedded/home.ts';
import type { Home } from './embedded/home.ts';
import { isServing, readPostmaster } from './embedded/postmaster.ts';
import { createCluster, hasCluster, SERVER_USER, startServer, stopServer } from './embedded/server.ts';
import { withStartLock } from './embedded/start-lock.ts';
import { supervise } from './embedded/supervision.ts';
import { userList } from './embedded/user-list.ts';

/** How long a running server may take to answer: it may still be starting, or recovering from a crash. */
const ADOPTION_PATIENCE_MS = 60_000;

export interface EmbeddedPostgres {
  readonly url: string;
  /** Rejects with an EmbeddedPostgresError when the server has ended and cannot be started again. */
  readonly lost: Promise<never>;
  /**
   * Stops the server unless another running process uses it. A server that does not stop within `seconds` is left
   * running.
   */
  stop(seconds?: number): Promise<void>;
}

export interface EmbeddedOptions {
  /** The server keeps its files in the folder `postgres` in it. */
  readonly dataFolder: string;
  /** Is called with a line for the terminal when something takes long. */
  readonly progress?: ((line: string) => void) | undefined;
  /** Server settings as `name=value`. */
  readonly settings?: readonly string[];
}

/**
 * Starts the server of the data folder, or joins the one that runs: that of another gateway, or one that a killed
 * process left. Any number of processes may call this at the same time. Until `stop` is called, a server that ends is
 * started again at the same address, by the first of its processes to notice.
 * @throws EmbeddedPostgresError when the server cannot be started
 */
export async function startEmbeddedPostgres({
  dataFolder,
  progress = () => {},
  settings = [],
}: EmbeddedOptions): Promise<EmbeddedPostgres> {
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
      if (url === null)
        throw new EmbeddedPostgresError(`The private Postgres in ${home.data} ended right after its start.`);
    }
    const user = users.join();
    const address = url;
    const port = Number(new URL(address).port);
    const supervision = supervise({
      isRunning: () => isServingAt(home, port),
      start: () =>
        withStartLock(home.lock, async () => {
          if (readPostmaster(home.data)?.port !== port || (await urlOfRunning(home, password)) === null)
            await startServer(home, binaries, settings, port);
          if ((await urlOfRunning(home, password)) !== address)
            throw new EmbeddedPostgresError(`The private Postgres in ${home.data} ended right after its start.`);
        }),
      progress,
    });
    return {
      url: address,
      lost: supervision.lost,
      async stop(seconds) {
        await supervision.end();
        const leave = async (): Promise<void> => {
          if (!users.leave(user) || !isServingAt(home, port)) return;
          await stopServer(home, binaries, seconds).catch(() => {
            const pid = readPostmaster(home.data)?.pid ?? '?';
            progress(`The private Postgres in ${home.data} (process ${pid}) does not stop; it is left running.`);
          });
        };
        // On a full disk the lock cannot be written either, but then nothing else is.
        await withStartLock(home.lock, leave).catch((error: unknown) =>
          isDiskFull(error) ? leave() : Promise.reject(error as Error),
        );
      },
    };
  });
}

function isDiskFull(error: unknown): boolean {
  return error instanceof Error && ['ENOSPC', 'EDQUOT'].includes((error as NodeJS.ErrnoException).code ?? '');
}

function isServingAt(home: Home, port: number): boolean {
  const postmaster = readPostmaster(home.data);
  return postmaster !== null && postmaster.port === port && isServing(home.data, postmaster);
}

async function urlOfRunning(home: Home, password: string): Promise<string | null> {
  for (const deadline = Date.now() + ADOPTION_PATIENCE_MS; ; await pause(100)) {
    const postmaster = readPostmaster(home.data);
    if (postmaster === null || !isServing(home.data, postmaster)) return null;
    const url = `postgres://${SERVER_USER}:${password}@127.0.0.1:${postmaster.port}/postgres`;
    if (await answers(url)) return url;
    if (Date.now() > deadline)
      throw new EmbeddedPostgresError(
        `The private Postgres in ${home.data} (process ${postmaster.pid}) does not answer.`,
      );
  }
}

async function answers(url: string): Promise<boolean> {
  const sql = postgres(url, {
    max: 1,
    connect_timeout: 2,
    fetch_types: false,
    onnotice() {
      /* nothing to tell */
    },
  });
  try {
    await sql`select 1`;
    return true;
  } catch {
    return false;
  } finally {
    await sql.end({ timeout: 1 });
  }
}
