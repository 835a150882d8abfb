import { matchesOf } from './match.ts';
import { UNSPACED, foldForSearch, isUnspaced, runsOf } from './search-text.ts';
import type { SearchTerm } from './search-query.ts';

/** Where a text has something that was looked for, in UTF-16 units. `term` is the term's place in the query. */
export interface TermRange {
  readonly start: number;
  readonly end: number;
  readonly term: number;
}

/**
 * The places of a text that match the terms, in order, whatever its line breaks and script. A term that never occurs
 * whole is matched by its parts. Adjacent places of one term are merged.
 */
export function rangesOf(text: string, terms: readonly SearchTerm[]): TermRange[] {
  const folded = foldForSearch(text);
  const found = terms.flatMap(({ text: whole, parts }, term) => {
    const places = placesOf(folded, whole);
    return (places.length > 0 ? places : parts.flatMap((part) => placesOf(folded, part))).map((place) => ({
      ...place,
      term,
    }));
  });
  return merged(found.sort((a, b) => a.start - b.start || b.end - a.end));
}

function placesOf(folded: string, searched: string): { start: number; end: number }[] {
  return matchesOf(folded, patternOf(searched)).map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }));
}

/** Reads what `searchText` made the same: blanks beside Chinese characters, and boundaries however they are printed. */
function patternOf(searched: string): RegExp {
  const stretches = searched.split('\n').map((stretch) =>
    stretch
      .split(' ')
      .map((word) => runsOf(word).map(runPattern).join(' *'))
      .join(' +'),
  );
  return new RegExp(stretches.join(' *\\n[ \\n]*'), 'gu');
}

function runPattern(run: string): string {
  if (isUnspaced(run)) return [...run].join(' *');
  // A text may print 1287 as 1,287.
  const word = run.replaceAll('.', String.raw`\.`).replace(/\d(?=\d{3})/gu, '$&,?');
  return String.raw`(?<![^${UNSPACED}\s])${word}(?![^${UNSPACED}\s])`;
}

function merged(ranges: readonly TermRange[]): TermRange[] {
  const all: TermRange[] = [];
  for (const range of ranges) {
    const last = all.at(-1);
    if (last === undefined || range.start > last.end || (range.start === last.end && range.term !== last.term))
      all.push(range);
    else if (range.end > last.end) all[all.length - 1] = { ...last, end: range.end };
  }
  return all;
}
