import { genericHeads } from '../lexicon/generic-head.ts';
import { unitHash } from '../../text/unit-hash.ts';
import { unitTest } from '../../text/unit-test.ts';
import { BODY, TELLING, TITLE } from './candidate.ts';
import type { Candidate } from './candidate.ts';
import { bucket, PARTICLE, SINGLE, VERB } from './feature-scene.ts';
import type { FeatureScene } from './feature-scene.ts';
import type { Standing } from './standing.ts';
import { T } from './template.ts';

const none = unitHash('');
const sharp = unitHash('#');
const unknown = unitHash('?');

/** What the words inside speak for, of bodies and titles; of bodies also how they end, join and stand elsewhere. */
export function addWordFeatures(scene: FeatureScene, { start, end, label, form }: Candidate, own: Standing): void {
  const { words, firstWord } = scene.lattice;
  const { sink, wordKind } = scene;
  const k = label * 8 + form;
  const from = firstWord[start]!;
  let to = from;
  while (to < words.length && words[to]!.end <= end) to += 1;
  let verbs = 0;
  let particles = 0;
  let singles = 0;
  for (let i = from; i < to; i += 1) {
    const kind = wordKind[i]!;
    if (kind & VERB) verbs += 1;
    if (kind & PARTICLE) particles += 1;
    if (kind & SINGLE && i < from + 3) singles += 1;
    if (i < to - 1) sink.add(T.innerTag, label, scene.tagHash[i]!);
    if (i > from && i < to - 1) sink.add(T.innerWord, label, scene.wordHash[i]!);
  }
  sink.add(T.wordCount, k, bucket(to - from, 6));
  sink.add(T.tags, label, sink.part(scene.initials, from, Math.min(to, from + 6)));
  sink.add(T.verbs, k, bucket(verbs, 3), bucket(particles, 2));
  if (label === TITLE) return;
  sink.add(T.singles, k, singles);
  addBodyFeatures(scene, { start, end, label, form }, from, to, own);
}

const genericHashes = new Set([...genericHeads].map((name) => unitHash(name)));

/** How a body ends, whether it is a common noun, and what its first and last words are. */
function addBodyFeatures(
  scene: FeatureScene,
  { start, end, label, form }: Candidate,
  from: number,
  to: number,
  own: Standing,
): void {
  const { text, words, endingTo } = scene.lattice;
  const { sink, wordHash, tagHash } = scene;
  const n = to - from;
  sink.add(T.endingWords, scene.ending(endingTo[end]), bucket(n, 5));
  sink.add(T.generic, label, genericHashes.has(unitHash(text, start, end)) ? 1 : 0);
  sink.add(T.firstTags, label, from < words.length ? tagHash[from]! : unknown, n > 1 ? tagHash[from + 1]! : sharp);
  sink.add(T.lastTags, label, n > 1 ? scene.tagPair(to - 1) : to > 0 ? tagHash[to - 1]! : unknown);
  sink.add(T.lastWord, label, n > 0 ? wordHash[to - 1]! : unknown);
  addInside(scene, start, end, form);
  addJoins(scene, start, end, own);
  addBrackets(scene, start, end);
  addRivals(scene, start, end, words[from]?.end ?? end, own);
}

const isLevel = unitTest(/[省市区县州旗镇乡村校院]/);
const isPlaceLevel = unitTest(/[省市区县州旗镇乡]/);

/** Endings, a level word and a place inside a body. */
function addInside(scene: FeatureScene, start: number, end: number, form: number): void {
  const { text } = scene.lattice;
  const { sink, tellingBy } = scene;
  const k = BODY * 8 + form;
  sink.add(T.innerEndings, k, bucket(Math.max(0, tellingBy[end - 1]! - tellingBy[start + 1]!), 3));
  sink.add(T.level, k, isLevel(text, start) ? scene.p(start, start + 1) : none);
  let place = 0;
  for (let at = start + 1; at < Math.min(end - 1, start + 5); at += 1) if (isPlaceLevel(text, at)) place = at - start;
  sink.add(T.place, k, place);
}

/** Function words inside a body: of two names joined each stands elsewhere too. */
function addJoins(scene: FeatureScene, start: number, end: number, own: Standing): void {
  const { endingTo } = scene.lattice;
  const { sink, nextJoining } = scene;
  for (let at = nextJoining[start]!; at < end; at = nextJoining[at + 1]!) {
    const where = at === start ? 0 : at === end - 1 ? 2 : 1;
    const isApart =
      where === 1 && (endingTo[at]?.form === TELLING || scene.standings.of(start, at).count > own.count) ? 4 : 0;
    sink.add(T.joined, BODY, scene.p(at, at + 1), where + isApart);
  }
}

const isBracket = unitTest(/[（）]/);

/** Brackets inside a body. */
function addBrackets({ lattice: { text }, sink }: FeatureScene, start: number, end: number): void {
  let opened = 0;
  let closed = 0;
  for (let at = start; at < end; at += 1)
    if (isBracket(text, at)) {
      if (text[at] === '（') opened += 1;
      else closed += 1;
    }
  if (opened + closed > 0) sink.add(T.brackets, BODY, (opened + 1) * 4 + closed + 1);
}

/** How a body stands beside the next longer and the next shorter candidate. */
function addRivals(scene: FeatureScene, start: number, end: number, after: number, own: Standing): void {
  const { sink } = scene;
  const before = previousStart(scene, start);
  if (before >= 0) {
    const longer = scene.standings.of(before, end);
    sink.add(
      T.longer,
      BODY,
      (longer.count === own.count ? 1 : 0) +
        (longer.lefts > 1 ? 2 : 0) +
        (longer.alone > 0 ? 4 : 0) +
        (own.count > 1 ? 8 : 0),
    );
  } else sink.add(T.longer, BODY, 16);
  if (after < end - 1) {
    const shorter = scene.standings.of(after, end);
    sink.add(
      T.shorter,
      BODY,
      (shorter.count > own.count ? 1 : 0) + (shorter.lefts > 1 ? 2 : 0) + (shorter.alone > own.alone ? 4 : 0),
    );
  } else sink.add(T.shorter, BODY, 16);
}

/** Where the next longer candidate would begin; -1 for none nearby. */
function previousStart(scene: FeatureScene, start: number): number {
  const { boundary, stretchStart } = scene.lattice;
  for (let at = start - 1; at >= Math.max(stretchStart[start]!, start - 4); at -= 1) if (boundary[at]! > 0) return at;
  return -1;
}
