import { migrate } from '../store/migrate.ts';
import { reindex } from '../store/reindex.ts';
import { expectNoArgs, type Command } from './command.ts';
import { withDatabase } from './with-database.ts';

export const reindexArchive: Command = {
  help: `Usage: banmian reindex

Derives again, in one transaction, what depends on the stored facts: who held which office when, who was
present with whom, and what a search finds. Every import keeps this up to date; reindex is for rows that
came into the tables in another way.

DATABASE_URL names the database. Without it the private one under BANMIAN_DATA is used, also while a
gateway runs on it.`,

  async run(args, terminal) {
    expectNoArgs(args);
    return withDatabase(terminal, terminal.readConfig(), async (database) => {
      await migrate(database);
      await reindex(database);
      terminal.print('Offices and search are up to date.');
      return 0;
    });
  },
};
