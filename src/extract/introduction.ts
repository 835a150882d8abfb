import { nounStart } from '../text/noun.ts';
import type { Introduction } from './alias.ts';
import type { Reading, Span } from './reading.ts';

/** （以下简称“…”）: the full name ends where the bracket stood. */
export function readIntroductions(reading: Reading): (Introduction & { span: Span })[] {
  return reading.introductions.flatMap(({ shortName, at }) => {
    const sentence = reading.sentences.find(({ start, end }) => start < at && at <= end) ?? { start: 0, end: at };
    const from = Math.max(sentence.start, ...['，', '、', '。', '；', '：', '“', '”', '\n'].map((c) => reading.text.lastIndexOf(c, at - 1) + 1));
    const start = nounStart(reading.text, from, at);
    return start < at ? [{ full: reading.text.slice(start, at), shortName, span: { start, end: at } }] : [];
  });
}
