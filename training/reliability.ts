import type { FactKind } from '../src/extract/confidence/calibration.ts';
import type { RatedReading } from './fit-calibration.ts';

/** Says for each kind how well its confidence holds on texts that it was not fitted on. */
export function summaryTable(readings: ReadonlyMap<FactKind, readonly RatedReading[]>): string {
  const rows = [...readings].map(([kind, own]) => [
    kind.toLowerCase(),
    String(own.length),
    percent(mean(own.map(rightness))),
    percent(mean(own.map(({ confidence }) => confidence))),
    mean(own.map((reading) => (reading.confidence - rightness(reading)) ** 2)).toFixed(3),
    percent(chanceOfOrder(own)),
  ]);
  return table(['fact', 'count', 'right', 'confidence', 'Brier score', 'ranked right'], rows);
}

/** Readings by tenths of confidence: how many are expected to be right, and how many are. */
export function reliabilityTable(readings: readonly RatedReading[]): string {
  const rows = Array.from({ length: 10 }, (_, tenth) => {
    const own = readings.filter(({ confidence }) => Math.min(9, Math.floor(confidence * 10)) === tenth);
    const shares =
      own.length === 0
        ? ['', '']
        : [own.map(({ confidence }) => confidence), own.map(rightness)].map((all) => percent(mean(all)));
    return [`${(tenth / 10).toFixed(1)}–${((tenth + 1) / 10).toFixed(1)}`, String(own.length), ...shares];
  });
  return table(['confidence', 'count', 'expected', 'right'], rows);
}

const rightness = ({ isRight }: RatedReading): number => (isRight ? 1 : 0);
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const percent = (share: number): string => (Number.isNaN(share) ? '' : (100 * share).toFixed(1));

/** How often a right reading has a higher confidence than a wrong one (the area under the ROC curve). */
function chanceOfOrder(readings: readonly RatedReading[]): number {
  const sorted = [...readings].sort((a, b) => a.confidence - b.confidence);
  let wrongBelow = 0;
  let ordered = 0;
  for (let at = 0; at < sorted.length; ) {
    const { confidence } = sorted[at]!;
    const tied = sorted.slice(at).findIndex((other) => other.confidence !== confidence);
    const group = sorted.slice(at, tied < 0 ? undefined : at + tied);
    const right = group.filter(({ isRight }) => isRight).length;
    const wrong = group.length - right;
    ordered += right * (wrongBelow + wrong / 2);
    wrongBelow += wrong;
    at += group.length;
  }
  return ordered / (wrongBelow * (sorted.length - wrongBelow));
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), `|---|${'--:|'.repeat(head.length - 1)}`, ...rows.map(line)].join('\n');
}
