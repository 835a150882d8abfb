import { migrate } from '../store/migrate.ts';
import { reindex } from '../store/reindex.ts';
import { expectNoArgs, type Command } from './command.ts';
import { withDatabase } from './with-database.ts';

export const reindexArchive: Command = {
  help: `Usage: banmian reindex

Works out anew, in one transaction, what is derived from the stored facts: who held which office when, and what a search
finds. Every import keeps this up by itself; reindex is for rows that came into the tables in another way.

DATABASE_URL names the database; without it the private one under BANMIAN_DATA is used, also while a gateway runs on it.`,

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
