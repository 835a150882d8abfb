/** UTF-16 offsets into a reading's text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A span and the words in it. */
export interface NamedSpan extends Span {
  readonly text: string;
}

/** The index of the first of `spans` that ends after `at`. `spans` are in order and do not overlap. */
export function firstEndingAfter(spans: readonly Span[], at: number): number {
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
  for (let i = firstEndingAfter(spans, start); i < spans.length && spans[i]!.end <= end; i += 1)
    if (spans[i]!.start >= start) found.push(spans[i]!);
  return found;
}

/** Whether any of `spans` shares a unit with the given one. `spans` are in order and do not overlap. */
export function overlapsAny(spans: readonly Span[], { start, end }: Span): boolean {
  const next = spans[firstEndingAfter(spans, start)];
  return next !== undefined && next.start < end;
}

/** Every place of every name in a text; where names overlap the longest counts, then the one given first. */
export function findPlaces(text: string, names: readonly string[]): Map<string, Span[]> {
  const found = new Map<string, Span[]>(names.map((name) => [name, []]));
  const taken = new Uint8Array(text.length);
  for (const name of [...found.keys()].sort((a, b) => b.length - a.length)) {
    if (name === '') continue;
    const spans = found.get(name)!;
    for (let start = text.indexOf(name); start >= 0; start = text.indexOf(name, start + 1)) {
      const end = start + name.length;
      if (taken[start] || taken[end - 1] || start < (spans.at(-1)?.end ?? 0)) continue;
      spans.push({ start, end });
    }
    for (const { start, end } of spans) taken.fill(1, start, end);
  }
  return found;
}
