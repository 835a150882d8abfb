import { joinFlows, sliceFlow } from '../text/flow.ts';
import type { FlowedText } from '../text/flowed-text.ts';

/** A text as printed, and as the rules read it (`foldText`), unit for unit: offsets are valid in both. */
export interface Passage {
  readonly printed: FlowedText;
  readonly folded: string;
}

/** Puts passages together without anything between. */
export function joinPassages(parts: readonly Passage[]): Passage {
  return {
    printed: joinFlows(
      parts.map((p) => p.printed),
      '',
    ),
    folded: parts.map((p) => p.folded).join(''),
  };
}

/** The stretch `[start, end)` of a passage, in UTF-16 units, without the blanks at its ends. */
export function cutPassage({ printed, folded }: Passage, start: number, end = folded.length): Passage {
  const text = printed.text.slice(start, end);
  const first = start + text.length - text.trimStart().length;
  const last = Math.max(first, start + text.trimEnd().length);
  return { printed: sliceFlow(printed, first, last), folded: folded.slice(first, last) };
}
