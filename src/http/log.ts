import { pino, type Logger } from 'pino';

export type Log = Logger;

/**
 * Logs to standard error, one JSON object a line, which leaves standard output to what a command prints for people or
 * programs.
 */
export function createLog(level: string): Log {
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ dest: 2, sync: true }),
  );
}
