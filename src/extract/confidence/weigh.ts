import type { EvidenceFact } from '../facts.ts';
import type { Reading } from '../document/reading.ts';
import type { Segment } from '../tagger/tagger.ts';

/**
 * The same facts, with what the tagger thought of the words that prove them. Of 云岫区教育局局长, which proves a post, that
 * is what it thought of the last segment, 局长.
 */
export function weigh<Facts>(facts: Facts, segments: readonly Segment[], reading: Reading): Facts {
  const lastBefore = new Map<string, Map<number, { readonly start: number; readonly segment: Segment }>>();
  for (const segment of segments) {
    const { field, start, end } = reading.evidence(segment.start, segment.end, 'segment');
    let ofField = lastBefore.get(field);
    if (!ofField) lastBefore.set(field, (ofField = new Map()));
    ofField.set(end, { start, segment });
  }
  return mapEvidence(facts, (evidence) => {
    const last = lastBefore.get(evidence.field)?.get(evidence.end);
    if (last === undefined || last.start < evidence.start) return evidence;
    return { ...evidence, score: last.segment.confidence, alternatives: last.segment.alternatives ?? [] };
  });
}

type Change = (evidence: EvidenceFact) => EvidenceFact;

/** The same value with its evidence changed; what has none is not copied. */
const mapEvidence = <T>(value: T, change: Change): T => mapped(value, change) as T;

function mapped(part: unknown, change: Change): unknown {
  if (part === null || typeof part !== 'object') return part;
  if (Array.isArray(part)) return part.map((inner) => mapped(inner, change));
  if ('quote' in part) return change(part as EvidenceFact);
  let copy: Record<string, unknown> | null = null;
  for (const key in part) {
    const inner = (part as Record<string, unknown>)[key];
    if (inner === null || typeof inner !== 'object') continue;
    const changed = mapped(inner, change);
    if (changed !== inner) (copy ??= { ...part })[key] = changed;
  }
  return copy ?? part;
}
