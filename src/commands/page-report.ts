import { relative } from 'node:path';
import type { ImportSummary } from '../ingest/page-report.ts';
import type { PageReport } from '../ingest/page-report.ts';
import { describeFile } from '../store/stored-file.ts';
import { printable } from '../text/printable.ts';
import type { Terminal } from './command.ts';
import { describeFailure } from './failure.ts';

/** Tells of one page: what was found in it on standard output, why it could not be read on standard error. */
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
    const open = doubts === 0 ? '' : `, ${doubts} left open`;
    terminal.print(
      [
        `${path}: ${count(articles, 'article')}, ${count(people, 'person', 'people')}, ${count(organisations, 'organisation')}, ${count(agreements, 'agreement')}${open}`,
        ...report.replaces.map((replaced) => `replaces ${describeFile(replaced)}`),
        ...report.resembles.map((resembled) => `much like ${describeFile(resembled)}, which stays`),
        ...(report.beside.length === 0
          ? []
          : [
              `beside ${describeFile(report.beside[0]!)}${report.beside.length === 1 ? '' : ` and ${report.beside.length - 1} more`}`,
            ]),
      ].join('; '),
    );
  }
}

/** The closing line of an import. */
export function formatSummary({ imported, unchanged, duplicate, refused, failed }: ImportSummary): string {
  const copies = duplicate === 0 ? '' : `${count(duplicate, 'copy', 'copies')} of others, `;
  return `${count(imported, 'page')} imported, ${unchanged} unchanged, ${copies}${refused} refused, ${failed} failed.`;
}

/**
 * Whether the page is to be told of however many there are: others lost or kept their places by it, or it was not
 * imported.
 */
export function isNotable(report: PageReport): boolean {
  if (report.outcome === 'imported')
    return report.resembles.length > 0 || report.replaces.some(({ file }) => file !== report.file);
  return report.outcome !== 'unchanged';
}

/** One line that names the file. */
export function formatFailure(path: string, error: unknown): string {
  const reason = printable(describeFailure(error));
  return reason.includes(printable(path)) ? reason : `${printable(shorten(path))}: ${reason}`;
}

export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** Relative to where the command runs, unless that is elsewhere altogether. */
function shorten(path: string): string {
  const fromHere = relative(process.cwd(), path);
  return fromHere.startsWith('..') ? path : fromHere;
}
