import { ingestPaths } from '../ingest.ts';
import { migrate } from '../store/migrate.ts';
import { readWords, UsageError, type Command } from './command.ts';
import { tellProgress } from './page-progress.ts';
import { count } from './page-report.ts';
import { withDatabase } from './with-database.ts';

export const importPages: Command = {
  help: `Usage: banmian import [--replace] PATH...

Imports page files, and of folders every .txt file in them. NAME.issue.json beside NAME.txt says what the page does not
print: the publication, the day. Without it a page that prints no publication goes to one named unknown. Each page is stored
wholly or not at all; one that is stored already and has not changed writes nothing. A page that cannot be read is reported,
the others still go in; the exit code is then 1.

A page is known by its publication, issue and number, then by its text. A corrected page takes the place of the earlier one; a
copy under another name is told of and not imported. Where one of two pages would be lost, the import of the second is refused,
and both are named.

  --replace   let a file take the place of the page of the same file name and issue though its text is quite another

Of up to 200 pages each is told of; of more, how far the import is. One that was cut off goes on where it stopped when it is
started again.

DATABASE_URL names the database; without it the private one under BANMIAN_DATA is used, also while a gateway runs on it.`,

  async run(words, terminal) {
    const { positionals, values } = readWords(words, { replace: { type: 'boolean', default: false } });
    if (positionals.length === 0) throw new UsageError('Name at least one file or folder.');
    return withDatabase(terminal, terminal.readConfig(), async (database) => {
      await migrate(database);
      const { imported, unchanged, duplicate, failed } = await ingestPaths(database, positionals, { progress: tellProgress(terminal), replace: values.replace });
      const isNothing = imported + unchanged + duplicate + failed === 0;
      if (isNothing) terminal.warn('No .txt file was found.');
      else terminal.print(`${count(imported, 'page')} imported, ${unchanged} unchanged, ${duplicate === 0 ? '' : `${count(duplicate, 'copy', 'copies')} of others, `}${failed} failed.`);
      return isNothing || failed > 0 ? 1 : 0;
    });
  },
};
