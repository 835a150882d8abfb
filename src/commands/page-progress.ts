import type { IngestProgress } from '../ingest.ts';
import type { Terminal } from './command.ts';
import { isNotable, tellPage } from './page-report.ts';
import { createPace } from './pace.ts';

/** Of more pages than this nobody reads a line each. */
const PAGES_TOLD_ONE_BY_ONE = 200;
const LINE_MS = 10_000;
const REWRITE_MS = 200;

/**
 * Tells how an import gets on: of a few pages a line each; of many how far it is, how fast and how long it will still
 * take, on a terminal in one line that is rewritten, else every ten seconds. What could not be read is always told, and
 * what is the same page as another.
 */
export function tellProgress(terminal: Terminal, now: () => number = () => performance.now()): IngestProgress {
  const { rewrite } = terminal;
  const pace = createPace(now());
  let toldAt = now();
  return (report, done, total) => {
    if (total <= PAGES_TOLD_ONE_BY_ONE) return tellPage(report, terminal);
    const at = now();
    pace.note(at, done);
    if (isNotable(report)) {
      rewrite?.('');
      tellPage(report, terminal);
    }
    if (done === total) return rewrite?.('');
    if (at - toldAt < (rewrite === null ? LINE_MS : REWRITE_MS)) return;
    toldAt = at;
    const line = `${done} of ${total} pages, ${pace.describe(total - done)}`;
    if (rewrite === null) terminal.print(line);
    else rewrite(line);
  };
}
