import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface Answer {
  /** When it was asked for. */
  readonly at: number;
  readonly milliseconds: number;
  /** 0 when there was no answer. */
  readonly status: number;
  /** That of its first error; `well` without one. */
  readonly code: string;
}

/** A process that asks the gateway again and again. */
export interface FaultLoad {
  readonly process: ChildProcess;
  /** So far. */
  readonly answers: readonly Answer[];
}

/** Starts it; it ends when it is killed, or with the process that started it. */
export function startFaultLoad(url: string): FaultLoad {
  const child = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'fault-asker.ts'), url], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const answers: Answer[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => answers.push(JSON.parse(line) as Answer));
  return { process: child, answers };
}
