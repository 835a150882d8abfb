import { relative } from 'node:path';
import type { ImportSummary } from '../ingest/page-report.ts';
import type { PageReport } from '../ingest/page-report.ts';
import { describeFile, type StoredFile } from '../store/stored-file.ts';
import { printable } from '../text/printable.ts';
import type { Terminal } from './command.ts';
import { describeFailure } from './failure.ts';

/** Prints the report of one page: what was found in it, or on standard error why it could not be imported. */
export function printReport(report: PageReport, terminal: Terminal): void {
  const path = printable(shorten(report.path));
  if (report.outcome === 'refused') {
    terminal.warn(report.error.message);
  } else if (report.outcome === 'failed') {
    terminal.warn(formatFailure(report.path, report.error));
  } else if (report.outcome === 'unchanged') {
    terminal.print(`${path}: unchanged`);
  } else if (report.outcome === 'duplicate') {
    terminal.print(`${path}: ${report.isSuperseded ? 'replaced by' : 'the same as'} ${describeFile(report.by)}`);
  } else {
    const { articles, people, organisations, agreements, doubts } = report.counts;
    terminal.print(
      [
        `${path}: ${[
          count(articles, 'article'),
          count(people, 'person', 'people'),
          count(organisations, 'organisation'),
          count(agreements, 'agreement'),
          ...(doubts === 0 ? [] : [`${doubts} left open`]),
        ].join(', ')}`,
        ...report.replaces.map((replaced) => `replaces ${describeFile(replaced)}`),
        ...report.resembles.map((resembled) => `much like ${describeFile(resembled)}, which stays`),
        ...describeBeside(report.beside),
      ].join('; '),
    );
  }
}

function describeBeside([first, ...others]: readonly StoredFile[]): string[] {
  if (first === undefined) return [];
  return [`beside ${describeFile(first)}${others.length === 0 ? '' : ` and ${others.length} more`}`];
}

/** The closing line of an import. */
export function formatSummary({ imported, unchanged, duplicate, refused, failed }: ImportSummary): string {
  const copies = duplicate === 0 ? '' : `${count(duplicate, 'copy', 'copies')} of others, `;
  return `${count(imported, 'page')} imported, ${unchanged} unchanged, ${copies}${refused} refused, ${failed} failed.`;
}

/** Whether a page is reported even among many: it replaced or resembles others, or it was not imported. */
export function isNotable(report: PageReport): boolean {
  if (report.outcome === 'imported')
    return report.resembles.length > 0 || report.replaces.some(({ file }) => file !== report.file);
  return report.outcome !== 'unchanged';
}

/** One line that names the file and says what failed. */
export function formatFailure(path: string, error: unknown): string {
  const reason = printable(describeFailure(error));
  return reason.includes(printable(path)) ? reason : `${printable(shorten(path))}: ${reason}`;
}

export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** The path relative to the working directory, when it lies below that. */
function shorten(path: string): string {
  const fromHere = relative(process.cwd(), path);
  return fromHere.startsWith('..') ? path : fromHere;
}
