import { comparisonKey } from './comparison-key.ts';

/** No sentence is shown longer on either side of the words. */
const reach = 80;

/** Finds sentences of a text by words that may be printed with other blanks, in another width or over a line's end. */
export class SentenceFinder {
  private readonly text: string;

  constructor(raw: string) {
    this.text = comparisonKey(raw);
  }

  /** The first sentence, from the headline on, that holds the first of the words that is there at all. */
  find(words: readonly string[], headline: string | null): string | null {
    const from = Math.max(0, this.text.indexOf(comparisonKey(headline)));
    for (const word of words.map(comparisonKey)) {
      if (word === '') continue;
      const after = this.text.indexOf(word, from);
      const at = after < 0 ? this.text.indexOf(word) : after;
      if (at >= 0) return this.around(at, at + word.length);
    }
    return null;
  }

  private around(start: number, end: number): string {
    const before = this.text.slice(Math.max(0, start - reach), start);
    const after = this.text.slice(end, end + reach);
    const isEnded = /[。!?;]$/.test(this.text.slice(start, end));
    return (
      /[^。!?;]*$/.exec(before)![0] +
      this.text.slice(start, end) +
      (isEnded ? '' : /^[^。!?;]*[。!?;]?/.exec(after)![0])
    );
  }
}
