import type { EvidenceFact } from '../facts.ts';
import type { Reading } from '../document/reading.ts';
import type { Segment } from '../tagger/tagger.ts';

/**
 * The same facts, with what the tagger thought of the words that prove them. Of 云岫区教育局局长, which proves a post, that
 * is what it thought of the last segment, 局长.
 */
export function weigh<Facts>(facts: Facts, segments: readonly Segment[], reading: Reading): Facts {
  const lastBefore = new Map<string, Map<number, Segment>>();
  for (const segment of segments) {
    const { field, end } = reading.evidence(segment.start, segment.end, 'segment');
    const ofField = lastBefore.get(field) ?? new Map<number, Segment>();
    lastBefore.set(field, ofField.set(end, segment));
  }
  return mapEvidence(facts, (evidence) => {
    const segment = lastBefore.get(evidence.field)?.get(evidence.end);
    if (segment === undefined) return evidence;
    const { start } = reading.evidence(segment.start, segment.end, 'segment');
    if (start < evidence.start) return evidence;
    return { ...evidence, score: segment.confidence, alternatives: segment.alternatives ?? [] };
  });
}

/** The same value with its evidence changed; what has none is not copied. */
function mapEvidence<T>(value: T, change: (evidence: EvidenceFact) => EvidenceFact): T {
  const map = (part: unknown): unknown => {
    if (part === null || typeof part !== 'object') return part;
    if (Array.isArray(part)) return part.map(map);
    if ('quote' in part) return change(part as EvidenceFact);
    let copy: Record<string, unknown> | null = null;
    for (const [key, inner] of Object.entries(part)) {
      const changed = map(inner);
      if (changed !== inner) (copy ??= { ...part })[key] = changed;
    }
    return copy ?? part;
  };
  return map(value) as T;
}
