import type { IngestProgress } from '../ingest.ts';
import type { Terminal } from './command.ts';
import { isNotable, printReport } from './page-report.ts';
import { createRateMeter } from './rate-meter.ts';

/** More pages than this are not listed one by one. */
const MAX_PAGES_LISTED = 200;
const LINE_MS = 10_000;
const UPDATE_MS = 200;

/**
 * Prints the progress of an import. A few pages get a line each. For many pages it prints how many are done, the rate
 * and the time left: on a terminal in one line that is updated, else in a line every ten seconds. What is notable is
 * always printed, see `isNotable`.
 */
export function progressReporter(terminal: Terminal, now: () => number = () => performance.now()): IngestProgress {
  const { updateLine } = terminal;
  const meter = createRateMeter(now());
  let printedAt = now();
  return (report, done, total) => {
    if (total <= MAX_PAGES_LISTED) return printReport(report, terminal);
    const at = now();
    meter.record(at, done);
    if (isNotable(report)) {
      updateLine?.('');
      printReport(report, terminal);
    }
    if (done === total) return updateLine?.('');
    if (at - printedAt < (updateLine === null ? LINE_MS : UPDATE_MS)) return;
    printedAt = at;
    const line = `${done} of ${total} pages, ${meter.describe(total - done)}`;
    if (updateLine === null) terminal.print(line);
    else updateLine(line);
  };
}
