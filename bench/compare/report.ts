import type { Lane, Slot } from './measure.ts';
import { table } from './table.ts';

/** One contender's figures for one question and number of connections. */
export interface Figures {
  readonly throughput: number;
  readonly p50: number;
  readonly p99: number;
  /** Processor time a request. */
  readonly serverMs: number;
  readonly databaseMs: number;
}

export function figuresOf(slots: readonly Slot[]): Figures {
  const latencies = slots.flatMap((slot) => slot.latencies).sort((a, b) => a - b);
  const at = (share: number) => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))]!;
  const sum = (of: (slot: Slot) => number) => slots.reduce((all, slot) => all + of(slot), 0);
  return {
    throughput: latencies.length / sum(({ seconds }) => seconds),
    p50: at(0.5),
    p99: at(0.99),
    serverMs: sum(({ serverMs }) => serverMs) / latencies.length,
    databaseMs: sum(({ databaseMs }) => databaseMs) / latencies.length,
  };
}

/** One contender's figures as shares of another's. */
export interface Ratios extends Readonly<Record<'throughput' | 'p50' | 'p99' | 'cpu', number>> {
  /** The least and the greatest throughput that one round had. */
  readonly rounds: readonly [number, number];
}

export function ratiosOf(slots: readonly Slot[], otherSlots: readonly Slot[]): Ratios {
  const [own, other] = [figuresOf(slots), figuresOf(otherSlots)];
  // Slots of one round stand next to each other in time: what else the machine did hit both.
  const byRound = slots
    .map((slot, round) => figuresOf([slot]).throughput / figuresOf([otherSlots[round]!]).throughput)
    .sort((a, b) => a - b);
  return {
    throughput: own.throughput / other.throughput,
    rounds: [byRound[0]!, byRound.at(-1)!],
    p50: own.p50 / other.p50,
    p99: own.p99 / other.p99,
    cpu: (own.serverMs + own.databaseMs) / (other.serverMs + other.databaseMs),
  };
}

export function geometricMean(values: readonly number[]): number {
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
}

/** Every contender's figures. */
export function figuresTable(lanes: readonly Lane[], connections: readonly number[]): string {
  const head = [
    '',
    ...connections.flatMap((count) => [
      `${count} at once: requests/s`,
      'p50 ms',
      'p99 ms',
      'CPU ms: server',
      'database',
    ]),
    'statements',
  ];
  return table(
    head,
    lanes.map(({ question, contender, slots, statements }) => [
      `${question}, ${contender.name}`,
      ...connections.flatMap((count) => {
        const { throughput, p50, p99, serverMs, databaseMs } = figuresOf(slots.get(count)!);
        return [throughput.toFixed(0), ...[p50, p99, serverMs, databaseMs].map((ms) => ms.toFixed(2))];
      }),
      statements.toFixed(1).replace('.0', ''),
    ]),
  );
}

/** One contender's figures as shares of another's, question by question. */
export function ratiosTable(
  lanes: readonly Lane[],
  connections: readonly number[],
  one: string,
  other: string,
): string {
  const questions = [...new Set(lanes.map(({ question }) => question))];
  const slotsOf = (name: string, question: string, count: number) =>
    lanes.find((lane) => lane.contender.name === name && lane.question === question)!.slots.get(count)!;
  const all = questions.map((question) =>
    connections.map((count) => ratiosOf(slotsOf(one, question, count), slotsOf(other, question, count))),
  );
  const head = [
    `${one} ÷ ${other}`,
    ...connections.flatMap((count) => [`${count} at once: throughput`, '(rounds)', 'p50', 'p99', 'CPU']),
  ];
  return table(head, [
    ...questions.map((question, at) => [
      question,
      ...all[at]!.flatMap(({ throughput, rounds, p50, p99, cpu }) => [
        times(throughput),
        rounds.map(times).join('–'),
        times(p50),
        times(p99),
        times(cpu),
      ]),
    ]),
    [
      'geometric mean',
      ...connections.flatMap((_, at) => {
        const mean = (of: (ratios: Ratios) => number) => times(geometricMean(all.map((ratios) => of(ratios[at]!))));
        return [
          mean(({ throughput }) => throughput),
          '',
          mean(({ p50 }) => p50),
          mean(({ p99 }) => p99),
          mean(({ cpu }) => cpu),
        ];
      }),
    ],
  ]);
}

function times(ratio: number): string {
  return ratio < 0.1 ? ratio.toFixed(3) : ratio < 10 ? ratio.toFixed(2) : ratio.toFixed(0);
}
