/**
 * A second signal within this time is the same one again: npm forwards what the terminal has already sent to all
 * processes.
 */
const SAME_SIGNAL_MS = 500;

const PARENT_CHECK_MS = 250;

/**
 * Resolves at the first SIGTERM or SIGINT. A second one ends the process at once, without cleaning up.
 *
 * Under npm it also resolves when the parent is gone: npm sends SIGTERM to a shell, which dies of it and does not
 * forward it.
 */
export function stopSignal(isUnderNpm: boolean): Promise<void> {
  return new Promise((resolve) => {
    let stoppedAt: number | undefined;
    const onSignal = (_signal: NodeJS.Signals, number: number): void => {
      if (stoppedAt === undefined) {
        stoppedAt = performance.now();
        resolve();
      } else if (performance.now() - stoppedAt > SAME_SIGNAL_MS) {
        process.exit(128 + number);
      }
    };
    process.on('SIGTERM', onSignal);
    process.on('SIGINT', onSignal);
    if (isUnderNpm) setInterval(resolveWithoutParent, PARENT_CHECK_MS, process.ppid, resolve).unref();
  });
}

function resolveWithoutParent(parent: number, resolve: () => void): void {
  if (process.ppid !== parent) resolve();
}
