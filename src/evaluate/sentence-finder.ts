import { comparisonKey } from './comparison-key.ts';

/** How many characters of a sentence are shown on either side of the words at most. */
const MAX_CONTEXT = 80;

/** Finds sentences by words that may be printed in another width, with other blanks or across a line break. */
export class SentenceFinder {
  private readonly text: string;

  constructor(raw: string) {
    this.text = comparisonKey(raw);
  }

  /**
   * The first sentence after the headline that holds one of the words, or else the first of the whole text. Earlier
   * words go before later ones. null when the text holds none of them.
   */
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
    const words = this.text.slice(start, end);
    const before = this.text.slice(Math.max(0, start - MAX_CONTEXT), start).replace(/^.*[。!?;]/s, '');
    const after = /[。!?;]$/.test(words) ? '' : this.text.slice(end, end + MAX_CONTEXT).replace(/(?<=[。!?;]).*$/s, '');
    return before + words + after;
  }
}
