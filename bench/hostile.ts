import { fork } from 'node:child_process';
import { parseArgs } from 'node:util';
import { hostileTexts, type HostileText } from './hostile-text.ts';
import type { Timing } from './hostile-process.ts';

/**
 * Time against length for texts that no paper prints, at doubling lengths up to what must be survived.
 * `--only WORD` takes the texts whose name holds WORD; `--limit SECONDS` (20) ends a text that takes longer in all.
 * The last two columns tell the growth over the last two doublings: 1 is linear, 2 quadratic.
 */
const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    limit: { type: 'string', default: '20' },
    doublings: { type: 'string', default: '6' },
  },
});

console.log(row('text', 'length', 'parse ms', 'extract ms', 'parse', 'extract'));
for (const [place, text] of hostileTexts.entries()) {
  if (text.name.includes(values.only)) tell(text, await measure(place));
}

/** The timings until the text is read at full length, takes too long or breaks the process. */
function measure(place: number): Promise<{ timings: Timing[]; end: string }> {
  const timings: Timing[] = [];
  const reader = fork(new URL('hostile-process.ts', import.meta.url), [String(place), values.doublings], {
    execArgv: [...process.execArgv, '--max-old-space-size=1024'],
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
  });
  return new Promise((resolve) => {
    let end = '';
    let complaint = '';
    reader.stderr!.setEncoding('utf8').on('data', (text: string) => {
      complaint += text;
    });
    const clock = setTimeout(() => {
      end = `not done in ${values.limit} s`;
      reader.kill('SIGKILL');
    }, Number(values.limit) * 1000);
    reader.on('message', (timing: Timing) => timings.push(timing));
    reader.on('close', (code, signal) => {
      clearTimeout(clock);
      if (code !== 0 && end === '')
        end =
          /^.*Error.*$/m.exec(complaint)?.[0].trim() ??
          (complaint.includes('heap') ? 'out of 1 GB of heap' : `ended with ${signal ?? code}`);
      resolve({ timings, end });
    });
  });
}

function tell({ name, full }: HostileText, { timings, end }: { timings: readonly Timing[]; end: string }): void {
  const last = timings.at(-1);
  const note = end === '' ? '' : `  ${end} at ${full >> (Number(values.doublings) - timings.length)}`;
  if (last === undefined) return console.log(row(name) + note);
  const growth = (of: 'parseMs' | 'extractMs'): string => {
    const before = timings.at(-3) ?? timings[0]!;
    if (before === last || last[of] < 20) return '-';
    return (Math.log2(last[of] / before[of]) / Math.log2(last.length / before.length)).toFixed(1);
  };
  console.log(
    row(
      name,
      String(last.length),
      last.parseMs.toFixed(0),
      last.extractMs.toFixed(0),
      growth('parseMs'),
      growth('extractMs'),
    ) + note,
  );
}

function row(name: string, ...cells: readonly string[]): string {
  const width = [...name].reduce((sum, c) => sum + (c > '\u2e7f' ? 2 : 1), 0);
  return name + ' '.repeat(Math.max(1, 40 - width)) + cells.map((cell) => cell.padStart(11)).join('');
}
