import type { Lane, Slot } from './measure.ts';

/** One contender's figures for one question and number of connections. */
interface Figures {
  readonly throughput: number;
  readonly p50: number;
  readonly p99: number;
  readonly serverMs: number;
  readonly databaseMs: number;
}

function figuresOf(slots: readonly Slot[]): Figures {
  const latencies = slots.flatMap((slot) => slot.latencies).sort((a, b) => a - b);
  const at = (share: number) => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))]!;
  const sum = (of: (slot: Slot) => number) => slots.reduce((all, slot) => all + of(slot), 0);
  return {
    throughput: latencies.length / sum(({ seconds }) => seconds), p50: at(0.5), p99: at(0.99),
    serverMs: sum(({ serverMs }) => serverMs) / latencies.length, databaseMs: sum(({ databaseMs }) => databaseMs) / latencies.length,
  };
}

/** Prints what was measured: first each contender's figures, then those of the first as shares of each other's. */
export function tell(lanes: readonly Lane[], connections: readonly number[], print: (line: string) => void): void {
  const questions = [...new Set(lanes.map(({ question }) => question))];
  const names = [...new Set(lanes.map(({ contender }) => contender.name))];
  const laneOf = (name: string, question: unknown) => lanes.find((lane) => lane.contender.name === name && lane.question === question)!;
  print(row('', ...connections.flatMap((count) => [`${count} at once`, '', '', 'CPU ms a request', '']), ''));
  print(row('', ...connections.flatMap(() => ['requests/s', 'p50 ms', 'p99 ms', 'server', 'database']), 'statements'));
  for (const question of questions) {
    print(question.name);
    for (const name of names) {
      const { slots, statements } = laneOf(name, question);
      const figures = connections.flatMap((count) => {
        const { throughput, p50, p99, serverMs, databaseMs } = figuresOf(slots.get(count)!);
        return [throughput.toFixed(0), p50.toFixed(2), p99.toFixed(2), serverMs.toFixed(2), databaseMs.toFixed(2)];
      });
      print(row(`  ${name}`, ...figures, statements.toFixed(1).replace('.0', '')));
    }
  }
  const [first, ...others] = names;
  for (const other of others) {
    print(`\n${first} ÷ ${other}`);
    print(row('', ...connections.flatMap((count) => [`${count} at once`, '(rounds)', 'p50', 'p99', 'CPU'])));
    const all = questions.map((question) => connections.map((count) => {
      const [slots, otherSlots] = [first!, other].map((name) => laneOf(name, question).slots.get(count)!);
      return ratiosOf(slots!, otherSlots!);
    }));
    for (const [at, question] of questions.entries()) print(row(`  ${question.name}`, ...all[at]!.flatMap(({ throughput, rounds, p50, p99, cpu }) => [x(throughput), rounds, x(p50), x(p99), x(cpu)])));
    print(row('  geometric mean', ...connections.flatMap((_, at) => {
      const mean = (of: (ratios: Ratios) => number) => Math.exp(all.reduce((sum, ratios) => sum + Math.log(of(ratios[at]!)), 0) / all.length);
      return [x(mean(({ throughput }) => throughput)), '', x(mean(({ p50 }) => p50)), x(mean(({ p99 }) => p99)), x(mean(({ cpu }) => cpu))];
    })));
  }
}

interface Ratios {
  readonly throughput: number;
  /** The least and the greatest that one round had. */
  readonly rounds: string;
  readonly p50: number;
  readonly p99: number;
  readonly cpu: number;
}

function ratiosOf(slots: readonly Slot[], otherSlots: readonly Slot[]): Ratios {
  const [own, other] = [figuresOf(slots), figuresOf(otherSlots)];
  // Slots of one round stand next to each other in time: what else the machine did hit both.
  const byRound = slots.map((slot, round) => figuresOf([slot]).throughput / figuresOf([otherSlots[round]!]).throughput).sort((a, b) => a - b);
  return {
    throughput: own.throughput / other.throughput,
    rounds: `${byRound[0]!.toFixed(2)}–${byRound.at(-1)!.toFixed(2)}`,
    p50: own.p50 / other.p50, p99: own.p99 / other.p99, cpu: (own.serverMs + own.databaseMs) / (other.serverMs + other.databaseMs),
  };
}

function x(ratio: number): string {
  return ratio.toFixed(2);
}

function row(name: string, ...cells: readonly string[]): string {
  return name.padEnd(18) + cells.map((cell) => cell.padStart(11)).join('');
}
