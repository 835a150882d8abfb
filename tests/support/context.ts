import { createContext, type RequestContext } from '../../src/http/context.ts';
import type { Database } from '../../src/store/database.ts';

const refuse = () => Promise.reject(new Error('Only the gateway writes.'));

/** What the resolvers of a query are given, for a caller without a key. */
export function readingContext(database: Pick<Database, 'queries'>): RequestContext {
  const writer = { removePages: refuse, importPage: refuse, judge: refuse, undoJudgement: refuse };
  return createContext(database, { caller: null, writer });
}
