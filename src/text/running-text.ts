/**
 * A passage: Chinese characters with nothing but punctuation and blanks between them. Long ones are matched in pieces,
 * as the matcher's stack is limited.
 */
const passages =
  /[\p{Script=Han}\s，、。：；？！“”‘’「」『』《》〈〉（）【】〔〕—…·,.:;?!"'()\u2010-\u2015-]{1,10000}/gu;
/**
 * A sentence has at least this many characters. Labels and headings of a table, run together, may have more, but no
 * stops.
 */
const SHORTEST_SENTENCE = 10;
const stop = /[，。：；？！,.:;?!]/;
const SHORTEST_PASSAGE = 20;
const notHan = /\P{Script=Han}{1,1000}/gu;
/** Most characters of a page stand in such passages; of a Japanese text few do. */
const SMALLEST_RUNNING_SHARE = 0.25;
/**
 * About nine in ten letters of a page are Chinese characters, fewer where it names foreigners; of source code with
 * Chinese comments, one in seven.
 */
const SMALLEST_SHARE = 0.4;
/** Tables have more. */
const MOST_DIGITS_A_CHARACTER = 3;

/**
 * Whether a text is running Chinese, as every page is, even a single notice: two fifths of its letters are Chinese
 * characters, a quarter of these stand in sentences of at least ten, and there are at most three digits for each of the
 * latter.
 */
export function isChineseText(text: string): boolean {
  let running = 0;
  for (const [passage] of text.matchAll(passages)) {
    const characters = lengthWithout(passage, notHan);
    if (characters >= (stop.test(passage) ? SHORTEST_SENTENCE : SHORTEST_PASSAGE)) running += characters;
  }
  if (running === 0) return false;
  const [han, letters, digits] = [notHan, /\P{L}{1,1000}/gu, /\P{N}{1,1000}/gu].map((other) =>
    lengthWithout(text, other),
  ) as [number, number, number];
  return (
    running >= han * SMALLEST_RUNNING_SHARE &&
    han >= letters * SMALLEST_SHARE &&
    digits <= running * MOST_DIGITS_A_CHARACTER
  );
}

function lengthWithout(text: string, other: RegExp): number {
  return text.replace(other, '').length;
}
