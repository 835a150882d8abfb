import { migrate } from '../store/migrate.ts';
import { expectNoArgs, type Command } from './command.ts';
import { count } from './page-report.ts';
import { withDatabase } from './with-database.ts';

export const migrateDatabase: Command = {
  help: `Usage: banmian migrate

Applies the migrations that the database does not have yet. It is safe to repeat, and to run from several
places at once. DATABASE_URL names the database; without it the private one under BANMIAN_DATA is started,
migrated and stopped.`,

  async run(args, terminal) {
    expectNoArgs(args);
    return withDatabase(terminal, terminal.readConfig(), async (database) => {
      const applied = await migrate(database);
      terminal.print(applied === 0 ? 'The tables are up to date.' : `Applied ${count(applied, 'migration')}.`);
      return 0;
    });
  },
};
