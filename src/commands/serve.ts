import { realpath } from 'node:fs/promises';
import type { Config } from '../config.ts';
import { openArchiveGateway, type ArchiveGateway } from '../http/archive-gateway.ts';
import { createLog, type Log } from '../http/log.ts';
import { startServer, type Server } from '../http/server.ts';
import { ingestPaths } from '../ingest.ts';
import { openDatabase, type Database } from '../store/database.ts';
import { migrate } from '../store/migrate.ts';
import { expectNoArgs, type Command, type Terminal } from './command.ts';
import { progressReporter } from './page-progress.ts';
import { count } from './page-report.ts';
import { stopSignal } from './stop-signal.ts';

export const serve: Command = {
  help: `Usage: banmian serve

Starts the gateway: opens the database (a private Postgres without DATABASE_URL), applies migrations,
imports the seed pages that are new and answers GraphQL at http://HOST:PORT/graphql until it is told to
stop (Ctrl-C or SIGTERM). Then it refuses new queries, lets those in flight end and closes the database; a
second signal ends it at once. If the archive is empty because pages could not be imported, it ends with
exit code 1 instead.

Progress goes to standard output, one JSON line a request to standard error. docs/configuration.md has
the variables.`,

  async run(args, terminal) {
    expectNoArgs(args);
    const config = terminal.readConfig();
    const stopped = stopSignal(config.isUnderNpm);
    const log = createLog(config.logLevel);
    // An executor stops at the first error that leaves null for a list, and does not wait for what else of the list is
    // in flight. When that fails too, Node would end the process.
    process.on('unhandledRejection', (cause) => log.warn({ err: cause }, 'failed after its answer was given up'));
    const server = await startServer(config, log);
    let database: Database | undefined;
    let archive: ArchiveGateway | undefined;
    try {
      database = await open(config, terminal, log);
      archive = await openArchiveGateway({ database, config, log });
      const isStopped = await Promise.race([
        start(server, database, archive, config, terminal).then(() => false),
        stopped.then(() => true),
        database.lost,
      ]);
      if (!isStopped) await Promise.race([stopped, database.lost]);
      terminal.print('Stopping: letting queries under way end.');
      void database.check(); // What waits for a database that hangs fails now.
    } finally {
      await server.drain(config.drainSeconds);
      await archive?.close();
      await database?.close();
    }
    return 0;
  },
};

function open(config: Config, terminal: Terminal, log: Log): Promise<Database> {
  return openDatabase({
    ...config,
    url: config.databaseUrl,
    progress: terminal.print,
    availability: {
      onLost: (cause) => log.error({ err: cause }, 'the database does not answer: queries are refused until it does'),
      onFound: () => log.warn('the database answers again'),
    },
  });
}

/**
 * Starts answering when there is something to answer from. Pages that cannot be imported do not keep an archive from
 * being served. But an archive that is empty for that reason is of no use: the process ends, so that its supervisor
 * notices.
 */
async function start(
  server: Server,
  database: Database,
  archive: ArchiveGateway,
  config: Config,
  terminal: Terminal,
): Promise<void> {
  const applied = await migrate(database);
  terminal.print(applied === 0 ? 'The tables are up to date.' : `Applied ${count(applied, 'migration')}.`);
  // A configured link means the folder that it leads to; links inside are not followed.
  const seeds = await realpath(config.seedsFolder).catch(() => config.seedsFolder);
  const summary = await ingestPaths(database, [seeds], { progress: progressReporter(terminal) });
  const failed = summary.refused + summary.failed;
  if (failed > 0 && (await isEmpty(database))) {
    throw new EmptyArchiveError(
      `The archive is empty: nothing in ${config.seedsFolder} could be imported (${count(failed, 'failure')}).`,
    );
  }
  server.open(archive.gateway, archive.faultOf, failed > 0 ? { failedPages: failed } : {});
  terminal.print(
    `Banmian is ready: ${server.url}${failed > 0 ? ` (${count(failed, 'seed page')} could not be imported)` : ''}`,
  );
}

/** There is nothing to serve; the message is one sentence for the terminal. */
class EmptyArchiveError extends Error {
  override readonly name = 'EmptyArchiveError';
}

async function isEmpty({ sql }: Database): Promise<boolean> {
  return (await sql`select from pages limit 1`).length === 0;
}
