import { listJudgements } from '../store/judgement/judgement-row.ts';
import { migrate } from '../store/migrate.ts';
import { expectNoArgs, type Command } from './command.ts';
import { describeJudgement } from './judgement-line.ts';
import { withDatabase } from './with-database.ts';

const MAX_LISTED = 1_000;

export const conflicts: Command = {
  help: `Usage: banmian conflicts

Lists judgements that are kept but not applied, and why: the page was removed, its text or what is read in
it has changed, or what the new value names is gone. The latest ${MAX_LISTED} are shown. When what is
missing comes back, a judgement is applied again by itself; else judge anew, and undo the old one.

DATABASE_URL names the database. Without it the private one under BANMIAN_DATA is used, also while a
gateway runs on it.`,

  async run(args, terminal) {
    expectNoArgs(args);
    return withDatabase(terminal, terminal.readConfig(), async (database) => {
      await migrate(database);
      const found = await listJudgements(database, { limit: MAX_LISTED, conflicts: true });
      for (const one of found) for (const line of describeJudgement(one)) terminal.print(line);
      if (found.length === 0) terminal.print('There are no conflicts.');
      return 0;
    });
  },
};
