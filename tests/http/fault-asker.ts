/**
 * Asks the gateway at the address it is given, by many askers at once, until its standard input ends, and prints a line
 * of JSON for each answer: an `Answer` of fault-load.ts.
 */
import { setTimeout as pause } from 'node:timers/promises';

const [url = ''] = process.argv.slice(2);
const ASKERS = 24;
/** An asker that was refused comes again after so long. */
const REST_MS = 20;
/** Longer than the gateway may take. */
const PATIENCE_MS = 20_000;

const documents = [
  (n: number) => `query Q${n} { articles(first: ${1 + (n % 20)}) { totalCount nodes { headline } } }`,
  (n: number) => `{ publications { totalCount nodes { name } } issues(first: ${1 + (n % 5)}) { nodes { number } } }`,
  (n: number) => `query P${n} { people(first: 5) { nodes { name } } }`,
  (n: number) => `{ search(query: "徐汇 ${n % 7}", first: 3) { totalCount } }`,
];

let asked = 0;
process.stdin.resume().once('end', () => process.exit());

async function ask(): Promise<void> {
  const at = Date.now();
  asked += 1;
  const query = documents[asked % documents.length]!(asked);
  const signal = AbortSignal.timeout(PATIENCE_MS);
  let status = 0;
  let code = 'no answer';
  try {
    const response =
      asked % 3 === 0
        ? await fetch(`${url}?${new URLSearchParams({ query })}`, { signal })
        : await fetch(url, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ query }),
            signal,
          });
    const { errors } = (await response.json()) as { errors?: { extensions: { code: string } }[] };
    status = response.status;
    code = errors?.[0]?.extensions.code ?? 'well';
  } catch {
    /* No answer: the connection was refused or cut, or none came. */
  }
  process.stdout.write(`${JSON.stringify({ at, milliseconds: Date.now() - at, status, code })}\n`);
  if (status !== 200) await pause(REST_MS);
}

await Promise.all(
  Array.from({ length: ASKERS }, async () => {
    for (;;) await ask();
  }),
);
