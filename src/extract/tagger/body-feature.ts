import { genericHeads } from '../lexicon/generic-head.ts';
import { BODY, TELLING, TITLE } from './candidate.ts';
import type { Candidate } from './candidate.ts';
import { bucket } from './feature-scene.ts';
import type { FeatureScene } from './feature-scene.ts';
import type { Standing } from './standing.ts';
import { T } from './template.ts';
import { textValue } from './weights.ts';

const unknown = textValue('?');

/** What the words inside speak for, of bodies and titles; of bodies also how they end, join and stand elsewhere. */
export function addWordFeatures(scene: FeatureScene, { start, end, label, form }: Candidate, own: Standing): void {
  const { words, firstWord } = scene.lattice;
  const { list } = scene;
  const k = label * 8 + form;
  let w = firstWord[start]!;
  const from = w;
  while (w < words.length && words[w]!.end <= end) w += 1;
  const n = w - from;
  let verbs = 0;
  let particles = 0;
  let singles = 0;
  let tags = '';
  for (let i = from; i < w; i += 1) {
    const { tag, text: word } = words[i]!;
    if (tag === 'v' || tag === 'vd') verbs += 1;
    if ('pcdru'.includes(tag[0]!)) particles += 1;
    if (i < from + 3 && word.length === 1) singles += 1;
    if (i < from + 6) tags += tag[0]!;
    if (i < w - 1) list.add(T.innerTag, label, scene.tagHash[i]!);
    if (i > from && i < w - 1) list.add(T.innerWord, label, scene.wordHash[i]!);
  }
  list.add(T.wordCount, k, bucket(n, 6));
  list.add(T.tags, label, scene.h(tags));
  list.add(T.verbs, k, bucket(verbs, 3), bucket(particles, 2));
  if (label === TITLE) return;
  list.add(T.singles, k, singles);
  addBodyFeatures(scene, { start, end, label, form }, from, w, own);
}

/** How a body ends, whether it is a common noun, and what its first and last words are. */
function addBodyFeatures(
  scene: FeatureScene,
  { start, end, label, form }: Candidate,
  from: number,
  to: number,
  own: Standing,
): void {
  const { text, words, endingTo } = scene.lattice;
  const { list } = scene;
  const name = text.slice(start, end);
  const n = to - from;
  const ending = endingTo.get(end);
  const endingHash = scene.ending(ending);
  list.add(T.endingWords, endingHash, bucket(n, 5));
  list.add(T.generic, label, genericHeads.has(name) ? 1 : 0);
  list.add(T.firstTags, label, scene.h(words[from]?.tag ?? '?'), scene.h(n > 1 ? words[from + 1]!.tag : '#'));
  list.add(
    T.lastTags,
    label,
    scene.h(n > 1 ? `${words[to - 2]!.tag} ${words[to - 1]!.tag}` : (words[to - 1]?.tag ?? '?')),
  );
  list.add(T.lastWord, label, n > 0 ? scene.wordHash[to - 1]! : unknown);
  addInside(scene, start, end, form);
  addJoins(scene, start, end, own);
  if (name.includes('（') || name.includes('）'))
    list.add(T.brackets, label, name.split('（').length * 4 + name.split('）').length);
  addRivals(scene, start, end, words[from]?.end ?? end, own);
}

/** Endings, a level word and a place inside a body. */
function addInside(scene: FeatureScene, start: number, end: number, form: number): void {
  const { text, endingTo } = scene.lattice;
  const { list } = scene;
  const k = BODY * 8 + form;
  let inside = 0;
  for (let at = start + 2; at < end; at += 1) if (endingTo.get(at)?.form === TELLING) inside += 1;
  list.add(T.innerEndings, k, bucket(inside, 3));
  const level = '省市区县州旗镇乡村校院'.includes(text[start]!) ? text[start]! : '';
  list.add(T.level, k, scene.h(level));
  let place = 0;
  for (let at = start + 1; at < Math.min(end - 1, start + 5); at += 1)
    if ('省市区县州旗镇乡'.includes(text[at]!)) place = at - start;
  list.add(T.place, k, place);
}

/** Function words inside a body: of two names joined each stands elsewhere too. */
function addJoins(scene: FeatureScene, start: number, end: number, own: Standing): void {
  const { text, endingTo } = scene.lattice;
  const { list } = scene;
  for (let at = start; at < end; at += 1) {
    const unit = text[at]!;
    if ('与和及暨、的在为是了'.includes(unit)) {
      const where = at === start ? 0 : at === end - 1 ? 2 : 1;
      const isApart =
        where === 1 && (endingTo.get(at)?.form === TELLING || scene.standings.of(start, at).count > own.count) ? 4 : 0;
      list.add(T.joined, BODY, scene.h(unit), where + isApart);
    }
  }
}

/** How a body stands beside the next longer and the next shorter candidate. */
function addRivals(scene: FeatureScene, start: number, end: number, after: number, own: Standing): void {
  const { list } = scene;
  const before = previousStart(scene, start);
  if (before >= 0) {
    const longer = scene.standings.of(before, end);
    list.add(
      T.longer,
      BODY,
      (longer.count === own.count ? 1 : 0) +
        (longer.lefts > 1 ? 2 : 0) +
        (longer.alone > 0 ? 4 : 0) +
        (own.count > 1 ? 8 : 0),
    );
  } else list.add(T.longer, BODY, 16);
  if (after < end - 1) {
    const shorter = scene.standings.of(after, end);
    list.add(
      T.shorter,
      BODY,
      (shorter.count > own.count ? 1 : 0) + (shorter.lefts > 1 ? 2 : 0) + (shorter.alone > own.alone ? 4 : 0),
    );
  } else list.add(T.shorter, BODY, 16);
}

/** Where the next longer candidate would begin; -1 for none nearby. */
function previousStart(scene: FeatureScene, start: number): number {
  const { boundary, stretchStart } = scene.lattice;
  for (let at = start - 1; at >= Math.max(stretchStart[start]!, start - 4); at -= 1) if (boundary[at]! > 0) return at;
  return -1;
}
