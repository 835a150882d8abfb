import type { KeyHolder } from '../load/key-holder.ts';
import { createLoaders, type Load } from '../load/loaders.ts';
import type { QueryPlan } from '../query/query-plan.ts';
import type { ArchiveWriter } from '../schema/archive-writer.ts';
import type { Context } from '../schema/context.ts';
import type { Database } from '../store/database.ts';

/** What resolvers are given, and what they looked at. */
export interface RequestContext extends Context {
  /** Whether any has looked at who asks. */
  readonly hasReadViewer: boolean;
}

/** Who asks, and what they can do. */
interface Asking {
  readonly caller: KeyHolder | null;
  readonly writer: ArchiveWriter;
}

/**
 * What resolvers are given: loaders for this request alone, so that they never see another request's rows. `plan` is
 * the plan of its operation.
 */
export function createContext(
  database: Pick<Database, 'queries'>,
  { caller, writer }: Asking,
  plan?: QueryPlan,
): RequestContext {
  return new CallerContext(() => createLoaders(database, plan), caller, writer);
}

class CallerContext implements RequestContext {
  load: Load;
  readonly write: ArchiveWriter;
  readonly #caller: KeyHolder | null;
  #hasReadViewer = false;

  constructor(createLoad: () => Load, caller: KeyHolder | null, writer: ArchiveWriter) {
    this.load = createLoad();
    this.#caller = caller;
    // Mutations run one after the other, each with all that is selected of its answer.
    const renew = <Result>(result: Result): Result => {
      this.load = createLoad();
      return result;
    };
    this.write = {
      removePages: async (request) => renew(await writer.removePages(request)),
      importPage: async (page) => renew(await writer.importPage(page)),
      judge: async (judgement, by) => renew(await writer.judge(judgement, by)),
      undoJudgement: async (id, author) => renew(await writer.undoJudgement(id, author)),
    };
  }

  get viewer(): KeyHolder | null {
    this.#hasReadViewer = true;
    return this.#caller;
  }

  get hasReadViewer(): boolean {
    return this.#hasReadViewer;
  }
}
