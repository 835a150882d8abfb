import { subscribeToChanges } from '../../store/change-listener.ts';
import type { Log } from '../log.ts';
import { ResponseCache } from './response-cache.ts';

interface ListeningCache {
  readonly cache: ResponseCache;
  /** When it resolves, no kept response is older than what was committed before the call. */
  caughtUp(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Creates a cache that is invalidated by changes of the archive, whichever process makes them, and that keeps nothing
 * while it could miss changes. `onChange` is called before responses are dropped.
 */
export function listenForChanges(url: string, capacity: number, log: Log, onChange: () => void): ListeningCache {
  const cache = new ResponseCache(capacity);
  let isListening = false;
  const watch = subscribeToChanges(url, {
    onListening() {
      isListening = true;
      cache.resume();
    },
    onChange(tags) {
      onChange();
      cache.change(tags);
    },
    onLost(error) {
      if (isListening)
        log.warn({ err: error }, 'responses are not cached until changes of the archive are heard of again');
      isListening = false;
      cache.pause();
    },
  });
  return {
    cache,
    async caughtUp() {
      if (!(await watch.caughtUp())) cache.drop();
    },
    close: watch.close,
  };
}
