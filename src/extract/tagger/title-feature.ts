import { TITLE } from './candidate.ts';
import { bucket } from './feature-scene.ts';
import type { FeatureScene } from './feature-scene.ts';
import { T } from './template.ts';
import { unitHash } from '../../text/unit-hash.ts';
import { unitTest } from '../../text/unit-test.ts';

const none = unitHash('');
const sharp = unitHash('#');
const unknown = unitHash('?');
const isLevel = unitTest(/[省市区县州旗镇乡村校院]/);

/** What speaks for a title: its head, the unit before it, whether a person may follow. */
export function addTitleFeatures(scene: FeatureScene, start: number, end: number, form: number): void {
  const { text, headTo, firstWord, wordFrom, wordTo, endingTo, stretchStart, surnames } = scene.lattice;
  const { sink } = scene;
  const head = headTo.get(end);
  const headStart = head ? head.start : end - 1;
  sink.add(T.head, form, scene.p(head ? head.start : end - 2, end));
  const length = Math.max(0, headStart - start);
  sink.add(T.unit, scene.p(start, start + length));
  sink.add(T.unitLength, form, bucket(length, 8));
  sink.add(T.unitLast, wordTo[headStart] ? scene.wordHash[firstWord[headStart]! - 1]! : unknown);
  const opens = start === stretchStart[start];
  const first = wordFrom[start] ? scene.wordHash[firstWord[start]!]! : unknown;
  const tagBefore = wordTo[start] ? scene.tagHash[firstWord[start]! - 1]! : unknown;
  sink.add(T.unitFirst, first, opens ? sharp : tagBefore);
  const ending = opens ? undefined : endingTo[start];
  sink.add(T.unitEnding, scene.ending(ending), length === 0 ? none : first);
  sink.add(T.level, TITLE, isLevel(text, start) ? scene.p(start, start + 2) : none);
  sink.add(T.beforePerson, form, scene.personLengths[end]!, surnames[end] ?? 0);
  sink.add(T.listed, TITLE, '、，兼（'.indexOf(text[end] ?? '#') + 1, '、，兼'.indexOf(text[start - 1] ?? '#') + 1);
}
