import type { FeatureSink } from './feature-sink.ts';
import { numberOf } from './feature-word.ts';
import type { PageShape } from './page-shape.ts';

const nothing = numberOf('');
const [yes, no] = [numberOf('true'), numberOf('false')];
const truth = (holds: boolean): number => (holds ? yes : no);

/** Whether the line, or one beside it, is an item of a list whose items all begin with such a mark. */
export function addMarks({ marks, shapes, lines }: PageShape, at: number, sink: FeatureSink): void {
  const { isProse, length } = shapes[at]!;
  const { sheet } = lines[at]!;
  const [before, own, next] = [marks[at - 1], marks[at], lines[at + 1]?.sheet === sheet ? marks[at + 1] : null];
  if (own) {
    sink.add`mark ${own.mark} ${own.times} ${truth(isProse)}`;
    sink.add`mark closed ${own.mark} ${own.closed} ${truth(isProse)}`;
    sink.add`mark prose ${own.mark} ${own.prose} ${own.times}`;
    sink.add`mark apart ${own.mark} ${own.apart} ${own.times}`;
    sink.add`mark,l ${own.mark} ${own.times} ${length}`;
  }
  if (next) {
    sink.add`mark+1 ${next.mark} ${next.times} ${own?.mark ?? nothing}`;
    sink.add`mark+1 closed ${next.mark} ${next.closed} ${truth(isProse)}`;
    sink.add`mark+1,l ${next.mark} ${next.apart} ${length}`;
  }
  if (before) sink.add`mark-1 ${before.mark} ${before.apart} ${truth(isProse)}`;
}

/** Whether the line is one of several that look alike, as rows of tables and verses do. */
export function addAlike({ alike, shapes }: PageShape, at: number, sink: FeatureSink): void {
  const [before, after] = [alike.before[at]!, alike.after[at]!];
  const { length, kind } = shapes[at]!;
  sink.add`alike ${before} ${after}`;
  sink.add`alike,l ${Math.min(2, before)} ${Math.min(2, after)} ${length}`;
  sink.add`alike,k ${Math.min(2, before)} ${Math.min(2, after)} ${kind}`;
}

const pairs = [
  { name: numberOf('bracket'), open: '(', close: ')' },
  { name: numberOf('quote'), open: '“', close: '”' },
  { name: numberOf('quote'), open: '「', close: '」' },
];

/** Whether brackets or quotation marks are open where the line begins or ends, so that the text goes on. */
export function addOpenPairs({ lines }: PageShape, at: number, sink: FeatureSink): void {
  const { folded, sheet } = lines[at]!;
  const textAt = (i: number): string => (lines[i]?.sheet === sheet ? lines[i].folded : '');
  const [above, below] = [textAt(at - 1), textAt(at + 1)];
  for (const { name, open, close } of pairs) {
    const opensIn = (text: string): boolean => text.lastIndexOf(open) > text.lastIndexOf(close);
    const closesIn = (text: string): boolean => {
      const [first, other] = [text.indexOf(close), text.indexOf(open)];
      return first >= 0 && (other < 0 || other > first);
    };
    const [openAbove, closesHere] = [opensIn(above), closesIn(folded)];
    const [opensHere, closedBelow] = [opensIn(folded), closesIn(below)];
    if (openAbove || closesHere) sink.add`closed mark ${name} ${truth(openAbove)} ${truth(closesHere)}`;
    if (opensHere || closedBelow) sink.add`open mark ${name} ${truth(opensHere)} ${truth(closedBelow)}`;
  }
}
