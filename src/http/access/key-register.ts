import { findKeyHolder } from '../../load/key-holder.ts';
import { noteKeyUse } from '../../store/api-key.ts';
import type { QueryClient } from '../../store/query-pool.ts';
import type { Log } from '../log.ts';
import type { KeyRegister } from './authenticator.ts';

/** The keys of a database. That a use could not be noted is logged, and stops no request. */
export function keyRegister(queries: QueryClient, log: Log): KeyRegister {
  return {
    find: (hash) => findKeyHolder(queries, hash),
    noteUse(id) {
      noteKeyUse(queries, id).catch((error: unknown) =>
        log.warn({ err: error, key: id }, 'the use of a key is not noted'),
      );
    },
  };
}
