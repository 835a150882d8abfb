import { addWordFeatures } from './body-feature.ts';
import { BODY, PERSON, PLACE, TELLING, TITLE } from './candidate.ts';
import type { Candidate } from './candidate.ts';
import { bucket, FeatureScene } from './feature-scene.ts';
import type { Lattice } from './lattice.ts';
import { addPersonFeatures } from './person-feature.ts';
import { T } from './template.ts';
import { addTitleFeatures } from './title-feature.ts';

import { unitHash } from '../../text/unit-hash.ts';
import type { FeatureSink } from './weights.ts';

const none = unitHash('');
const sharp = unitHash('#');
const unknown = unitHash('?');
const hyphen = unitHash('-');

/**
 * The features of an article's candidates: of where they start and where they end, which many share, and of the whole.
 * Each goes into the sink that was given.
 */
export class Features {
  readonly #scene: FeatureScene;

  constructor(lattice: Lattice, sink: FeatureSink) {
    this.#scene = new FeatureScene(lattice, sink);
  }

  start(label: number, at: number): void {
    const { text, wordFrom, wordTo, firstWord, boundary, bodyStart, headTo, endingTo, stretchStart } =
      this.#scene.lattice;
    const { sink } = this.#scene;
    const opens = at === stretchStart[at];
    const before = at > 0 ? text[at - 1]! : '#';
    const left = opens || !wordTo[at] ? -1 : firstWord[at]! - 1;
    const first = wordFrom[at] ? firstWord[at]! : -1;
    const opening = opens ? this.#scene.edge(before) : 0;
    const leftTag = opens ? opening : left >= 0 ? this.#scene.tagHash[left]! : unknown;
    const tag = first >= 0 ? this.#scene.tagHash[first]! : unknown;
    const beforeHash = at > 0 ? this.#scene.unit[at - 1]! : sharp;
    sink.add(T.prevChar, label, beforeHash);
    sink.add(T.prevChars, label, this.#scene.unitsBefore(at));
    sink.add(T.prevWord, label, opens ? opening : left >= 0 ? this.#scene.wordHash[left]! : unknown);
    sink.add(T.prevTag, label, leftTag);
    sink.add(T.prevTagTag, label, leftTag, tag);
    sink.add(T.prevWordTag, label, left >= 0 ? this.#scene.wordHash[left]! : beforeHash, tag);
    sink.add(T.prevTwoTags, label, leftTag, this.#tagBefore(left, at));
    sink.add(T.char, label, this.#scene.unit[at]!);
    sink.add(T.chars, label, this.#scene.units[at]!);
    sink.add(T.word, label, first >= 0 ? this.#scene.wordHash[first]! : unknown);
    sink.add(T.tag, label, tag);
    sink.add(T.startCut, label, boundary[at]!, at < bodyStart ? 1 : 0);
    const head = headTo.get(at);
    sink.add(T.startHead, label, head ? this.#scene.unitsBefore(at) : none);
    const ending = opens ? undefined : endingTo[at];
    sink.add(T.startEnding, label, this.#scene.ending(ending));
  }

  /** The tag of the word before the one before `at`. */
  #tagBefore(left: number, at: number): number {
    const { words, stretchStart } = this.#scene.lattice;
    if (left < 0) return hyphen;
    return words[left]!.start === stretchStart[at] ? sharp : left > 0 ? this.#scene.tagHash[left - 1]! : unknown;
  }

  end(label: number, form: number, at: number): void {
    const { text, wordFrom, firstWord, boundary, headFrom, endingTo, surnames, stretchEnd } = this.#scene.lattice;
    const { sink } = this.#scene;
    const k = label * 8 + form;
    const after = text[at] ?? '#';
    const closes = at === stretchEnd[at];
    const right = closes || !wordFrom[at] ? -1 : firstWord[at]!;
    const closing = closes ? this.#scene.edge(after) : 0;
    const head = headFrom.get(at);
    sink.add(T.bias, k);
    const afterHash = at < text.length ? this.#scene.unit[at]! : sharp;
    sink.add(T.nextChar, k, afterHash);
    sink.add(T.nextChars, label, this.#scene.units[at]!);
    sink.add(T.nextWord, label, closes ? closing : right >= 0 ? this.#scene.wordHash[right]! : unknown);
    sink.add(T.nextTag, k, closes ? closing : right >= 0 ? this.#scene.tagHash[right]! : unknown);
    sink.add(T.lastChar, label, this.#scene.unit[at - 1]!);
    sink.add(T.lastChars, label, this.#scene.unitsBefore(at));
    sink.add(T.endCut, k, boundary[at]!);
    const headHash = head ? this.#scene.unitsBefore(head.end) : none;
    sink.add(T.endHead, k, headHash);
    sink.add(T.endSurname, k, closes ? 0 : surnames[at]!);
    if (label === BODY) {
      const ending = endingTo[at];
      const endingHash = this.#scene.ending(ending);
      sink.add(T.ending, k, endingHash);
      sink.add(T.endingNext, endingHash, afterHash);
      if (head) sink.add(T.endingHead, endingHash, headHash);
      for (let next = at + 1; next <= Math.min(stretchEnd[at]!, at + 8); next += 1) {
        const more = endingTo[next];
        if (more?.form !== TELLING) continue;
        sink.add(T.endingMore, endingHash, this.#scene.ending(more));
        break;
      }
    }
  }

  whole(candidate: Candidate): void {
    const { start, end, label, form } = candidate;
    const { sink, lattice, standings } = this.#scene;
    const { stretchStart, stretchEnd } = lattice;
    const k = label * 8 + form;
    sink.add(T.length, k, bucket(end - start, 16));
    sink.add(T.whole, k, (start === stretchStart[start] ? 1 : 0) + (end === stretchEnd[end] ? 2 : 0));
    if (label === PERSON) addPersonFeatures(this.#scene, start, end, form);
    else if (label === TITLE) addTitleFeatures(this.#scene, start, end, form);
    const own = standings.of(start, end);
    sink.add(T.count, k, bucket(own.count, 4));
    sink.add(T.alone, k, bucket(own.alone, 3));
    sink.add(T.lefts, label, bucket(own.lefts, 4), bucket(own.count, 4));
    sink.add(T.rights, label, bucket(own.rights, 4), bucket(own.count, 4));
    if (label !== PERSON && label !== PLACE) addWordFeatures(this.#scene, candidate, own);
  }
}
