import type { ParsedArticle } from '../../parse/parsed-issue.ts';
import { withoutBlanks } from '../../text/blank.ts';
import { foldWidth } from '../../text/width.ts';
import type { ArticleText, EvidenceFact } from '../facts.ts';

/** A text in the form in which words are compared, and where each of its units stands in the text. */
interface ComparedText {
  readonly field: ArticleText;
  readonly text: string;
  readonly key: string;
  readonly at: readonly number[];
}

/** Finds words in the texts of an article, whatever their width and blanks. */
export class PrintedWords {
  /** The rule of the evidence that is found. */
  private readonly rule: string;
  private readonly texts: readonly ComparedText[];

  constructor({ headline, body, byline, source }: ParsedArticle, rule: string) {
    this.rule = rule;
    const texts = [
      ['BODY', body],
      ['HEADLINE', headline],
      ['BYLINE', byline],
      ['SOURCE', source],
    ] as const;
    this.texts = texts.flatMap(([field, flowed]) => (flowed === null ? [] : [compared(field, flowed.text)]));
  }

  /** Every place where the words stand, those of the body first; empty when they stand nowhere. */
  find(words: string): EvidenceFact[] {
    const key = withOneDot(foldWidth(withoutBlanks(words)));
    if (key === '') return [];
    return this.texts.flatMap((text) => this.placesIn(text, key));
  }

  private placesIn({ field, text, key: all, at }: ComparedText, key: string): EvidenceFact[] {
    const places: EvidenceFact[] = [];
    for (let from = all.indexOf(key); from >= 0; from = all.indexOf(key, from + key.length)) {
      const start = at[from]!;
      const end = at[from + key.length - 1]! + 1;
      places.push({ field, start, end, quote: text.slice(start, end), rule: this.rule });
    }
    return places;
  }
}

function compared(field: ArticleText, text: string): ComparedText {
  let key = '';
  const at: number[] = [];
  for (const [i, unit] of Array.from(foldWidth(text).split('')).entries()) {
    if (/\s/u.test(unit)) continue;
    key += unit;
    at.push(i);
  }
  return { field, text, key: withOneDot(key), at };
}

/** The dots that are printed inside names are one: 让•莫兰, 让・莫兰. */
const withOneDot = (text: string): string => text.replace(/[•‧・∙]/g, '·');

/** Whether a place lies in another, longer one. */
export const liesIn = (inner: EvidenceFact, outer: EvidenceFact): boolean =>
  inner.field === outer.field &&
  outer.start <= inner.start &&
  inner.end <= outer.end &&
  outer.end - outer.start > inner.end - inner.start;

/** The place that is nearest to one of the others; the first when none shares a text with them. */
export function nearestTo(places: readonly EvidenceFact[], others: readonly EvidenceFact[]): EvidenceFact | undefined {
  const distance = (place: EvidenceFact): number =>
    Math.min(
      ...others.map((other) =>
        other.field === place.field
          ? Math.max(0, place.start - other.end, other.start - place.end)
          : Number.MAX_SAFE_INTEGER,
      ),
    );
  let best: { readonly place: EvidenceFact; readonly distance: number } | undefined;
  for (const place of places) {
    const far = distance(place);
    if (best === undefined || far < best.distance) best = { place, distance: far };
  }
  return best?.place;
}
