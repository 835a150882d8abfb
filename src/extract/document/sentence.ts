import type { Span } from './span.ts';

/**
 * A sentence longer than this is cut at its next delimiter: no rule looks further, so that reading takes time in
 * proportion to length.
 */
const longest = 600;

/** Sentences end at 。！？； or a line's end; closing quotes and brackets belong to the sentence before. */
export function sentencesOf(text: string): Span[] {
  const found: Span[] = [];
  let start = 0;
  for (let i = 0; i < text.length; i += 1) {
    const isLong = i - start >= longest && (',，、 '.includes(text[i]!) || i - start >= 2 * longest);
    if (!isLong && !'。！？；\n'.includes(text[i]!)) continue;
    let end = i + 1;
    while ('”’）'.includes(text[end] ?? ' ')) end += 1;
    if (end - start > 1) found.push({ start, end });
    start = end;
    i = end - 1;
  }
  if (start < text.length) found.push({ start, end: text.length });
  return found;
}

/** Sentences with what ； and ： join to them: one decision on several posts. */
export function periodsOf(text: string, sentences: readonly Span[]): Span[] {
  const found: Span[] = [];
  for (const sentence of sentences) {
    const last = found.at(-1);
    const isJoined = last && last.end - last.start < longest && /[；：]\n?$/.test(text.slice(last.end - 2, last.end));
    if (isJoined) found.splice(-1, 1, { start: last.start, end: sentence.end });
    else found.push(sentence);
  }
  return found;
}
