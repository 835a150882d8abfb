import { ingestPaths } from '../ingest.ts';
import { migrate } from '../store/migrate.ts';
import { readArgs, type Command } from './command.ts';
import { namedPaths, pageOptions, pageOptionsHelp, readOptionsFrom } from './page-options.ts';
import { progressReporter } from './page-progress.ts';
import { formatSummary } from './page-report.ts';
import { withDatabase } from './with-database.ts';

export const importPages: Command = {
  help: `Usage: banmian import [OPTIONS] PATH...

Imports pages: files, all .txt files of a folder and of the folders in it, what a pattern in quotes matches ('arch/2025-*'), and
with - the paths that standard input lists, one a line or each ended by NUL. They go in in the order of their days and pages.
NAME.issue.json beside NAME.txt says what the page does not print: the publication, the day. Without it a page that prints no
publication goes to one named unknown.

A page is known by its publication, issue and number, then by its text. A corrected page takes the place of the earlier one; a
copy under another name is told of and not imported. Where one of two pages would be lost, the import of the second is refused,
and both are named.

  --replace         let a file take the place of the page of the same file name and issue though its text is quite another
${pageOptionsHelp}

Each page is stored wholly or not at all; one that is stored already and has not changed writes nothing. A file that is no page is
refused with the reason, and one that cannot be stored has failed; the others still go in, and the exit code is then 1. When the
disk is full or the database gone, the import stops.

Of up to 200 pages each is told of; of more, how far the import is. One that was cut off goes on where it stopped when it is
started again.

DATABASE_URL names the database; without it the private one under BANMIAN_DATA is used, also while a gateway runs on it.`,

  async run(args, terminal) {
    const { positionals, values } = readArgs(args, { ...pageOptions, replace: { type: 'boolean', default: false } });
    const options = { ...readOptionsFrom(values), replace: values.replace };
    const paths = await namedPaths(positionals, terminal);
    return withDatabase(terminal, terminal.readConfig(), async (database) => {
      await migrate(database);
      const summary = await ingestPaths(database, paths, { ...options, progress: progressReporter(terminal) });
      const isNothing = Object.values(summary).every((pages) => pages === 0);
      if (isNothing) terminal.warn('No .txt file was found.');
      else terminal.print(formatSummary(summary));
      return isNothing || summary.refused + summary.failed > 0 ? 1 : 0;
    });
  },
};
