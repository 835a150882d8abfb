import type { NamedSpan, Span } from './reading.ts';

/** The index of the first of `spans` that ends after `at`. `spans` are in order and do not overlap. */
function firstEndingAfter(spans: readonly Span[], at: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.end > at) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Those of `spans` that lie wholly in [start, end). `spans` are in order and do not overlap. */
export function spansWithin<T extends Span>(spans: readonly T[], start: number, end: number): T[] {
  const found: T[] = [];
  for (let i = firstEndingAfter(spans, start); i < spans.length && spans[i]!.end <= end; i += 1) if (spans[i]!.start >= start) found.push(spans[i]!);
  return found;
}

/** Whether any of `spans` shares a unit with the given one. `spans` are in order and do not overlap. */
export function overlapsAny(spans: readonly Span[], { start, end }: Span): boolean {
  const next = spans[firstEndingAfter(spans, start)];
  return next !== undefined && next.start < end;
}

/** Every place of every name in a text; where names overlap the longest counts, then the first. */
export function findPlaces(text: string, names: readonly string[]): Map<string, Span[]> {
  const lengths = new Map<string, number[]>(); // of the names that begin with a character, longest first
  const known = new Set(names);
  for (const name of [...known].sort((a, b) => b.length - a.length)) {
    const own = lengths.get(name[0] ?? '') ?? [];
    if (name !== '' && own.at(-1) !== name.length) lengths.set(name[0]!, [...own, name.length]);
  }
  const candidates: NamedSpan[] = [];
  for (let start = 0; start < text.length; start += 1) {
    for (const length of lengths.get(text[start]!) ?? []) {
      const name = text.slice(start, start + length);
      if (start + length <= text.length && known.has(name)) candidates.push({ start, end: start + length, text: name });
    }
  }
  const taken = new Uint8Array(text.length);
  const found = new Map<string, Span[]>(names.map((name) => [name, []]));
  for (const { start, end, text: name } of candidates.sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)) {
    if (taken[start] || taken[end - 1]) continue;
    taken.fill(1, start, end);
    found.get(name)!.push({ start, end });
  }
  return found;
}
