import type { ArchiveWriter } from '../../schema/archive-writer.ts';
import type { Database } from '../../store/database.ts';
import { judgeFacts } from './judge.ts';
import { importPage } from './import-page.ts';
import { removePages } from './remove-pages.ts';

/**
 * The hands of mutations. Changes of this process are made one at a time: reading a page takes all of one core, and the
 * database makes changes one after the other anyway.
 * @param settled waits until this process keeps nothing that is older than what was committed
 */
export function createArchiveWriter(database: Database, settled: () => Promise<void>): ArchiveWriter {
  let last: Promise<unknown> = Promise.resolve();

  function inTurn<Request extends readonly unknown[], Result>(
    work: (...request: Request) => Promise<Result>,
  ): (...request: Request) => Promise<Result> {
    return (...request) => {
      const turn = last.then(async () => {
        try {
          return await work(...request);
        } finally {
          // A change may be stored even if what came after it failed.
          await settled();
        }
      });
      last = turn.catch(() => undefined);
      return turn;
    };
  }

  const { judge, undoJudgement } = judgeFacts(database);
  return {
    removePages: inTurn(removePages(database)),
    importPage: inTurn(importPage(database)),
    judge: inTurn(judge),
    undoJudgement: inTurn(undoJudgement),
  };
}
