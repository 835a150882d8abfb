const SENTENCE_END = /[。！？!?…]+[”’」』）)]*/gu;
const MARK = '…';

/**
 * The beginning of a text in at most `length` UTF-16 units, `length` at least 1: all of it if it fits, else its whole
 * sentences that fit, or as much of the first as fits, and `…`, which counts.
 */
export function excerptOf(text: string, length: number): string {
  if (text.length <= length) return text;
  const room = length - MARK.length;
  const ends = Array.from(text.slice(0, room + 1).matchAll(SENTENCE_END), (end) => end.index + end[0].length);
  const end = ends.findLast((place) => place <= room);
  return (end === undefined ? cut(text, room) : text.slice(0, end)) + MARK;
}

/** The first units of a text, without half of a character outside the basic plane. */
function cut(text: string, length: number): string {
  return text.slice(0, length).replace(/[\uD800-\uDBFF]$/u, '');
}
