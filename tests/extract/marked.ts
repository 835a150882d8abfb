import { castContextOf } from '../../src/extract/person/cast-context.ts';
import type { CastContext } from '../../src/extract/person/cast-context.ts';
import { readCast } from '../../src/extract/person/cast.ts';
import type { Appearance } from '../../src/extract/person/cast.ts';
import type { Reading } from '../../src/extract/document/reading.ts';
import type { Label } from '../../src/extract/tagger/candidate.ts';
import type { Segment } from '../../src/extract/tagger/tagger.ts';
import type { ChooseOwner } from '../../src/extract/title/owner-choice.ts';
import { placeOf, readingOf } from './printed.ts';

const labels: Readonly<Record<string, Label>> = { P: 'PERSON', T: 'TITLE', B: 'BODY', L: 'PLACE' };

/** A reading whose segments the test itself states: `{B江东大学}{T党委书记}{P韦国栋}出席。`; `{L…}` is a place. */
export function marked(body: string): { reading: Reading; segments: Segment[] } {
  const reading = readingOf(body.replace(/\{[PTBL]|\}/g, ''));
  const segments: Segment[] = [];
  let at = reading.bodyStart;
  for (const part of body.split(/(\{[PTBL][^}]*\})/)) {
    const label = part.startsWith('{') ? labels[part[1]!] : undefined;
    const text = label ? part.slice(2, -1) : part;
    if (label) segments.push({ start: at, end: at + text.length, text, label, confidence: 1 });
    at += text.length;
  }
  return { reading, segments };
}

/** Chooses the candidate with the first of these ways that any has; nobody where none has. */
export const byWays =
  (...ways: readonly string[]): ChooseOwner =>
  ({ candidates }) => {
    for (const way of ways) {
      const found = candidates.find((candidate) => candidate.ways.includes(way));
      if (found) return found.name;
    }
    return null;
  };

/** What the register does where nothing else speaks: the post before, the list, the place, the last body. */
export const usualOwner = byWays('post before 0', 'place before', 'place of text', 'person before 0', 'body 0');

/** Reads who holds which posts from marked words. */
export function castOf(
  body: string,
  choose: ChooseOwner = usualOwner,
  places: CastContext['placeOf'] = placeOf,
): Appearance[] {
  const { reading, segments } = marked(body);
  const bodies = segments.filter(({ label }) => label === 'BODY');
  return readCast(reading, segments, castContextOf(reading, bodies, places, choose));
}
