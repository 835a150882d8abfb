import { findPlaces } from './span.ts';

/** The text with every known name blanked out, so that a short form is seen only where it stands alone. */
export function maskNames(text: string, names: readonly string[]): string {
  const spans = [...findPlaces(text, names).values()].flat().sort((a, b) => a.start - b.start);
  let masked = '';
  let at = 0;
  for (const { start, end } of spans) {
    masked += text.slice(at, start) + '\0'.repeat(end - start);
    at = end;
  }
  return masked + text.slice(at);
}
