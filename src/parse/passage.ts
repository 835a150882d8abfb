import { sliceFlow } from '../text/flow.ts';
import type { FlowedText } from '../text/flowed-text.ts';
import { foldWidth } from '../text/width.ts';

/** A text as printed, and the same in half width, unit for unit: the rules read that, and their offsets hold for both. */
export interface Passage {
  readonly printed: FlowedText;
  readonly folded: string;
}

/** A flowed text made ready for the rules. */
export function passage(printed: FlowedText): Passage {
  return { printed, folded: foldWidth(printed.text) };
}

/** The stretch `[start, end)` of a passage, in UTF-16 units, without the blanks at its ends. */
export function cutPassage({ printed, folded }: Passage, start: number, end = folded.length): Passage {
  const text = printed.text.slice(start, end);
  const first = start + text.length - text.trimStart().length;
  const last = Math.max(first, start + text.trimEnd().length);
  return { printed: sliceFlow(printed, first, last), folded: folded.slice(first, last) };
}
