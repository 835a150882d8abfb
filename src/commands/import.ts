import { ingestPaths } from '../ingest.ts';
import { migrate } from '../store/migrate.ts';
import { readWords, UsageError, type Command } from './command.ts';
import { tellProgress } from './page-progress.ts';
import { count } from './page-report.ts';
import { withDatabase } from './with-database.ts';

export const importPages: Command = {
  help: `Usage: banmian import PATH...

Imports page files, and of folders every .txt file in them. NAME.issue.json beside NAME.txt says what the page does not
print: the publication, the day. Without it a page that prints no publication goes to one named unknown. Each page is stored
wholly or not at all; one that is stored already and has not changed writes nothing. A page that cannot be read is reported, the others still go in; the exit code is then 1.

Of up to 200 pages each is told of; of more, how far the import is. One that was cut off goes on where it stopped when it is
started again.

DATABASE_URL names the database; without it the private one under BANMIAN_DATA is used, also while a gateway runs on it.`,

  async run(words, terminal) {
    const { positionals } = readWords(words, {});
    if (positionals.length === 0) throw new UsageError('Name at least one file or folder.');
    return withDatabase(terminal, terminal.readConfig(), async (database) => {
      await migrate(database);
      const { imported, unchanged, failed } = await ingestPaths(database, positionals, { progress: tellProgress(terminal) });
      const isNothing = imported + unchanged + failed === 0;
      if (isNothing) terminal.warn('No .txt file was found.');
      else terminal.print(`${count(imported, 'page')} imported, ${unchanged} unchanged, ${failed} failed.`);
      return isNothing || failed > 0 ? 1 : 0;
    });
  },
};
