import type { IngestProgress } from '../ingest.ts';
import type { Terminal } from './command.ts';
import { isNotable, printReport } from './page-report.ts';
import { createPace } from './pace.ts';

/** Of more pages than this nobody reads a line each. */
const MAX_PAGES_LISTED = 200;
const LINE_MS = 10_000;
const REWRITE_MS = 200;

/**
 * Tells how an import gets on: of a few pages a line each; of many how far it is, how fast and how long it will still
 * take, on a terminal in one line that is rewritten, else every ten seconds. What could not be read is always told, and
 * what is the same page as another.
 */
export function progressReporter(terminal: Terminal, now: () => number = () => performance.now()): IngestProgress {
  const { updateLine } = terminal;
  const pace = createPace(now());
  let toldAt = now();
  return (report, done, total) => {
    if (total <= MAX_PAGES_LISTED) return printReport(report, terminal);
    const at = now();
    pace.note(at, done);
    if (isNotable(report)) {
      updateLine?.('');
      printReport(report, terminal);
    }
    if (done === total) return updateLine?.('');
    if (at - toldAt < (updateLine === null ? LINE_MS : REWRITE_MS)) return;
    toldAt = at;
    const line = `${done} of ${total} pages, ${pace.describe(total - done)}`;
    if (updateLine === null) terminal.print(line);
    else updateLine(line);
  };
}
