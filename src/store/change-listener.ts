import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import postgres from 'postgres';
import { parseNotification, CHANNEL } from './change-notification.ts';
import { pause } from './pause.ts';

const RETRY_MS = 500;
/** A dead connection is detected after the interval and the patience at the latest. */
const PROBE = { interval: 5_000, patience: 5_000 };

/** Hears of changes of the archive. Every method may be called several times. */
export interface ChangeListener {
  /** From now on every change is reported. */
  onListening(): void;
  /**
   * What was read of these keys before may be out of date, see `parseNotification`. What is read from now on is not.
   */
  onChange(keys: readonly string[]): void;
  /** Changes may be missed until the next `onListening`. */
  onLost(error: unknown): void;
}

export interface Subscription {
  /**
   * Waits until every change that was committed before has been reported.
   * @returns false when changes may be missed
   */
  caughtUp(): Promise<boolean>;
  /** Resolves when the listener will not be called any more. */
  close(): Promise<void>;
}

/**
 * Listens for changes of the archive on a connection of its own, and on a new one whenever that is lost. Listening
 * needs a session: behind a pooler in transaction mode it hears nothing.
 */
export function subscribeToChanges(url: string, listener: ChangeListener, probe = PROBE): Subscription {
  const closing = new AbortController();
  let session: Session | null = null;
  const open = (opened: Session | null): void => {
    session = opened;
  };
  const watching = (async () => {
    while (!closing.signal.aborted) {
      await listenUntilLost(url, listener, probe, closing.signal, open);
      await pause(RETRY_MS, closing.signal);
    }
  })();
  return {
    caughtUp: async () => (await session?.caughtUp()) ?? false,
    close() {
      closing.abort();
      return watching;
    },
  };
}

/** A connection that hears of every change. */
type Session = Pick<Subscription, 'caughtUp'>;

/** Returns when there is no connection, when it is lost or does not answer in time, and when `closing` is aborted. */
async function listenUntilLost(
  url: string,
  listener: ChangeListener,
  { interval, patience }: typeof PROBE,
  closing: AbortSignal,
  open: (session: Session | null) => void,
): Promise<void> {
  const gone = new AbortController();
  // Notifications come in the order in which their transactions committed, on whichever channel.
  const own = `banmian_mark_${randomUUID().replaceAll('-', '')}`;
  const marks = new Map<string, () => void>();
  const options = {
    max: 1,
    idle_timeout: null,
    max_lifetime: null,
    fetch_types: false,
    connect_timeout: 10,
    connection: { application_name: 'banmian watch' },
    onnotify(channel: string, text: string) {
      if (channel === CHANNEL) listener.onChange(parseNotification(text));
      else marks.get(text)?.();
    },
    onclose: () => gone.abort(new Error('The connection that listens for changes was lost.')),
  };
  // Not `sql.listen`: postgres.js would listen again by itself, without saying that changes were missed meanwhile.
  const connection = postgres(url, options as unknown as postgres.Options<Record<string, never>>);
  const end = AbortSignal.any([closing, gone.signal]);
  try {
    await inTime(connection`listen ${connection(CHANNEL)}`, 2 * patience, end);
    await inTime(connection`listen ${connection(own)}`, patience, end);
    listener.onListening();
    open({
      async caughtUp() {
        const mark = randomUUID();
        const heard = new Promise<void>((resolve) => marks.set(mark, resolve));
        try {
          await inTime(connection`select pg_notify(${own}, ${mark})`, patience, end);
          await inTime(heard, patience, end);
          return true;
        } catch {
          return false;
        } finally {
          marks.delete(mark);
        }
      },
    });
    for (;;) {
      await pause(interval, end);
      await inTime(connection`select 1`, patience, end);
    }
  } catch (error) {
    // Before anything else: from here on changes are missed.
    open(null);
    if (!closing.aborted) listener.onLost(gone.signal.reason ?? error);
  }
  await connection.end({ timeout: 0 });
}

/** @throws when the query fails or is late, or the signal comes first */
async function inTime(query: PromiseLike<unknown>, patience: number, end: AbortSignal): Promise<void> {
  const done = new AbortController();
  const late = wait(patience, undefined, { signal: AbortSignal.any([end, done.signal]) }).then(() => {
    throw new Error('The connection that listens for changes does not answer.');
  });
  try {
    await Promise.race([query, late]);
  } finally {
    done.abort(); // Many waits at once would each hold a timer, and listen to `end`.
  }
}
