import type { RemovalResult, RemovedCounts } from '../store/removal.ts';
import { describeFile } from '../store/stored-file.ts';
import type { Terminal } from './command.ts';
import { count } from './page-report.ts';

/** More files than this are not listed one by one. */
const MAX_FILES_LISTED = 200;

/** Prints which files were removed, or would be, unless they are many, and how much went with them. */
export function printRemoval({ files, counts }: RemovalResult, dryRun: boolean, terminal: Terminal): void {
  const done = dryRun ? 'would be removed' : 'removed';
  if (files.length <= MAX_FILES_LISTED) for (const file of files) terminal.print(`${describeFile(file)}: ${done}`);
  terminal.print(`${describeCounts(counts)} ${done}.`);
}

function describeCounts({
  pages,
  articles,
  agreements,
  people,
  organisations,
  issues,
  publications,
}: RemovedCounts): string {
  return [
    count(pages, 'page'),
    count(articles, 'article'),
    count(agreements, 'agreement'),
    count(people, 'person', 'people'),
    count(organisations, 'organisation'),
    count(issues, 'issue'),
    count(publications, 'publication'),
  ].join(', ');
}
