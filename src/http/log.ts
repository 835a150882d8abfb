import { pino, type Logger } from 'pino';

export type Log = Logger;

/**
 * Structured lines (one JSON object each) on standard error, so that what a command prints for people or programs stays
 * alone on standard output.
 */
export function createLog(level: string): Log {
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ dest: 2, sync: true }),
  );
}
