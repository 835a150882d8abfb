import type { ReadOptions } from '../files/page-file.ts';
import { isFolderAt } from '../files/walk-folder.ts';
import { ingestPaths } from '../ingest.ts';
import { readGivenFacts, type GivenFactsFile } from '../ingest/given-facts-file.ts';
import { prune, PruneError, type PruneOptions } from '../prune.ts';
import type { Database } from '../store/database.ts';
import { migrate } from '../store/migrate.ts';
import { FileError } from '../text/file-error.ts';
import { printable } from '../text/printable.ts';
import { readArgs, UsageError, type Command, type Terminal } from './command.ts';
import { namedPaths, pageOptions, pageOptionsHelp, readOptionsFrom } from './page-options.ts';
import { progressReporter } from './page-progress.ts';
import { formatSummary } from './page-report.ts';
import { printRemoval } from './removal-report.ts';
import { withDatabase } from './with-database.ts';

export const importPages: Command = {
  help: `Usage: banmian import [OPTIONS] PATH...
       banmian import --prune [--dry-run] [OPTIONS] FOLDER...
       banmian import --facts FILE.json [--reader NAME] [OPTIONS] PATH...

Imports pages: files, all .txt files in a folder and its subfolders, what a quoted pattern matches
('arch/2025-*'), and with - the paths that standard input lists, one a line or each ended by NUL. Pages
are imported in the order of their days and page numbers. NAME.issue.json beside NAME.txt says what the
page does not print: the publication, the day. Without it, a page that prints no publication goes to one
named unknown.

A page is known by its publication, issue and number, then by its text. A corrected page replaces the
earlier one; a copy under another name is reported and not imported. If one of two pages would be lost,
the second is refused, and both are named.

  --replace         let a file replace the page of its name and issue even if the text is quite another
  --prune           then remove the pages that the folders no longer have, of all publications that they have
                    pages of; refused when they yield no page or cannot be seen wholly
  --dry-run         with --prune: import and remove nothing, but report what would be removed
  --facts FILE.json store, for the pages that it names, the facts that another reader gives there in the form that
                    extract prints; a page is refused if a name or quote does not stand in its text
  --reader NAME     with --facts: the name of that reader, if the file does not tell
${pageOptionsHelp}

Each page is stored as a whole or not at all, and one that is stored already is not written again. A file
that is not a page is refused with the reason, and one that cannot be stored fails; the others are still
imported, and the exit code is then 1. When the disk is full or the database gone, the import stops.

Up to 200 pages are reported one by one; for more, the progress is shown. An interrupted import goes on
where it stopped when it is started again.

DATABASE_URL names the database. Without it the private one under BANMIAN_DATA is used, also while a
gateway runs on it.`,

  async run(args, terminal) {
    const { positionals, values } = readArgs(args, {
      ...pageOptions,
      replace: { type: 'boolean', default: false },
      prune: { type: 'boolean', default: false },
      'dry-run': { type: 'boolean', default: false },
      facts: { type: 'string' },
      reader: { type: 'string' },
    });
    const { replace, prune: isPruning, 'dry-run': dryRun } = values;
    const readOptions = readOptionsFrom(values);
    if (values.reader !== undefined && values.facts === undefined) throw new UsageError('--reader goes with --facts.');
    if (values.facts !== undefined && isPruning) throw new UsageError('--facts does not go with --prune.');
    if (dryRun && !isPruning) throw new UsageError('--dry-run goes with --prune.');
    const paths = await namedPaths(positionals, terminal);
    if (isPruning) await requireFolders(paths);
    const given = await givenFactsIn(values, readOptions);
    const options = { ...readOptions, replace, ...(given === null ? {} : { givenFacts: given.of }) };
    return withDatabase(terminal, terminal.readConfig(), async (database) => {
      await migrate(database);
      if (dryRun) return (await pruned(database, paths, { ...options, dryRun }, terminal)) === null ? 1 : 0;
      const summary = await ingestPaths(database, paths, { ...options, progress: progressReporter(terminal) });
      const isNothing = Object.values(summary).every((pages) => pages === 0);
      if (isNothing) terminal.warn('No .txt file was found.');
      else terminal.print(formatSummary(summary));
      const unasked = given?.unasked() ?? [];
      for (const file of unasked) terminal.warn(`${printable(`${values.facts}: ${file}`)} is none of these pages.`);
      const isComplete = !isNothing && summary.refused + summary.failed + unasked.length === 0;
      if (!isPruning) return isComplete ? 0 : 1;
      const hasMore = await pruned(database, paths, { ...options, dryRun }, terminal);
      if (hasMore === true) await ingestPaths(database, paths, { ...options, progress: progressReporter(terminal) });
      return isComplete && hasMore !== null ? 0 : 1;
    });
  },
};

/** The facts that the options name, if they do. @throws UsageError for a file or a name that cannot be taken */
async function givenFactsIn(
  { facts, reader }: { readonly facts?: string | undefined; readonly reader?: string | undefined },
  { followLinks }: ReadOptions,
): Promise<GivenFactsFile | null> {
  if (facts === undefined) return null;
  try {
    return await readGivenFacts(facts, { reader, followLinks });
  } catch (error) {
    throw error instanceof FileError ? new UsageError(error.message, { cause: error }) : error;
  }
}

async function requireFolders(paths: readonly string[]): Promise<void> {
  for (const path of paths)
    if (!(await isFolderAt(path))) throw new UsageError(`--prune goes with folders, and '${printable(path)}' is none.`);
}

/** Prunes, and reports what was removed. Returns whether the folders have more to import now; null when it was refused. */
async function pruned(
  database: Database,
  folders: readonly string[],
  options: PruneOptions,
  terminal: Terminal,
): Promise<boolean | null> {
  try {
    const { hasMore, ...removal } = await prune(database, folders, options);
    printRemoval(removal, options.dryRun, terminal);
    return hasMore;
  } catch (error) {
    if (!(error instanceof PruneError)) throw error;
    terminal.warn(`banmian import: ${error.message}`);
    return null;
  }
}
