import { relative } from 'node:path';
import type { PageReport } from '../ingest.ts';
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
  } else {
    const { articles, people, organisations, agreements, doubts } = report.counts;
    const open = doubts === 0 ? '' : `, ${doubts} left open`;
    terminal.print(
      `${path}: ${count(articles, 'article')}, ${count(people, 'person', 'people')}, ${count(organisations, 'organisation')}, ${count(agreements, 'agreement')}${open}`,
    );
  }
}

export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** Relative to where the command runs, unless that is elsewhere altogether. */
function shorten(path: string): string {
  const fromHere = relative(process.cwd(), path);
  return fromHere.startsWith('..') ? path : fromHere;
}
