import { sliceFlow } from '../text/flow.ts';
import { squeeze } from '../text/width.ts';
import type { ArticleDraft } from './article.ts';
import { findPhotoCredit } from './caption.ts';
import { asPrinted } from './credit.ts';
import type { Passage } from './passage.ts';

/** A caption and the number of articles begun before it. */
export interface PlacedCaption {
  readonly text: Passage;
  readonly after: number;
}

/** Gives each caption, and who took its picture, to the article before or after it that shares more of its words. */
export function giveCaptions(captions: readonly PlacedCaption[], drafts: readonly ArticleDraft[]): void {
  for (const {
    text: { printed, folded },
    after,
  } of captions) {
    const before = drafts.slice(Math.max(0, after - 2), after).findLast((d) => !d.isEmpty);
    const next = drafts.slice(after, after + 2).find((d) => !d.isEmpty);
    const owner = before && next && sharedWords(folded, next) > sharedWords(folded, before) ? next : (before ?? next);
    if (!owner) continue;
    owner.captions.push(printed);
    const credit = findPhotoCredit(folded);
    if (!credit) continue;
    const text = sliceFlow(printed, credit.start, credit.end);
    owner.bylines.push({ text, credits: asPrinted(credit.credits, text.text, folded.slice(credit.start, credit.end)) });
  }
}

function sharedWords(caption: string, draft: ArticleDraft): number {
  const text = squeeze(
    [...draft.headline, ...draft.pieces.map((p) => p.text)]
      .map((t) => t.folded)
      .join('\n')
      .slice(0, 20_000),
  );
  const words = new Set<string>();
  const read = squeeze(caption).slice(0, 200);
  for (let i = 0; i + 3 <= read.length; i += 1) words.add(read.slice(i, i + 3));
  return [...words].filter((w) => text.includes(w)).length;
}
