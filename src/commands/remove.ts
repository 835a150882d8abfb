import { removeFrom } from '../removal.ts';
import { migrate } from '../store/migrate.ts';
import { readArgs, UsageError, type Command } from './command.ts';
import { printRemoval } from './removal-report.ts';
import { withDatabase } from './with-database.ts';

export const removePages: Command = {
  help: `Usage: banmian remove [--dry-run] FILE...
       banmian remove [--dry-run] --publication SLUG [--issue DAY|NUMBER]... [FILE...]

Removes pages from the archive: those of files, of issues, or of a whole publication, with their articles
and facts. People and organisations that nothing else names are removed too, and issues and publications
that are left empty. What is derived from the articles (offices, co-appearances, search) follows, and
running gateways drop cached answers.

FILE is a path as it was given to import, or as the archive names it (2025-04-02/01.txt), or the end of
that; the file itself need not exist. If several pages have the name, the text of the file decides, if it
exists. Either everything is removed or, if something named is not stored or could mean several files,
nothing is; the exit code is then 1. It does not ask first. Importing the files again restores
everything.

  --publication SLUG   all pages of the publication, or those files or issues of it
  --issue DAY|NUMBER   an issue of the publication: 2025-04-02, or 301; may be given several times
  --dry-run            report what would be removed, and remove nothing

DATABASE_URL names the database. Without it the private one under BANMIAN_DATA is used, also while a
gateway runs on it.`,

  async run(args, terminal) {
    const { positionals: paths, values } = readArgs(args, {
      publication: { type: 'string' },
      issue: { type: 'string', multiple: true, default: [] },
      'dry-run': { type: 'boolean', default: false },
    });
    const { publication, issue: issues, 'dry-run': dryRun } = values;
    if (paths.length === 0 && publication === undefined) throw new UsageError('Name files, or a publication.');
    if (issues.length > 0 && publication === undefined)
      throw new UsageError('Name the publication of the issue: --publication SLUG.');
    return withDatabase(terminal, terminal.readConfig(), async (database) => {
      await migrate(database);
      printRemoval(await removeFrom(database, { paths, publication, issues }, { dryRun }), dryRun, terminal);
      return 0;
    });
  },
};
