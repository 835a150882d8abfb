import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createRandom } from '../random.ts';
import { openArchive } from './archive.ts';
import type { SentStatement } from './archive.ts';
import { answers, percentile } from './measure.ts';
import type { Answer } from './measure.ts';
import { createScanFinder, executionMs, planOf } from './plan.ts';
import { questionsWith } from './question.ts';
import type { Question } from './question.ts';
import { takeSample } from './sample.ts';

/**
 * How long the API takes to answer, question by question, on archives of several sizes: `npm run bench:query`.
 * `--data FOLDER`, once an archive that `npm run bench:archive` filled, the smallest first; `--times N` (40);
 * `--only WORDS` asks only what has the words in its name; `--plans` prints the plan of the slowest statement of what
 * misses its goal.
 */
const { values } = parseArgs({
  options: {
    data: {
      type: 'string',
      multiple: true,
      default: [10_000, 100_000].map((articles) => join(tmpdir(), `banmian-archive-${articles}`)),
    },
    times: { type: 'string', default: '40' },
    only: { type: 'string', default: '' },
    plans: { type: 'boolean', default: false },
  },
});
const archives = await Promise.all(values.data.map(openArchive));
const largest = archives.at(-1)!;
try {
  const [server] = await largest.database.sql<
    { version: string }[]
  >`select current_setting('server_version') as version`;
  console.log(
    `${availableParallelism()} × ${cpus()[0]!.model}, Node ${process.version}, Postgres ${server!.version}, ${values.times} answers each\n`,
  );
  const sampled = await Promise.all(
    archives.map(async (archive) => ({ archive, sample: await takeSample(archive, createRandom(1)) })),
  );
  console.log(row('milliseconds', ...archives.flatMap(({ name }) => ['', name]), 'p50 ×', 'statements'));
  console.log(row('', ...archives.flatMap(() => ['p50', 'p95'])));
  const sent = new Map<string, { statement: SentStatement; questions: Set<string> }>();
  const missed: { question: Question; slowest: Answer }[] = [];
  for (const question of questionsWith(values.only)) {
    const measured = await answers(sampled, question, Number(values.times)).catch((error: Error) => {
      console.log(`${row(question.name)} not answered: ${error.message}`);
      process.exitCode = 1;
      return null;
    });
    if (measured === null) continue;
    if (!tell(question, measured))
      missed.push({ question, slowest: measured.at(-1)!.toSorted((a, b) => b.ms - a.ms)[0]! });
    for (const statement of measured.at(-1)!.flatMap((answer) => answer.sent)) {
      const known = sent.get(statement.text) ?? { statement, questions: new Set() };
      known.questions.add(question.name);
      sent.set(statement.text, known);
    }
  }
  await tellScans([...sent.values()]);
  if (values.plans) for (const { question, slowest } of missed) await tellSlowest(question, slowest);
} finally {
  await Promise.all(archives.map(({ database }) => database.close()));
}

/** Prints a line and returns whether the goal was met. */
function tell({ name, goalMs }: Question, measured: readonly Answer[][]): boolean {
  const times = measured.map((answers) => answers.map(({ ms }) => ms));
  const [first, last] = [times[0]!, times.at(-1)!].map((all) => percentile(all, 0.5));
  const counts = [...new Set(measured.flat().map(({ sent }) => sent.length))].sort((a, b) => a - b);
  const isMet = percentile(times.at(-1)!, 0.95) < goalMs;
  console.log(
    row(
      name,
      ...times.flatMap((all) => [percentile(all, 0.5).toFixed(1), percentile(all, 0.95).toFixed(1)]),
      (last! / first!).toFixed(1),
      counts.length > 1 ? `${counts[0]}–${counts.at(-1)}` : String(counts[0]),
    ) + (isMet ? '' : `   > ${goalMs} ms`),
  );
  return isMet;
}

async function tellScans(sent: readonly { statement: SentStatement; questions: ReadonlySet<string> }[]): Promise<void> {
  const scansOf = await createScanFinder(largest);
  let scans = 0;
  for (const { statement, questions } of sent) {
    const tables = scansOf(await planOf(largest, statement));
    if (tables.length === 0) continue;
    scans += 1;
    console.log(`\nreads ${tables.join(', ')} whole, for ${[...questions].join('; ')}:\n${statement.text}`);
  }
  console.log(`\n${sent.length} statements, ${scans} of which read a large table whole`);
}

/** The statement of an answer that took the server longest, with its plan. */
async function tellSlowest({ name }: Question, { ms, sent }: Answer): Promise<void> {
  const analyzed: { statement: SentStatement; plan: string }[] = [];
  for (const statement of sent)
    analyzed.push({ statement, plan: await planOf(largest, statement, '(analyze, buffers)') });
  const [slowest] = analyzed.sort((a, b) => executionMs(b.plan) - executionMs(a.plan));
  console.log(
    `\n${name}: ${ms.toFixed(0)} ms, of which ${executionMs(slowest!.plan).toFixed(0)} ms for\n${slowest!.statement.text}\n${JSON.stringify(slowest!.statement.parameters)}\n${slowest!.plan}`,
  );
}

function row(name: string, ...cells: readonly string[]): string {
  return name.padEnd(46) + cells.map((cell) => cell.padStart(11)).join('');
}
