import { setTimeout as pause } from 'node:timers/promises';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';

/** Times in milliseconds. */
const PACE = {
  check: 500,
  /**
   * The delays before the first, second, … start. When the last start has failed or the server has ended again, it is
   * given up.
   */
  delays: [0, 1_000, 2_000, 4_000, 8_000],
  /** A server that ran this long is taken to be well: its next end counts as the first again. */
  well: 60_000,
};

export interface Supervised {
  /** Whether the server runs; called twice a second. */
  isRunning(): boolean;
  /** Starts it again, unless another process has. */
  start(): Promise<void>;
  /** Is called with lines for the terminal. */
  progress(line: string): void;
}

export interface Supervision {
  /** Rejects with an EmbeddedPostgresError when the server is given up. */
  readonly lost: Promise<never>;
  /** Ends the supervision; resolves when nothing more will be started. */
  end(): Promise<void>;
}

/** Supervises a server: starts it again when it has ended. */
export function supervise(server: Supervised, pace = PACE): Supervision {
  const ending = new AbortController();
  const watching = watch(server, pace, ending.signal);
  const lost = watching.then(
    () =>
      new Promise<never>(() => {
        /* ended by us */
      }),
  );
  lost.catch(() => {
    /* Those who need to know ask. */
  });
  return {
    lost,
    async end() {
      ending.abort();
      await watching.catch(() => {
        /* The failure has been reported. */
      });
    },
  };
}

/** @throws EmbeddedPostgresError when it gives up */
async function watch(
  { isRunning, start, progress }: Supervised,
  { check, delays, well }: typeof PACE,
  ending: AbortSignal,
): Promise<void> {
  const wait = (milliseconds: number) =>
    pause(milliseconds, undefined, { signal: ending, ref: false }).catch(() => {
      /* It is to end. */
    });
  let attempts = 0;
  let startedAt = -Infinity;
  for (; !ending.aborted; await wait(check)) {
    if (isRunning()) {
      if (performance.now() - startedAt > well) attempts = 0;
      continue;
    }
    const delay = delays[attempts];
    if (delay === undefined) {
      throw new EmbeddedPostgresError(
        `The private Postgres has ended and was started again ${attempts} times in vain; its log says why.`,
      );
    }
    await wait(delay);
    if (ending.aborted) return;
    attempts += 1;
    progress(`The private Postgres has ended; starting it again (${attempts} of ${delays.length}).`);
    try {
      await start();
      progress('The private Postgres runs again.');
    } catch (error) {
      const { message } = error as Error;
      // Waiting makes no room on a full disk.
      if (/No space left on device|ENOSPC/.test(message)) throw new EmbeddedPostgresError(message, { cause: error });
      progress(message);
    }
    startedAt = performance.now();
  }
}
