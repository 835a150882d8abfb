import { relative } from 'node:path';
import type { PageReport } from '../ingest.ts';
import { describeFile } from '../store/stored-file.ts';
import type { Terminal } from './command.ts';
import { describeFailure } from './failure.ts';

/** Tells of one page: what was found in it on standard output, why it could not be read on standard error. */
export function tellPage(report: PageReport, terminal: Terminal): void {
  const path = shorten(report.path);
  if (report.outcome === 'failed') {
    const reason = describeFailure(report.error);
    terminal.warn(reason.includes(report.path) ? reason : `${path}: ${reason}`);
  } else if (report.outcome === 'unchanged') {
    terminal.print(`${path}: unchanged`);
  } else if (report.outcome === 'duplicate') {
    terminal.print(`${path}: ${report.isSuperseded ? 'replaced by' : 'the same as'} ${describeFile(report.by)}`);
  } else {
    const { articles, people, organisations, agreements, doubts } = report.counts;
    const open = doubts === 0 ? '' : `, ${doubts} left open`;
    terminal.print([
      `${path}: ${count(articles, 'article')}, ${count(people, 'person', 'people')}, ${count(organisations, 'organisation')}, ${count(agreements, 'agreement')}${open}`,
      ...report.replaces.map((replaced) => `replaces ${describeFile(replaced)}`),
      ...report.resembles.map((resembled) => `much like ${describeFile(resembled)}, which stays`),
      ...report.beside.length === 0 ? [] : [`beside ${describeFile(report.beside[0]!)}${report.beside.length === 1 ? '' : ` and ${report.beside.length - 1} more`}`],
    ].join('; '));
  }
}

/** Whether the page is to be told of however many there are: others lost or kept their places by it, or it was not imported. */
export function isNotable(report: PageReport): boolean {
  if (report.outcome === 'imported') return report.resembles.length > 0 || report.replaces.some(({ file }) => file !== report.file);
  return report.outcome === 'failed' || report.outcome === 'duplicate';
}

export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** Relative to where the command runs, unless that is elsewhere altogether. */
function shorten(path: string): string {
  const fromHere = relative(process.cwd(), path);
  return fromHere.startsWith('..') ? path : fromHere;
}
