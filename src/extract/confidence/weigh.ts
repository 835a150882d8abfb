import type { EvidenceFact } from '../facts.ts';
import type { Reading } from '../document/reading.ts';
import type { Segment } from '../tagger/tagger.ts';

/**
 * The same facts, with what the tagger thought of the words that prove them. Of 云岫区教育局局长, which proves a post, that
 * is what it thought of the last segment, 局长.
 */
export function weigh<Facts>(facts: Facts, segments: readonly Segment[], reading: Reading): Facts {
  const lastBefore = new Map(
    segments.map((segment) => {
      const { field, start, end } = reading.evidence(segment.start, segment.end, 'segment');
      return [`${field} ${end}`, { ...segment, start }];
    }),
  );
  return mapEvidence(facts, (evidence) => {
    const segment = lastBefore.get(`${evidence.field} ${evidence.end}`);
    if (segment === undefined || segment.start < evidence.start) return evidence;
    return { ...evidence, score: segment.confidence, alternatives: segment.alternatives ?? [] };
  });
}

function mapEvidence<T>(value: T, change: (evidence: EvidenceFact) => EvidenceFact): T {
  const map = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(map);
    if (part === null || typeof part !== 'object') return part;
    if ('quote' in part) return change(part as EvidenceFact);
    return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, map(inner)]));
  };
  return map(value) as T;
}
