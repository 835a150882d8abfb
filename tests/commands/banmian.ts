import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The command in a process of its own. */
export interface Running {
  readonly process: ChildProcess;
  /** What standard output and standard error hold so far. */
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** The first match in standard output, as soon as it is there; rejects when the process ends without it. */
  until(pattern: RegExp): Promise<RegExpExecArray>;
  readonly ended: Promise<Outcome>;
}

/** Starts `banmian WORDS` with these variables alone, and with `input` on standard input. */
export function startBanmian(
  words: readonly string[],
  variables: Record<string, string> = {},
  input?: string | Uint8Array,
): Running {
  return start(process.execPath, ['bin/banmian.js', ...words], variables, input);
}

/** Starts `npm WORDS` with these variables alone. */
export function startNpm(words: readonly string[], variables: Record<string, string> = {}): Running {
  return start('npm', words, variables);
}

function start(
  program: string,
  words: readonly string[],
  variables: Record<string, string>,
  input: string | Uint8Array = '',
): Running {
  const child = spawn(program, words, {
    cwd: root,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...variables },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  child.stdin
    .on('error', () => {
      /* It ended without reading. */
    })
    .end(input);
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, stdout, stderr }));
  return {
    process: child,
    stdout: () => stdout,
    stderr: () => stderr,
    ended,
    until: (pattern) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const match = pattern.exec(stdout);
          if (match !== null) resolve(match);
        };
        child.stdout.on('data', look);
        look();
        void ended.then(() => reject(new Error(`Ended without ${pattern}:\n${stdout}${stderr}`)));
      }),
  };
}

export function runBanmian(
  words: readonly string[],
  variables: Record<string, string> = {},
  input?: string | Uint8Array,
): Promise<Outcome> {
  return startBanmian(words, variables, input).ended;
}

/** Starts the gateway on a free port and waits until it is ready. */
export async function startGateway(
  databaseUrl: string,
  variables: Record<string, string> = {},
): Promise<Running & { url: string }> {
  const running = startBanmian(['serve'], { DATABASE_URL: databaseUrl, PORT: '0', ...variables });
  const [, url] = await running.until(/ready: (http\S+)/);
  return { ...running, url: url! };
}

export async function query(
  url: string,
  text: string,
  variables: object = {},
): Promise<{ data: unknown; errors?: unknown }> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: text, variables }),
  });
  return (await response.json()) as { data: unknown; errors?: unknown };
}
