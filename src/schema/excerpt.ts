const SENTENCE_END = /[。！？!?…][”’」』）)]*/gu;
const MARK = '…';

/**
 * The beginning of a text: all of it if it has at most `length` UTF-16 units, else its whole sentences that fit, or as
 * much of the first as fits, marked with `…` beyond `length`.
 */
export function excerptOf(text: string, length: number): string {
  if (text.length <= length) return text;
  const ends = [...text.matchAll(SENTENCE_END)].map((end) => end.index + end[0].length);
  const end = ends.findLast((place) => place <= length);
  // Not between the two halves of a character outside the basic plane.
  return (end === undefined ? text.slice(0, length).replace(/[\uD800-\uDBFF]$/u, '') : text.slice(0, end)) + MARK;
}
