import { subscribeToChanges } from '../../store/change-listener.ts';
import type { Log } from '../log.ts';
import { ResponseCache } from './response-cache.ts';

export interface ListeningCache {
  readonly cache: ResponseCache;
  close(): Promise<void>;
}

/**
 * A cache that drops what depends on what changes in the archive, by whichever process, and keeps nothing while it
 * could miss that. `onChange` is called first.
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
      if (isListening) log.warn({ err: error }, 'answers are not kept until changes of the archive are heard of again');
      isListening = false;
      cache.pause();
    },
  });
  return { cache, close: watch.close };
}
